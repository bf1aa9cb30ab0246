//! Files packed together, and one made small.

use super::Files;
use crate::ending::Failure;
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};
use zopfli::{Format, Options as Effort, compress};

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

/// Compressed as gzip, as small as it gets.
///
/// # Errors
/// None that occurs: writing to memory.
pub(crate) fn squeezed(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut packed = Vec::new();
    compress(Effort::default(), Format::Gzip, bytes, &mut packed).map_err(Failure::writing)?;
    Ok(packed)
}
