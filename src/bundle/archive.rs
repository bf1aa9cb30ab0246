//! Files packed together and taken apart, and one made small.

use super::{Files, refusals};
use crate::limits;
use crate::problem::Problem;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{self, Cursor, Read, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};
use zopfli::{Format, Options as Effort, compress};

/// Packs files. They have no time of their own, so that two builds of the same are the same.
///
/// # Errors
/// `too-large`: beyond what an archive holds, 4 GiB.
pub(crate) fn packed(files: &Files) -> Result<Vec<u8>, Vec<Problem>> {
    archive(files).map_err(|_| refusals::too_large())
}

fn archive(files: &Files) -> ZipResult<Vec<u8>> {
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

/// Unpacks files, no more than [`limits::KIT_BYTES`] of them.
///
/// # Errors
/// No archive, a damaged one, or one of more bytes.
pub(crate) fn unpacked(packed: &[u8]) -> ZipResult<Files> {
    let mut archive = ZipArchive::new(Cursor::new(packed))?;
    let mut files = Files::new();
    let mut left = limits::KIT_BYTES;
    for n in 0..archive.len() {
        let mut file = archive.by_index(n)?;
        let mut bytes = Vec::new();
        let most = u64::try_from(left).unwrap_or(u64::MAX).saturating_add(1);
        (&mut file).take(most).read_to_end(&mut bytes)?;
        left = left.checked_sub(bytes.len()).ok_or(io::Error::from(io::ErrorKind::FileTooLarge))?;
        files.insert(file.name()?.into_owned(), bytes);
    }
    Ok(files)
}

/// Compressed as gzip: as small as it gets; in a browser, where somebody waits for it, at once.
pub(crate) fn squeezed(bytes: &[u8]) -> Vec<u8> {
    if cfg!(target_family = "wasm") { quick(bytes) } else { small(bytes) }
}

fn small(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    // Writing to memory does not fail.
    let _ = compress(Effort::default(), Format::Gzip, bytes, &mut packed);
    packed
}

fn quick(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Likewise.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;

    #[test]
    fn what_is_squeezed_comes_back() {
        let words = "as small as it gets, or at once; ".repeat(99);
        for squeezed in [small(words.as_bytes()), quick(words.as_bytes())] {
            assert!(squeezed.len() < words.len() / 9);
            let mut back = String::new();
            GzDecoder::new(squeezed.as_slice()).read_to_string(&mut back).unwrap();
            assert_eq!(back, words);
        }
    }
}
