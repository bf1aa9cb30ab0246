//! The facade: everything a host may ask, and nothing of the host.
//!
//! Requests are bytes and identifiers; replies are plain data. A refusal is a
//! reply. Nothing is kept but the instrument: the same definition and answers
//! give the same reply for ever.

use crate::advice;
use crate::explain::{self, Explanation};
use crate::instrument::Instrument;
use crate::pick::picks;
use crate::problem::{Problem, Problems};
use crate::report::{Report, compose};
use crate::response::{Progress, Response, State};
use crate::scoring::{self, Outcome, Placement, SCORING_VERSION, Score, Status, View, composite_score, scale_view};
use serde::Serialize;

/// What a host gets back.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reply<T> {
    /// It worked.
    Ok {
        /// The answer.
        value: T,
        /// What the author of the definition should look at.
        warnings: Vec<Problem>,
    },
    /// It was refused.
    Refused {
        /// At least one error.
        problems: Vec<Problem>,
    },
}

/// Versions of what is built in.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Version {
    /// Of the crate.
    #[serde(rename = "crate")]
    pub package: &'static str,
    /// Raised when the same answers give another number.
    pub scoring: u32,
    /// Format of definitions.
    pub format: u32,
}

/// The instrument in short.
#[derive(Clone, Debug, Serialize)]
pub struct Overview {
    /// Identifier.
    pub id: String,
    /// `major.minor`.
    pub version: String,
    /// Title.
    pub title: String,
    /// 8 hexadecimal digits over everything that decides a score.
    pub fingerprint: String,
    /// Whether an answer can decide which items apply.
    pub conditional: bool,
    /// Items that enter a scale.
    pub scored: Vec<String>,
}

/// The instrument a result belongs to.
#[derive(Clone, Debug, Serialize)]
pub struct InstrumentView {
    /// Identifier.
    pub id: String,
    /// `major.minor`.
    pub version: String,
    /// Title.
    pub title: String,
    /// 8 hexadecimal digits over everything that decides a score.
    pub fingerprint: String,
}

/// A gate that is not passed.
#[derive(Clone, Debug, Serialize)]
pub struct GateResult {
    /// The level it guards, counted from 1.
    pub level: usize,
    /// Identifier.
    pub id: String,
    /// Dimensions concerned.
    pub dimensions: Vec<String>,
}

/// The level of a band.
#[derive(Clone, Debug, Serialize)]
pub struct BandResult {
    /// Identifier.
    pub id: String,
    /// Of the score that is cut into levels.
    pub status: Status,
    /// The level after the gates, counted from 1.
    pub value: Option<usize>,
    /// Identifier of that level.
    pub level: Option<String>,
    /// The level by the number alone.
    pub raw: Option<usize>,
    /// Two levels the number lies between.
    pub between: Option<(usize, usize)>,
    /// Levels of the bounds.
    pub range: Option<(usize, usize)>,
    /// Gates not passed, from the highest level down.
    pub gates: Vec<GateResult>,
}

/// The state of a dimension.
#[derive(Clone, Debug, Serialize)]
pub struct StateResult {
    /// Identifier of the dimension.
    pub dimension: String,
    /// Identifier of the state that applies.
    pub id: Option<String>,
}

/// A count.
#[derive(Clone, Debug, Serialize)]
pub struct Count {
    /// `answered`, `dont_know`, `unanswered` (over the scored items that apply)
    /// or a tally of the definition.
    pub id: String,
    /// How many.
    pub value: usize,
}

/// A scored response.
#[derive(Clone, Debug, Serialize)]
pub struct Finished {
    /// The instrument.
    pub instrument: InstrumentView,
    /// The respondent's role.
    pub role: Option<String>,
    /// Its label.
    pub role_label: Option<String>,
    /// In order.
    pub scales: Vec<Score>,
    /// Composites, in order.
    pub metrics: Vec<Score>,
    /// In order.
    pub bands: Vec<BandResult>,
    /// By dimension.
    pub states: Vec<StateResult>,
    /// Recommendations shown, most urgent first.
    pub advice: Vec<String>,
    /// All that fired, in the same order.
    pub triggered: Vec<String>,
    /// Quality notes.
    pub notes: Vec<String>,
    /// In order.
    pub counts: Vec<Count>,
    /// The result in words; only [`Assessment::finish`] gives it.
    pub report: Option<Report>,
}

/// An instrument, or why there is none.
#[derive(Debug)]
pub struct Assessment {
    loaded: Result<(Instrument, Vec<Problem>), Vec<Problem>>,
}

/// Versions of what is built in.
pub fn version() -> Version {
    Version {
        package: env!("CARGO_PKG_VERSION"),
        scoring: SCORING_VERSION,
        format: crate::definition::FORMAT,
    }
}

impl Assessment {
    /// Reads a definition. A refused one answers every call with its problems.
    pub fn load(definition: &[u8]) -> Self {
        Assessment { loaded: Instrument::compile(definition) }
    }

    /// The instrument in short, with every warning.
    pub fn check(&self) -> Reply<Overview> {
        self.with(|instrument, warnings| {
            let conditional = instrument.items.iter().any(|item| !item.shown.is_empty());
            let scored = instrument.items.iter().filter(|item| item.scored).map(|item| item.id.clone()).collect();
            let view = view(instrument);
            let value = Overview {
                id: view.id,
                version: view.version,
                title: view.title,
                fingerprint: view.fingerprint,
                conditional,
                scored,
            };
            Ok((value, warnings.to_vec()))
        })
    }

    /// How far a respondent has come.
    pub fn progress(&self, answers: &[u8]) -> Reply<Progress> {
        self.with(|instrument, _| Ok((Response::read(instrument, answers)?.progress(instrument), Vec::new())))
    }

    /// Scores answers, without the report.
    pub fn score(&self, answers: &[u8]) -> Reply<Finished> {
        self.with(|instrument, _| Ok((finished(instrument, &Response::read(instrument, answers)?, false), Vec::new())))
    }

    /// Scores answers and composes the report.
    pub fn finish(&self, answers: &[u8]) -> Reply<Finished> {
        self.with(|instrument, _| Ok((finished(instrument, &Response::read(instrument, answers)?, true), Vec::new())))
    }

    /// The chain from answers to the scale, composite or band called `id`.
    pub fn explain(&self, answers: &[u8], id: &str) -> Reply<Explanation> {
        self.with(|instrument, _| {
            let response = Response::read(instrument, answers)?;
            let outcome = scoring::score(instrument, &response);
            let found = explain::explain(instrument, &response, &outcome, id);
            let value = found.ok_or_else(|| {
                let mut problems = Problems::default();
                let message = ["there is no score ", &crate::problem::quoted(id)].concat();
                problems.error("unknown-score", "", message, "name a scale, a composite or a band");
                problems.into_list()
            })?;
            Ok((value, Vec::new()))
        })
    }

    fn with<T>(
        &self,
        call: impl FnOnce(&Instrument, &[Problem]) -> Result<(T, Vec<Problem>), Vec<Problem>>,
    ) -> Reply<T> {
        let done = match &self.loaded {
            Ok((instrument, warnings)) => call(instrument, warnings),
            Err(problems) => Err(problems.clone()),
        };
        match done {
            Ok((value, warnings)) => Reply::Ok { value, warnings },
            Err(problems) => Reply::Refused { problems },
        }
    }
}

fn view(instrument: &Instrument) -> InstrumentView {
    let digit = |n: u32| char::from_digit((instrument.fingerprint >> (4 * n)) & 15, 16).unwrap_or('0');
    InstrumentView {
        id: instrument.id.clone(),
        version: instrument.version.clone(),
        title: instrument.title.clone(),
        fingerprint: (0..8).rev().map(digit).collect(),
    }
}

fn finished(instrument: &Instrument, response: &Response, with_report: bool) -> Finished {
    let outcome = scoring::score(instrument, response);
    let facts = View { instrument, response, derived: &outcome.derived, fired_before: 0 };
    let picked = picks(&facts);
    let selection = advice::select(instrument, response, &outcome.derived, &picked);
    let rule = |fired: &advice::Fired| instrument.advice.rules.get(fired.rule).map(|rule| rule.id.clone());
    let role = response.role.and_then(|role| instrument.roles.get(role));
    Finished {
        instrument: view(instrument),
        role: role.map(|role| role.id.clone()),
        role_label: role.map(|role| role.label.clone()),
        scales: instrument.scales.iter().zip(&outcome.scales).map(|(s, score)| scale_view(instrument, s, score)).collect(),
        metrics: instrument
            .composites
            .iter()
            .zip(&outcome.derived.composites)
            .map(|(composite, number)| composite_score(instrument, composite, *number))
            .collect(),
        bands: bands(instrument, &outcome),
        states: states(instrument, &outcome),
        advice: selection.taken.iter().filter_map(|t| rule(selection.fired.get(*t)?)).collect(),
        triggered: selection.fired.iter().filter_map(rule).collect(),
        notes: outcome.notes.iter().filter_map(|n| Some(instrument.notes.get(*n)?.id.clone())).collect(),
        counts: counts(instrument, response),
        report: with_report.then(|| compose(instrument, response, &outcome, &picked, &selection)),
    }
}

fn bands(instrument: &Instrument, outcome: &Outcome) -> Vec<BandResult> {
    let result = |(band, placed): (&crate::instrument::Band, &Option<Placement>)| {
        let placed = placed.as_ref();
        let level = |p: &Placement| Some(band.levels.get(p.level)?.id.clone());
        let gate = |failure: &scoring::Failure| {
            let dimension = |d: &usize| Some(instrument.dimensions.get(*d)?.id.clone());
            Some(GateResult {
                level: failure.level + 1,
                id: band.levels.get(failure.level)?.gates.get(failure.gate)?.id.clone(),
                dimensions: failure.dimensions.iter().filter_map(dimension).collect(),
            })
        };
        BandResult {
            id: band.id.clone(),
            status: match placed {
                None => Status::NotScored,
                Some(p) if p.provisional => Status::Provisional,
                Some(_) => Status::Scored,
            },
            value: placed.map(|p| p.level + 1),
            level: placed.and_then(level),
            raw: placed.map(|p| p.raw + 1),
            between: placed.and_then(|p| p.between).map(|lower| (lower + 1, lower + 2)),
            range: placed.map(|p| (p.range.0 + 1, p.range.1 + 1)),
            gates: placed.map(|p| p.failures.iter().filter_map(gate).collect()).unwrap_or_default(),
        }
    };
    instrument.bands.iter().zip(&outcome.derived.bands).map(result).collect()
}

fn states(instrument: &Instrument, outcome: &Outcome) -> Vec<StateResult> {
    let result = |(dimension, state): (&crate::instrument::Titled, &Option<usize>)| StateResult {
        dimension: dimension.id.clone(),
        id: state.and_then(|n| Some(instrument.states.get(n)?.id.clone())),
    };
    instrument.dimensions.iter().zip(&outcome.states).map(result).collect()
}

fn counts(instrument: &Instrument, response: &Response) -> Vec<Count> {
    let applies = |n: &usize| response.applies.get(*n) == Some(&true);
    let scored = |n: &usize| applies(n) && instrument.items.get(*n).is_some_and(|item| item.scored);
    let of = |state: State, items: &mut dyn Iterator<Item = usize>| {
        items.filter(|n| response.answer(*n).state() == state).count()
    };
    let all = || (0..instrument.items.len()).filter(scored);
    let mut counts = vec![
        Count { id: "answered".into(), value: of(State::Answered, &mut all()) },
        Count { id: "dont_know".into(), value: of(State::DontKnow, &mut all()) },
        Count { id: "unanswered".into(), value: of(State::NotAnswered, &mut all()) },
    ];
    for tally in &instrument.tallies {
        let items = instrument.lists.get(tally.list).map(|list| list.items.as_slice()).unwrap_or_default();
        let value = of(State::DontKnow, &mut items.iter().copied().filter(applies));
        counts.push(Count { id: tally.id.clone(), value });
    }
    counts
}
