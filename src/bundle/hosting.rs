//! Examples of the headers that a host should send; none of them is needed for a start.

use super::Files;
use super::kit::Kit;
use super::parts::Parts;

/// Adds them, in a folder of their own: which of them fits only the publisher knows.
pub(crate) fn add(files: &mut Files, kit: &Kit, parts: &Parts) {
    for (name, bytes) in kit.folder("hosting") {
        let text = String::from_utf8_lossy(bytes).replace("@parts@", &parts.folder);
        files.insert(format!("hosting/{name}"), text.into_bytes());
    }
}
