//! The samples of the project's own site: their page, the way to it, and the samples as their page shows them.

use super::kit::Kit;
use super::page::escaped;
use super::{Files, published};
use crate::problem::Problem;

/// The page.
pub(crate) const PAGE: &str = "samples.html";

/// Where they lie compiled among the parts; beside them they are as their authors wrote them, for other authors.
pub(crate) const SHOWN: &str = "samples/";

/// Where the kit has them among what only authors need.
const WRITTEN: &str = "instruments/samples/";

/// How the way to them looks on the first page.
pub(crate) const STYLE: &str = "nav{max-width:42rem;margin:auto;padding:2rem 4vw}";

/// The way to them from the first page.
///
/// # Errors
/// A kit that lacks the words.
pub(crate) fn link(kit: &Kit, language: &str) -> Result<String, Vec<Problem>> {
    let words = escaped(&kit.words(language, "samples_link")?);
    Ok(format!("</main>\n<nav><a href=\"./{PAGE}\">{words}</a></nav>"))
}

/// The samples of a kit with their compiled forms: who opens one loads no gate.
///
/// # Errors
/// Those of the gate.
pub(crate) fn compiled(kit: &Kit) -> Result<Files, Vec<Problem>> {
    let samples = kit.studio().filter_map(|(name, bytes)| Some((name.strip_prefix(WRITTEN)?, bytes)));
    let compiled = |(name, bytes)| Ok(([SHOWN, name].concat(), published::compiled(bytes)?.to_string().into_bytes()));
    samples.map(compiled).collect()
}
