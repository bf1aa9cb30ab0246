//! Answers documents: each refusal with its code and place; nothing repaired.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed, its helpers included")]

mod support;

use serde_json::json;
use support::{accepted, flagship, refused, same};
use tautline::api::Assessment;

const ALL_KINDS: &str = include_str!("definitions/valid/all-kinds.json");

fn all_kinds() -> Assessment {
    Assessment::load(ALL_KINDS.as_bytes())
}

/// The codes and places with which a document is refused.
fn faults(document: &[u8]) -> Vec<(String, String)> {
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    refused(all_kinds().finish(document)).iter().map(|p| (text(&p["code"]), text(&p["at"]))).collect()
}

#[track_caller]
fn refuses(document: &str, expected: &[(&str, &str)]) {
    let found = faults(document.as_bytes());
    let found: Vec<(&str, &str)> = found.iter().map(|(code, at)| (code.as_str(), at.as_str())).collect();
    assert_eq!(found, expected, "{document}");
}

#[test]
fn each_refusal_names_code_and_place() {
    for (answers, code, at) in [
        (r#""C1": 6"#, "unknown-choice", "/answers/C1"),
        (r#""C1": 2.5"#, "unknown-choice", "/answers/C1"),
        (r#""C1": "3""#, "unknown-choice", "/answers/C1"),
        (r#""C1": true"#, "unknown-choice", "/answers/C1"),
        (r#""C2": "grene""#, "unknown-choice", "/answers/C2"),
        (r#""N1": 10.5"#, "out-of-range", "/answers/N1"),
        (r#""N1": 0.3"#, "not-a-step", "/answers/N1"),
        (r#""N1": "5""#, "wrong-type", "/answers/N1"),
        (r#""D1": {"x": 5, "y": 5, "z": 1}"#, "allocation-sum", "/answers/D1"),
        (r#""D1": {"x": 5, "y": 5}"#, "allocation-parts", "/answers/D1"),
        (r#""D1": {"x": 5, "y": 2.5, "z": 2.5}"#, "not-whole", "/answers/D1/y"),
        (r#""R1": ["x", "y"]"#, "ranking-incomplete", "/answers/R1"),
        (r#""R1": {"x": 1}"#, "wrong-type", "/answers/R1"),
        (r#""G1": {"w": 1}"#, "unknown-part", "/answers/G1/w"),
        (r#""G1": {"x": 9}"#, "unknown-choice", "/answers/G1/x"),
        (r#""P2": "w""#, "unknown-choice", "/answers/P2"),
        (r#""C9": 1"#, "unknown-item", "/answers/C9"),
    ] {
        let found = faults(format!(r#"{{"answers": {{{answers}}}}}"#).as_bytes());
        assert!(found.iter().any(|(c, a)| c == code && a == at), "{answers}: {found:?}");
    }
}

#[test]
fn the_frame_of_the_document_is_checked() {
    refuses(r#"{"instrument": "all-kindz", "answers": {}}"#, &[("other-instrument", "/instrument")]);
    refuses(r#"{"version": "3.0", "answers": {}}"#, &[("other-edition", "/version")]);
    refuses(r#"{"role": "four", "answers": {}}"#, &[("unknown-role", "/role")]);
    refuses(r#"{"active_seconds": -1, "answers": {}}"#, &[("out-of-range", "/active_seconds")]);
    refuses(r#"{"answer": {}}"#, &[("unknown-field", "/answer"), ("missing-field", "")]);
    refuses(r#"{"answers": []}"#, &[("wrong-type", "/answers")]);
    refuses("[]", &[("wrong-type", "")]);
    refuses("{", &[("json-syntax", "")]);
    refuses(r#"{"answers": {"C1": 1, "C1": 2}}"#, &[("json-repeated-key", "")]);
    refuses(&"[".repeat(100_000), &[("json-depth", "")]);
    refuses(&" ".repeat(10_000_000), &[("too-large", "")]);
}

#[test]
fn another_minor_edition_and_absent_fields_are_fine() {
    accepted(
        all_kinds().finish(br#"{"instrument": "all-kinds", "version": "2.9", "role": null, "answers": {"C1": null}}"#),
    );
}

#[test]
fn every_problem_is_reported_at_once() {
    let found = faults(br#"{"role": "four", "answers": {"C1": 0, "N1": 11, "X": 1, "R1": ["x", "x", "y"]}}"#);
    let codes: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
    for code in ["unknown-role", "unknown-choice", "out-of-range", "unknown-item", "ranking-repeat"] {
        assert!(codes.contains(&code), "{code}: {codes:?}");
    }
}

#[test]
fn hidden_items_never_count() {
    let scale = |answers: serde_json::Value, id: &str| {
        let result = accepted(all_kinds().finish(json!({"answers": answers}).to_string().as_bytes()));
        result["scales"].as_array().unwrap().iter().find(|scale| scale["id"] == id).unwrap().clone()
    };
    // C3 is asked only after blue: its answer from before is left out, with its place.
    let shown = scale(json!({"C2": "blue", "C3": 5, "N1": 10, "N2": 0}), "left.part");
    let hidden = scale(json!({"C2": "red", "C3": 5, "N1": 10, "N2": 0}), "left.part");
    same(&shown["of"], &json!(3), "shown");
    same(&hidden["of"], &json!(2), "hidden");
    assert_eq!(hidden, scale(json!({"C2": "red", "N1": 10, "N2": 0}), "left.part"));
    same(&shown["value"], &json!(100.0 / 3.0), "100, reversed 0 and 0");
    same(&hidden["value"], &json!(0), "reversed 0 and 0");
}

#[test]
fn a_scale_counts_what_is_below_it() {
    let document = br#"{"answers": {"C1": 5, "C2": "blue", "C3": 1, "N1": 0, "N2": 50}}"#;
    let result = accepted(all_kinds().finish(document));
    let left = &result["scales"][0];
    // C1 twice 100, C3 0, N1 reversed 100, N2 80 by its curve: 380 of weight 5.
    same(&left["value"], &json!(76.0), "left.all");
    same(&left["of"], &json!(4), "left.all");
}

#[test]
fn dont_know_and_not_answered_are_counted_apart() {
    let document = br#"{"answers": {"DS1": "dk", "DS2": "dk", "DT1": 30, "P2": "dk"}}"#;
    let result = accepted(flagship().finish(document));
    let counts: Vec<(&str, f64)> = result["counts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|count| (count["id"].as_str().unwrap(), count["value"].as_f64().unwrap()))
        .collect();
    assert_eq!(counts, [("answered", 1.0), ("dont_know", 2.0), ("unanswered", 24.0), ("dont_know_practice", 2.0)]);
}

#[test]
fn only_scores_are_explained() {
    for id in ["", "C1", "lead", "stages", "__proto__"] {
        let problems = refused(flagship().explain(br#"{"answers": {}}"#, id));
        assert_eq!(problems.iter().map(|p| p["code"].as_str().unwrap()).collect::<Vec<_>>(), ["unknown-score"], "{id}");
    }
}

#[test]
fn every_refusal_has_its_line() {
    let document = "{\n \"answers\": {\n  \"C1\": 1,\n  \"C2\": \"grene\",\n  \"G1\": {\n   \"x\": 9}\n }\n}";
    let problems = refused(all_kinds().finish(document.as_bytes()));
    let places: Vec<_> = problems.iter().map(|p| (p["at"].as_str().unwrap(), p["line"].as_f64().unwrap())).collect();
    assert_eq!(places, [("/answers/C2", 4.0), ("/answers/G1/x", 6.0)]);
    let nowhere = |p: &serde_json::Value| p["column"].as_f64() < Some(1.0);
    assert!(!problems.iter().any(nowhere));
}

#[test]
fn nothing_is_repaired() {
    // A document is used as a whole or not at all, by every call alike.
    let document = br#"{"answers": {"DT1": 30, "DS1": 9}}"#;
    let core = flagship();
    for reply in [core.progress(document), core.score(document), core.finish(document), core.explain(document, "index")]
    {
        let problems = refused(reply);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems.first().unwrap()["at"], "/answers/DS1");
    }
}

#[test]
fn a_definition_that_compares_nothing_says_so() {
    let small = Assessment::load(include_bytes!("definitions/valid/minimal.json"));
    let answers = br#"{"answers": {}}"#;
    for reply in [small.compare(answers, answers), small.change(answers, answers)] {
        let problems = refused(reply);
        assert_eq!((problems.len(), &problems[0]["code"]), (1, &json!("no-comparison")));
    }
}
