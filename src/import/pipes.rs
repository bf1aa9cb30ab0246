//! Earlier answers in texts of a source: `{name}` of SurveyJS, `{CODE.shown}` of LimeSurvey.

use super::draft::{Draft, Kind};
use super::report::Report;
use super::translate::Subject;
use crate::problem::quoted;
use crate::text::{cut, joined, pipe};

/// What braces in texts of a source mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Braces {
    /// Themselves.
    #[default]
    Plain,
    SurveyJs,
    LimeSurvey,
}

/// A text of at most `most` characters, with the answers to questions asked before it;
/// `above` the questions of a page, none of which is asked yet.
pub(crate) fn told(text: String, most: usize, draft: &Draft, above: bool, at: &str, report: &mut Report) -> String {
    if draft.braces == Braces::Plain || !text.contains('{') {
        return text;
    }
    let (mut told, mut rest) = (String::new(), text.as_str());
    while let Some((before, after)) = cut(rest, b'}') {
        rest = after;
        let Some((plain, inside)) = before.rsplit_once('{') else {
            told.push_str(&joined(&[before, "}"]));
            continue;
        };
        told.push_str(plain);
        told.push_str(&filled(inside, draft, above).unwrap_or_else(|reason| {
            if !reason.is_empty() {
                report.lost(at, &joined(&["{", inside, "}"]), &reason, "the text as it is written");
            }
            joined(&["{", inside, "}"])
        }));
    }
    told.push_str(rest);
    if told.chars().count() <= most {
        return told;
    }
    report.lost(at, "answers in a text", "with them it would be too long", "the text as it is written");
    text
}

/// The answer that braces stand for, or why there is none; no reason where they stand for
/// themselves.
fn filled(inside: &str, draft: &Draft, above: bool) -> Result<String, String> {
    if draft.braces == Braces::LimeSurvey && inside.starts_with(char::is_whitespace) {
        return Err(String::new());
    }
    let name = inside.trim();
    let code = || ["NAOK", "value"].iter().find_map(|ending| name.strip_suffix(ending)?.strip_suffix('.'));
    let (name, shown) = match (draft.braces, name.strip_suffix(".shown")) {
        (Braces::LimeSurvey, Some(name)) => (name, true),
        (Braces::LimeSurvey, None) => (code().unwrap_or(name), false),
        _ => (name, true),
    };
    let found = draft.subjects.get(name).and_then(|subject| Some((subject, draft.items.get(subject.item)?)));
    let Some((Subject { item: n, row: None }, item)) = found else {
        return Err(joined(&["no question before it is called ", &quoted(name)]));
    };
    let asked = draft.items.len() - if above { 0 } else { draft.pages.last().map_or(0, |page| page.items.len()) };
    match item.kind {
        Kind::Info => Err("it names a text, which has no answer".into()),
        _ if *n >= asked => Err("it names a question of the same page".into()),
        Kind::Note | Kind::Text | Kind::Number { .. } => Ok(pipe(&item.id)),
        _ if shown => Ok(pipe(&item.id)),
        _ => Err("it stands for the code of an answer, which nobody reads here".into()),
    }
}
