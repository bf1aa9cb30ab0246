//! A definition that is to be published.

use super::refusals;
use super::sheet::{list, word};
use crate::api::Assessment;
use crate::data::Data;
use crate::problem::Problem;
use serde_json::Value;

/// A definition that is to be published.
pub(crate) struct Published {
    pub(crate) id: String,
    pub(crate) title: String,
    /// The first words about it.
    pub(crate) about: String,
    pub(crate) language: String,
    /// Those of the words around it: the first that of the pages, others those of further single files.
    pub(crate) spoken: Vec<String>,
    /// All of it, with its compiled form.
    pub(crate) root: Value,
    /// The same as it is published.
    pub(crate) json: Vec<u8>,
}

impl Published {
    /// Takes it through the gate; which languages are spoken around it is still open.
    ///
    /// # Errors
    /// Those of the gate.
    pub(crate) fn of(definition: &[u8]) -> Result<Self, Vec<Problem>> {
        let root = compiled(definition)?;
        let text = |name| word(&root, name).to_owned();
        let about = list(&root, "intro").first().and_then(Value::as_str).unwrap_or_default().to_owned();
        Ok(Published {
            id: text("id"),
            title: text("title"),
            about,
            language: text("language"),
            spoken: Vec::new(),
            json: root.to_string().into_bytes(),
            root,
        })
    }

    /// Whether the widget needs its wider part: only the wider core reads it, or its scores belong to no dimension.
    pub(crate) fn is_wide(&self) -> bool {
        word(&self.root, "compiled").starts_with('+') || self.root.get("dimensions").is_none_or(Value::is_null)
    }

    /// The language of the pages around it.
    pub(crate) fn speaks(&self) -> &str {
        self.spoken.first().map_or("", String::as_str)
    }
}

/// The fields of a definition with its compiled form, which comes last.
///
/// # Errors
/// Those of the gate.
pub(crate) fn compiled(definition: &[u8]) -> Result<Value, Vec<Problem>> {
    let assessment = Assessment::load(definition);
    let reply = assessment.compiled();
    if *reply.get("refused") != Data::Null {
        return Err(assessment.problems().to_vec());
    }
    let mut root: Value = serde_json::from_slice(definition).map_err(|error| refusals::unreadable(&error))?;
    if let Some(fields) = root.as_object_mut() {
        fields.remove("compiled");
        fields.insert("compiled".into(), reply.get("ok").get("value").text().into());
    }
    Ok(root)
}
