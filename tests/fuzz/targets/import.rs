//! A byte for the format, then any bytes as a file of it: it is refused with reasons, or becomes a definition for which
//! everything holds that is promised of accepted ones.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tautline::{author, limits};
use tautline_fuzz::{accepted, value};

/// The formats, each with a name that its files may have.
const FORMATS: [(&str, &str); 9] = [
    ("csv", "questions.csv"),
    ("pemm", "model.yaml"),
    ("axes", "questions.js"),
    ("surveyjs", "survey.json"),
    ("samm", "model/questions/G-A-1.yml"),
    ("limesurvey", "survey.lss"),
    ("gift", "quiz.gift"),
    ("moodle", "quiz.xml"),
    ("qti", "item.xml"),
];

fuzz_target!(|data: &[u8]| {
    let Some((format, bytes)) = data.split_first() else { return };
    let (format, name) = FORMATS[usize::from(*format) % FORMATS.len()];
    let reply = author::import(format, &[(name, bytes)], "", "");
    let Some(imported) = value(&reply) else { return };
    assert!(imported.get("losses").list().len() <= limits::LOSSES + 1);
    let definition = imported.get("definition").text();
    assert!(accepted(definition.as_bytes(), br#"{"answers": {}}"#).is_some(), "refused: {definition}");
    for format in ["surveyjs", "gift", "qti3", "csv"] {
        assert!(value(&author::export(format, definition.as_bytes())).is_some(), "{format}: {definition}");
    }
});
