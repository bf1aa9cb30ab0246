//! The same bits on every machine: each score of the worked sheets, as
//! hexadecimal bits, against one file that the test in the browser reads too.

mod support;

use std::fs;
use std::path::Path;
use support::{accepted, flagship, score_bits, sheet_document, worked};

#[test]
fn scores_keep_their_bits() {
    let assessment = flagship();
    let mut lines = String::new();
    for sheet in worked()["sheets"].as_array().unwrap() {
        let document = sheet_document(sheet);
        let scored = score_bits(sheet, &accepted(assessment.score(document.as_bytes())));
        assert_eq!(scored, score_bits(sheet, &accepted(assessment.score(document.as_bytes()))), "scored twice");
        lines.push_str(&scored);
    }
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/bits.txt");
    if std::env::var_os("TAUTLINE_BLESS").is_some() {
        fs::write(&golden, &lines).unwrap();
    }
    let expected = fs::read_to_string(&golden).unwrap();
    assert_eq!(expected.lines().count(), 24 * 20);
    for (given, expected) in lines.lines().zip(expected.lines()) {
        assert_eq!(given, expected, "sheet, score, bits of value, low and high; see `cargo xtask bless`");
    }
    assert_eq!(lines.len(), expected.len());
}
