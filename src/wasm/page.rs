//! The browser seam: the only use of the page around the widget.

/// Address of the page without query and fragment, which may hold answers.
#[cfg(feature = "wasm-run")]
pub(super) fn address() -> String {
    let location = web_sys::window().map(|window| window.location());
    let href = location.and_then(|location| location.href().ok()).unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().into()
}

/// Tells the author of a definition, in the console, what is wrong with it.
#[cfg(feature = "wasm-compile")]
pub(super) fn report(problems: &[crate::Problem]) {
    for problem in problems {
        let text = ["taut-line: ", problem.code, " at ", &problem.at, ": ", &problem.message].concat();
        web_sys::console::warn_1(&text.into());
    }
}
