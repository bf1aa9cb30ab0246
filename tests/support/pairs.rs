//! The worked pairs: two sheets side by side against an independent computation.
#![allow(
    dead_code,
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests: not every test file uses all, and a wrong value has to fail"
)]

use super::support::{close, same, sheet_document, worked};
use serde_json::{Value, json};

/// The answers document of a worked sheet.
pub(crate) fn document(name: &str) -> String {
    let worked = worked();
    let sheet = worked["sheets"].as_array().unwrap().iter().find(|sheet| sheet["name"] == name);
    sheet_document(sheet.unwrap_or_else(|| panic!("no {name}")))
}

pub(crate) fn row<'a>(list: &'a Value, id: &str) -> &'a Value {
    let found = list.as_array().unwrap().iter().find(|entry| entry["id"] == id);
    found.unwrap_or_else(|| panic!("no {id}"))
}

pub(crate) fn scales() -> impl Iterator<Item = (&'static str, &'static str)> {
    ["demand", "focus", "change"].into_iter().flat_map(|d| ["tension", "practice"].map(|side| (d, side)))
}

/// The same number of rows, each with these fields: numbers close, the rest exact.
#[track_caller]
pub(crate) fn rows(given: &Value, expected: &Value, fields: &[&str], place: &str) {
    let (given, expected) = (given.as_array().unwrap(), expected.as_array().unwrap());
    assert_eq!(given.len(), expected.len(), "{place}");
    for (given, expected) in given.iter().zip(expected) {
        for field in fields {
            close(&given[field], expected.get(field).unwrap_or(&Value::Null), &format!("{place} {field} {expected}"));
        }
    }
}

/// Checks a comparison, given in the order of the example, against it.
#[track_caller]
pub(crate) fn check_pair(pair: &Value, given: &Value) {
    let (name, expected) = (pair["name"].as_str().unwrap(), &pair["expected"]);
    for (dimension, side) in scales() {
        let id = format!("{dimension}.{side}");
        let (gap, wanted) = (row(&given["gaps"], &id), &expected["gaps"][dimension][side]);
        check_gap(gap, wanted, &format!("{name} {id}"));
    }
    check_gap(&given["overall"], &expected["overall_practice"], name);
    rows(&given["items"], &expected["items"], &["id", "first", "second", "difference", "two_steps"], name);
    for (part, of) in [("overall", "practice"), ("all", "all")] {
        same(&given["two_steps"][part]["count"], &expected["two_steps"][of], name);
        same(&given["two_steps"][part]["common"], &expected["two_steps"][format!("{of}_common")], name);
    }
    check_similarity(&given["similarity"], &expected["similarity"], name);
    let (priorities, wanted) = (&given["priorities"], &expected["priorities"]);
    close(&priorities["rho"], &wanted["rho"], name);
    assert_eq!(priorities["same_first"], wanted["same_first"], "{name}");
    close(&given["shift"]["now"], &wanted["attention_now"], name);
    close(&given["shift"]["next"], &wanted["attention_next"], name);
    for side in ["first", "second"] {
        close(&given["visibility"][side]["share"], &expected["visibility"][side], name);
    }
    let fields = ["item", "of", "by", "expected", "actual", "error", "result", "hit"];
    rows(&given["predictions"], &expected["predictions"], &fields, name);
    check_advice(&given["advice"], &expected["recommendations"], name);
}

#[track_caller]
fn check_gap(given: &Value, expected: &Value, place: &str) {
    close(&given["gap"], &expected["gap"], place);
    assert_eq!(given["flag"], expected["flag"], "{place}");
    same(&given["common"], &expected["common"], place);
}

#[track_caller]
fn check_similarity(given: &Value, expected: &Value, place: &str) {
    assert_eq!(given["verdict"], expected["verdict"], "{place}");
    same(&given["common"], &expected["n"], place);
    for (field, wanted) in [("icc_de", "icc_de"), ("d2", "D2")] {
        close(&given[field], &expected[wanted], place);
    }
    for part in ["elevation", "scatter", "shape"] {
        close(&given[part], &expected[part], place);
        let share = format!("{part}_share");
        close(&given[&share], &expected[&share], place);
    }
}

#[track_caller]
fn check_advice(given: &Value, expected: &Value, place: &str) {
    let (given, expected) = (given.as_array().unwrap(), expected.as_array().unwrap());
    assert_eq!(given.len(), expected.len(), "{place}");
    for (given, expected) in given.iter().zip(expected) {
        assert_eq!(given["id"], expected["rule"], "{place}");
        assert_eq!(given["dimension"]["id"], expected["dimension"], "{place}");
        close(&given["priority"], &expected["priority"], place);
        assert_eq!(given["seen_by"], expected["seen_by"], "{place}");
        assert_eq!(given["pair"], json!(expected["priority"].is_null()), "{place}");
        for field in ["title", "text", "owner", "first_step", "sign"] {
            let text = given[field].as_str().unwrap();
            assert!(!text.is_empty() && !text.contains('{'), "{place} {field}: {text}");
        }
    }
}
