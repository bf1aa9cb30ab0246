//! Answers of an earlier edition, brought into this one.
//!
//! `editions` may say how: items that are called otherwise, values and parts that are,
//! and what is no more. All else has to be as it was. What cannot be carried over is not
//! answered afterwards, and named.

use crate::instrument::Instrument;
use crate::json::{Node, Value};
use crate::problem::{Problem, quoted, refusal};
use crate::response::Response;
use std::collections::BTreeMap;

/// Answers in this edition, and what was left behind.
pub(crate) struct Migrated {
    pub(crate) response: Response,
    /// Items of the earlier edition whose answers are left behind.
    pub(crate) left: Vec<String>,
}

/// Brings an answers document into the edition of the instrument.
///
/// # Errors
/// `no-migration` if the definition does not say how answers of that edition are carried
/// over; the problems of the second gate with what they have become.
pub(crate) fn migrate(instrument: &Instrument, document: &Node) -> Result<Migrated, Vec<Problem>> {
    let version = document.get("version").text();
    let known = |edition: &&Node| edition.get("version").text() == version && !edition.get("migrate").is_null();
    let Some(edition) = instrument.words.get("editions").list().iter().find(known) else {
        let message = ["the definition does not say how answers of edition ", &*quoted(version), " are carried over"];
        return Err(refusal("no-migration", &message, "open them with the edition they were given in"));
    };
    let mut left = Vec::new();
    let entries = edition.get("migrate").list().iter();
    let entries: BTreeMap<&str, &Node> = entries.map(|entry| (entry.get("from").text(), entry)).collect();
    let answers = document.get("answers").fields().iter().filter_map(|(id, answer)| {
        let carried = match entries.get(id.as_str()) {
            None => Some((id.clone(), answer.clone())),
            Some(entry) => carried(entry, answer).map(|answer| (entry.get("to").text().into(), answer)),
        };
        if carried.is_none() {
            left.push(id.clone());
        }
        carried
    });
    let answers = node(Value::Object(answers.collect()));
    let kept =
        document.fields().iter().filter(|(key, _)| !["version", "fingerprint", "answers"].contains(&key.as_str()));
    let fields = kept.cloned().chain([("answers".into(), answers)]).collect();
    Ok(Migrated { response: Response::of(instrument, &node(Value::Object(fields)))?, left })
}

/// An answer with its values and parts called as they are now; none where it has no place.
fn carried(entry: &Node, answer: &Node) -> Option<Node> {
    if entry.get("to").is_null() {
        return None;
    }
    let (values, parts) = (entry.get("values").list(), entry.get("parts").list());
    match &answer.value {
        // Of several choices those that are left.
        Value::List(nodes) => {
            let nodes = nodes.iter().filter_map(|node| renamed(values, node).and_then(|node| renamed(parts, &node)));
            Some(node(Value::List(nodes.collect())))
        }
        Value::Object(fields) if answer.field("text").is_none() => {
            let fields = fields.iter().filter_map(|(key, cell)| {
                let key = renamed(parts, &node(Value::Text(key.clone())))?;
                Some((key.text().into(), renamed(values, cell)?))
            });
            Some(node(Value::Object(fields.collect())))
        }
        _ => renamed(values, answer),
    }
}

/// What a value is called now: as before where nothing is said, none where it is no more.
fn renamed(list: &[Node], old: &Node) -> Option<Node> {
    let Some(entry) = list.iter().find(|entry| entry.get("from").called() == old.called()) else {
        return Some(old.clone());
    };
    Some(entry.get("to").clone()).filter(|to| !to.is_null())
}

fn node(value: Value) -> Node {
    Node { value, at: 0 }
}
