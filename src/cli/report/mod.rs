//! `tautline report`.
use crate::ending::{Ending, Failure};
use clap::ValueEnum;
use std::ffi::OsStr;
use std::io::Write;
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Html,
}
pub(crate) fn report(_: &OsStr, _: &OsStr, _: Format, _: &mut dyn Write) -> Result<Ending, Failure> {
    Ok(Ending::Done)
}
