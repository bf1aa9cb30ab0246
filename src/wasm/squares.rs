//! Addresses as pictures that cameras read (QR codes, ISO/IEC 18004).

use qrcodegen::{QrCode, QrCodeEcc};
use wasm_bindgen::prelude::JsValue;

/// One row a line, a letter a square: `1` is dark. Undefined for a text that is
/// too long, from about 2,300 letters.
pub(super) fn of(text: &str) -> JsValue {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return JsValue::UNDEFINED };
    let mut rows = String::new();
    for y in 0..code.size() {
        for x in 0..code.size() {
            rows.push(if code.get_module(x, y) { '1' } else { '0' });
        }
        rows.push('\n');
    }
    JsValue::from_str(&rows)
}
