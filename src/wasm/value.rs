//! Values to JavaScript: plain objects, `null` for what is missing.

use crate::Data;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// A reply as plain JavaScript data; `undefined` cannot occur in it.
pub(super) fn to_js(reply: &Data<'_>) -> JsValue {
    // Replies hold only what the serializer knows, so the fallback is never taken.
    reply.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
