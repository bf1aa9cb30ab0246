//! The door of a reader's page: one line a method. Texts come in as UTF-8, which
//! the page encodes in a word and the bindings in a hundred.

use super::value;
use crate::api;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The shapes of replies are written once, beside the scripts that read them.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Explanation, Finished, Identity, Progress, Reply } from "../types.js";"#;

/// An instrument in the browser. Holds nothing but the compiled definition.
#[wasm_bindgen]
pub struct Assessment(pub(super) api::Assessment);

#[wasm_bindgen]
impl Assessment {
    /// Opens a definition by its compiled form.
    #[wasm_bindgen(constructor)]
    pub fn new(definition: &[u8], compiled: &[u8]) -> Assessment {
        Assessment(api::Assessment::open(definition, compiled))
    }

    /// The instrument in short, or why there is none.
    #[wasm_bindgen(unchecked_return_type = "Reply<Identity>")]
    pub fn check(&self) -> JsValue {
        value::to_js(&self.0.check())
    }

    /// How far a respondent has come.
    #[wasm_bindgen(unchecked_return_type = "Reply<Progress>")]
    pub fn progress(&self, answers: &[u8]) -> JsValue {
        value::to_js(&self.0.progress(answers))
    }

    /// Scores answers and composes the report.
    #[wasm_bindgen(unchecked_return_type = "Reply<Finished>")]
    pub fn finish(&self, answers: &[u8]) -> JsValue {
        value::to_js(&self.0.finish(answers))
    }

    /// The chain from answers to a scale, composite or band.
    #[wasm_bindgen(unchecked_return_type = "Reply<Explanation>")]
    pub fn explain(&self, answers: &[u8], id: &[u8]) -> JsValue {
        value::to_js(&self.0.explain(answers, core::str::from_utf8(id).unwrap_or_default()))
    }
}
