//! A byte for the place, then any text as an expression there: it is refused at a place within it, or it has a value.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use std::sync::LazyLock;
use tautline::api::Assessment;
use tautline_fuzz::{accepted, value};

static DEFINITION: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../definitions/valid/all-kinds.json")).unwrap());

/// Where an expression is read as a number, as a condition on scores, on answers, and for advice.
const PLACES: [&str; 4] = ["/composites/1/expression", "/notes/0/when", "/items/2/show_if", "/advice/rules/0/when"];

/// A sheet with many answers, and an empty one.
const ANSWERS: [&[u8]; 2] = [br#"{"role": "one", "answers": {"C1": "dk", "R1": null}}"#, br#"{"answers": {}}"#];

fuzz_target!(init: LazyLock::force(&DEFINITION), |data: &[u8]| {
    let Some((place, source)) = data.split_first() else { return };
    let mut definition = DEFINITION.clone();
    let place = PLACES[usize::from(*place) % PLACES.len()];
    let source = String::from_utf8_lossy(source);
    *definition.pointer_mut(place).unwrap() = json!(source);
    let definition = definition.to_string();
    for answers in ANSWERS {
        if accepted(definition.as_bytes(), answers).is_none() {
            let assessment = Assessment::load(definition.as_bytes());
            let reply = assessment.check();
            for problem in reply.get("refused").get("problems").list() {
                assert!(problem.get("line").number() > Some(0.0), "no place: {problem:?}");
            }
            return;
        }
    }
    let assessment = Assessment::load(definition.as_bytes());
    let id = DEFINITION["composites"][1]["id"].as_str().unwrap();
    let _ = value(&assessment.explain(ANSWERS[1], id));
});
