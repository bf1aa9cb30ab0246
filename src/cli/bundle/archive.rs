//! Archives of files in memory.

use super::Files;
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs files. They have no time of their own, so that two builds of the same are the same.
///
/// # Errors
/// None that occurs: writing to memory.
pub(crate) fn packed(files: &Files) -> ZipResult<Vec<u8>> {
    let how = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name.as_str(), how)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
