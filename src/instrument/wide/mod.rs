//! Kinds of items and keys that only some definitions have: quizzes, most of all.
//!
//! The module of every reader does without them. There the types below have no
//! values, so that what the rest of the core says about them takes no room.

#[cfg(feature = "wide")]
mod answers;
#[cfg(feature = "wide")]
mod editions;
#[cfg(feature = "wide")]
mod gate;
#[cfg(feature = "wide")]
mod kinds;
#[cfg(not(feature = "wide"))]
mod none;
#[cfg(feature = "wide")]
mod pipes;
#[cfg(feature = "wide")]
mod pools;
#[cfg(feature = "wide")]
mod standing;
#[cfg(feature = "wide")]
mod tongue;
#[cfg(feature = "wide")]
mod words;

#[cfg(feature = "wide")]
pub(super) use editions::check as editions;
#[cfg(feature = "wide")]
pub(super) use gate::{correct, kind, quiz, weights};
#[cfg(feature = "wide")]
pub(super) use kinds::Accepted;
#[cfg(feature = "wide")]
pub(crate) use kinds::{Given, Key, Quiz, Wide};
#[cfg(not(feature = "wide"))]
pub(crate) use none::{Given, Key, Quiz, Wide};
#[cfg(not(feature = "wide"))]
pub(super) use none::{correct, is_drawn, kind, quiz};
#[cfg(feature = "wide")]
pub(super) use pipes::resolve as pipes;
#[cfg(feature = "wide")]
pub(super) use pools::is_drawn;
#[cfg(feature = "wide")]
pub(crate) use pools::{Drawn, Pool};
#[cfg(feature = "wide")]
pub(crate) use standing::{Norm, Standing, Target};
