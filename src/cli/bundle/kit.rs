//! What bundles are made of: scripts, modules, wording and pages, built into the program of a release.

use super::archive::squeezed;
use crate::digest::base64;
use crate::ending::Failure;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

#[cfg(feature = "kit")]
const PACKED: Option<&[u8]> = Some(include_bytes!(env!("TAUTLINE_KIT")));
#[cfg(not(feature = "kit"))]
const PACKED: Option<&[u8]> = None;

/// The files of the kit.
pub(crate) struct Kit {
    files: BTreeMap<String, Vec<u8>>,
    /// The core of a widget that is one file, as its script holds it.
    core: String,
}

impl Kit {
    /// Unpacks it.
    ///
    /// # Errors
    /// A program that was built without it.
    pub(crate) fn open() -> Result<Self, Failure> {
        let Some(packed) = PACKED else {
            let sentence = "this program was built without the parts of the page: \
                use the one of a release, which `cargo xtask dist` makes";
            return Err(Failure::Sentence(sentence.into()));
        };
        let damaged = |error| Failure::Sentence(format!("the parts of the page are damaged: {error}"));
        let mut kit = Kit { files: unpacked(packed).map_err(damaged)?, core: String::new() };
        kit.core = base64(&squeezed(kit.bytes("whole.wasm")?)?);
        Ok(kit)
    }

    /// One file.
    ///
    /// # Errors
    /// A kit that was made without it.
    pub(crate) fn bytes(&self, name: &str) -> Result<&[u8], Failure> {
        let missing = || Failure::Sentence(format!("the parts of the page hold no {name}"));
        self.files.get(name).map(Vec::as_slice).ok_or_else(missing)
    }

    /// One file of text.
    ///
    /// # Errors
    /// A kit that was made without it.
    pub(crate) fn text(&self, name: &str) -> Result<&str, Failure> {
        core::str::from_utf8(self.bytes(name)?)
            .map_err(|_| Failure::Sentence(format!("{name} among the parts of the page is no text")))
    }

    /// A script with the core inside.
    ///
    /// # Errors
    /// A kit that was made without it.
    pub(crate) fn whole(&self, name: &str) -> Result<String, Failure> {
        Ok(self.text(name)?.replace("@whole@", &self.core))
    }

    /// The files of a folder, with their names inside it.
    pub(crate) fn folder<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        let inside = move |(name, bytes): (&'a String, &'a Vec<u8>)| {
            Some((name.strip_prefix(folder)?.strip_prefix('/')?, bytes.as_slice()))
        };
        self.files.iter().filter_map(inside)
    }

    /// The languages that a bundle speaks: those that were asked for, else that of the definition, else English.
    ///
    /// # Errors
    /// A language without words.
    pub(crate) fn spoken(&self, wanted: &[String], definition: &str) -> Result<Vec<String>, Failure> {
        let known = |language: &str| self.files.contains_key(&catalogue(language, ""));
        if let Some(unknown) = wanted.iter().find(|language| !known(language)) {
            let all = self.folder("parts/texts").filter_map(|(name, _)| name.strip_suffix(".json"));
            let all: Vec<&str> = all.filter(|name| !name.contains('-')).collect();
            return Err(Failure::Sentence(format!("there are no words in {unknown}; there are {}", all.join(", "))));
        }
        let own = definition.split('-').next().unwrap_or_default().to_ascii_lowercase();
        Ok(if !wanted.is_empty() {
            wanted.to_vec()
        } else if known(&own) {
            vec![own]
        } else {
            vec![ENGLISH.into()]
        })
    }

    /// The words of a widget as JSON.
    ///
    /// # Errors
    /// A kit that was made without them.
    pub(crate) fn wording(&self, language: &str) -> Result<&str, Failure> {
        self.text(&catalogue(language, ""))
    }

    /// The words of one of its parts or pages.
    ///
    /// # Errors
    /// A kit that was made without them.
    pub(crate) fn catalogue(&self, language: &str, kind: &str) -> Result<Value, Failure> {
        Ok(serde_json::from_slice(self.bytes(&catalogue(language, kind))?).unwrap_or_default())
    }

    /// A sentence of the catalogue for what stands around a widget.
    ///
    /// # Errors
    /// A kit that was made without it.
    pub(crate) fn words(&self, language: &str, name: &str) -> Result<String, Failure> {
        let missing = || Failure::Sentence(format!("the parts of the page have no words for {name}"));
        self.catalogue(language, "-embed")?.get(name).and_then(Value::as_str).map(String::from).ok_or_else(missing)
    }
}

/// What is spoken where nothing else can be.
const ENGLISH: &str = "en";

/// The file with words.
fn catalogue(language: &str, kind: &str) -> String {
    format!("parts/texts/{language}{kind}.json")
}

fn unpacked(packed: &[u8]) -> zip::result::ZipResult<BTreeMap<String, Vec<u8>>> {
    let mut archive = ZipArchive::new(Cursor::new(packed))?;
    let mut files = BTreeMap::new();
    for n in 0..archive.len() {
        let mut file = archive.by_index(n)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let name = file.name()?.into_owned();
        files.insert(name, bytes);
    }
    Ok(files)
}
