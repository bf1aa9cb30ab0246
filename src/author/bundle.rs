//! What publishes a definition.

use super::refused;
use crate::bundle;
use crate::data::Data;
use std::collections::BTreeMap;

/// Files by their names, `/` between folders; always in one order.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The files that show a definition: the whole bundle, or a part of it.
///
/// `kit` is the `kit.zip` of a release of this version. `options` is JSON, each field optional:
///
/// ```text
/// what    "all", "zip": all of it as ID.zip, "single": ID.html, ID.LANGUAGE.html, "lms": lms/ID-scorm12.zip and 2004
/// url     where the folder will be served, as "https://example.org/check/"
/// theme   "sober", "warm", "contrast"
/// post    origin that the single file may pass answers on to, as "https://intranet.example.org"
/// lang    languages of the words around, the first that of the pages; else that of the definition, else English
/// studio  true: the parts hold what authors need too, and pkg/kit.zip, of which their bundles are made
/// ```
///
/// Natively a page of one file is made as small as it gets, which takes seconds; in a browser it is a fourteenth larger
/// and there at once.
/// Equal inputs give equal bytes.
///
/// # Errors
/// `Reply<never>`: the problems of the options, of the definition, or of the kit.
pub fn bundle(kit: &[u8], definition: &[u8], options: &[u8]) -> Result<Files, Data<'static>> {
    bundle::bundle(kit, definition, options).map_err(|found| refused(&found))
}

/// The questions on paper with their scoring key: `Reply<string>`, a page of HTML. Any definition that the gate
/// accepts can be printed.
pub fn form(definition: &[u8]) -> Data<'static> {
    match bundle::on_paper(definition) {
        Ok(page) => super::accepted(Data::Owned(page), &[]),
        Err(found) => refused(&found),
    }
}

/// Files as one ZIP archive, without times.
///
/// # Errors
/// `Reply<never>` with `too-large`: beyond what an archive holds, 4 GiB.
pub fn packed(files: &Files) -> Result<Vec<u8>, Data<'static>> {
    bundle::packed(files).map_err(|found| refused(&found))
}
