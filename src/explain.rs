//! Why a score is what it is: the chain from answers to number.

use crate::expression::{Trace, trace};
use crate::instrument::{Band, Composite, Instrument, Scale};
use crate::response::{Response, State};
use crate::scoring::{Outcome, Score, View, composite_score, keyed, scale_view};
use crate::words;
use serde::Serialize;

/// The share of members that must be answered.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Needed {
    /// For a full score, 0..1.
    pub scored: f64,
    /// For a provisional score, 0..1.
    pub provisional: f64,
}

/// A member of a scale and what it adds.
#[derive(Clone, Debug, Serialize)]
pub struct MemberTrace {
    /// Of the item.
    pub item: String,
    /// Of the item, with the row's label for a row.
    pub text: String,
    /// `answered`, `dont_know`, `not_answered` or `hidden`.
    pub state: &'static str,
    /// In words.
    pub answer: Option<String>,
    /// 0..100, before the key.
    pub points: Option<f64>,
    /// `+` or `-`.
    pub key: &'static str,
    /// 0..100, in the direction of the scale.
    pub keyed: Option<f64>,
    /// What the member counts for.
    pub weight: f64,
    /// Corners of the curve from answer to points.
    pub curve: Option<Vec<(f64, f64)>>,
}

/// A gate of a level.
#[derive(Clone, Debug, Serialize)]
pub struct GateTrace {
    /// Of the gate.
    pub id: String,
    /// What is said when it is not passed.
    pub text: String,
    /// Whether it is passed.
    pub passed: bool,
    /// The condition with its values.
    pub trace: Trace,
}

/// A level of a band.
#[derive(Clone, Debug, Serialize)]
pub struct LevelTrace {
    /// Counted from 1.
    pub number: usize,
    /// Of the level.
    pub id: String,
    /// Of the level.
    pub title: String,
    /// Where it starts.
    pub from: f64,
    /// Whether the number alone reaches it.
    pub reached: bool,
    /// One per dimension where a gate is about each.
    pub gates: Vec<GateTrace>,
}

/// The chain from answers to one score.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    /// Of the scale, composite or band.
    pub id: String,
    /// Of the scale, composite or band.
    pub title: String,
    /// `scale`, `composite` or `band`.
    pub kind: &'static str,
    /// Scales: what a high score means.
    pub higher: Option<String>,
    /// Scales: the scale above.
    pub parent: Option<String>,
    /// The score; of a band that of its composite.
    pub score: Option<Score>,
    /// Scales: how much must be answered.
    pub missing: Option<Needed>,
    /// Scales: the members in order.
    pub members: Vec<MemberTrace>,
    /// Scales: weighted sum of the keyed points; the value is `sum / weight`.
    pub sum: Option<f64>,
    /// Scales: weight of the answered members.
    pub weight: Option<f64>,
    /// Composites: the expression with its values.
    pub trace: Option<Trace>,
    /// Bands: the levels in order.
    pub levels: Vec<LevelTrace>,
}

/// Explains the scale, composite or band called `id`; none where there is none.
pub(crate) fn explain(instrument: &Instrument, response: &Response, outcome: &Outcome, id: &str) -> Option<Explanation> {
    if let Some(n) = instrument.scales.iter().position(|scale| scale.id == id) {
        return scale(instrument, response, outcome, n, instrument.scales.get(n)?);
    }
    let view = View { instrument, response, derived: &outcome.derived, fired_before: 0 };
    if let Some(n) = instrument.composites.iter().position(|composite| composite.id == id) {
        return Some(composite(instrument.composites.get(n)?, n, &view));
    }
    instrument.bands.iter().find(|band| band.id == id).map(|found| band(found, &view))
}

fn empty(id: &str, title: &str, kind: &'static str, score: Option<Score>) -> Explanation {
    Explanation {
        id: id.into(),
        title: title.into(),
        kind,
        higher: None,
        parent: None,
        score,
        missing: None,
        members: Vec::new(),
        sum: None,
        weight: None,
        trace: None,
        levels: Vec::new(),
    }
}

fn scale(
    instrument: &Instrument,
    response: &Response,
    outcome: &Outcome,
    n: usize,
    scale: &Scale,
) -> Option<Explanation> {
    let score = outcome.scales.get(n)?;
    let mut explanation = empty(&scale.id, &scale.title, "scale", Some(scale_view(instrument, scale, score)));
    explanation.missing = Some(Needed { scored: scale.missing.scored, provisional: scale.missing.provisional });
    explanation.higher = Some(scale.higher.clone());
    explanation.parent = scale.parent.and_then(|p| Some(instrument.scales.get(p)?.id.clone()));
    explanation.sum = Some(score.sum);
    explanation.weight = Some(score.weight);
    for member in &scale.members {
        let item = instrument.items.get(member.item)?;
        let keyed = keyed(instrument, response, member);
        let state = match response.answer(member.item).state() {
            _ if response.applies.get(member.item) != Some(&true) => "hidden",
            _ if keyed.is_some() => "answered",
            State::DontKnow => "dont_know",
            _ => "not_answered",
        };
        explanation.members.push(MemberTrace {
            item: item.id.clone(),
            text: words::item(instrument, member.item, member.part),
            state,
            answer: words::answer(instrument, response, member.item, member.part),
            points: response.points(instrument, member.item, member.part),
            key: if member.reversed { "-" } else { "+" },
            keyed,
            weight: member.weight,
            curve: item.curve.as_ref().map(|curve| curve.points.clone()),
        });
    }
    Some(explanation)
}

fn composite(composite: &Composite, n: usize, view: &View<'_>) -> Explanation {
    let instrument = view.instrument;
    let number = view.derived.composites.get(n).copied().flatten();
    let title = crate::words::title(instrument, crate::expression::Name::Composite(n)).unwrap_or_default();
    let mut explanation = empty(&composite.id, &title, "composite", Some(composite_score(instrument, composite, number)));
    explanation.trace = Some(trace(&composite.expression.root, view, &|name| words::title(instrument, name)));
    explanation
}

fn band(band: &Band, view: &View<'_>) -> Explanation {
    let instrument = view.instrument;
    let number = view.derived.composites.get(band.of).copied().flatten();
    let score = instrument.composites.get(band.of).map(|composite| composite_score(instrument, composite, number));
    let raw = number.map(|x| crate::scoring::level_of(band, x.value));
    let mut explanation = empty(&band.id, &band.title, "band", score);
    for (n, level) in band.levels.iter().enumerate() {
        let gates = level.gates.iter().flat_map(|gate| gate.require.iter().map(move |(_, e)| (gate, e)));
        let gates = gates.map(|(gate, e)| {
            let trace = trace(&e.root, view, &|name| words::title(instrument, name));
            let passed = trace.truth == Some(crate::expression::Truth::Yes);
            GateTrace { id: gate.id.clone(), text: gate.text.clone(), passed, trace }
        });
        explanation.levels.push(LevelTrace {
            number: n + 1,
            id: level.id.clone(),
            title: level.title.clone(),
            from: level.from,
            reached: raw.is_some_and(|raw| raw >= n),
            gates: gates.collect(),
        });
    }
    explanation
}
