//! The folder with the parts: its name holds the hash of all that is in it, so that no two builds ever mix.

use super::page::{base64, integrity, short_hash};
use super::single::squeezed;
use super::{Files, Instrument};
use crate::bundle::kit::Kit;
use crate::ending::Failure;
use sha2::{Digest, Sha256};

/// Scripts, modules, wording, and the definition that they show.
pub(crate) struct Parts {
    /// The name of the folder.
    pub(crate) folder: String,
    /// What a page names beside `whole.js`.
    pub(crate) integrity: String,
    files: Files,
}

impl Parts {
    /// Gathers them.
    ///
    /// # Errors
    /// A kit that lacks one.
    pub(crate) fn of(kit: &Kit, instrument: &Instrument) -> Result<Self, Failure> {
        let mut files: Files = kit.folder("parts").map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
        let whole = whole(kit, "parts/whole.js")?.into_bytes();
        let integrity = integrity(&whole);
        files.insert("whole.js".into(), whole);
        files.insert("instrument.json".into(), instrument.json.clone());
        let mut all = Sha256::new();
        for (name, bytes) in &files {
            all.update(Sha256::digest(name));
            all.update(Sha256::digest(bytes));
        }
        Ok(Parts { folder: format!("{}-{}", env!("CARGO_PKG_VERSION"), short_hash(all.finalize())), integrity, files })
    }

    /// The module with everything inside.
    pub(crate) fn whole(&self) -> &[u8] {
        self.files.get("whole.js").map(Vec::as_slice).unwrap_or_default()
    }

    /// Adds them to a bundle.
    pub(crate) fn add(self, files: &mut Files) {
        for (name, bytes) in self.files {
            files.insert(format!("{}/{name}", self.folder), bytes);
        }
    }
}

/// A script of the kit with its core inside.
///
/// # Errors
/// A kit that lacks one of them.
pub(crate) fn whole(kit: &Kit, name: &str) -> Result<String, Failure> {
    Ok(kit.text(name)?.replace("@whole@", &base64(&squeezed(kit.bytes("whole.wasm")?)?)))
}
