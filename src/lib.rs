//! The core of Tautline: definitions, scoring, explanation.
//!
//! ```text
//! bytes ----> Definition --[1 compile]--> Instrument (read by every step below)
//! answers ----------------[2 read   ]--> Response --> score --> Outcome --> advice, next, explain --> Report
//! ```
//!
//! There are two gates, [`Instrument::compile`] and the reading of answers. A
//! gate refuses with every problem it finds; behind the gates nothing fails.
//! What is absent: nothing makes an [`Instrument`] but its gate, or what the
//! gate has written down for later; scoring never fails and writes no text;
//! nothing in this crate outside `wasm` and the command line reads a clock, a
//! locale, an address, a file, a store or a source of randomness; no name or
//! number of an instrument stands in the code.
//!
//! Many responses of one instrument are added up by `cohort`, exactly, and shown
//! as far as nobody is read from it; a `benchmark` is what strangers may see.
//!
//! Hosts use [`api::Assessment`] and see only bytes and plain data. Authors have a
//! facade of their own, behind a feature, with `lint`: what is valid and still
//! does not measure well.

pub mod api;
#[cfg(feature = "author")]
pub mod author;
pub mod limits;
pub mod number;
#[cfg(feature = "wasm")]
pub mod wasm;

mod advice;
mod benchmark;
#[cfg(feature = "bundle")]
mod bundle;
mod cohort;
mod compare;
mod data;
#[cfg(feature = "bundle")]
mod digest;
mod domain;
#[cfg(feature = "author")]
mod edition;
mod explain;
#[cfg(feature = "author")]
mod export;
mod expression;
#[cfg(feature = "author")]
mod import;
mod instrument;
mod json;
mod link;
#[cfg(feature = "author")]
mod lint;
#[cfg(feature = "bundle")]
mod markup;
#[cfg(feature = "author")]
mod migration;
mod next;
mod pick;
mod piping;
mod problem;
#[cfg(feature = "author")]
mod reference;
mod report;
mod response;
mod schema;
mod scoring;
#[cfg(feature = "author")]
mod simulate;
mod statistics;
mod text;
#[cfg(feature = "author")]
mod translation;
mod words;
#[cfg(feature = "author")]
mod written;

pub use data::Data;
pub use instrument::Instrument;
pub use problem::{Problem, Severity};
pub use scoring::SCORING_VERSION;
