//! Everything that a publisher needs to show one definition, as files.
//!
//! ```text
//! definition --[gate]--> Published --+
//! kit.zip ------------> Kit ---------+--[a module per kind of file]--> Files
//! JSON ---------------> Options -----+
//! ```
//!
//! The kit has all that no definition changes: scripts, modules, wording, pages. Equal inputs give equal bytes.

mod address;
mod archive;
mod embed;
mod form;
mod hosting;
mod kit;
mod lms;
mod options;
mod package;
mod page;
mod parts;
mod published;
mod refusals;
mod samples;
mod sheet;
mod single;
mod site;

use crate::problem::Problem;
use address::Address;
use kit::Kit;
use options::{Options, What};
use parts::Parts;
use published::Published;
use std::collections::BTreeMap;

pub(crate) use archive::packed;

/// Files by their names, `/` between folders; always in one order.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Makes what the options ask for.
///
/// # Errors
/// Those of the gate; Those of [`Options::read`]. `bad-kit`:
/// a kit of another version, or none. `unknown-theme`, `unknown-language`: what the kit does not have.
pub(crate) fn bundle(kit: &[u8], definition: &[u8], options: &[u8]) -> Result<Files, Vec<Problem>> {
    let options = Options::read(options)?;
    let mut published = Published::of(definition)?;
    let kit = Kit::open(kit, published.is_wide())?;
    published.spoken = kit.spoken(&options.lang, &published.language)?;
    let mut files = Files::new();
    match options.what {
        What::Single => single::add(&mut files, &kit, &published, &options)?,
        What::Lms => lms::add(&mut files, &kit, &published, &options)?,
        What::All => all(&mut files, &kit, published, &options)?,
        What::Zip => {
            let name = format!("{}.zip", published.id);
            let mut inside = Files::new();
            all(&mut inside, &kit, published, &options)?;
            files.insert(name, packed(&inside)?);
        }
    }
    Ok(files)
}

/// The questions on paper with their scoring key, as HTML.
///
/// # Errors
/// Those of the gate.
pub(crate) fn on_paper(definition: &[u8]) -> Result<String, Vec<Problem>> {
    form::page(&published::compiled(definition)?)
}

/// Adds the whole bundle.
fn all(files: &mut Files, kit: &Kit, published: Published, options: &Options) -> Result<(), Vec<Problem>> {
    let parts = Parts::of(kit, &published, options)?;
    site::add(files, kit, &published, options, &parts)?;
    embed::add(files, kit, &published, options, &parts)?;
    form::add(files, &published)?;
    lms::add(files, kit, &published, options)?;
    package::add(files, kit, &published, &parts)?;
    hosting::add(files, kit, &parts);
    single::add(files, kit, &published, options)?;
    let folder = parts.folder.clone();
    parts.add(files);
    site::add_worker(files, kit, &published, &folder)?;
    files.insert(format!("{}.json", published.id), published.json);
    Ok(())
}
