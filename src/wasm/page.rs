//! The browser seam: the only use of the page around the widget.

/// Tells the author of a definition, in the console, what is wrong with it.
pub(super) fn report(problems: &[crate::Problem]) {
    for problem in problems {
        let text = ["taut-line: ", problem.code, " at ", &problem.at, ": ", &problem.message].concat();
        web_sys::console::warn_1(&text.into());
    }
}
