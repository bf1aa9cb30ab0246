//! Two editions of a definition: what changed, which results stay comparable, and whether old links open.
//!
//! Both have passed the gate, so what decides a number is compared as it was resolved: what is only written otherwise
//! is no change of a number. What is compared by name is matched by identifier; a renamed thing is one that was
//! removed and one that was added.

mod changes;
mod effect;
mod links;
mod meaning;
mod scores;
mod words;

use crate::data::{Data, object};
use crate::instrument::Instrument;
use changes::{Change, changes};
use scores::{Score, scores};

/// The editions.
#[derive(Clone, Copy)]
struct Two<'e> {
    old: &'e Instrument,
    new: &'e Instrument,
}

/// What a change can alter, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Effect {
    /// Wording, its order and its layout.
    Words,
    /// What a result says or shows of the same numbers.
    Results,
    /// The fingerprint, and with it which links open; no score.
    Links,
    /// A score, a level or a state.
    Scores,
}

impl Effect {
    /// As it is reported.
    fn word(self) -> &'static str {
        match self {
            Effect::Words => "words",
            Effect::Results => "results",
            Effect::Links => "links",
            Effect::Scores => "scores",
        }
    }
}

/// The difference, see [`crate::author::diff`].
pub(crate) fn diff(old: &Instrument, new: &Instrument) -> Data<'static> {
    let two = Two { old, new };
    let (changes, scores) = (changes(two), scores(two));
    let differs = scores.iter().any(|score| ["changed", "removed"].contains(&score.status));
    let worst = changes.iter().map(|change| change.effect).chain(differs.then_some(Effect::Scores)).max();
    object! {
        "old" => links::identity(old),
        "new" => links::identity(new),
        "changes" => changes.iter().map(change).collect::<Vec<_>>(),
        "scores" => scores.iter().map(score).collect::<Vec<_>>(),
        "links" => links::links(two),
        "answers" => links::answers(two),
        "findings" => links::findings(two, worst),
    }
}

fn change(change: &Change) -> Data<'static> {
    object! {
        "list" => change.list,
        "id" => change.id.clone(),
        "field" => change.field.clone(),
        "what" => change.what,
        "effect" => change.effect.word(),
        "was" => change.was.clone(),
        "now" => change.now.clone(),
    }
}

fn score(score: &Score) -> Data<'static> {
    object! {
        "kind" => score.kind,
        "id" => score.id.clone(),
        "status" => score.status,
        "because" => texts(&score.because),
        "reworded" => texts(&score.reworded),
    }
}

fn texts(texts: &[String]) -> Vec<Data<'static>> {
    texts.iter().map(|text| Data::Owned(text.clone())).collect()
}
