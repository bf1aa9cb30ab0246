//! The facade: everything a host may ask, and nothing of the host.
//!
//! Requests are bytes and identifiers; replies are [`Data`] in the shapes of
//! `www/types.d.ts`: `{ok: {value, warnings}}` or `{refused: {problems}}`. A
//! refusal is a reply. Nothing is kept but the instrument: the same definition
//! and answers give the same reply for ever.

use crate::advice::{self, Fired};
use crate::data::Data;
use crate::explain;
use crate::instrument::Instrument;
use crate::pick::picks;
use crate::problem::{Problem, Problems, Severity, quoted};
use crate::report;
use crate::response::{Response, State};
use crate::schema::FORMAT;
use crate::scoring::{self, Outcome, SCORING_VERSION, Status, View, composite_view, scale_view};

/// An instrument, or why there is none.
#[derive(Debug)]
pub struct Assessment {
    loaded: Result<(Instrument, Vec<Problem>), Vec<Problem>>,
}

type Outcomes<'d> = Result<Data<'d>, Vec<Problem>>;

/// Versions of what is built in: `Version` of the types.
pub fn version() -> Data<'static> {
    Data::Object(vec![
        ("crate", Data::Word(env!("CARGO_PKG_VERSION"))),
        ("scoring", Data::Number(f64::from(SCORING_VERSION))),
        ("format", Data::Number(f64::from(FORMAT))),
    ])
}

impl Assessment {
    /// Reads a definition. A refused one answers every call with its problems.
    pub fn load(definition: &[u8]) -> Self {
        Assessment { loaded: Instrument::compile(definition) }
    }

    /// What is wrong with the definition: errors, or warnings if it is accepted.
    pub fn problems(&self) -> &[Problem] {
        match &self.loaded {
            Ok((_, problems)) | Err(problems) => problems,
        }
    }

    /// The instrument in short, with every warning: `Reply<Overview>`.
    pub fn check(&self) -> Data<'_> {
        let warnings = Data::all(self.problems().iter().map(problem));
        self.reply(warnings, |instrument| {
            let mut fields = instrument_fields(instrument);
            let scored =
                (0..instrument.items.len()).filter(|n| instrument.items.get(*n).is_some_and(|item| item.scored));
            fields.push(("conditional", Data::Bool(instrument.items.iter().any(|item| !item.shown.is_empty()))));
            fields.push(("scored", Data::all(scored.map(|n| instrument.part("items", n, "id")))));
            Ok(Data::Object(fields))
        })
    }

    /// How far a respondent has come: `Reply<Progress>`.
    pub fn progress(&self, answers: &[u8]) -> Data<'_> {
        self.answer(|instrument| Ok(Response::read(instrument, answers)?.progress(instrument)))
    }

    /// Scores answers: `Reply<Finished>` without the report.
    pub fn score(&self, answers: &[u8]) -> Data<'_> {
        self.answer(|instrument| Ok(finished(instrument, &Response::read(instrument, answers)?, false)))
    }

    /// Scores answers and composes the report: `Reply<Finished>`.
    pub fn finish(&self, answers: &[u8]) -> Data<'_> {
        self.answer(|instrument| Ok(finished(instrument, &Response::read(instrument, answers)?, true)))
    }

    /// The chain from answers to the scale, composite or band called `id`:
    /// `Reply<Explanation>`.
    pub fn explain(&self, answers: &[u8], id: &str) -> Data<'_> {
        self.answer(|instrument| {
            let response = Response::read(instrument, answers)?;
            let outcome = scoring::score(instrument, &response);
            explain::explain(instrument, &response, &outcome, id).ok_or_else(|| {
                let mut problems = Problems::default();
                let help = "name a scale, a composite or a band";
                problems.error("unknown-score", "", &["there is no score ", &quoted(id)], help);
                problems.into_list()
            })
        })
    }

    fn answer<'d>(&'d self, call: impl FnOnce(&'d Instrument) -> Outcomes<'d>) -> Data<'d> {
        self.reply(Data::List(Vec::new()), call)
    }

    fn reply<'d>(&'d self, warnings: Data<'d>, call: impl FnOnce(&'d Instrument) -> Outcomes<'d>) -> Data<'d> {
        let done = match &self.loaded {
            Ok((instrument, _)) => call(instrument),
            Err(problems) => Err(problems.clone()),
        };
        match done {
            Ok(value) => Data::Object(vec![("ok", Data::Object(vec![("value", value), ("warnings", warnings)]))]),
            Err(problems) => {
                let list = Data::all(problems.iter().map(problem));
                Data::Object(vec![("refused", Data::Object(vec![("problems", list)]))])
            }
        }
    }
}

/// `Problem` of the types.
fn problem(problem: &Problem) -> Data<'static> {
    Data::Object(vec![
        ("code", Data::Word(problem.code)),
        ("severity", Data::Word(if problem.severity == Severity::Error { "error" } else { "warning" })),
        ("at", Data::Owned(problem.at.clone())),
        ("line", Data::count(problem.line)),
        ("column", Data::count(problem.column)),
        ("message", Data::Owned(problem.message.clone())),
        ("help", Data::Owned(problem.help.clone())),
    ])
}

fn instrument_fields(instrument: &Instrument) -> Vec<(&'static str, Data<'_>)> {
    let digit = |n: u32| char::from_digit((instrument.fingerprint >> (4 * n)) & 15, 16).unwrap_or('0');
    let word = |key: &str| Data::of(&instrument.words, key);
    let fingerprint = Data::Owned((0..8).rev().map(digit).collect());
    vec![("id", word("id")), ("version", word("version")), ("title", word("title")), ("fingerprint", fingerprint)]
}

fn finished<'d>(instrument: &'d Instrument, response: &Response, with_report: bool) -> Data<'d> {
    let outcome = scoring::score(instrument, response);
    let view = View { instrument, response, derived: &outcome.derived, fired_before: 0 };
    let picked = picks(&view);
    let fired = advice::select(instrument, response, &outcome.derived, &picked);
    let rule = |fired: &Fired| Data::of(instrument.words.get("advice").get("rules").entry(fired.rule), "id");
    let role = |key: &str| response.role.map_or(Data::Null, |role| instrument.part("roles", role, key));
    let scales = outcome.scales.iter().enumerate();
    let metrics = 0..instrument.composites.len();
    let notes = outcome.notes.iter();
    let report =
        if with_report { report::compose(instrument, response, &outcome, &picked, &fired) } else { Data::Null };
    Data::Object(vec![
        ("instrument", Data::Object(instrument_fields(instrument))),
        ("role", role("id")),
        ("role_label", role("label")),
        ("scales", Data::all(scales.map(|(n, score)| scale_view(instrument, n, score)))),
        ("metrics", Data::all(metrics.map(|n| composite_view(instrument, n, view.composite(n))))),
        ("bands", Data::all((0..instrument.bands.len()).map(|n| band(instrument, &outcome, n)))),
        ("states", Data::all((0..instrument.dimensions()).map(|d| state(instrument, &outcome, d)))),
        ("advice", Data::all(fired.iter().filter(|fired| fired.taken).map(rule))),
        ("triggered", Data::all(fired.iter().map(rule))),
        ("notes", Data::all(notes.map(|n| instrument.part("notes", *n, "id")))),
        ("counts", counts(instrument, response)),
        ("report", report),
    ])
}

fn band<'d>(instrument: &'d Instrument, outcome: &Outcome, n: usize) -> Data<'d> {
    let words = instrument.entry("bands", n);
    let placed = outcome.derived.bands.get(n).and_then(|placed| placed.as_ref());
    let levels = words.get("levels");
    let mut gates = Vec::new();
    for failure in placed.map(|placed| placed.failures.as_slice()).unwrap_or_default() {
        let gate = levels.entry(failure.level).get("gates").entry(failure.gate);
        gates.push(Data::Object(vec![
            ("level", Data::count(failure.level + 1)),
            ("id", Data::of(gate, "id")),
            ("dimensions", Data::all(failure.dimensions.iter().map(|d| instrument.dimension_id(Some(*d))))),
        ]));
    }
    let status = match placed {
        None => Status::NotScored,
        Some(placed) if placed.provisional => Status::Provisional,
        Some(_) => Status::Scored,
    };
    let counted = |level: Option<usize>| level.map_or(Data::Null, |level| Data::count(level + 1));
    Data::Object(vec![
        ("id", Data::of(words, "id")),
        ("status", status.data()),
        ("value", counted(placed.map(|p| p.level))),
        ("level", placed.map_or(Data::Null, |p| Data::of(levels.entry(p.level), "id"))),
        ("raw", counted(placed.map(|p| p.raw))),
        ("between", Data::levels(placed.and_then(|p| p.between).map(|lower| (lower, lower + 1)))),
        ("range", Data::levels(placed.map(|p| p.range))),
        ("gates", Data::List(gates)),
    ])
}

fn state<'d>(instrument: &'d Instrument, outcome: &Outcome, d: usize) -> Data<'d> {
    let state = outcome.states.get(d).copied().flatten();
    Data::Object(vec![
        ("dimension", instrument.dimension_id(Some(d))),
        ("id", state.map_or(Data::Null, |n| instrument.part("states", n, "id"))),
    ])
}

/// Over the scored items that apply, and the tallies of the definition.
fn counts<'d>(instrument: &'d Instrument, response: &Response) -> Data<'d> {
    let scored: Vec<usize> =
        (0..instrument.items.len()).filter(|n| instrument.items.get(*n).is_some_and(|item| item.scored)).collect();
    let count = |id: Data<'d>, items: &[usize], state: State| {
        let found = items.iter().filter(|n| response.applies(**n) && response.answer(**n).state() == state);
        Data::Object(vec![("id", id), ("value", Data::count(found.count()))])
    };
    let mut counts = vec![
        count(Data::Word("answered"), &scored, State::Answered),
        count(Data::Word("dont_know"), &scored, State::DontKnow),
        count(Data::Word("unanswered"), &scored, State::NotAnswered),
    ];
    for (n, list) in instrument.tallies.iter().enumerate() {
        let items = instrument.lists.get(*list).map(Vec::as_slice).unwrap_or_default();
        counts.push(count(instrument.part("tallies", n, "id"), items, State::DontKnow));
    }
    Data::List(counts)
}
