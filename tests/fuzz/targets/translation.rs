//! Any text as a translation of one of two definitions: what is accepted has the fingerprint of the original.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use tautline::author;
use tautline_fuzz::{accepted, value};

const ANSWERS: &[u8] = br#"{"answers": {}}"#;

const DEFINITIONS: [&[u8]; 2] =
    [include_bytes!("../../wide/piping.json"), include_bytes!("../../definitions/valid/all-kinds.json")];

static MARKS: LazyLock<[Option<String>; 2]> =
    LazyLock::new(|| DEFINITIONS.map(|definition| accepted(definition, ANSWERS)));

fuzz_target!(init: LazyLock::force(&MARKS), |data: &[u8]| {
    let Some((which, translation)) = data.split_first() else { return };
    let which = usize::from(*which) % DEFINITIONS.len();
    let reply = author::translate(DEFINITIONS[which], Some(translation), "de");
    if let Some(translated) = value(&reply) {
        let mark = accepted(translated.get("definition").text().as_bytes(), ANSWERS);
        assert!(mark.is_some() && mark == MARKS[which], "another fingerprint: {mark:?}");
    }
});
