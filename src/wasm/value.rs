//! Values to JavaScript: plain objects, `null` for what is missing.

use crate::Data;
use crate::data::Form;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::js_sys::{Array, Object};

#[wasm_bindgen]
extern "C" {
    /// An object in the making.
    type Fields;

    #[wasm_bindgen(method, indexing_setter)]
    fn set(this: &Fields, name: &str, value: &JsValue);
}

/// A reply as plain JavaScript data; `undefined` cannot occur in it.
pub(super) fn to_js(reply: &Data<'_>) -> JsValue {
    match reply.form() {
        Form::Null => JsValue::NULL,
        Form::Bool(truth) => truth.into(),
        Form::Number(x) => x.into(),
        Form::Text(text) => text.into(),
        Form::List => {
            let list = Array::new();
            reply.entries(&mut |_, value| {
                list.push(&to_js(value));
            });
            list.into()
        }
        Form::Object => {
            let fields: Fields = Object::new().unchecked_into();
            reply.entries(&mut |name, value| fields.set(name, &to_js(value)));
            fields.into()
        }
    }
}
