//! Values to JavaScript: plain objects, `null` for what is missing.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// A reply as plain JavaScript data; `undefined` cannot occur in it. Bytes are a `Uint8Array`.
pub(super) fn to_js(reply: &impl Serialize) -> JsValue {
    // Replies hold only what the serializer knows, so the fallback is never taken.
    reply.serialize(&Serializer::json_compatible().serialize_bytes_as_arrays(false)).unwrap_or(JsValue::NULL)
}
