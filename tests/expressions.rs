//! The expression language, row by row.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use support::{accepted, close, json as as_json};
use tautline::api::Assessment;

const ROWS: &str = include_str!("expressions/language.csv");

/// The definition the rows are about, with a composite and a note that hold the
/// source where it fits.
fn definition(source: &str, condition: bool) -> Value {
    let choice = |id: &str| json!({"id": id, "text": "?", "kind": {"choice": {"set": "five"}}});
    let words = |ids: &[&str]| -> Value { ids.iter().map(|id| json!({"value": id, "label": id})).collect() };
    let levels: Value = (1..=5).map(|n| json!({"value": n, "label": "x"})).collect();
    let mut definition = json!({
        "format": 1, "id": "rows", "version": "1.0", "title": "Rows", "language": "en", "license": "CC0", "dont_know": "?",
        "roles": [{"id": "boss", "label": "Boss"}],
        "choice_sets": [{"id": "five", "choices": levels}, {"id": "xyz", "choices": words(&["x", "y", "z"])},
            {"id": "colors", "choices": words(&["red", "blue"])}],
        "items": [choice("A"), choice("B"), choice("C"),
            {"id": "N", "text": "?", "kind": {"number": {"min": 0, "max": 100}}, "points": {"curve": [[0, 0], [50, 100], [100, 80]]}},
            {"id": "W", "text": "?", "kind": {"choice": {"set": "colors"}}},
            {"id": "D", "text": "?", "kind": {"allocation": {"total": 10, "set": "xyz"}},
                "points": {"of": ["x", "y"], "curve": [[0, 0], [10, 100]]}},
            {"id": "E", "text": "?", "kind": {"allocation": {"total": 10, "set": "xyz"}}},
            {"id": "R", "text": "?", "kind": {"ranking": {"set": "xyz"}}},
            {"id": "G", "text": "?", "kind": {"grid": {"rows": "xyz", "set": "five", "missing": {"scored": 0.9, "provisional": 0.6}}}}],
        "pages": [{"title": "Page", "items": ["A", "B", "C", "N", "W", "D", "E", "R", "G"]}],
        "lists": [{"id": "abc", "items": ["A", "B", "C"]}],
        "scales": [{"id": "s", "title": "S", "higher": "more", "members": [{"item": "A"}, {"item": "B"}], "missing": {"scored": 1}}],
    });
    if condition {
        let opposite = format!("not ({source})");
        definition["notes"] =
            json!([{"id": "holds", "when": source, "text": "x"}, {"id": "fails", "when": opposite, "text": "x"}]);
    } else {
        definition["composites"] = json!([{"id": "c", "title": "C", "expression": source}]);
    }
    definition
}

fn finish(definition: &Value, answers: &Value) -> Value {
    let assessment = Assessment::load(definition.to_string().as_bytes());
    accepted(assessment.finish(json!({"answers": answers}).to_string().as_bytes()))
}

#[track_caller]
fn check_row(source: &str, answers: &Value, expected: &str) {
    match expected {
        "yes" | "no" | "unknown"
            if Assessment::load(definition(source, true).to_string().as_bytes()).problems().is_empty() =>
        {
            let notes = finish(&definition(source, true), answers)["notes"].clone();
            let wanted = match expected {
                "yes" => json!(["holds"]),
                "no" => json!(["fails"]),
                // Neither a condition nor its opposite takes effect.
                _ => json!([]),
            };
            assert_eq!(notes, wanted, "{source} {answers}");
        }
        "yes" | "no" => panic!("{source} is refused"),
        "unknown" => assert!(finish(&definition(source, false), answers)["metrics"][0]["value"].is_null(), "{source}"),
        _ if expected.parse::<f64>().is_ok() => {
            let result = finish(&definition(source, false), answers);
            let score = &result["metrics"][0];
            close(&score["value"], &json!(expected.parse::<f64>().unwrap()), source);
            for (end, sign) in [("low", 1.0), ("high", -1.0)] {
                let bound = score[end].as_f64().unwrap_or(f64::NEG_INFINITY * sign);
                assert!(bound * sign <= score["value"].as_f64().unwrap() * sign, "{source} {end}");
            }
        }
        code => {
            for condition in [false, true] {
                let assessment = Assessment::load(definition(source, condition).to_string().as_bytes());
                let reply = as_json(assessment.check());
                let problems = reply["refused"]["problems"].as_array().unwrap();
                let found = problems.iter().any(|p| p["code"] == code);
                // A number is no condition either; one of the two places says the code.
                if found {
                    return;
                }
            }
            panic!("{source} is not refused with {code}");
        }
    }
}

#[test]
fn every_row_holds() {
    let mut rows = 0;
    for line in ROWS.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let parts: Vec<&str> = line.split(';').map(str::trim).collect();
        let [source, answers, expected] = parts.as_slice() else { panic!("{line}") };
        check_row(source, &serde_json::from_str(answers).unwrap(), expected);
        rows += 1;
    }
    assert!(rows > 80, "{rows}");
}

#[test]
fn bounds_say_what_missing_answers_could_do() {
    let mut definition = definition("s - 10", false);
    definition["scales"][0]["missing"] = json!({"scored": 0.5});
    // A = 5 is 100 points; B may add 0 or 100: the mean lies in 50..100.
    let score = finish(&definition, &json!({"A": 5}))["metrics"][0].clone();
    for (field, value) in [("value", 90.0), ("low", 40.0), ("high", 90.0)] {
        close(&score[field], &json!(value), field);
    }
    definition["composites"][0]["range"] = json!([45, 80]);
    let score = finish(&definition, &json!({"A": 5}))["metrics"][0].clone();
    for (field, value) in [("value", 80.0), ("low", 45.0), ("high", 80.0)] {
        close(&score[field], &json!(value), field);
    }
}
