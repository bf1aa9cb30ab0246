//! Lists of statements with effects on axes, as the 8values family has them.
//!
//! ```text
//! questions = [{question: "...", effect: {AXIS: n, ...}}, ...]
//! ```
//!
//! The published score of an axis is 100 (max + s) / (2 max), where s adds up
//! multiplier x effect, the multiplier of the five answers is -1, -0.5, 0, 0.5, 1,
//! and max adds up the sizes of the effects. With f = (1 + multiplier) / 2, the
//! position of the answer, that is the mean of 100 f, or of 100 (1 - f) where the
//! effect is negative, weighted by the size of the effect: a scale here.

use super::choices::choices;
use super::draft::{Draft, Item, Kind, Member, Page, Scale};
use super::report::{Report, at};
use super::script;
use super::source::stem;
use super::{File, Wishes};
use crate::json::Node;
use crate::limits;
use crate::problem::{Problem, nth, quoted};

/// Values and labels of the five answers.
const ANSWERS: [(&str, &str); 5] = [
    ("2", "Fully agree"),
    ("1", "Tend to agree"),
    ("0", "Undecided"),
    ("-1", "Tend to disagree"),
    ("-2", "Fully disagree"),
];
/// Statements of a page.
const PAGE: usize = 10;

/// Reads the statements; other lists of the files are losses.
pub(crate) fn read(files: &[File<'_>], wishes: &Wishes<'_>, report: &mut Report) -> Result<Draft, Vec<Problem>> {
    let mut draft = Draft { language: wishes.language.into(), ..Draft::default() };
    for file in files {
        for (name, node) in script::values(*file)? {
            let path = at(&at("", file.0), &name);
            let is_questions = node.list().iter().any(|entry| entry.field("effect").is_some());
            if is_questions && draft.is_empty() {
                draft.name = stem(file.0).into();
                statements(&node, &path, &mut draft, report);
            } else {
                let sentence =
                    "only statements with effects are read; there are no archetypes to compare a result with";
                report.lost(&path, if name.is_empty() { "a list" } else { &name }, sentence, "nothing");
            }
        }
    }
    if !draft.is_empty() {
        report.assumed("", &["the answers are the five of the 8values family, in words of our own"]);
        report.assumed("", &["axes are titled by their keys: write what each is, and its two ends"]);
    }
    Ok(draft)
}

fn statements(list: &Node, path: &str, draft: &mut Draft, report: &mut Report) {
    // The axes in the order they first occur, each with its members.
    let mut axes: Vec<(String, Vec<Member>)> = Vec::new();
    for (n, entry) in list.list().iter().enumerate() {
        let here = nth(path, n);
        let text = draft.text(entry.get("question").text(), &at(&here, "question"), report);
        if text.is_empty() {
            report.lost(&here, "an entry", "it has no `question`", "nothing");
            continue;
        }
        if draft.is_full() {
            break;
        }
        if draft.items.len().is_multiple_of(PAGE) {
            draft.pages.push(Page::default());
        }
        let id = draft.names.quietly(&format!("q{}", n + 1), "q");
        for (key, _) in entry.fields().iter().filter(|(key, _)| !["question", "effect"].contains(&key.as_str())) {
            report.lost(&at(&here, key), key, "a statement has a text and effects", "nothing");
        }
        for (axis, effect) in entry.get("effect").fields() {
            effects(&id, axis, effect, &at(&at(&here, "effect"), axis), &mut axes, report);
        }
        let raw = ANSWERS.map(|(value, label)| (value.to_owned(), label.to_owned()));
        let kind = Kind::Choice(choices(&raw, false, &here, report).unwrap_or_default());
        draft.ask(Item { id, text, kind, ..Item::default() });
    }
    for (axis, members) in axes {
        let here = at(path, &axis);
        let id = draft.names.take(&axis, "axis", &here, report);
        let title = draft.label(&axis, &id, &here, report);
        draft.scales.push(Scale { id, title, members });
    }
}

/// One effect of a statement: a member of the scale of its axis.
fn effects(
    item: &str,
    axis: &str,
    effect: &Node,
    path: &str,
    axes: &mut Vec<(String, Vec<Member>)>,
    report: &mut Report,
) {
    let Some(x) = effect.number() else {
        report.lost(path, &quoted(axis), "an effect is a number", "the statement does not count for this axis");
        return;
    };
    let weight = x.abs();
    // Zero says that there is no effect, and is none.
    if weight <= 0.0 {
        return;
    }
    if !(limits::WEIGHT.0..=limits::WEIGHT.1).contains(&weight) || axes.len() >= limits::ENTRIES {
        report.lost(path, &quoted(axis), "an effect beyond the limits", "the statement does not count for this axis");
        return;
    }
    let member = Member { item: item.into(), part: String::new(), reversed: x < 0.0, weight };
    match axes.iter_mut().find(|(known, _)| known == axis) {
        Some((_, members)) => members.push(member),
        None => axes.push((axis.into(), vec![member])),
    }
}
