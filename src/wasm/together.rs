//! The door to what several results are needed for, or somebody else's.

use super::value;
use crate::api;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The shapes of replies are written once, beside the scripts that read them.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Reply } from "../types.js";"#;

/// An instrument in the browser, for results that are shared.
#[wasm_bindgen]
pub struct Together(api::Assessment);

#[wasm_bindgen]
impl Together {
    /// Opens a definition by its compiled form.
    #[wasm_bindgen(constructor)]
    pub fn new(definition: &[u8], compiled: &[u8]) -> Together {
        Together(api::Assessment::open(definition, compiled))
    }

    /// The token of a result link.
    #[wasm_bindgen(unchecked_return_type = "Reply<string>")]
    pub fn link(&self, answers: &[u8]) -> JsValue {
        value::to_js(&self.0.link(answers))
    }

    /// The answers document, as JSON text, behind a token anywhere in a text.
    #[wasm_bindgen(js_name = openLink, unchecked_return_type = "Reply<string>")]
    pub fn open_link(&self, text: &[u8]) -> JsValue {
        value::to_js(&self.0.open_link(core::str::from_utf8(text).unwrap_or_default()))
    }
}
