//! What tests share: the flagship, the worked examples, comparisons.
#![allow(
    dead_code,
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests: not every test file uses all, and a wrong value has to fail"
)]

use serde_json::Value;
use std::collections::BTreeSet;
use tautline::Data;
use tautline::api::Assessment;

/// The flagship definition.
pub(crate) const FLAGSHIP: &str = include_str!("../../www/instruments/bt-synchronization.json");
const WORKED: &str = include_str!("../vectors/worked-examples.json");

pub(crate) fn flagship() -> Assessment {
    Assessment::load(FLAGSHIP.as_bytes())
}

pub(crate) fn worked() -> Value {
    serde_json::from_str(WORKED).unwrap()
}

/// The answers document of a worked sheet.
pub(crate) fn sheet_document(sheet: &Value) -> String {
    let mut document = serde_json::json!({
        "instrument": "bt-synchronization", "version": "1.0", "role": sheet["role"], "answers": sheet["answers"],
    });
    if let Some(seconds) = sheet.get("active_seconds") {
        document["active_seconds"] = seconds.clone();
    }
    document.to_string()
}

/// A reply as JSON, the way every host sees it.
pub(crate) fn json(reply: Data<'_>) -> Value {
    serde_json::to_value(reply).unwrap()
}

/// The value of an accepted request.
#[track_caller]
pub(crate) fn accepted(reply: Data<'_>) -> Value {
    let reply = json(reply);
    assert!(reply.get("refused").is_none(), "{reply}");
    reply["ok"]["value"].clone()
}

/// The problems of a refusal.
#[track_caller]
pub(crate) fn refused(reply: Data<'_>) -> Vec<Value> {
    let reply = json(reply);
    assert!(reply.get("ok").is_none(), "accepted");
    reply["refused"]["problems"].as_array().unwrap().clone()
}

/// Every score of a sheet as the bits of its value and bounds, a line each.
pub(crate) fn score_bits(sheet: &Value, result: &Value) -> String {
    let mut lines = String::new();
    for score in ["scales", "metrics"].iter().flat_map(|list| result[list].as_array().unwrap()) {
        let ends = ["value", "low", "high"].map(|field| match score[field].as_f64() {
            Some(x) => format!("{:016x}", x.to_bits()),
            None => "null".into(),
        });
        let (name, id) = (sheet["name"].as_str().unwrap(), score["id"].as_str().unwrap());
        lines.push_str(&[name, " ", id, " ", &ends.join(" "), "\n"].concat());
    }
    lines
}

/// Equal within 1e-9, or both null.
#[track_caller]
pub(crate) fn close(given: &Value, expected: &Value, place: &str) {
    match (given.as_f64(), expected.as_f64()) {
        (Some(x), Some(y)) => assert!((x - y).abs() <= 1e-9, "{place}: {x} is not {y}"),
        _ => assert_eq!(given, expected, "{place}"),
    }
}

/// The same value, whole numbers equal however they are written.
#[track_caller]
pub(crate) fn same(given: &Value, expected: &Value, place: &str) {
    match (given, expected) {
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).for_each(|(a, b)| same(a, b, place));
        }
        (Value::Object(a), Value::Object(b)) if a.keys().collect::<BTreeSet<_>>() == b.keys().collect() => {
            a.iter().for_each(|(key, value)| same(value, &b[key], place));
        }
        (Value::Number(a), Value::Number(b)) => assert_eq!(a.as_f64(), b.as_f64(), "{place}"),
        _ => assert_eq!(given, expected, "{place}"),
    }
}

fn row<'a>(list: &'a Value, key: &str, id: &str) -> &'a Value {
    let found = list.as_array().unwrap().iter().find(|entry| entry[key] == id);
    found.unwrap_or_else(|| panic!("no {id}"))
}

/// Compares a reply with everything a worked sheet expects of scores.
#[track_caller]
pub(crate) fn check_sheet(sheet: &Value, result: &Value) {
    let name = sheet["name"].as_str().unwrap();
    let expected = &sheet["expected"];
    for dimension in ["demand", "focus", "change"] {
        for side in ["tension", "practice"] {
            let id = format!("{dimension}.{side}");
            let (given, wanted) = (row(&result["scales"], "id", &id), &expected["scales"][dimension][side]);
            let place = format!("{name} {id}");
            assert_eq!(given["status"], wanted["status"], "{place}");
            same(&given["answered"], &wanted["n"], &place);
            same(&given["of"], &wanted["k"], &place);
            for field in ["value", "low", "high"] {
                close(&given[field], &wanted[field], &place);
            }
            for end in [0, 1] {
                close(&given["band"][end], &wanted["band"][end], &place);
            }
        }
        let wanted = &expected["dimensions"][dimension];
        let metric = |id: &str| row(&result["metrics"], "id", &format!("{id}.{dimension}"))["value"].clone();
        close(&metric("lead"), &wanted["lead"], name);
        close(&metric("unabsorbed"), &wanted["unabsorbed"], name);
        assert_eq!(row(&result["states"], "dimension", dimension)["id"], wanted["state"], "{name}");
        assert_eq!(row(&result["report"]["dimensions"], "id", dimension)["status"], wanted["status"], "{name}");
    }
    let metric = |id: &str| row(&result["metrics"], "id", id);
    for id in ["strain", "mean", "balance", "range", "self_view"] {
        close(&metric(id)["value"], &expected[id], &format!("{name} {id}"));
    }
    for field in ["value", "low", "high"] {
        close(&metric("index")[field], &expected["index"][field], &format!("{name} index"));
    }
    assert_eq!(metric("index")["status"], expected["index"]["status"], "{name}");
    for end in [0, 1] {
        close(&metric("index")["band"][end], &expected["index"]["band"][end], &format!("{name} index"));
    }
    check_stage(name, row(&result["bands"], "id", "stage"), &expected["stage"]);
    check_priorities(name, result, &expected["priorities"]);
    let hot_spot = &row(&result["report"]["picks"], "id", "hot_spot")["dimension"]["id"];
    assert_eq!(*hot_spot, expected["hot_spot"], "{name}");
    assert_eq!(result["notes"], expected["quality"], "{name}");
    assert_eq!(result["triggered"], expected["triggered"], "{name}");
    let taken: Vec<&Value> = expected["recommendations"].as_array().unwrap().iter().map(|r| &r["rule"]).collect();
    assert_eq!(result["advice"].as_array().unwrap().iter().collect::<Vec<_>>(), taken, "{name}");
    for (id, count) in expected["counts"].as_object().unwrap() {
        same(&row(&result["counts"], "id", id)["value"], count, &format!("{name} {id}"));
    }
}

fn check_stage(name: &str, given: &Value, expected: &Value) {
    if expected.is_null() {
        assert!(given["value"].is_null() && given["status"] == "not_scored", "{name}");
        return;
    }
    for field in ["raw", "value", "status", "between", "range"] {
        same(&given[field], &expected[field], &format!("{name} stage {field}"));
    }
    let gates = given["gates"].as_array().unwrap();
    assert_eq!(gates.len(), expected["gates"].as_array().unwrap().len(), "{name}");
    for (gate, wanted) in gates.iter().zip(expected["gates"].as_array().unwrap()) {
        same(&gate["level"], &wanted["gate"], name);
        assert_eq!(gate["id"], wanted["rule"], "{name}");
        assert_eq!(gate["dimensions"], wanted["dimensions"], "{name}");
    }
}

fn check_priorities(name: &str, result: &Value, expected: &Value) {
    let metric = |id: &str| row(&result["metrics"], "id", id);
    close(&metric("value_grade")["value"], &expected["value_grade"], name);
    assert_eq!(metric("value_grade")["status"], expected["value_grade_status"], "{name}");
    close(&metric("attention_shift")["value"], &expected["shift"], name);
    let appraisal = &result["report"]["appraisals"][0];
    assert_eq!(appraisal["top"], expected["top_measure"], "{name}");
    for measure in ["cost", "speed", "innovation", "service", "relevance"] {
        let given = row(&appraisal["rows"], "id", measure);
        close(&given["weight"], &expected["weights"][measure], name);
        close(&given["opportunity"], &expected["opportunity"][measure], name);
    }
}
