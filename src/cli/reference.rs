//! `tautline reference`: every field of a definition and the language of expressions, as a page.
//!
//! The page runs nothing and asks for nothing. Every field has an anchor, its path without `[]`.

mod language;

use crate::ending::{Ending, Failure};
use std::io::Write;
use tautline::author::markup::{self, Markup, element, text};
use tautline::{Data, author};

/// One style for the screen, light and dark, and for paper.
const STYLE: &str = include_str!("reference/page.css");

const LEAD: &str = "One JSON file is an assessment. This page lists every field of it, format 1, with what may stand \
    there, what holds without it and an example. It is made from the table that checks definitions, like \
    `definition.schema.json`, with which an editor completes and checks while you type: name its address in `$schema`. \
    `tautline check` says the rest.";

/// Prints it.
///
/// # Errors
/// An output that cannot be written.
pub(crate) fn reference(out: &mut dyn Write) -> Result<Ending, Failure> {
    let reference = author::reference();
    let page = markup::page("en", "Definitions, field by field", "light dark", STYLE, main(&reference));
    out.write_all(page.as_bytes()).map_err(Failure::writing)?;
    Ok(Ending::Done)
}

fn main(reference: &Data<'_>) -> Markup {
    let areas = reference.get("areas").list();
    let mut parts = vec![
        element("header", &[], vec![say("h1", "", "Definitions, field by field"), prose("lede", LEAD)]),
        contents(areas),
    ];
    parts.extend(areas.iter().map(area));
    parts.push(language::section(reference.get("language")));
    element("main", &[], parts)
}

/// Words in an element.
fn say(name: &'static str, class: &'static str, words: &str) -> Markup {
    element(name, &[("class", class)], vec![text(words)])
}

/// A paragraph; what stands in backticks is code.
fn prose(class: &'static str, words: &str) -> Markup {
    element("p", &[("class", class)], spoken(words))
}

/// Words; what stands in backticks is code.
fn spoken(words: &str) -> Vec<Markup> {
    let part = |(n, part): (usize, &str)| if n % 2 == 1 { say("code", "", part) } else { text(part) };
    words.split('`').enumerate().map(part).collect()
}

fn link(to: &str, words: Markup) -> Markup {
    element("a", &[("href", &format!("#{to}"))], vec![words])
}

/// The anchor of a path.
fn anchor(path: &str) -> String {
    path.replace("[]", "")
}

/// A field that stands in no other.
fn is_outer(field: &Data<'_>) -> bool {
    !field.get("path").text().contains(['.', '['])
}

fn contents(areas: &[Data<'_>]) -> Markup {
    let outer = |field: &Data<'_>| {
        let path = field.get("path").text();
        element("li", &[], vec![link(&anchor(path), say("code", "", path))])
    };
    let area = |area: &Data<'_>| {
        let heading = vec![link(area.get("id").text(), text(area.get("title").text()))];
        let fields = area.get("fields").list().iter().filter(|field| is_outer(field)).map(outer).collect();
        element("div", &[], vec![element("h3", &[], heading), element("ul", &[], fields)])
    };
    let mut parts = vec![say("h2", "", "Contents")];
    parts.extend(areas.iter().map(area));
    parts.push(language::contents());
    element("nav", &[("aria-label", "Contents")], parts)
}

fn area(area: &Data<'_>) -> Markup {
    let mut parts = vec![say("h2", "", area.get("title").text()), prose("", area.get("text").text())];
    parts.extend(area.get("fields").list().iter().map(field));
    element("section", &[("id", area.get("id").text())], parts)
}

fn field(field: &Data<'_>) -> Markup {
    let word = |name: &str| field.get(name).text();
    let path = anchor(word("path"));
    let must = if *field.get("required") == Data::Bool(true) { "required" } else { "optional" };
    let name = vec![link(&path, say("code", "", word("path"))), text(" "), say("span", must, must)];
    let class = if is_outer(field) { "outer" } else { "" };
    let mut parts = vec![element("h3", &[], name), prose("", word("text"))];
    let rows = ["type", "limits", "default", "also"].into_iter().filter(|row| !word(row).is_empty());
    parts.push(element("dl", &[], rows.map(|row| fact(row, word(row))).collect()));
    parts.push(element("pre", &[], vec![say("code", "", word("example"))]));
    element("article", &[("id", &path), ("class", class)], parts)
}

/// A row of what a field may hold.
fn fact(name: &'static str, words: &str) -> Markup {
    let (title, said) = match name {
        "also" => ("also as", vec![say("code", "", words)]),
        "default" => ("without it", vec![say("code", "", words)]),
        _ => (name, spoken(words)),
    };
    element("div", &[], vec![say("dt", "", title), element("dd", &[], said)])
}
