//! The questions on paper, and on a sheet of its own how to score them by hand.

mod condition;
mod key;
mod questions;
mod sheet;
#[cfg(test)]
mod tests;

use super::page::hash;
use super::{Files, Instrument};
use crate::ending::Failure;
use crate::report::markup::{Markup, element, text};
use serde_json::Value;
use sheet::{Sheet, word, words};

/// One style for the screen and for both sizes of paper.
const STYLE: &str = include_str!("form/page.css");

/// Its name in a bundle.
pub(crate) const NAME: &str = "form.html";

/// Adds it.
///
/// # Errors
/// A definition that the core refuses.
pub(crate) fn add(files: &mut Files, instrument: &Instrument) -> Result<(), Failure> {
    files.insert(NAME.into(), page(&instrument.json)?.into_bytes());
    Ok(())
}

/// The page: no script, no request, one style that its policy names by its hash.
fn page(definition: &[u8]) -> Result<String, Failure> {
    let root: Value = serde_json::from_slice(definition).map_err(Failure::writing_json)?;
    let sheet = Sheet::of(&root);
    let policy = format!("default-src 'none'; style-src {}; base-uri 'none'; form-action 'none'", hash(STYLE));
    let meta =
        |name: &'static str, content: &'static str| element("meta", &[("name", name), ("content", content)], vec![]);
    let head = vec![
        element("meta", &[("charset", "utf-8")], vec![]),
        element("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy)], vec![]),
        meta("viewport", "width=device-width, initial-scale=1"),
        meta("color-scheme", "light"),
        meta("referrer", "no-referrer"),
        element("title", &[], vec![text(&format!("{} on paper", word(&root, "title")))]),
        Markup::style(STYLE),
    ];
    let body = element(
        "main",
        &[],
        vec![
            element("section", &[("class", "form")], questions::form(&sheet)),
            element("section", &[("class", "key")], key::key(&sheet)?),
        ],
    );
    let html = vec![element("head", &[], head), element("body", &[], vec![body])];
    let language = word(&root, "language");
    Ok(format!("<!doctype html>\n{}\n", element("html", &[("lang", language)], html).into_string()))
}

/// Words in an element.
fn say(name: &'static str, class: &'static str, said: &str) -> Markup {
    words(name, class, vec![text(said)])
}
