//! Any text as a link: it is refused for one reason, or what is behind it goes round.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tautline_fuzz::{DEFINITIONS, opened, prepare};

fuzz_target!(init: prepare(), |data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    for assessment in &*DEFINITIONS {
        if let Some((_, token)) = opened(assessment, &text) {
            // One spelling: what was opened stood in the text, or in what its % signs stand for.
            assert!(text.contains('%') || text.contains(&token), "{token} is not in the text");
        }
    }
});
