//! The browser seam: the only use of the page around the widget.

#[cfg(feature = "wasm_run")]
pub(super) use address::address;

#[cfg(feature = "wasm_run")]
mod address {
    use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
    use web_sys::js_sys::JsString;

    #[wasm_bindgen]
    extern "C" {
        // Named directly, and left a string of the page's: the way over the window and into the
        // memory of the widget would cost it a kilobyte.
        #[wasm_bindgen(thread_local_v2, js_name = location)]
        static LOCATION: Option<web_sys::Location>;
    }

    /// Address of the page without query and fragment, which may hold answers.
    pub(in super::super) fn address() -> JsValue {
        let Some(address) = LOCATION.with(|location| location.as_ref().map(|found| found.to_string())) else {
            return JsString::from("").into();
        };
        let place = |sign| u32::try_from(address.index_of(sign, 0)).unwrap_or(address.length());
        address.slice(0, place("?").min(place("#"))).into()
    }
}

/// Tells the author of a definition, in the console, what is wrong with it.
#[cfg(feature = "wasm_compile")]
pub(super) fn report(problems: &[crate::Problem]) {
    for problem in problems {
        let text = ["taut-line: ", problem.code, " at ", &problem.at, ": ", &problem.message].concat();
        web_sys::console::warn_1(&text.into());
    }
}
