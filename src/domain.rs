//! What every input is checked for, definition or answers: types and ranges.

use crate::json::Node;
use crate::number::brief;
use crate::problem::Problems;

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
