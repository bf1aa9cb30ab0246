//! The door that compiles a definition.

use super::{page, value};
use crate::api::Assessment;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The shapes of replies are written once, beside the scripts that read them.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Reply } from "../types.js";"#;

/// The compiled form of a definition, or its problems; they also go to the console.
#[wasm_bindgen(unchecked_return_type = "Reply<string>")]
pub fn compile(definition: &[u8]) -> JsValue {
    let assessment = Assessment::load(definition);
    page::report(assessment.problems());
    value::to_js(&assessment.compiled())
}
