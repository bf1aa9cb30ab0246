//! Maturity questions in YAML as the Platform Engineering Maturity Model's
//! assessment has them: one file per language.
//!
//! ```text
//! metadata: {title, language, intro}
//! categories: [{id, name, description, order, questions: [{id, text, field_name, options: [{value, level, description}]}]}]
//! ```
//!
//! A category is a dimension with the scale `maturity`, and where all its
//! questions have the same values a composite with the mean of those values.

use super::choices::{Value, choices};
use super::draft::{Composite, Draft, Item, Kind, Member, Page, Scale};
use super::report::{Report, at};
use super::source::{single, stem, word};
use super::written::figure;
use super::{File, Wishes, plain, yaml};
use crate::json::Node;
use crate::limits;
use crate::problem::{Problem, nth};
use crate::text::joined;

/// Reads the questions.
pub(crate) fn read(files: &[File<'_>], wishes: &Wishes<'_>, report: &mut Report) -> Result<Draft, Vec<Problem>> {
    let file = single(files)?;
    let root = yaml::tree(file)?;
    let mut draft = Draft { name: stem(file.0).into(), markup: true, ..Draft::default() };
    let metadata = root.get("metadata");
    draft.title = draft.label(metadata.get("title").text(), "", "/metadata/title", report);
    let language = metadata.get("language").text();
    draft.language = if wishes.language.is_empty() { language.into() } else { wishes.language.into() };
    let intro = draft.text(metadata.get("intro").text(), "/metadata/intro", report);
    draft.intro.extend(Some(intro).filter(|intro| !intro.is_empty()));
    others(metadata, &["title", "language", "intro"], "/metadata", report);
    others(&root, &["metadata", "categories"], "", report);
    let mut entries: Vec<(usize, &Node)> = root.get("categories").list().iter().enumerate().collect();
    entries.sort_by(|(_, a), (_, b)| order(a).total_cmp(&order(b)));
    let mut ends: Option<Option<(f64, f64)>> = None;
    for (n, entry) in entries {
        let found = category(entry, &nth("/categories", n), &mut draft, report);
        ends = if draft.scales.is_empty() || ends.is_some_and(|before| before != found) {
            Some(None)
        } else {
            Some(found)
        };
    }
    if let Some(Some((least, most))) = ends {
        let id = draft.names.quietly("level", "level");
        let expression = joined(&[&figure(least), " + ", &figure((most - least) / 100.0), " * this.maturity"]);
        let range = Some((least, most));
        draft.composites.push(Composite { id, title: "Level".into(), each: true, expression, range });
    }
    Ok(draft)
}

fn order(category: &Node) -> f64 {
    category.get("order").number().unwrap_or(f64::MAX)
}

/// Lists the fields that are not carried over.
fn others(node: &Node, known: &[&str], path: &str, report: &mut Report) {
    for (key, _) in node.fields().iter().filter(|(key, _)| !known.contains(&key.as_str())) {
        report.lost(&at(path, key), key, "a definition has no such field", "nothing");
    }
}

/// A category; returns the least and greatest value if all its questions share them.
fn category(node: &Node, path: &str, draft: &mut Draft, report: &mut Report) -> Option<(f64, f64)> {
    others(node, &["id", "name", "description", "order", "questions"], path, report);
    let raw = word(node.get("id"));
    // A scale is called by its dimension, as a part of an item is by that: no item may have its name.
    let id = draft.names.take(&raw, "category", path, report);
    let title = draft.label(node.get("name").text(), &id, &at(path, "name"), report);
    let text = draft.text(node.get("description").text(), &at(path, "description"), report);
    draft.pages.push(Page { title: title.clone(), text, items: Vec::new() });
    let mut members = Vec::new();
    let mut ends: Option<Option<(f64, f64)>> = None;
    for (n, entry) in node.get("questions").list().iter().enumerate() {
        if draft.is_full() {
            break;
        }
        let Some((item, found)) = question(entry, &raw, &nth(&at(path, "questions"), n), draft, report) else {
            continue;
        };
        ends = Some(if ends.is_some_and(|before| before != found) { None } else { found });
        members.extend(found.map(|_| Member { item, part: String::new(), reversed: false, weight: 1.0 }));
    }
    if members.is_empty() {
        return None;
    }
    draft.scales.push(Scale { id: joined(&[&id, ".maturity"]), title: title.clone(), members });
    draft.dimensions.push((id, title));
    ends.flatten()
}

/// A question: its identifier and the least and greatest value, if they are numbers.
fn question(
    node: &Node,
    category: &str,
    path: &str,
    draft: &mut Draft,
    report: &mut Report,
) -> Option<(String, Option<(f64, f64)>)> {
    others(node, &["id", "text", "field_name", "options"], path, report);
    let text = draft.text(node.get("text").text(), &at(path, "text"), report);
    if text.is_empty() {
        report.lost(path, "a question", "it has no `text`", "nothing");
        return None;
    }
    let mut raw = Vec::new();
    for (n, option) in node.get("options").list().iter().enumerate() {
        let here = nth(&at(path, "options"), n);
        others(option, &["value", "level", "description"], &here, report);
        let level = draft.text(option.get("level").text(), &here, report);
        let description = draft.text(option.get("description").text(), &here, report);
        let between = if level.is_empty() || description.is_empty() { "" } else { ": " };
        let label = joined(&[&level, between, &description]);
        raw.push((word(option.get("value")), plain::text(&label, false, limits::TEXT, "", &here, report)));
    }
    let choices = choices(&raw, false, &at(path, "options"), report)?;
    let values: Vec<f64> =
        choices.iter().filter_map(|c| if let Value::Whole(x) = c.value { Some(x) } else { None }).collect();
    let ends = super::worth::bounds(&values).filter(|_| values.len() == choices.len());
    if ends.is_none() {
        report.lost(
            &at(path, "options"),
            "value",
            "a maturity is a whole number",
            "the question is asked and not scored",
        );
    }
    let name = match node.get("field_name").text() {
        "" => joined(&[category, "_", &word(node.get("id"))]),
        name => name.into(),
    };
    let id = draft.names.take(&name, "q", path, report);
    let kind = Kind::Choice(choices);
    draft.ask(Item { id: id.clone(), source: name, text, kind, ..Item::default() });
    Some((id, ends))
}
