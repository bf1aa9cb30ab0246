//! The package for those who build their pages with npm and a bundler.

use super::kit::Kit;
use super::parts::Parts;
use super::{Files, Published};
use crate::problem::Problem;

/// Adds it, as a folder that `npm pack` makes a package of.
///
/// # Errors
/// A kit that lacks a part.
pub(crate) fn add(files: &mut Files, kit: &Kit, published: &Published, parts: &Parts) -> Result<(), Vec<Problem>> {
    let mut put = |name: &str, bytes: &[u8]| files.insert(format!("npm/{name}"), bytes.to_vec());
    for (name, bytes) in kit.folder("package") {
        let text = String::from_utf8_lossy(bytes).replace("@version@", env!("CARGO_PKG_VERSION"));
        put(name, text.as_bytes());
    }
    for (name, bytes) in kit.folder("themes") {
        put(&format!("themes/{name}"), bytes);
    }
    let beside = ["compile.js", "compile_bg.wasm", "whole_plain.js", "wide_bg.wasm", "wide_plain.js"];
    for name in beside.map(|name| ["pkg/", name].concat()) {
        put(&name, kit.bytes(&format!("parts/{name}"))?);
    }
    for (name, bytes) in kit.folder("parts/texts") {
        // English is in the script; of the rest it wants the words of the widget and of its links
        let kind = name.strip_suffix(".json").and_then(|name| name.get(2..));
        if matches!(kind, Some("-wide")) || !name.starts_with("en") && matches!(kind, Some("" | "-together")) {
            put(&format!("texts/{name}"), bytes);
        }
    }
    put("index.js", parts.whole());
    put("core.wasm", kit.bytes("whole.wasm")?);
    put("definition.json", &published.json);
    Ok(())
}
