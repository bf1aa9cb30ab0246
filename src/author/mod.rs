//! The facade for those who write definitions: what no reader of a result needs.
//!
//! The same rules as for [`crate::api`]: bytes in, data out, a refusal is a reply.

mod check;
mod diff;
mod export;
mod formats;
mod import;
mod migration;
mod publish;
mod reference;
mod translation;

pub use check::{check, rules};
pub use diff::diff;
pub use export::export;
pub use formats::{formats, guess};
pub use import::import;
pub use migration::migrate;
pub use publish::published;
pub use reference::{reference, schema};
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
