//! Any text as a definition, and behind a zero byte one as answers to it: it is refused with reasons, or everything that
//! is promised of accepted ones holds.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tautline_fuzz::accepted;

fuzz_target!(|data: &[u8]| {
    let (definition, answers) = match data.iter().position(|byte| *byte == 0) {
        Some(at) => (&data[..at], &data[at + 1..]),
        None => (data, br#"{"answers": {}}"#.as_slice()),
    };
    accepted(definition, answers);
});
