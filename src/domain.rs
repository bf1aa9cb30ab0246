//! What every input is checked for: types, ranges, texts that read as they are written.

use crate::json::Node;
use crate::limits::TITLE;
use crate::number::brief;
use crate::problem::{Problems, is_unprintable};

/// Notes a value of another type than expected.
pub(crate) fn wrong(expected: &str, node: &Node, path: &str, problems: &mut Problems) {
    let message = ["expected ", expected, ", found ", node.value.kind()];
    problems.error("wrong-type", path, &message, "see the format in the README");
}

/// Notes a number outside two bounds, or with a fraction where none may be.
pub(crate) fn range(x: f64, (min, max): (f64, f64), whole: bool, path: &str, problems: &mut Problems) {
    if x < min || x > max {
        let message = [&*brief(x), " is outside ", &brief(min), " to ", &brief(max)];
        problems.error("out-of-range", path, &message, "use a number within these bounds");
    } else if whole && x.floor() < x {
        problems.error("not-whole", path, &["expected a whole number"], "round it");
    }
}

/// The number of a node, its lower bound if it is none; what is wrong is noted.
pub(crate) fn number(node: &Node, bounds: (f64, f64), whole: bool, path: &str, problems: &mut Problems) -> f64 {
    match node.number() {
        Some(x) => {
            range(x, bounds, whole, path, problems);
            x
        }
        None => {
            wrong("a number", node, path, problems);
            bounds.0
        }
    }
}

/// Notes a text that is empty, longer than `max` characters, or not what it looks like. Lines may end in one that is longer than a title.
pub(crate) fn words(text: &str, max: usize, path: &str, problems: &mut Problems) {
    if text.chars().all(char::is_whitespace) {
        problems.error("empty-text", path, &["an empty text"], "write it, or leave the field out if it is optional");
    } else if text.chars().count() > max {
        problems.error("text-too-long", path, &["a text of more than ", &max.to_string(), " characters"], "shorten it");
    } else if text.chars().any(|c| is_unprintable(c) && (c != '\n' || max <= TITLE)) {
        let help = "remove it: the text would not read as it is written";
        problems.error("control-character", path, &["a control character in a text"], help);
    }
}
