//! What other people's pages need: the page with the snippets, and the script for frames.

use super::page::data_block;
use super::parts::Parts;
use super::{Files, Instrument, Options};
use crate::bundle::kit::Kit;
use crate::ending::Failure;
use serde_json::json;

/// Adds them.
///
/// # Errors
/// A kit that lacks a part.
pub(crate) fn add(
    files: &mut Files,
    kit: &Kit,
    instrument: &Instrument,
    options: &Options,
    parts: &Parts,
) -> Result<(), Failure> {
    files.insert("resize.js".into(), kit.bytes("resize.js")?.to_vec());
    files.insert("tautline.js".into(), format!("import \"./{}/tautline.js\";\n", parts.folder).into_bytes());
    let about = json!({
        "id": instrument.id,
        "title": instrument.title,
        "url": options.url.as_ref().map(super::Address::as_str),
        "parts": parts.folder,
        "integrity": parts.integrity,
    });
    let _ = data_block("", &about.to_string());
    Ok(())
}
