//! The door of the studio: what those who write definitions ask of the core.

use super::value;
use crate::{api, author};
use serde::de::{Deserialize, Deserializer, Visitor};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The shapes of replies are written once, beside the scripts that read them.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type {
    Checked, Diff, Explanation, Exported, Finished, Formats, Identity, Imported, LintRule, Named, Progress, Reply,
    Simulation,
} from "../types.js";"#;

/// The instrument in short, or its problems, and what is to be said of its quality.
#[wasm_bindgen(unchecked_return_type = "Reply<Checked>")]
pub fn check(definition: &[u8]) -> JsValue {
    value::to_js(&author::check(definition))
}

/// Why each rule of `check` exists.
#[wasm_bindgen(unchecked_return_type = "LintRule[]")]
pub fn rules() -> JsValue {
    value::to_js(&author::rules())
}

/// The shape of a definition as JSON Schema.
#[wasm_bindgen]
pub fn schema() -> String {
    author::schema()
}

/// What can be imported and exported.
#[wasm_bindgen(unchecked_return_type = "Formats")]
pub fn formats() -> JsValue {
    value::to_js(&author::formats())
}

/// The format of import that a file looks like; undefined for a definition too.
#[wasm_bindgen]
pub fn guess(name: &str, bytes: &[u8]) -> Option<String> {
    author::guess(name, bytes).map(Into::into)
}

/// Questionnaires of another tool as a definition. What is no list of files is none.
#[wasm_bindgen(js_name = importFiles, unchecked_return_type = "Reply<Imported>")]
pub fn import_files(
    format: &str,
    #[wasm_bindgen(unchecked_param_type = "[name: string, bytes: Uint8Array][]")] files: JsValue,
    weights: &str,
    language: &str,
) -> JsValue {
    let files: Vec<(String, Bytes)> = serde_wasm_bindgen::from_value(files).unwrap_or_default();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.0.as_slice())).collect();
    value::to_js(&author::import(format, &files, weights, language))
}

/// A definition in the format of another tool.
#[wasm_bindgen(js_name = exportTo, unchecked_return_type = "Reply<Exported>")]
pub fn export_to(format: &str, definition: &[u8]) -> JsValue {
    value::to_js(&author::export(format, definition))
}

/// What changed between two editions of a definition.
#[wasm_bindgen(unchecked_return_type = "Reply<Diff>")]
pub fn diff(old: &[u8], new: &[u8]) -> JsValue {
    value::to_js(&author::diff(old, new))
}

/// The definition with its compiled form, as it is published.
#[wasm_bindgen(unchecked_return_type = "Reply<string>")]
pub fn published(definition: &[u8]) -> JsValue {
    value::to_js(&author::published(definition))
}

/// The manners in which respondents are simulated.
#[wasm_bindgen(unchecked_return_type = "Named[]")]
pub fn manners() -> JsValue {
    value::to_js(&author::manners())
}

/// What simulated respondents got.
#[wasm_bindgen(unchecked_return_type = "Reply<Simulation>")]
pub fn simulate(definition: &[u8], kind: &str, n: usize, seed: u32) -> JsValue {
    value::to_js(&api::Assessment::load(definition).simulate(kind, n, seed))
}

/// A definition to be tried, compiled or refused.
#[wasm_bindgen]
pub struct Bench(api::Assessment);

#[wasm_bindgen]
impl Bench {
    /// Reads a definition.
    #[wasm_bindgen(constructor)]
    pub fn new(definition: &[u8]) -> Bench {
        Bench(api::Assessment::load(definition))
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
    pub fn explain(&self, answers: &[u8], id: &str) -> JsValue {
        value::to_js(&self.0.explain(answers, id))
    }

    /// The answers document, as JSON text, of one simulated respondent.
    #[wasm_bindgen(unchecked_return_type = "Reply<string>")]
    pub fn random(&self, kind: &str, seed: u32) -> JsValue {
        value::to_js(&self.0.random(kind, seed))
    }
}

/// The bytes of a `Uint8Array`, copied as a whole.
pub(super) struct Bytes(pub(super) Vec<u8>);

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Whole;
        impl Visitor<'_> for Whole {
            type Value = Bytes;
            fn expecting(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                formatter.write_str("bytes")
            }
            fn visit_byte_buf<E>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
                Ok(Bytes(bytes))
            }
        }
        deserializer.deserialize_byte_buf(Whole)
    }
}
