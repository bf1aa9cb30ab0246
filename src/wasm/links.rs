//! The door to links, where the widget is one file and has no room for more of what results need together.

use super::run::Assessment;
use super::value;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
impl Assessment {
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
