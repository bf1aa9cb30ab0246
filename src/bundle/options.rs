//! What a bundle is told.

use super::address::{self, Address};
use crate::domain::wrong;
use crate::json::{self, Node, Value};
use crate::limits;
use crate::problem::{Problem, Problems, did_you_mean, join, nth, quoted, suggest};

/// Which files are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// All that there are.
    All,
    /// The same packed together.
    Zip,
    /// Those of one page with everything inside, one a language.
    Single,
    /// Packages for learning systems.
    Lms,
}

const KINDS: [(&str, What); 4] = [("all", What::All), ("zip", What::Zip), ("single", What::Single), ("lms", What::Lms)];
const KEYS: [&str; 6] = ["what", "url", "theme", "post", "lang", "studio"];

/// What a bundle is told.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    pub(crate) what: What,
    /// The folder in which the files will be served.
    pub(crate) url: Option<Address>,
    pub(crate) theme: Option<String>,
    /// The origin that the single file may pass answers and results on to.
    pub(crate) post: Option<Address>,
    /// Of the words around it; none: that of the definition.
    pub(crate) lang: Vec<String>,
    /// Whether the parts hold what a page needs on which others make bundles.
    pub(crate) studio: bool,
}

impl Options {
    /// Reads them: `{what?, url?, theme?, post?, lang?: [..], studio?}`. `what` is `all` unless it says `zip`, `single`
    /// or `lms`; `null` is as good as absent.
    ///
    /// # Errors
    /// Every problem: not JSON, an unknown field, a wrong type, `unknown-bundle`, `bad-address`.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        let root = json::parse(bytes, limits::ANSWERS_BYTES)?;
        let mut problems = Problems::default();
        if !matches!(root.value, Value::Object(_)) {
            wrong("an object", &root, "", &mut problems);
        }
        let mut options =
            Options { what: What::All, url: None, theme: None, post: None, lang: Vec::new(), studio: false };
        for (key, node) in root.fields().iter().filter(|(_, node)| !node.is_null()) {
            options.field(key, node, &mut problems);
        }
        if problems.any_error() {
            let mut list = problems.into_list();
            json::locate(&mut list, &root, bytes);
            return Err(list);
        }
        Ok(options)
    }

    fn field(&mut self, key: &str, node: &Node, problems: &mut Problems) {
        let path = join("", key);
        match key {
            "what" => self.what = kind(&text(node, &path, problems), &path, problems),
            "url" => self.url = located(address::folder(&text(node, &path, problems)), &path, problems),
            "post" => self.post = located(address::origin(&text(node, &path, problems)), &path, problems),
            "theme" => self.theme = Some(text(node, &path, problems)),
            "lang" => {
                if !matches!(node.value, Value::List(_)) {
                    wrong("a list", node, &path, problems);
                }
                let languages = node.list().iter().enumerate();
                self.lang = languages.map(|(n, node)| text(node, &nth(&path, n), problems)).collect();
            }
            "studio" => match node.value {
                Value::Bool(studio) => self.studio = studio,
                _ => wrong("true or false", node, &path, problems),
            },
            _ => {
                let help = suggest(did_you_mean(key, &mut KEYS.into_iter()), "remove it");
                problems.error("unknown-field", &path, &["unknown field ", &quoted(key)], &help);
            }
        }
    }
}

fn text(node: &Node, path: &str, problems: &mut Problems) -> String {
    if !matches!(node.value, Value::Text(_)) {
        wrong("a text", node, path, problems);
    }
    node.text().into()
}

fn kind(word: &str, path: &str, problems: &mut Problems) -> What {
    let known = KINDS.iter().find(|(name, _)| *name == word);
    if known.is_none() {
        let help = suggest(did_you_mean(word, &mut KINDS.iter().map(|(name, _)| *name)), "use all, zip, single or lms");
        problems.error("unknown-bundle", path, &["there is no bundle ", &quoted(word)], &help);
    }
    known.map_or(What::All, |(_, what)| *what)
}

/// The address, or why it is none.
fn located(read: Result<Address, &'static str>, path: &str, problems: &mut Problems) -> Option<Address> {
    read.map_err(|needed| problems.error("bad-address", path, &[needed], "correct it, or leave it out")).ok()
}
