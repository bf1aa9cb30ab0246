//! `tautline bundle`: everything that a publisher needs to show one definition, as files of a folder.

use crate::ending::{Ending, Failure};
use crate::input::Source;
use crate::problems;
use clap::Args;
use serde_json::json;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};
use tautline::api::Assessment;
use tautline::author::Files;
use tautline::{Data, author, limits};

/// What bundles are made of; empty in a program that was built without it.
#[cfg(feature = "kit")]
const KIT: &[u8] = include_bytes!(env!("TAUTLINE_KIT"));
#[cfg(not(feature = "kit"))]
const KIT: &[u8] = b"";

/// What a bundle is told.
#[derive(Args)]
pub(crate) struct Options {
    /// Folder for the files; what a bundle has written there before is replaced, but for the folders of its parts
    #[arg(short = 'o', long = "out", value_name = "DIR")]
    out: PathBuf,
    /// Address at which the folder will be served, as `https://example.org/check/`; with it there are oEmbed, a
    /// preview for messengers, and links from single files to the site
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// One of the ready themes, for the first page and the single file
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    /// Origin that the single file may pass answers and results on to when it is a frame there, as
    /// `https://intranet.example.org`; the person is told
    #[arg(long, value_name = "ORIGIN")]
    post: Option<String>,
    /// Languages of buttons and hints, as `de,fr`: the first is that of the pages, and for each further one there is
    /// a single file `ID.LANGUAGE.html`; else that of the definition, or English where there are no words in it
    #[arg(long, value_name = "LANGUAGES", value_delimiter = ',')]
    lang: Vec<String>,
    /// Adds what authors need on a site: its core, and `pkg/kit.zip`, which their bundles are made of
    #[arg(long)]
    studio: bool,
    /// What bundles are made of, a `pkg/kit.zip` of this version; else that of the program
    #[arg(long, value_name = "FILE")]
    kit: Option<PathBuf>,
}

/// Writes the files and prints what they are.
///
/// # Errors
/// A program without its kit, a definition that cannot be read or bundled, a folder that cannot be written.
pub(crate) fn bundle(definition: &OsStr, options: &Options, out: &mut dyn Write) -> Result<Ending, Failure> {
    let source = Source::definition(definition);
    let bytes = source.read(limits::DEFINITION_BYTES)?;
    let assessment = Assessment::load(&bytes);
    let reply = assessment.check();
    if *reply.get("refused") != Data::Null {
        problems::complain(&source.name(), problems::of(&reply));
        return Ok(Ending::Refused);
    }
    let kit = options.kit.clone().map(|path| Source::File(path).read(limits::KIT_BYTES)).transpose()?;
    let told = json!({
        "url": options.url,
        "theme": options.theme,
        "post": options.post,
        "lang": options.lang,
        "studio": options.studio,
    });
    let made = author::bundle(kit.as_deref().unwrap_or(KIT), &bytes, told.to_string().as_bytes());
    let files = made.map_err(|reply| failure(&reply))?;
    write(&options.out, &files).map_err(|error| Failure::writing_to(&options.out, &error))?;
    for (name, bytes) in &files {
        writeln!(out, "{:>9} {name}", bytes.len()).map_err(Failure::writing)?;
    }
    Ok(Ending::Done)
}

/// Why there is no bundle, in a sentence: the definition itself has been accepted.
pub(crate) fn failure(reply: &Data<'_>) -> Failure {
    let sentence = |problem: &Data<'_>| {
        let word = |field: &str| problem.get(field).text();
        let option = word("at").trim_start_matches('/');
        format!("{}{}{}; {}", option, if option.is_empty() { "" } else { ": " }, word("message"), word("help"))
    };
    Failure::Sentence(problems::of(reply).iter().map(sentence).collect::<Vec<_>>().join("; "))
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
