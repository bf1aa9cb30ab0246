//! The facade: everything a host may ask, and nothing of the host.
//!
//! Requests are bytes and identifiers; replies are [`Data`] in the shapes of
//! `www/types.d.ts`: `{ok: {value, warnings}}` or `{refused: {problems}}`. A
//! refusal is a reply. Nothing is kept but the instrument: the same definition
//! and answers give the same reply for ever.

use crate::advice;
use crate::benchmark::{self, Benchmark, Label};
use crate::cohort::{self, Rules, Summary};
use crate::compare;
use crate::data::{Data, object};
use crate::explain;
use crate::instrument::Instrument;
use crate::link;
use crate::number::count;
use crate::pick::picks;
use crate::piping;
use crate::problem::{Problem, quoted, refusal};
use crate::report;
use crate::response::{Response, State};
use crate::scoring::{self, Outcome, Placement, Status, View, composite_view, scale_view};
use crate::text::joined;

pub use crate::cohort::Cohort;

/// An instrument, or why there is none.
#[derive(Debug)]
pub struct Assessment {
    loaded: Result<(Instrument, Vec<Problem>), Vec<Problem>>,
}

type Outcomes<'d> = Result<Data<'d>, Vec<Problem>>;

impl Assessment {
    /// Reads a definition. A refused one answers every call with its problems.
    pub fn load(definition: &[u8]) -> Self {
        Assessment { loaded: Instrument::compile(definition) }
    }

    /// Opens a definition by its compiled form, without the gate: what a
    /// reader's host does. One that does not fit refuses with `not-compiled`.
    pub fn open(definition: &[u8], compiled: &[u8]) -> Self {
        Assessment { loaded: Instrument::open(definition, compiled).map(|instrument| (instrument, Vec::new())) }
    }

    /// What is wrong with the definition: errors, or warnings if it is accepted.
    pub fn problems(&self) -> &[Problem] {
        match &self.loaded {
            Ok((_, problems)) | Err(problems) => problems,
        }
    }

    /// The instrument in short, with every warning: `Reply<Identity>`.
    pub fn check(&self) -> Data<'_> {
        self.reply(problems(self.problems()), &mut |instrument| Ok(instrument.identity()))
    }

    /// The compiled form, with every warning: `Reply<string>`.
    pub fn compiled(&self) -> Data<'_> {
        self.reply(problems(self.problems()), &mut |instrument| Ok(Data::Owned(instrument.compiled())))
    }

    /// How far a respondent has come: `Reply<Progress>`.
    pub fn progress(&self, answers: &[u8]) -> Data<'_> {
        self.answer(answers, &|instrument, response| {
            Ok(piping::with_pipes(instrument, response.progress(instrument), response))
        })
    }

    /// Scores answers: `Reply<Finished>` without the report.
    pub fn score(&self, answers: &[u8]) -> Data<'_> {
        self.answer(answers, &|instrument, response| Ok(finished(instrument, response, false)))
    }

    /// Scores answers and composes the report: `Reply<Finished>`.
    pub fn finish(&self, answers: &[u8]) -> Data<'_> {
        self.answer(answers, &|instrument, response| Ok(finished(instrument, response, true)))
    }

    /// The chain from answers to the scale, composite or band called `id`:
    /// `Reply<Explanation>`.
    pub fn explain(&self, answers: &[u8], id: &str) -> Data<'_> {
        self.answer(answers, &|instrument, response| {
            let outcome = scoring::score(instrument, response);
            explain::explain(instrument, response, &outcome, id).ok_or_else(|| {
                let message = ["there is no score ", &quoted(id)];
                refusal("unknown-score", &message, "name a scale, a composite or a band")
            })
        })
    }

    /// The token of a result link: `Reply<string>`.
    pub fn link(&self, answers: &[u8]) -> Data<'_> {
        self.answer(answers, &|instrument, response| link::write(instrument, response).map(Data::Owned))
    }

    /// The token of any digits, for tests/fuzz; see `link::sealed`.
    #[cfg(feature = "fuzz")]
    #[doc(hidden)]
    pub fn sealed(&self, digits: &[u8], own: bool) -> Data<'_> {
        self.reply(Data::List(Vec::new()), &mut |instrument| Ok(Data::Owned(link::sealed(instrument, digits, own))))
    }

    /// The answers document behind a token anywhere in a text, as JSON text:
    /// `Reply<string>`.
    pub fn open_link(&self, text: &str) -> Data<'_> {
        self.reply(Data::List(Vec::new()), &mut |instrument| {
            Ok(Data::Owned(link::document(instrument, &link::read(instrument, text)?)))
        })
    }

    /// Compares the answers of two people: `Reply<Comparison>`. Where the roles
    /// are counterparts, the one that comes first in the definition is first.
    ///
    /// Refusals say whose answers they concern: each problem of the first is at
    /// `/first` and what follows, each of the second at `/second`; lines count
    /// within the document. A definition without `pair`: `no-comparison`.
    pub fn compare(&self, first: &[u8], second: &[u8]) -> Data<'_> {
        self.both(first, second, &|instrument, a, b| {
            if compare::is_reversed(instrument, a, b) {
                return compared(instrument, b, a, true);
            }
            compared(instrument, a, b, false)
        })
    }

    /// As [`Assessment::compare`], in the order given whatever the roles are.
    pub fn compare_as_given(&self, first: &[u8], second: &[u8]) -> Data<'_> {
        self.both(first, second, &|instrument, a, b| compared(instrument, a, b, false))
    }

    /// Compares one person's answers with earlier ones: `Reply<Change>`. Problems
    /// of the old ones are at `/first`, of the new ones at `/second`. A definition
    /// without `change`: `no-comparison`.
    pub fn change(&self, old: &[u8], new: &[u8]) -> Data<'_> {
        self.both(old, new, &|instrument, old, new| match &instrument.change {
            Some(limits) => Ok(compare::change(instrument, limits, old, new)),
            None => Err(no_comparison("change")),
        })
    }

    /// Where answers stand against a benchmark file: `Reply<Placed>`. Problems of
    /// the answers are at `/first`, of the file at `/second`; one that belongs to
    /// another assessment or edition refuses and shows nothing.
    pub fn place(&self, answers: &[u8], file: &[u8]) -> Data<'_> {
        self.reply(Data::List(Vec::new()), &mut |instrument| {
            let (response, benchmark) = sided(Response::read(instrument, answers), Benchmark::read(instrument, file))?;
            let placed = benchmark::place(instrument, &response, benchmark);
            piping::told(instrument, Ok(placed), Some(&response))
        })
    }

    fn both<'d>(
        &'d self,
        first: &[u8],
        second: &[u8],
        call: &dyn Fn(&'d Instrument, &Response, &Response) -> Outcomes<'d>,
    ) -> Data<'d> {
        self.reply(Data::List(Vec::new()), &mut |instrument| {
            let (a, b) = sided(Response::read(instrument, first), Response::read(instrument, second))?;
            // Of two people's answers none is the one that is meant.
            piping::told(instrument, call(instrument, &a, &b), None)
        })
    }

    /// Scores answers and adds them to a group, in any order: `Reply<"added" |
    /// "doubled">`. What has an `identity`, any bytes that stand for just these
    /// answers, is added once. A `unit` is any name of 1 to 200 bytes.
    ///
    /// Refused answers are counted. `too-many-sheets` refuses a billionth and
    /// first sheet or a unit too many, `bad-unit` a name of another length.
    pub fn gather(&self, cohort: &mut Cohort, answers: &[u8], identity: Option<&[u8]>, unit: Option<&str>) -> Data<'_> {
        self.reply(Data::List(Vec::new()), &mut |instrument| {
            let added = cohort.answers(instrument, answers, identity, unit)?;
            Ok(Data::Word(if added { "added" } else { "doubled" }))
        })
    }

    /// Adds every result in a text, in any order: result links, mixed with other
    /// words, and answers documents, one a line: `Reply<Gathered>`. The same
    /// answers count once, as a link or as a document. All of them are of the
    /// `unit`, if there is one; `bad-unit` refuses a name of another length than 1
    /// to 200 bytes, and with it the text.
    ///
    /// What cannot be read is counted and, up to [`crate::limits::PROBLEMS`], listed with
    /// its line in the text; it stops nothing. `foreign` counts those of another
    /// assessment or edition among them. A word that holds no link is ignored.
    pub fn gather_text(&self, cohort: &mut Cohort, text: &str, unit: Option<&str>) -> Data<'_> {
        self.reply(Data::List(Vec::new()), &mut |instrument| {
            let gathered = cohort.text(instrument, text, unit)?;
            Ok(object! {
                "added" => gathered.added,
                "doubled" => gathered.doubled,
                "refused" => problems(&gathered.problems),
                "refused_total" => gathered.refused,
                "foreign" => gathered.foreign,
            })
        })
    }

    /// Adds a summary that [`Assessment::summary`] gave, in any order and
    /// grouping: `Reply<null>`. A sheet in both counts twice, which nobody can see.
    pub fn merge(&self, cohort: &mut Cohort, summary: &[u8]) -> Data<'_> {
        self.reply(Data::List(Vec::new()), &mut |instrument| {
            cohort.merge(instrument, &Summary::read(instrument, summary)?).map(|()| Data::Null)
        })
    }

    /// The exact sums of a group, to be kept as JSON: `Reply<Summary>`.
    pub fn summary(&self, cohort: &Cohort) -> Data<'_> {
        self.reply(Data::List(Vec::new()), &mut |instrument| Ok(cohort.sums(instrument)?.written(instrument)))
    }

    /// What may be shown of a group: `Reply<Group>`. The `request` is a JSON
    /// object, all of it optional: `anonymous`; `cell`, the fewest answers a
    /// figure rests on, at least that of the definition; `sides`, two lists of
    /// roles to compare instead of those of the definition; `published`, the
    /// sheets of the result published before.
    pub fn group(&self, cohort: &Cohort, request: &[u8]) -> Data<'_> {
        self.reply(Data::List(Vec::new()), &mut |instrument| {
            let rules = Rules::read(instrument, request)?;
            let group = cohort::group(instrument, cohort.sums(instrument)?.as_ref(), &rules);
            piping::told(instrument, Ok(group), None)
        })
    }

    /// A group as a benchmark file, for strangers: `Reply<Benchmark>`. The
    /// `request` is `{source, date, minimum?}`: who made it, the day as the person
    /// gives it (YYYY-MM-DD), and from how many scores on anything is shown, at
    /// least 20. `too-few-sheets` where no scale has so many.
    pub fn benchmark(&self, cohort: &Cohort, request: &[u8]) -> Data<'_> {
        self.reply(Data::List(Vec::new()), &mut |instrument| {
            let label = Label::read(request)?;
            benchmark::written(instrument, cohort.sums(instrument)?.as_ref(), label)
        })
    }

    /// How the instrument itself has done in a group, for those who look after it
    /// and never for respondents: `Reply<Calibration>`. Nothing below 20 sheets,
    /// and no figure that rests on fewer.
    pub fn calibration(&self, cohort: &Cohort) -> Data<'_> {
        self.reply(Data::List(Vec::new()), &mut |instrument| {
            let calibration = cohort::calibration(instrument, cohort.sums(instrument)?.as_ref());
            piping::told(instrument, Ok(calibration), None)
        })
    }

    fn answer<'d>(&'d self, answers: &[u8], call: &dyn Fn(&'d Instrument, &Response) -> Outcomes<'d>) -> Data<'d> {
        self.reply(Data::List(Vec::new()), &mut |instrument| {
            let response = Response::read(instrument, answers)?;
            piping::told(instrument, call(instrument, &response), Some(&response))
        })
    }

    pub(crate) fn reply<'d>(
        &'d self,
        warnings: Data<'d>,
        call: &mut dyn FnMut(&'d Instrument) -> Outcomes<'d>,
    ) -> Data<'d> {
        let refused = |found: &[Problem]| object! { "refused" => object! { "problems" => problems(found) } };
        match &self.loaded {
            Ok((instrument, _)) => match call(instrument) {
                Ok(value) => object! { "ok" => object! { "value" => value, "warnings" => warnings } },
                Err(found) => refused(&found),
            },
            Err(found) => refused(found),
        }
    }
}

/// Both inputs, or the problems of both, each under its side.
pub(crate) fn sided<A, B>(
    first: Result<A, Vec<Problem>>,
    second: Result<B, Vec<Problem>>,
) -> Result<(A, B), Vec<Problem>> {
    match (first, second) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (a, b) => {
            let mut all = Vec::new();
            for (side, found) in [("/first", a.err()), ("/second", b.err())] {
                for mut problem in found.unwrap_or_default() {
                    problem.at = joined(&[side, &problem.at]);
                    all.push(problem);
                }
            }
            Err(all)
        }
    }
}

fn compared<'d>(instrument: &'d Instrument, first: &Response, second: &Response, swapped: bool) -> Outcomes<'d> {
    match &instrument.pair {
        Some(pair) => Ok(compare::compare(instrument, pair, first, second, swapped)),
        None => Err(no_comparison("pair")),
    }
}

fn no_comparison(field: &str) -> Vec<Problem> {
    let help = joined(&["add ", &quoted(field), " to the definition"]);
    refusal("no-comparison", &["this assessment does not say how answers are compared"], &help)
}

/// A list of `Problem` of the types.
pub(crate) fn problems(problems: &[Problem]) -> Data<'static> {
    let mut list = Vec::new();
    for problem in problems {
        list.push(object! {
            "code" => problem.code,
            "severity" => problem.severity.word(),
            "at" => problem.at.clone(),
            "line" => problem.line,
            "column" => problem.column,
            "message" => problem.message.clone(),
            "help" => problem.help.clone(),
        });
    }
    Data::List(list)
}

/// The items that enter a scale.
fn scored_items(instrument: &Instrument) -> Vec<usize> {
    let mut scored = Vec::new();
    for (n, item) in instrument.items.iter().enumerate() {
        if item.scored {
            scored.push(n);
        }
    }
    scored
}

fn finished<'d>(instrument: &'d Instrument, response: &Response, with_report: bool) -> Data<'d> {
    let outcome = scoring::score(instrument, response);
    let view = View { instrument, response, derived: &outcome.derived, fired_before: 0 };
    let picked = picks(&view);
    let fired = advice::select(instrument, response, &outcome.derived, &picked);
    let role = |key: &str| response.role.map_or(Data::Null, |role| instrument.part("roles", role, key));
    let (mut advice, mut triggered) = (Vec::new(), Vec::new());
    for fired in &fired {
        let id = || Data::of(instrument.words.get("advice").get("rules").entry(fired.rule), "id");
        if fired.taken {
            advice.push(id());
        }
        triggered.push(id());
    }
    let scale = &mut |n: usize| outcome.scales.get(n).map_or(Data::Null, |score| scale_view(instrument, n, score));
    let note = &mut |n: usize| outcome.notes.get(n).map_or(Data::Null, |note| instrument.part("notes", *note, "id"));
    let report =
        if with_report { report::compose(instrument, response, &outcome, &picked, &fired) } else { Data::Null };
    object! {
        "instrument" => instrument.identity(),
        "role" => role("id"),
        "role_label" => role("label"),
        "scales" => Data::each(outcome.scales.len(), scale),
        "metrics" => Data::each(instrument.composites.len(), &mut |n| composite_view(instrument, n, view.composite(n))),
        "bands" => Data::each(instrument.bands.len(), &mut |n| band(instrument, &outcome, n)),
        "states" => Data::each(instrument.dimensions(), &mut |d| state(instrument, &outcome, d)),
        "advice" => advice,
        "triggered" => triggered,
        "notes" => Data::each(outcome.notes.len(), note),
        "counts" => counts(instrument, response),
        "report" => report,
    }
}

fn band<'d>(instrument: &'d Instrument, outcome: &Outcome, n: usize) -> Data<'d> {
    let words = instrument.entry("bands", n);
    let placed = outcome.derived.bands.get(n).and_then(|placed| placed.as_ref());
    let levels = words.get("levels");
    let mut gates = Vec::new();
    for failure in placed.map(|placed| placed.failures.as_slice()).unwrap_or_default() {
        let gate = levels.entry(failure.level).get("gates").entry(failure.gate);
        let mut dimensions = Vec::new();
        for d in &failure.dimensions {
            dimensions.push(instrument.dimension_id(Some(*d)));
        }
        gates.push(object! { gate, ["id"], "level" => failure.level + 1, "dimensions" => dimensions });
    }
    let status = match placed {
        None => Status::NotScored,
        Some(placed) if placed.provisional => Status::Provisional,
        Some(_) => Status::Scored,
    };
    object! {
        words, ["id"],
        "status" => status.word(),
        "value" => placed.map(|p| count(p.level + 1)),
        "level" => placed.map_or(Data::Null, |p| Data::of(levels.entry(p.level), "id")),
        "raw" => placed.map(|p| count(p.raw + 1)),
        "between" => placed.map_or(Data::Null, Placement::between),
        "range" => placed.map_or(Data::Null, Placement::range),
        "gates" => gates,
    }
}

fn state<'d>(instrument: &'d Instrument, outcome: &Outcome, d: usize) -> Data<'d> {
    let state = outcome.states.get(d).copied().flatten();
    object! {
        "dimension" => instrument.dimension_id(Some(d)),
        "id" => state.map_or(Data::Null, |n| instrument.part("states", n, "id")),
    }
}

/// Over the scored items that apply, and the tallies of the definition.
fn counts<'d>(instrument: &'d Instrument, response: &Response) -> Data<'d> {
    let scored = scored_items(instrument);
    let tally = |id: Data<'d>, items: &[usize], state: State| {
        let mut found = 0_usize;
        for n in items {
            found += usize::from(response.applies(*n) && response.answer(*n).state() == state);
        }
        object! { "id" => id, "value" => found }
    };
    let mut counts = vec![
        tally(Data::Word("answered"), &scored, State::Answered),
        tally(Data::Word("dont_know"), &scored, State::DontKnow),
        tally(Data::Word("unanswered"), &scored, State::NotAnswered),
    ];
    for (n, list) in instrument.tallies.iter().enumerate() {
        let items = instrument.lists.get(*list).map(Vec::as_slice).unwrap_or_default();
        counts.push(tally(instrument.part("tallies", n, "id"), items, State::DontKnow));
    }
    Data::List(counts)
}
