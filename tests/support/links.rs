//! The vectors of result links: `tests/vectors/link.csv`, which only grows.
#![allow(
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests"
)]

use serde_json::Value;

const VECTORS: &str = include_str!("../vectors/link.csv");
const DEFINITIONS: [(&str, &str); 4] = [
    ("../../www/instruments/bt-synchronization.json", super::FLAGSHIP),
    ("link/thirty.json", include_str!("../vectors/link/thirty.json")),
    ("link/kinds.json", include_str!("../vectors/link/kinds.json")),
    ("link/second.json", include_str!("../vectors/link/second.json")),
];

/// One row: its line in the file, the text, `ok` or the code of the refusal,
/// and the answers document behind an accepted one.
pub(crate) struct Vector {
    pub(crate) line: u64,
    pub(crate) text: String,
    pub(crate) outcome: String,
    pub(crate) answers: Value,
}

/// The definition `name`.
pub(crate) fn definition(name: &str) -> &'static str {
    DEFINITIONS.iter().find(|(known, _)| *known == name).unwrap().1
}

/// The rows by definition.
pub(crate) fn vectors() -> Vec<(&'static str, Vec<Vector>)> {
    let mut vectors: Vec<(&str, Vec<Vector>)> = DEFINITIONS.iter().map(|(_, text)| (*text, Vec::new())).collect();
    for row in csv::Reader::from_reader(VECTORS.as_bytes()).into_records() {
        let row = row.unwrap();
        let vector = Vector {
            line: row.position().unwrap().line(),
            text: row[2].into(),
            outcome: row[3].into(),
            answers: if row[4].is_empty() { Value::Null } else { serde_json::from_str(&row[4]).unwrap() },
        };
        let definition = definition(&row[0]);
        vectors.iter_mut().find(|(known, _)| *known == definition).unwrap().1.push(vector);
    }
    assert!(vectors.iter().map(|(_, rows)| rows.len()).sum::<usize>() >= 200);
    vectors
}

/// Checks a reply to `open_link` against its row.
#[track_caller]
pub(crate) fn check(vector: &Vector, reply: &Value) {
    let Vector { line, outcome, answers, .. } = vector;
    match reply["ok"]["value"].as_str() {
        Some(document) => {
            assert_eq!(outcome, "ok", "line {line}");
            assert_eq!(&serde_json::from_str::<Value>(document).unwrap(), answers, "line {line}");
        }
        None => assert_eq!(reply["refused"]["problems"][0]["code"], **outcome, "line {line}"),
    }
}
