//! What bundles are made of: scripts, modules, wording and pages, which `cargo xtask dist` packs together.

use super::archive::{packed, squeezed, unpacked};
use super::{Files, refusals};
use crate::digest::base64;
use crate::problem::Problem;
use serde_json::Value;
use zip::result::ZipError;

/// The files of the kit.
pub(crate) struct Kit {
    files: Files,
    /// The core of a widget that is one file, as its script holds it.
    core: String,
    /// Whether it is for a definition that only the wider core reads.
    wide: bool,
}

impl Kit {
    /// Unpacks it.
    ///
    /// # Errors
    /// What is no archive, or one without the core.
    pub(crate) fn open(bytes: &[u8], wide: bool) -> Result<Self, Vec<Problem>> {
        if bytes.is_empty() {
            return Err(refusals::kit(&["what bundles are made of is not here"]));
        }
        let damaged = |error: ZipError| refusals::kit(&["the kit cannot be unpacked: ", &error.to_string()]);
        let files = unpacked(bytes).map_err(damaged)?;
        let mut kit = Kit { files, core: String::new(), wide };
        kit.core = base64(&squeezed(kit.bytes(if wide { "parts/pkg/wide_bg.wasm" } else { "whole.wasm" })?));
        Ok(kit)
    }

    /// What only a page needs on which others make bundles.
    pub(crate) fn studio(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.folder(STUDIO)
    }

    /// The kit for such a page, which need not bring that page along once more.
    ///
    /// # Errors
    /// `too-large`: beyond what an archive holds.
    pub(crate) fn for_studio(&self) -> Result<Vec<u8>, Vec<Problem>> {
        let inside = |name: &str| name.strip_prefix(STUDIO).is_some_and(|rest| rest.starts_with('/'));
        let files = self.files.iter().filter(|(name, _)| !inside(name));
        packed(&files.map(|(name, bytes)| (name.clone(), bytes.clone())).collect())
    }

    /// One file.
    ///
    /// # Errors
    /// A kit that was made without it.
    pub(crate) fn bytes(&self, name: &str) -> Result<&[u8], Vec<Problem>> {
        let missing = || refusals::kit(&["the kit holds no ", name]);
        self.files.get(name).map(Vec::as_slice).ok_or_else(missing)
    }

    /// One file of text.
    ///
    /// # Errors
    /// A kit that was made without it.
    pub(crate) fn text(&self, name: &str) -> Result<&str, Vec<Problem>> {
        core::str::from_utf8(self.bytes(name)?).map_err(|_| refusals::kit(&[name, " of the kit is no text"]))
    }

    /// A script with the core inside.
    ///
    /// # Errors
    /// A kit that was made without it.
    pub(crate) fn whole(&self, name: &str) -> Result<String, Vec<Problem>> {
        let wide = || name.rsplit('/').next().map(|name| ["wide/", name].concat());
        let name = self.wide.then(wide).flatten().unwrap_or_else(|| name.into());
        Ok(self.text(&name)?.replace("@whole@", &self.core))
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
    pub(crate) fn spoken(&self, wanted: &[String], definition: &str) -> Result<Vec<String>, Vec<Problem>> {
        let all = self.folder("parts/texts").filter_map(|(name, _)| name.strip_suffix(".json"));
        let known: Vec<&str> = all.filter(|name| !name.contains('-')).collect();
        if let Some(unknown) = wanted.iter().find(|language| !known.contains(&language.as_str())) {
            return Err(refusals::language(unknown, &known));
        }
        let own = definition.split('-').next().unwrap_or_default().to_ascii_lowercase();
        Ok(if !wanted.is_empty() {
            wanted.to_vec()
        } else if known.contains(&own.as_str()) {
            vec![own]
        } else {
            vec![ENGLISH.into()]
        })
    }

    /// The words of a widget as JSON.
    ///
    /// # Errors
    /// A kit that was made without them.
    pub(crate) fn wording(&self, language: &str) -> Result<&str, Vec<Problem>> {
        self.text(&catalogue(language, ""))
    }

    /// The words of one of its parts or pages.
    ///
    /// # Errors
    /// A kit that was made without them.
    pub(crate) fn catalogue(&self, language: &str, kind: &str) -> Result<Value, Vec<Problem>> {
        Ok(serde_json::from_slice(self.bytes(&catalogue(language, kind))?).unwrap_or_default())
    }

    /// A sentence of the catalogue for what stands around a widget.
    ///
    /// # Errors
    /// A kit that was made without it.
    pub(crate) fn words(&self, language: &str, name: &str) -> Result<String, Vec<Problem>> {
        let missing = || refusals::kit(&["the kit has no words for ", name]);
        self.catalogue(language, "-embed")?.get(name).and_then(Value::as_str).map(String::from).ok_or_else(missing)
    }
}

/// The folder for a page on which others make bundles.
const STUDIO: &str = "studio";

/// What is spoken where nothing else can be.
const ENGLISH: &str = "en";

/// The file with words.
fn catalogue(language: &str, kind: &str) -> String {
    format!("parts/texts/{language}{kind}.json")
}
