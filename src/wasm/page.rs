//! The browser seam: the only use of the page around the widget.

use crate::api::{Overview, Reply};
use web_sys::console;

/// Address of the page without query and fragment, which may hold answers.
pub(super) fn address() -> String {
    let location = web_sys::window().map(|window| window.location());
    let href = location.and_then(|location| location.href().ok()).unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().into()
}

/// Tells the author of a definition, in the console, what has no effect.
pub(super) fn report_warnings(reply: &Reply<Overview>) {
    let Reply::Ok { warnings, .. } = reply else { return };
    for warning in warnings {
        let text = ["taut-line: ", warning.code, " at ", &warning.at, ": ", &warning.message].concat();
        console::warn_1(&text.into());
    }
}
