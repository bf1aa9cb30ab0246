//! A byte, then a text as answers of an earlier edition, or as the rules that bring them into this one: what comes of it
//! is refused with reasons, or is a sheet of this edition.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use std::sync::LazyLock;
use tautline::api::Assessment;
use tautline::author;
use tautline_fuzz::{accepted, value};

const DEFINITION: &str = include_str!("../../wide/edition.json");
const ANSWERS: &[u8] = include_bytes!("../corpus/migration/answers");

static PARSED: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(DEFINITION).unwrap());

fuzz_target!(init: LazyLock::force(&PARSED), |data: &[u8]| {
    let Some((what, text)) = data.split_first() else { return };
    let (mut definition, mut answers) = (DEFINITION.to_owned(), text);
    if what % 2 == 1 {
        let Ok(rules) = serde_json::from_slice::<Value>(text) else { return };
        let mut with = PARSED.clone();
        with["editions"][0]["migrate"] = rules;
        (definition, answers) = (with.to_string(), &ANSWERS[1..]);
        if accepted(definition.as_bytes(), answers).is_none() {
            return;
        }
    }
    let reply = author::migrate(definition.as_bytes(), answers);
    if let Some(migrated) = value(&reply) {
        let sheet = migrated.get("answers").text().to_owned();
        let assessment = Assessment::load(definition.as_bytes());
        assert!(value(&assessment.finish(sheet.as_bytes())).is_some(), "refused: {sheet}");
    }
});
