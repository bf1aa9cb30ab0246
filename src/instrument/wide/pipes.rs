//! The first gate for earlier answers in texts.

use super::super::Kind;
use super::super::names::Names;
use super::Wide;
use crate::json::{Node, Value};
use crate::problem::{Problems, did_you_mean, join, nth, quoted, suggest};
use crate::text::{Pipe, has_pipes, pipes};

/// When a text is read.
#[derive(Clone, Copy)]
enum Read {
    /// With the questions of a page.
    OnPage(usize),
    /// Once the item has been answered, where it stands on a page.
    Answered(usize, Option<usize>),
    /// With the result, or never.
    AtEnd,
}

/// The places of texts that may hold an answer, `*` for any entry of a list. Names of
/// choices are left out: answers are told apart by them.
const QUESTION: [&str; 3] = ["text", "help", "hints/*"];
const ANSWER: [&str; 7] = [
    "feedback/right",
    "feedback/partly",
    "feedback/wrong",
    "kind/choice/choices/*/feedback",
    "kind/multiple/choices/*/feedback",
    "correct/texts/*/feedback",
    "correct/numbers/*/feedback",
];
const PAGE: [&str; 2] = ["title", "text"];
const RULE: [&str; 4] = ["text", "first_step", "sign", "variants/*/text"];
const RESULT: [&str; 8] = [
    "notes/*/text",
    "marks/*/text",
    "states/*/text",
    "bands/*/levels/*/text",
    "targets/*/text",
    "archetypes/list/*/text",
    "quiz/passed",
    "quiz/failed",
];

/// Fields in which nothing is filled: what is said of them is said elsewhere.
const APART: [&str; 2] = ["compiled", "translations"];

/// The items whose answers stand in texts, in the order of the definition.
pub(in super::super) fn resolve(names: &Names<'_>, problems: &mut Problems) -> Vec<usize> {
    let mut texts = Vec::new();
    for (key, node) in names.root.fields().iter().filter(|(key, node)| !APART.contains(&key.as_str()) && holds(node)) {
        collect(node, &join("", key), &mut texts);
    }
    let mut found = Vec::new();
    if !texts.is_empty() {
        let places = Places::of(names);
        for (path, text) in &texts {
            for item in (Gate { names, places: &places, path, problems }).text(text) {
                if let Err(at) = found.binary_search(&item) {
                    found.insert(at, item);
                }
            }
        }
    }
    found
}

/// Whether a text in a node holds an answer.
fn holds(node: &Node) -> bool {
    match &node.value {
        Value::Text(text) => has_pipes(text),
        Value::List(nodes) => nodes.iter().any(holds),
        Value::Object(fields) => fields.iter().any(|(_, node)| holds(node)),
        _ => false,
    }
}

/// The texts that hold answers, with their places.
fn collect<'d>(node: &'d Node, path: &str, into: &mut Vec<(String, &'d str)>) {
    match &node.value {
        Value::Text(text) if has_pipes(text) => into.push((path.into(), text)),
        Value::List(nodes) => nodes.iter().enumerate().for_each(|(n, node)| collect(node, &nth(path, n), into)),
        Value::Object(fields) => fields.iter().for_each(|(key, node)| collect(node, &join(path, key), into)),
        _ => {}
    }
}

/// By item the page that asks it.
struct Places(Vec<Option<usize>>);

impl Places {
    fn of(names: &Names<'_>) -> Self {
        let mut pages = vec![None; names.root.get("items").list().len()];
        for (n, page) in names.root.get("pages").list().iter().enumerate() {
            let optional = page.get("optional").get("items").list();
            for id in page.get("items").list().iter().chain(optional) {
                if let Some(page @ None) = names.index.position(id.text()).and_then(|item| pages.get_mut(item)) {
                    *page = Some(n);
                }
            }
        }
        Places(pages)
    }

    fn page(&self, item: usize) -> Option<usize> {
        self.0.get(item).copied().flatten()
    }
}

struct Gate<'g, 'd> {
    names: &'g Names<'d>,
    places: &'g Places,
    /// The place of the text.
    path: &'g str,
    problems: &'g mut Problems,
}

impl Gate<'_, '_> {
    /// The items that a text names.
    fn text(&mut self, text: &str) -> Vec<usize> {
        if self.problems.any_in(self.path) {
            return Vec::new();
        }
        let Some(read) = read(self.names.root, self.path, self.places) else {
            let help = "answers stand in questions, pages, feedback and in what a result says of one person";
            self.problems.error("bad-pipe", self.path, &["no answer can stand in this text"], help);
            return Vec::new();
        };
        pipes(text).iter().filter_map(|pipe| self.pipe(pipe, read)).collect()
    }

    fn pipe(&mut self, pipe: &Pipe<'_>, read: Read) -> Option<usize> {
        let id = pipe.item;
        if !pipe.ends || id.contains('{') || pipe.fallback().contains('{') {
            let help = "write it as {answer:ITEM}, or {answer:ITEM|words} with what stands there without an answer";
            self.problems.error("bad-pipe", self.path, &["an answer in a text that does not end"], help);
            return None;
        }
        let Some(item) = self.names.index.position(id) else {
            let items = self.names.root.get("items").list();
            let near = did_you_mean(id, &mut items.iter().map(|item| item.get("id").text()));
            let message = ["there is no item ", &*quoted(id)];
            self.problems.error("unknown-reference", self.path, &message, &suggest(near, "name an item"));
            return None;
        };
        if let Some(Kind::Wide(Wide::Info)) = self.names.items.get(item).map(|item| &item.kind) {
            let message = [&*quoted(id), " is nothing to answer"];
            self.problems.error("bad-pipe", self.path, &message, "name an item that is answered");
        } else if !is_before(item, read, self.places) {
            let message = [&*quoted(id), " is not answered yet where this is read"];
            let help = "name an item of an earlier page, or move the text to a later one";
            self.problems.error("not-available-here", self.path, &message, help);
        }
        Some(item)
    }
}

/// Whether an item is asked before a text is read.
fn is_before(item: usize, read: Read, places: &Places) -> bool {
    let asked = places.page(item);
    match read {
        Read::OnPage(page) => asked.is_some_and(|asked| asked < page),
        Read::Answered(own, _) if own == item => true,
        Read::Answered(_, Some(page)) => asked.is_some_and(|asked| asked < page),
        Read::AtEnd | Read::Answered(..) => asked.is_some(),
    }
}

/// When the text at a place is read; none where no answer can stand.
fn read(root: &Node, path: &str, places: &Places) -> Option<Read> {
    let mut parts = path.trim_start_matches('/').splitn(3, '/');
    let (list, second, rest) = (parts.next()?, parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let fits = |known: &[&str]| known.iter().any(|place| is_like(rest, place));
    let n: usize = second.parse().unwrap_or_default();
    match list {
        "items" if fits(&QUESTION) => Some(places.page(n).map_or(Read::AtEnd, Read::OnPage)),
        "items" if fits(&ANSWER) => Some(Read::Answered(n, places.page(n))),
        "pages" if fits(&PAGE) => Some(Read::OnPage(n)),
        "advice" => {
            let (n, field) = rest.split_once('/')?;
            // Of two people nobody could tell whose answer it is.
            let pair = root.get("advice").get("rules").entry(n.parse().ok()?).get("view").text() == "pair";
            (!pair && RULE.iter().any(|place| is_like(field, place))).then_some(Read::AtEnd)
        }
        _ => {
            let whole = path.trim_start_matches('/');
            RESULT.iter().any(|place| is_like(whole, place)).then_some(Read::AtEnd)
        }
    }
}

/// Whether a path has the form of a place.
fn is_like(path: &str, place: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (mut path, mut place) = (path.split('/'), place.split('/'));
    loop {
        match (path.next(), place.next()) {
            (None, None) => return true,
            (Some(part), Some("*")) if digits(part) => {}
            (Some(part), Some(known)) if part == known => {}
            _ => return false,
        }
    }
}
