//! Answers of an earlier edition: what is called otherwise, what is no more, and what is
//! said of it.
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use support::{accepted, refused};
use tautline::api::Assessment;
use tautline::author::migrate;

const EDITION: &str = include_str!("wide/edition.json");

fn sheet(version: &str, answers: &Value) -> Vec<u8> {
    json!({"instrument": "an-edition", "version": version, "answers": answers}).to_string().into_bytes()
}

fn migrated(answers: &Value) -> (Value, Value) {
    let found = accepted(migrate(EDITION.as_bytes(), &sheet("1.0", answers)));
    let document: Value = serde_json::from_str(found["answers"].as_str().unwrap()).unwrap();
    assert_eq!(document["version"], "2.0");
    // What comes out is what this edition reads.
    let assessment = Assessment::load(EDITION.as_bytes());
    assert_eq!(assessment.problems(), []);
    accepted(assessment.score(found["answers"].as_str().unwrap().as_bytes()));
    (document["answers"].clone(), found["left"].clone())
}

#[test]
fn answers_are_carried_over_by_what_is_called_otherwise() {
    for (old, new, left) in [
        (json!({"A1": 1}), json!({"B1": "low"}), json!([])),
        (json!({"A1": 2}), json!({"B1": "high"}), json!([])),
        // A value that is no more is not answered.
        (json!({"A1": 3}), json!({}), json!(["A1"])),
        (json!({"A1": "dk"}), json!({"B1": "dk"}), json!([])),
        (json!({"A1": null}), json!({}), json!([])),
        (json!({"A2": 5, "same": 4}), json!({"same": 4}), json!(["A2"])),
        (json!({"A3": {"row": 9, "point": 1}}), json!({"B3": {"line": 2, "point": 1}}), json!([])),
        (json!({"A3": {"row": "dk"}}), json!({"B3": {"line": "dk"}}), json!([])),
        // Of several choices those that are left.
        (json!({"A4": ["a", "c", "x"]}), json!({"B4": ["a", "d"]}), json!([])),
    ] {
        assert_eq!(migrated(&old), (new, left), "{old}");
    }
}

#[test]
fn what_cannot_be_read_is_refused() {
    for (version, answers, code) in [
        ("0.9", json!({}), "no-migration"),
        ("3.0", json!({}), "no-migration"),
        ("1.0", json!({"A9": 1}), "unknown-item"),
        ("1.0", json!({"same": 11}), "out-of-range"),
        ("1.0", json!({"A1": 4}), "unknown-choice"),
    ] {
        let problems = refused(migrate(EDITION.as_bytes(), &sheet(version, &answers)));
        assert_eq!(problems[0]["code"], code, "{version} {answers}");
    }
}
