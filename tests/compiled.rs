//! The compiled form: opened, it is the instrument it was made from; damaged or
//! beside another definition, it is nothing.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::Value;
use std::fs;
use std::path::Path;
use support::{FLAGSHIP, accepted, flagship, json, refused, sheet_document, worked};
use tautline::Severity;
use tautline::api::Assessment;

fn compiled(assessment: &Assessment) -> String {
    accepted(assessment.compiled()).as_str().unwrap().to_owned()
}

fn valid(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/definitions/valid").join(name);
    fs::read_to_string(path).unwrap()
}

/// Opened without the gate, an instrument gives every reply it gives with it.
fn agrees(definition: &str, documents: &[String]) {
    let gate = Assessment::load(definition.as_bytes());
    let open = Assessment::open(definition.as_bytes(), compiled(&gate).as_bytes());
    assert_eq!(open.problems(), []);
    assert_eq!(json(open.check()), json(gate.check()));
    for document in documents {
        let answers = document.as_bytes();
        assert_eq!(json(open.progress(answers)), json(gate.progress(answers)));
        for other in documents.iter().take(3).map(String::as_bytes) {
            assert_eq!(json(open.compare(answers, other)), json(gate.compare(answers, other)));
            assert_eq!(json(open.change(answers, other)), json(gate.change(answers, other)));
        }
        let finished = json(open.finish(answers));
        assert_eq!(finished, json(gate.finish(answers)));
        for list in ["scales", "metrics", "bands"] {
            for score in finished["ok"]["value"][list].as_array().unwrap() {
                let id = score["id"].as_str().unwrap();
                assert_eq!(json(open.explain(answers, id)), json(gate.explain(answers, id)), "{id}");
            }
        }
    }
}

#[test]
fn an_opened_instrument_answers_like_a_checked_one() {
    let sheets = worked();
    let documents: Vec<String> = sheets["sheets"].as_array().unwrap().iter().map(sheet_document).collect();
    assert_eq!(documents.len(), 24);
    agrees(FLAGSHIP, &documents);
    agrees(&valid("minimal.json"), &[r#"{"answers": {}}"#.into()]);
    let full = r#"{"role": "one", "active_seconds": 9, "answers": {"C1": 2, "C2": "green", "C3": "dk", "N1": 2.5, "N2": 40,
        "D1": {"x": 1, "y": 2, "z": 7}, "D2": {"x": 3, "y": 3, "z": 4}, "R1": ["z", "x", "y"],
        "G1": {"x": 1, "y": "dk", "z": 5}, "P1": 4, "P2": "y", "L1": 1}}"#;
    agrees(&valid("all-kinds.json"), &[r#"{"answers": {}}"#.into(), full.into()]);
}

#[test]
fn white_space_and_the_field_itself_make_no_difference() {
    let text = compiled(&flagship());
    let mut definition: Value = serde_json::from_str(FLAGSHIP).unwrap();
    definition["compiled"] = text.clone().into();
    for written in [definition.to_string(), serde_json::to_string_pretty(&definition).unwrap()] {
        assert_eq!(Assessment::open(written.as_bytes(), text.as_bytes()).problems(), []);
        let gate = Assessment::load(written.as_bytes());
        assert_eq!(gate.problems(), []);
        assert_eq!(compiled(&gate), text);
    }
}

#[test]
fn a_compiled_form_of_something_else_is_refused_and_noticed() {
    let text = compiled(&flagship());
    let other = FLAGSHIP.replacen("Synchronization", "Synchronisation", 1);
    let problems = refused(Assessment::open(other.as_bytes(), text.as_bytes()).check());
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0]["code"], "not-compiled");
    let mut definition: Value = serde_json::from_str(&other).unwrap();
    definition["compiled"] = text.into();
    let gate = Assessment::load(definition.to_string().as_bytes());
    let found: Vec<_> = gate.problems().iter().map(|p| (p.code, p.severity, p.at.as_str())).collect();
    assert_eq!(found, [("not-compiled", Severity::Warning, "/compiled")]);
}

#[test]
fn every_damage_is_refused() {
    let definition = valid("all-kinds.json");
    let text = compiled(&Assessment::load(definition.as_bytes()));
    let is_refused = |text: &str| !Assessment::open(definition.as_bytes(), text.as_bytes()).problems().is_empty();
    assert!(!is_refused(&text));
    for at in 0..text.len() {
        let (before, after) = text.split_at(at);
        assert!(is_refused(before), "cut at {at}");
        for sign in ["A", "B", "g", "_", "é", ""] {
            if !after.starts_with(sign) || sign.is_empty() {
                assert!(is_refused(&[before, sign, &after[1..]].concat()), "{sign} at {at}");
            }
        }
    }
    assert!(is_refused(&[&text, "A"].concat()));
}

#[test]
fn large_definitions_are_for_the_wider_core() {
    let with = |items: usize, words: usize| {
        let mut definition: Value = serde_json::from_str(&valid("minimal.json")).unwrap();
        let page = definition["pages"][0]["items"].as_array_mut().unwrap();
        let more: Vec<String> = (page.len()..items).map(|n| format!("more_{n}")).collect();
        page.extend(more.iter().map(|id| Value::from(id.as_str())));
        let list = definition["items"].as_array_mut().unwrap();
        let mut item = list[0].clone();
        item["text"] = "word ".repeat(words).into();
        for id in more {
            item["id"] = id.into();
            list.push(item.clone());
        }
        compiled(&Assessment::load(definition.to_string().as_bytes()))
    };
    assert!(!with(500, 1).starts_with('+'));
    assert!(with(501, 1).starts_with('+'), "too many items");
    assert!(with(400, 80).starts_with('+'), "too many bytes");
    assert!(!with(400, 20).starts_with('+'));
}
