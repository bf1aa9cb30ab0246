//! The door to what several results are needed for, or somebody else's.

use super::value;
use crate::api;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The shapes of replies are written once, beside the scripts that read them.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Change, Comparison, Placed, Reply } from "../types.js";"#;

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

    /// The two put side by side; the answers of a person who has a counterpart
    /// come in the order of the roles.
    #[wasm_bindgen(unchecked_return_type = "Reply<Comparison>")]
    pub fn compare(&self, first: &[u8], second: &[u8]) -> JsValue {
        value::to_js(&self.0.compare(first, second))
    }

    /// How answers of one person have changed.
    #[wasm_bindgen(unchecked_return_type = "Reply<Change>")]
    pub fn change(&self, old: &[u8], new: &[u8]) -> JsValue {
        value::to_js(&self.0.change(old, new))
    }

    /// Where answers stand against a benchmark file.
    #[wasm_bindgen(unchecked_return_type = "Reply<Placed>")]
    pub fn place(&self, answers: &[u8], benchmark: &[u8]) -> JsValue {
        value::to_js(&self.0.place(answers, benchmark))
    }

    /// The answers document, as JSON text, behind a token anywhere in a text.
    #[wasm_bindgen(js_name = openLink, unchecked_return_type = "Reply<string>")]
    pub fn open_link(&self, text: &[u8]) -> JsValue {
        value::to_js(&self.0.open_link(core::str::from_utf8(text).unwrap_or_default()))
    }
}

/// The squares of a picture of a text that cameras read: a line a row, `1` for
/// dark; undefined for a text of more than about 2,300 letters.
#[wasm_bindgen(unchecked_return_type = "string | undefined")]
pub fn squares(text: &str) -> JsValue {
    super::squares::of(text)
}
