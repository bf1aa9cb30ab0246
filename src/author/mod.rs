//! The facade for those who write definitions: what no reader of a result needs.
//!
//! The same rules as for [`crate::api`]: bytes in, data out, a refusal is a reply.

#[cfg(feature = "bundle")]
mod bundle;
mod check;
mod diff;
mod export;
mod formats;
mod import;
#[cfg(feature = "bundle")]
pub mod markup;
mod migration;
mod publish;
mod reference;
mod simulate;
mod translation;

#[cfg(feature = "bundle")]
pub use bundle::{Files, bundle, form, packed};
pub use check::{check, rules};
pub use diff::diff;
pub use export::export;
pub use formats::{formats, guess};
pub use import::import;
pub use migration::migrate;
pub use publish::published;
pub use reference::{reference, schema};
pub use simulate::manners;
pub use translation::{template, translate};

use crate::api::problems;
use crate::data::{Data, object};
use crate::problem::Problem;

fn accepted<'a>(value: Data<'a>, warnings: &[Problem]) -> Data<'a> {
    object! { "ok" => object! { "value" => value, "warnings" => problems(warnings) } }
}

fn refused(found: &[Problem]) -> Data<'static> {
    object! { "refused" => object! { "problems" => problems(found) } }
}
