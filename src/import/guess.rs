//! Which format a file is of, by its name and what stands in it.
//!
//! A guess reads the file once and refuses nothing: the reader of the format does.

use super::archive;
use crate::json;
use crate::limits;

/// The identifier of the format that a file looks like; none for a definition of this
/// project and for what looks like nothing known.
pub(crate) fn guess(name: &str, bytes: &[u8]) -> Option<&'static str> {
    let text = String::from_utf8_lossy(bytes.get(..limits::SOURCE_BYTES).unwrap_or(bytes));
    match name.rsplit_once('.').unwrap_or_default().1.to_ascii_lowercase().as_str() {
        "csv" | "tsv" | "xlsx" => Some("csv"),
        "lss" => Some("limesurvey"),
        "gift" => Some("gift"),
        "js" => Some("axes"),
        "yaml" | "yml" if text.contains("\ncategories:") || text.starts_with("categories:") => Some("pemm"),
        "yaml" | "yml" => Some("samm"),
        "txt" if text.contains('{') => Some("gift"),
        _ if archive::is(bytes) => Some("qti"),
        _ => {
            let text = text.trim_start_matches('\u{feff}').trim_start();
            if text.starts_with('<') { xml(text) } else { data(text) }
        }
    }
}

/// By the root element.
fn xml(text: &str) -> Option<&'static str> {
    let mut tags = text.split('<').skip(1).filter(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic()));
    let root = tags.next()?.split(|c: char| c.is_whitespace() || "/>".contains(c)).next()?;
    let root = root.rsplit(':').next()?;
    let is_qti = |root: &str| ["manifest", "assessment", "questestinterop"].iter().any(|word| root.starts_with(word));
    match root {
        "quiz" => Some("moodle"),
        "document" => Some("limesurvey"),
        root if is_qti(root.trim_start_matches("qti-")) => Some("qti"),
        _ => None,
    }
}

/// By the fields of JSON.
fn data(text: &str) -> Option<&'static str> {
    let root = json::parse(text.as_bytes(), limits::SOURCE_BYTES).ok()?;
    let has = |name: &str| root.field(name).is_some();
    if has("format") && has("items") {
        return None;
    }
    if has("pages") || has("elements") {
        return Some("surveyjs");
    }
    let lists = core::iter::once(&root).chain(root.fields().iter().map(|(_, value)| value));
    lists.flat_map(json::Node::list).any(|entry| entry.field("effect").is_some()).then_some("axes")
}
