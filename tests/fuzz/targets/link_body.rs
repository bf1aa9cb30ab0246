//! The number of a token, under its check digits: a byte of settings, then a byte for each digit.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tautline_fuzz::{DEFINITIONS, LENGTHS, opened, prepare, text};

fuzz_target!(init: prepare(), |data: &[u8]| {
    let Some((settings, digits)) = data.split_first() else { return };
    let is_set = |bit: u8| settings >> bit & 1 == 1;
    let which = usize::from(is_set(0));
    let mut digits: Vec<u8> = digits.iter().map(|byte| byte % 61).collect();
    if is_set(1) {
        digits.insert(0, 1);
    }
    if is_set(2) {
        digits.resize(LENGTHS[which], 0);
    }
    let assessment = &DEFINITIONS[which];
    let sealed = text(&assessment.sealed(&digits, is_set(3)));
    if let Some((_, token)) = opened(assessment, &sealed) {
        assert_eq!(token, sealed, "two tokens for the same answers");
    }
});
