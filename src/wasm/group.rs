//! The door of the page of a group.

use super::value;
use crate::api;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The shapes of replies are written once, beside the scripts that read them.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str =
    r#"import type { Benchmark, Calibration, Gathered, Group as GroupView, Reply } from "../types.js";"#;

/// A group in the browser: sheets added up, none of which it keeps.
#[wasm_bindgen]
pub struct Group {
    assessment: api::Assessment,
    cohort: api::Cohort,
}

#[wasm_bindgen]
impl Group {
    /// Opens a definition by its compiled form, with nobody in the group.
    #[wasm_bindgen(constructor)]
    pub fn new(definition: &[u8], compiled: &[u8]) -> Group {
        Group { assessment: api::Assessment::open(definition, compiled), cohort: api::Cohort::default() }
    }

    /// Adds the links and answers documents of a text, of a unit unless that is
    /// empty; what is no UTF-8 in it is no link.
    #[wasm_bindgen(unchecked_return_type = "Reply<Gathered>")]
    pub fn gather(&mut self, text: &[u8], unit: &[u8]) -> JsValue {
        let unit = core::str::from_utf8(unit).ok().filter(|unit| !unit.is_empty());
        value::to_js(&self.assessment.gather_text(&mut self.cohort, &String::from_utf8_lossy(text), unit))
    }

    /// Begins anew, and who answers as somebody before did counts as well.
    pub fn count_doubles(&mut self) {
        self.cohort = api::Cohort::counting_doubles();
    }

    /// What may be shown of the group.
    #[wasm_bindgen(unchecked_return_type = "Reply<GroupView>")]
    pub fn group(&self, request: &[u8]) -> JsValue {
        value::to_js(&self.assessment.group(&self.cohort, request))
    }

    /// How the instrument has done, for those who look after it.
    #[wasm_bindgen(unchecked_return_type = "Reply<Calibration>")]
    pub fn calibration(&self) -> JsValue {
        value::to_js(&self.assessment.calibration(&self.cohort))
    }

    /// The exact sums, which hold small cells.
    #[wasm_bindgen(unchecked_return_type = "Reply<object>")]
    pub fn summary(&self) -> JsValue {
        value::to_js(&self.assessment.summary(&self.cohort))
    }

    /// How the scores lie, for strangers.
    #[wasm_bindgen(unchecked_return_type = "Reply<Benchmark>")]
    pub fn benchmark(&self, request: &[u8]) -> JsValue {
        value::to_js(&self.assessment.benchmark(&self.cohort, request))
    }

    /// Adds the sums of another group.
    #[wasm_bindgen(unchecked_return_type = "Reply<null>")]
    pub fn merge(&mut self, summary: &[u8]) -> JsValue {
        value::to_js(&self.assessment.merge(&mut self.cohort, summary))
    }
}
