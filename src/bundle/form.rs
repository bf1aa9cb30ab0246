//! The questions on paper, and on a sheet of its own how to score them by hand.

mod condition;
mod correct;
mod key;
mod questions;
#[cfg(test)]
mod tests;

use super::sheet::{Sheet, word, words};
use super::{Files, Published};
use crate::markup::{self, Markup, element, text};
use crate::problem::Problem;
use crate::text::piped;
use serde_json::Value;

/// One style for the screen and for both sizes of paper.
const STYLE: &str = include_str!("form/page.css");

/// Where an answer stood in a text, somebody may write it.
const BLANK: &str = "________";

/// Its name in a bundle.
pub(crate) const NAME: &str = "form.html";

/// Adds it.
///
/// # Errors
/// A definition that the core refuses.
pub(super) fn add(files: &mut Files, published: &Published) -> Result<(), Vec<Problem>> {
    files.insert(NAME.into(), page(&published.root)?.into_bytes());
    Ok(())
}

/// The page: no script, no request, one style that its policy names by its hash.
///
/// # Errors
/// A definition that the core refuses.
pub(crate) fn page(root: &Value) -> Result<String, Vec<Problem>> {
    let root = &unanswered(root);
    let sheet = Sheet::of(root);
    let body = element(
        "main",
        &[],
        vec![
            element("section", &[("class", "form")], questions::form(&sheet)),
            element("section", &[("class", "key")], key::key(&sheet)?),
        ],
    );
    let title = format!("{} on paper", word(root, "title"));
    Ok(markup::page(word(root, "language"), &title, "light", STYLE, body))
}

/// On paper nobody fills answers in: what stands there without one, or a blank.
fn unanswered(node: &Value) -> Value {
    match node {
        Value::String(text) => Value::String(piped(text, &mut |pipe| pipe.otherwise.unwrap_or(BLANK).into())),
        Value::Array(nodes) => nodes.iter().map(unanswered).collect(),
        Value::Object(fields) => fields.iter().map(|(key, node)| (key.clone(), unanswered(node))).collect(),
        other => other.clone(),
    }
}

/// Words in an element.
fn say(name: &'static str, class: &'static str, said: &str) -> Markup {
    words(name, class, vec![text(said)])
}
