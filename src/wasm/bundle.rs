//! The door of those who publish what they have written.

use super::studio::Bytes as Given;
use super::value;
use crate::author::{self, Files};
use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The shapes of replies are written once, beside the scripts that read them.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Made } from "../types.js";"#;

/// The files that show a definition. The kit is the `kit.zip` that lies beside this module; options are [`author::bundle`]'s.
#[wasm_bindgen(unchecked_return_type = "Reply<Made[]>")]
pub fn bundle(kit: &[u8], definition: &[u8], options: &[u8]) -> JsValue {
    match author::bundle(kit, definition, options) {
        Ok(files) => value::to_js(&Accepted::from(&files)),
        Err(refused) => value::to_js(&refused),
    }
}

/// The questions on paper with their scoring key, a page of HTML.
#[wasm_bindgen(unchecked_return_type = "Reply<string>")]
pub fn form(definition: &[u8]) -> JsValue {
    value::to_js(&author::form(definition))
}

/// Files as one ZIP archive; of what is no list of files, an empty one.
#[wasm_bindgen]
pub fn packed(#[wasm_bindgen(unchecked_param_type = "Made[]")] files: JsValue) -> Vec<u8> {
    let files: Vec<(String, Given)> = serde_wasm_bindgen::from_value(files).unwrap_or_default();
    let files: Files = files.into_iter().map(|(name, bytes)| (name, bytes.0)).collect();
    // There is less memory than an archive can hold.
    author::packed(&files).unwrap_or_default()
}

/// A reply of files, which no [`crate::Data`] holds.
#[derive(Serialize)]
struct Accepted<'f> {
    ok: Value<'f>,
}

#[derive(Serialize)]
struct Value<'f> {
    value: Vec<(&'f str, Bytes<'f>)>,
    warnings: [(); 0],
}

impl<'f> From<&'f Files> for Accepted<'f> {
    fn from(files: &'f Files) -> Self {
        let value = files.iter().map(|(name, bytes)| (name.as_str(), Bytes(bytes))).collect();
        Accepted { ok: Value { value, warnings: [] } }
    }
}

/// A `Uint8Array`.
struct Bytes<'f>(&'f [u8]);

impl Serialize for Bytes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}
