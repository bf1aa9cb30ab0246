//! Answers: the second gate.
//!
//! An answers document names answers by item and choice value. A [`Response`]
//! holds them by index, each within its domain. "Don't know" and "not answered"
//! are two states; both are missing for every score.

use crate::cursor::{Cursor, join, nth};
use crate::expression::{Facts, Name, Number, Quantity, Truth, truth};
use crate::instrument::{Choice, ChoiceValue, Instrument, Kind};
use crate::json::{self, Value};
use crate::limits;
use crate::number::{above, brief, count, curve, equal, sum};
use crate::problem::{Problem, Problems, did_you_mean, quoted, suggest};
use serde::Serialize;

/// One answer within its item's domain.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Answer {
    /// Not answered.
    Skipped,
    /// "Don't know": counts as missing.
    DontKnow,
    /// Position of the choice.
    Choice(usize),
    /// Between the item's bounds.
    Number(f64),
    /// One number per part; they add up to the total.
    Allocation(Vec<f64>),
    /// Positions of the options, most important first, each once.
    Ranking(Vec<usize>),
    /// One cell per row: `Skipped`, `DontKnow` or `Choice`.
    Grid(Vec<Answer>),
}

/// A response that has passed the gate. Answers to items that do not apply are
/// left out of it.
#[derive(Clone, Debug)]
pub(crate) struct Response {
    /// By item.
    pub(crate) answers: Vec<Answer>,
    /// Whether the item applies to this respondent.
    pub(crate) applies: Vec<bool>,
    pub(crate) role: Option<usize>,
    pub(crate) seconds: Option<f64>,
}

/// How far a respondent has come.
#[derive(Clone, Debug, Serialize)]
pub struct Progress {
    /// Items that apply, in the order they are asked, optional ones included.
    pub applicable: Vec<String>,
    /// Answered items among those that are not optional.
    pub answered: usize,
    /// Of these items, answered "don't know".
    pub dont_know: usize,
    /// How many applicable items are not optional.
    pub of: usize,
    /// The ones neither answered nor "don't know", in order.
    pub open: Vec<String>,
}

impl Response {
    /// Reads an answers document.
    ///
    /// # Errors
    /// Every problem: not JSON, another instrument or edition, an unknown item
    /// or role, a value outside the domain of its item. Nothing is repaired.
    pub(crate) fn read(instrument: &Instrument, bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        let root = json::parse(bytes, limits::ANSWERS_BYTES)?;
        let mut problems = Problems::default();
        let mut response = document(instrument, &Cursor::root(&root), &mut problems);
        if problems.any_error() {
            let mut list = problems.into_list();
            json::locate(&mut list, &root, bytes);
            return Err(list);
        }
        response.settle(instrument);
        Ok(response)
    }

    /// Decides which items apply, in the order they are asked, and takes the
    /// answers to all others out.
    pub(crate) fn settle(&mut self, instrument: &Instrument) {
        let written = core::mem::replace(&mut self.answers, vec![Answer::Skipped; instrument.items.len()]);
        self.applies = vec![false; instrument.items.len()];
        let counterpart = self.role.and_then(|role| instrument.roles.get(role)?.counterpart).is_some();
        for &n in &instrument.sequence {
            let Some(item) = instrument.items.get(n) else { continue };
            let asked = (item.mirrors.is_none() || counterpart)
                && item.shown.iter().all(|e| truth(&e.root, &Given { instrument, response: self }) == Truth::Yes);
            if let (true, Some(applies), Some(slot), Some(answer)) =
                (asked, self.applies.get_mut(n), self.answers.get_mut(n), written.get(n))
            {
                *applies = true;
                *slot = answer.clone();
            }
        }
    }

    /// How far the respondent has come.
    pub(crate) fn progress(&self, instrument: &Instrument) -> Progress {
        let mut progress = Progress { applicable: Vec::new(), answered: 0, dont_know: 0, of: 0, open: Vec::new() };
        for &n in &instrument.sequence {
            let (Some(item), Some(true), Some(answer)) =
                (instrument.items.get(n), self.applies.get(n), self.answers.get(n))
            else {
                continue;
            };
            progress.applicable.push(item.id.clone());
            if item.optional {
                continue;
            }
            progress.of += 1;
            match answer.state() {
                State::Answered => progress.answered += 1,
                State::DontKnow => progress.dont_know += 1,
                State::NotAnswered => progress.open.push(item.id.clone()),
            }
        }
        progress
    }

    /// The answer to an item; `Skipped` for an index out of range.
    pub(crate) fn answer(&self, item: usize) -> &Answer {
        self.answers.get(item).unwrap_or(&Answer::Skipped)
    }

    /// The raw number of an item, a part or a row.
    pub(crate) fn raw(&self, instrument: &Instrument, item: usize, part: Option<usize>) -> Option<f64> {
        let kind = &instrument.items.get(item)?.kind;
        match (self.answer(item), kind, part) {
            (Answer::Choice(c), Kind::Choice { choices }, None) => choices.get(*c)?.number(),
            (Answer::Number(x), _, None) => Some(*x),
            (Answer::Allocation(shares), _, Some(p)) => shares.get(p).copied(),
            (Answer::Ranking(order), _, Some(p)) => Some(count(order.iter().position(|o| *o == p)? + 1)),
            (Answer::Grid(cells), Kind::Grid { choices, .. }, Some(p)) => match cells.get(p)? {
                Answer::Choice(c) => choices.get(*c)?.number(),
                _ => None,
            },
            _ => None,
        }
    }

    /// The points, 0..100, of an item or a grid's row, before any key.
    pub(crate) fn points(&self, instrument: &Instrument, item: usize, part: Option<usize>) -> Option<f64> {
        let found = instrument.items.get(item)?;
        match (self.answer(item), &found.kind, part) {
            (Answer::Choice(c), Kind::Choice { choices }, None) => choices.get(*c)?.points,
            (Answer::Grid(cells), Kind::Grid { choices, .. }, Some(p)) => match cells.get(p)? {
                Answer::Choice(c) => choices.get(*c)?.points,
                _ => None,
            },
            (Answer::Number(x), Kind::Number { min, max, .. }, None) => Some(match &found.curve {
                Some(line) => curve(&line.points, *x),
                None => 100.0 * (x - min) / (max - min),
            }),
            (Answer::Allocation(shares), _, None) => {
                let line = found.curve.as_ref()?;
                let added: Vec<f64> = line.of.iter().filter_map(|p| shares.get(*p).copied()).collect();
                Some(curve(&line.points, sum(&added)))
            }
            _ => None,
        }
    }
}

/// Whether an item is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Answered,
    DontKnow,
    NotAnswered,
}

impl Answer {
    /// A grid is answered when one of its rows is, and "don't know" when no row
    /// is answered but one is "don't know".
    pub(crate) fn state(&self) -> State {
        match self {
            Answer::Skipped => State::NotAnswered,
            Answer::DontKnow => State::DontKnow,
            Answer::Grid(cells) => {
                let has = |state| cells.iter().any(|cell| cell.state() == state);
                match () {
                    () if has(State::Answered) => State::Answered,
                    () if has(State::DontKnow) => State::DontKnow,
                    () => State::NotAnswered,
                }
            }
            _ => State::Answered,
        }
    }
}

/// The facts that answers alone give; conditions for showing read only these.
struct Given<'g> {
    instrument: &'g Instrument,
    response: &'g Response,
}

impl Facts for Given<'_> {
    fn number(&self, name: Name) -> Number {
        fact(self.instrument, self.response, name)
    }

    fn truth(&self, name: Name) -> Truth {
        given(self.instrument, self.response, name)
    }
}

/// The number behind a name that reads answers.
pub(crate) fn fact(instrument: &Instrument, response: &Response, name: Name) -> Number {
    let exact = |x: Option<f64>| x.map(Quantity::exact);
    match name {
        Name::Item(n) => exact(response.raw(instrument, n, None)),
        Name::Part(n, p) => exact(response.raw(instrument, n, Some(p))),
        Name::Points(n) => exact(response.points(instrument, n, None)),
        Name::PartPoints(n, p) => exact(response.points(instrument, n, Some(p))),
        Name::Seconds => exact(response.seconds),
        Name::DontKnow(list) => {
            let items = &instrument.lists.get(list)?.items;
            let unknown = items.iter().filter(|n| response.answer(**n).state() == State::DontKnow);
            Some(Quantity::exact(count(unknown.count())))
        }
        _ => None,
    }
}

/// The truth behind a name that reads answers.
pub(crate) fn given(instrument: &Instrument, response: &Response, name: Name) -> Truth {
    match name {
        Name::RoleIs(role) => response.role.map_or(Truth::Unknown, |mine| Truth::of(mine == role)),
        Name::ChoiceIs(n, choice) if instrument.items.get(n).is_some() => match response.answer(n) {
            Answer::Choice(mine) => Truth::of(*mine == choice),
            _ => Truth::Unknown,
        },
        _ => Truth::Unknown,
    }
}

fn document(instrument: &Instrument, root: &Cursor<'_>, p: &mut Problems) -> Response {
    let mut response = Response {
        answers: vec![Answer::Skipped; instrument.items.len()],
        applies: Vec::new(),
        role: None,
        seconds: None,
    };
    let keys = ["instrument", "version", "fingerprint", "role", "active_seconds", "answers"];
    let Some(o) = root.object(&keys, p) else { return response };
    if let Some(c) = o.optional("instrument") {
        let id = c.text(limits::TITLE, p);
        if id != instrument.id && !id.is_empty() {
            let message = ["these answers belong to ", &quoted(&id), ", not to ", &quoted(&instrument.id)].concat();
            p.error("other-instrument", &c.path, message, "open them with the assessment they were given in");
        }
    }
    if let Some(c) = o.optional("version") {
        edition(instrument, &c, p);
    }
    if let Some(c) = o.optional("fingerprint") {
        c.text(limits::TITLE, p);
    }
    if let Some(c) = o.optional("role").filter(|c| !c.is_null()) {
        response.role = role(instrument, &c, p);
    }
    if let Some(c) = o.optional("active_seconds").filter(|c| !c.is_null()) {
        response.seconds = Some(c.number(0.0, limits::SECONDS, p));
    }
    let Some(answers) = o.required("answers", p) else { return response };
    let Value::Object(fields) = &answers.node.value else {
        answers.object(&[], p);
        return response;
    };
    for (id, node) in fields {
        let c = Cursor { node, path: join(&answers.path, id) };
        let Some(n) = instrument.items.iter().position(|item| item.id == *id) else {
            let known = instrument.items.iter().map(|item| item.id.as_str());
            let help = suggest(did_you_mean(id, known), "remove it, or open the answers with the edition they belong to");
            p.error("unknown-item", &c.path, ["there is no item ", &quoted(id)].concat(), &help);
            continue;
        };
        if let (Some(item), Some(slot)) = (instrument.items.get(n), response.answers.get_mut(n)) {
            *slot = answer(&item.kind, item.mirrors.is_some(), &c, p);
        }
    }
    response
}

fn edition(instrument: &Instrument, c: &Cursor<'_>, p: &mut Problems) {
    let version = c.text(limits::TITLE, p);
    let major = |version: &str| version.split('.').next().map(String::from);
    if major(&version) != major(&instrument.version) && !version.is_empty() {
        let message = ["these answers were given in edition ", &quoted(&version), ", this is ", &quoted(&instrument.version)];
        p.error("other-edition", &c.path, message.concat(), "editions with another major number score differently");
    }
}

fn role(instrument: &Instrument, c: &Cursor<'_>, p: &mut Problems) -> Option<usize> {
    let id = c.text(limits::TITLE, p);
    let found = instrument.roles.iter().position(|role| role.id == id);
    if found.is_none() {
        let help = suggest(did_you_mean(&id, instrument.roles.iter().map(|r| r.id.as_str())), "use a role of the instrument");
        p.error("unknown-role", &c.path, ["there is no role ", &quoted(&id)].concat(), &help);
    }
    found
}

fn answer(kind: &Kind, mirrors: bool, c: &Cursor<'_>, p: &mut Problems) -> Answer {
    match &c.node.value {
        Value::Null => return Answer::Skipped,
        Value::Text(text) if text == "dk" => {
            return match kind {
                Kind::Grid { rows, .. } => Answer::Grid(vec![Answer::DontKnow; rows.len()]),
                _ => Answer::DontKnow,
            };
        }
        _ => {}
    }
    match kind {
        Kind::Choice { choices } => choice(choices, mirrors, c, p),
        Kind::Number { min, max, step, .. } => {
            let x = c.number(*min, *max, p);
            let steps = (x - min) / step;
            if !equal(libm::floor(steps + 0.5), steps) {
                let message = [&brief(x), " is not a step of ", &brief(*step)].concat();
                p.error("not-a-step", &c.path, message, "round it to the nearest step");
            }
            Answer::Number(x)
        }
        Kind::Allocation { total, parts } => allocation(*total, parts, c, p),
        Kind::Ranking { options } => ranking(options, c, p),
        Kind::Grid { rows, choices, .. } => grid(rows, choices, c, p),
    }
}

fn choice(choices: &[Choice], mirrors: bool, c: &Cursor<'_>, p: &mut Problems) -> Answer {
    let value = match &c.node.value {
        Value::Number(x) => choices.iter().position(|choice| choice.number().map(f64::to_bits) == Some(x.to_bits())),
        Value::Text(word) => choices.iter().position(|choice| choice.value == ChoiceValue::Word(word.clone())),
        other => {
            let what = if mirrors { "a choice of the item it is about, found " } else { "a choice, found " };
            p.error("wrong-type", &c.path, ["expected ", what, other.kind()].concat(), "write the value of one choice");
            return Answer::Skipped;
        }
    };
    if value.is_none() {
        let found = match &c.node.value {
            Value::Number(x) => brief(*x),
            Value::Text(word) => quoted(word),
            _ => String::new(),
        };
        let ids: Vec<String> = choices.iter().map(Choice::id).collect();
        let help = ["choose one of ", &ids.join(", "), " or \"dk\""].concat();
        p.error("unknown-choice", &c.path, [&found, " is not a choice of this item"].concat(), &help);
    }
    value.map_or(Answer::Skipped, Answer::Choice)
}

fn unknown_part(id: &str, parts: &[Choice], path: &str, p: &mut Problems) {
    let ids: Vec<String> = parts.iter().map(Choice::id).collect();
    let help = suggest(did_you_mean(id, ids.iter().map(String::as_str)), &["the parts are ", &ids.join(", ")].concat());
    p.error("unknown-part", path, ["this item has no part ", &quoted(id)].concat(), &help);
}

fn allocation(total: f64, parts: &[Choice], c: &Cursor<'_>, p: &mut Problems) -> Answer {
    let Value::Object(fields) = &c.node.value else {
        c.object(&[], p);
        return Answer::Skipped;
    };
    let mut shares: Vec<Option<f64>> = vec![None; parts.len()];
    for (id, node) in fields {
        let c = Cursor { node, path: join(&c.path, id) };
        let position = parts.iter().position(|part| part.id() == *id);
        let Some(slot) = position.and_then(|n| shares.get_mut(n)) else {
            unknown_part(id, parts, &c.path, p);
            continue;
        };
        let share = c.number(0.0, total, p);
        if above(share, libm::floor(share)) {
            p.error("not-whole", &c.path, "expected a whole number".into(), "round it");
        }
        *slot = Some(share);
    }
    if shares.iter().any(Option::is_none) {
        let help = "give every part a number, 0 where nothing goes";
        p.error("allocation-parts", &c.path, "a part is missing".into(), help);
        return Answer::Skipped;
    }
    let shares: Vec<f64> = shares.into_iter().flatten().collect();
    let given = sum(&shares);
    if !equal(given, total) {
        let message = ["the parts add up to ", &brief(given), ", not to ", &brief(total)].concat();
        p.error("allocation-sum", &c.path, message, "change a part until the total fits");
    }
    Answer::Allocation(shares)
}

fn ranking(options: &[Choice], c: &Cursor<'_>, p: &mut Problems) -> Answer {
    let mut order = Vec::new();
    for (n, entry) in c.list(limits::ENTRIES, p).iter().enumerate() {
        let id = match &entry.node.value {
            Value::Text(word) => word.clone(),
            Value::Number(x) => brief(*x),
            _ => String::new(),
        };
        match options.iter().position(|option| option.id() == id) {
            Some(option) if order.contains(&option) => {
                let help = "name each once: equal ranks are not possible here";
                p.error("ranking-repeat", &nth(&c.path, n), [&quoted(&id), " is ranked twice"].concat(), help);
                return Answer::Skipped;
            }
            Some(option) => order.push(option),
            None => {
                unknown_part(&id, options, &nth(&c.path, n), p);
                return Answer::Skipped;
            }
        }
    }
    if order.len() < options.len() {
        let help = "rank them all, or leave the item unanswered";
        p.error("ranking-incomplete", &c.path, "not every option is ranked".into(), help);
    }
    Answer::Ranking(order)
}

fn grid(rows: &[Choice], choices: &[Choice], c: &Cursor<'_>, p: &mut Problems) -> Answer {
    let Value::Object(fields) = &c.node.value else {
        c.object(&[], p);
        return Answer::Skipped;
    };
    let mut cells = vec![Answer::Skipped; rows.len()];
    for (id, node) in fields {
        let c = Cursor { node, path: join(&c.path, id) };
        let position = rows.iter().position(|row| row.id() == *id);
        let Some(slot) = position.and_then(|n| cells.get_mut(n)) else {
            unknown_part(id, rows, &c.path, p);
            continue;
        };
        *slot = match &c.node.value {
            Value::Null => Answer::Skipped,
            Value::Text(text) if text == "dk" => Answer::DontKnow,
            _ => choice(choices, false, &c, p),
        };
    }
    Answer::Grid(cells)
}
