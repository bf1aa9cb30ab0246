//! Hashes as pages and policies name them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// Bytes as base64.
pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// What a request names that must bring these bytes.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(bytes)))
}

/// The same as a tag names it, beside a script of another host.
pub(crate) fn sha384(bytes: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(bytes)))
}

/// How a policy names a script or a style that stands in the page.
pub(crate) fn inline(text: &str) -> String {
    format!("'{}'", sha256(text.as_bytes()))
}
