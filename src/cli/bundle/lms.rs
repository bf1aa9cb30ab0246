//! Packages for learning systems.

use super::{Files, Instrument, Options};
use crate::bundle::kit::Kit;
use crate::ending::Failure;

/// Adds them.
///
/// # Errors
/// A kit that lacks a part.
pub(crate) fn add(files: &mut Files, kit: &Kit, instrument: &Instrument, options: &Options) -> Result<(), Failure> {
    let _ = (files, kit, instrument, options);
    Ok(())
}
