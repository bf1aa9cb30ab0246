//! The browser seam: the only use of the page around the widget.

#[cfg(feature = "wasm-run")]
pub(super) use address::address;

#[cfg(feature = "wasm-run")]
mod address {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        // Named directly: the way over the window would cost the widget a kilobyte.
        #[wasm_bindgen(thread_local_v2, js_name = location)]
        static LOCATION: Option<web_sys::Location>;
    }

    /// Address of the page without query and fragment, which may hold answers.
    pub(in super::super) fn address() -> String {
        let found = LOCATION.with(|location| location.as_ref().and_then(|location| location.href().ok()));
        let mut href = found.unwrap_or_default();
        href.truncate(href.bytes().position(|b| matches!(b, b'?' | b'#')).unwrap_or(href.len()));
        href
    }
}

/// Tells the author of a definition, in the console, what is wrong with it.
#[cfg(feature = "wasm-compile")]
pub(super) fn report(problems: &[crate::Problem]) {
    for problem in problems {
        let text = ["taut-line: ", problem.code, " at ", &problem.at, ": ", &problem.message].concat();
        web_sys::console::warn_1(&text.into());
    }
}
