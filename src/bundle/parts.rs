//! The folder with the parts: its name holds the hash of all that is in it, so that no two builds ever mix.

use super::kit::Kit;
use super::{Files, Options, Published, samples};
use crate::digest::sha384;
use crate::problem::Problem;
use sha2::{Digest, Sha256};

/// The module with everything inside.
pub(crate) const WHOLE: &str = "whole.js";

/// What a page makes bundles of; its scripts find it there in a site that is not bundled too.
pub(crate) const KIT: &str = "pkg/kit.zip";

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
    /// A kit that lacks one, or whose samples are not sound.
    pub(crate) fn of(kit: &Kit, published: &Published, options: &Options) -> Result<Self, Vec<Problem>> {
        let mut files: Files = kit.folder("parts").map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
        let whole = kit.whole("parts/whole.js")?.into_bytes();
        let integrity = sha384(&whole);
        files.insert(WHOLE.into(), whole);
        if options.studio {
            files.extend(kit.studio().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())));
            files.extend(samples::compiled(kit)?);
            files.insert(KIT.into(), kit.for_studio()?);
        }
        files.insert("instrument.json".into(), published.json.clone());
        let mut all = Sha256::new();
        for (name, bytes) in &files {
            all.update(Sha256::digest(name));
            all.update(Sha256::digest(bytes));
        }
        let hash: Vec<String> = all.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        Ok(Parts { folder: format!("{}-{}", env!("CARGO_PKG_VERSION"), hash.concat()), integrity, files })
    }

    /// The module with everything inside.
    pub(crate) fn whole(&self) -> &[u8] {
        self.files.get(WHOLE).map(Vec::as_slice).unwrap_or_default()
    }

    /// Adds them to a bundle.
    pub(crate) fn add(self, files: &mut Files) {
        for (name, bytes) in self.files {
            files.insert(format!("{}/{name}", self.folder), bytes);
        }
    }
}
