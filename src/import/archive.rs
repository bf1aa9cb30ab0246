//! ZIP archives, unpacked within limits: an archive can claim any size.

use crate::limits;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Whether bytes are an archive.
pub(crate) fn is(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// An archive of texts.
pub(crate) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// Bytes that may still be unpacked, all parts together.
    left: usize,
}

impl<'b> Archive<'b> {
    /// Reads the list of parts; nothing where there is none.
    pub(crate) fn open(bytes: &'b [u8]) -> Option<Self> {
        let zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
        Some(Archive { zip, left: limits::SOURCE_TREE })
    }

    /// A part, unpacked; nothing where it is missing, damaged, no text in UTF-8, or
    /// where too much has been unpacked already.
    pub(crate) fn part(&mut self, path: &str) -> Option<String> {
        let most = u64::try_from(self.left).ok()?;
        let mut bytes = Vec::new();
        let read = self.zip.by_name(path).ok()?.take(most + 1).read_to_end(&mut bytes);
        // What is damaged has been unpacked too.
        let left = self.left.checked_sub(bytes.len());
        self.left = left.unwrap_or_default();
        (read.is_ok() && left.is_some()).then_some(())?;
        String::from_utf8(bytes).ok()
    }
}
