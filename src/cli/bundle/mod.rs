//! `tautline bundle`: everything that a publisher needs to show one definition, as files of a folder.

mod address;
pub(crate) mod archive;
mod embed;
pub(crate) mod form;
mod hosting;
mod kit;
mod lms;
mod package;
mod page;
mod parts;
mod sheet;
mod single;
mod site;

use crate::compile;
use crate::ending::{Ending, Failure};
use crate::input::Source;
use address::Address;
use clap::Args;
use kit::Kit;
use parts::Parts;
use serde_json::Value;
use sheet::{list, word};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What a bundle is told.
#[derive(Args)]
pub(crate) struct Options {
    /// Folder for the files; what a bundle has written there before is replaced, but for the folders of its parts
    #[arg(short = 'o', long = "out", value_name = "DIR")]
    out: PathBuf,
    /// Address at which the folder will be served, as `https://example.org/check/`; with it there are oEmbed, a
    /// preview for messengers, and links from single files to the site
    #[arg(long, value_name = "URL", value_parser = address::folder)]
    url: Option<Address>,
    /// One of the ready themes, for the first page and the single file
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    /// Origin that the single file may pass answers and results on to when it is a frame there, as
    /// `https://intranet.example.org`; the person is told
    #[arg(long, value_name = "ORIGIN", value_parser = address::origin)]
    post: Option<Address>,
    /// Languages of buttons and hints, as `de,fr`: the first is that of the pages, and for each further one there is
    /// a single file `ID.LANGUAGE.html`; else that of the definition, or English where there are no words in it
    #[arg(long, value_name = "LANGUAGES", value_delimiter = ',')]
    lang: Vec<String>,
}

/// The files of a bundle by their names, `/` between folders; always in one order.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// A definition that is to be published.
struct Instrument {
    id: String,
    title: String,
    /// The first words about it.
    about: String,
    language: String,
    /// Those of the words around it: the first that of the pages, others those of further single files.
    spoken: Vec<String>,
    /// All of it, with its compiled form.
    root: Value,
    /// The same as it is published.
    json: Vec<u8>,
}

impl Instrument {
    /// The language of the pages around it.
    fn speaks(&self) -> &str {
        self.spoken.first().map_or("", String::as_str)
    }
}

/// Writes the files and prints what they are.
///
/// # Errors
/// A program without its kit, a definition that cannot be read, a folder that cannot be written.
pub(crate) fn bundle(definition: &OsStr, options: &Options, out: &mut dyn Write) -> Result<Ending, Failure> {
    let Some(mut instrument) = instrument(definition)? else { return Ok(Ending::Refused) };
    if word(&instrument.root, "compiled").starts_with('+') {
        let sentence = "This definition can be checked and scored, but the widget does not yet show quizzes, targets, norms and archetypes.";
        return Err(Failure::Sentence(sentence.into()));
    }
    let kit = Kit::open()?;
    instrument.spoken = kit.spoken(&options.lang, &instrument.language)?;
    let mut files = Files::new();
    let parts = Parts::of(&kit, &instrument)?;
    site::add(&mut files, &kit, &instrument, options, &parts)?;
    embed::add(&mut files, &kit, &instrument, options, &parts)?;
    form::add(&mut files, &instrument)?;
    lms::add(&mut files, &kit, &instrument, options)?;
    package::add(&mut files, &kit, &instrument, &parts)?;
    hosting::add(&mut files, &kit, &parts);
    single::add(&mut files, &kit, &instrument, options)?;
    let folder = parts.folder.clone();
    parts.add(&mut files);
    site::add_worker(&mut files, &kit, instrument.speaks(), &folder)?;
    files.insert(format!("{}.json", instrument.id), instrument.json);
    write(&options.out, &files).map_err(|error| Failure::writing_to(&options.out, &error))?;
    for (name, bytes) in &files {
        writeln!(out, "{:>9} {name}", bytes.len()).map_err(Failure::writing)?;
    }
    Ok(Ending::Done)
}

/// The definition with its compiled form; none if it was refused and its problems are listed.
fn instrument(definition: &OsStr) -> Result<Option<Instrument>, Failure> {
    let Some(fields) = compile::published(&Source::definition(definition))? else { return Ok(None) };
    let json = serde_json::to_vec(&fields).map_err(Failure::writing_json)?;
    let root = Value::Object(fields);
    let text = |name| word(&root, name).to_owned();
    let about = list(&root, "intro").first().and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok(Some(Instrument {
        id: text("id"),
        title: text("title"),
        about,
        language: text("language"),
        spoken: vec![],
        root,
        json,
    }))
}

/// The name of the list of what a bundle has written, so that the next one can take it away.
const LIST: &str = "bundle.txt";

/// Whether a file is one of the parts of a build: other people's pages name them, and pages that are open want them.
fn is_part(name: &str) -> bool {
    let hash = name.split_once('/').and_then(|(folder, _)| folder.rsplit_once('-'));
    hash.is_some_and(|(_, hash)| hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Writes the files; those of an earlier bundle that are no more go, but for its parts. Whatever else is in the
/// folder stays.
fn write(folder: &Path, files: &Files) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let before = fs::read_to_string(folder.join(LIST)).unwrap_or_default();
    for name in before.lines().filter(|name| !files.contains_key(*name) && !name.contains("..") && !is_part(name)) {
        let _ = fs::remove_file(folder.join(name));
        // Only an empty folder can be removed.
        let _ = folder.join(name).parent().map(fs::remove_dir);
    }
    for (name, bytes) in files {
        let path = folder.join(name);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, bytes)?;
    }
    let list: String = files.keys().flat_map(|name| [name, "\n"]).collect();
    fs::write(folder.join(LIST), list)
}
