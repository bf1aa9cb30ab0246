//! The formats of other tools.

use crate::data::{Data, object};
use crate::export;
use crate::import;

/// The formats that can be read and written: `{imports, exports}`.
///
/// ```text
/// imports [{id, title, ends, several}]    how the names of files end; whether a source may be several files
/// exports [{id, title, end}]              how the name of the file ends that is written
/// ```
pub fn formats() -> Data<'static> {
    let words = |words: &[&'static str]| words.iter().map(|word| Data::Word(word)).collect::<Vec<_>>();
    let imports = import::FORMATS.iter().map(|format| {
        object! {
            "id" => format.id,
            "title" => format.title,
            "ends" => words(format.ends),
            "several" => format.several,
        }
    });
    let exports = export::FORMATS.iter();
    let exports = exports.map(|format| object! { "id" => format.id, "title" => format.title, "end" => format.end });
    object! { "imports" => imports.collect::<Vec<_>>(), "exports" => exports.collect::<Vec<_>>() }
}

/// The identifier of the format that a file looks like by its name and content; none for
/// a definition of this project, and for what looks like nothing known. Whether it can be
/// read, [`super::import`] says.
pub fn guess(name: &str, bytes: &[u8]) -> Option<&'static str> {
    import::guess(name, bytes)
}
