//! Answers: the second gate.
//!
//! An answers document names answers by item and choice value. A [`Response`]
//! holds them by index, each within its domain. "Don't know" and "not answered"
//! are two states; both are missing for every score.

use crate::data::{Data, object};
use crate::domain::{self, wrong};
use crate::expression::{Facts, Name, Number, Quantity, Truth, truth};
use crate::instrument::{Given as Wide, Instrument, Key, Kind, Options, value};
#[cfg(feature = "wide")]
use crate::json::Index;
use crate::json::{self, Node, Value};
use crate::limits;
use crate::number::{brief, count, curve, equal, sum};
use crate::problem::{Problem, Problems, did_you_mean, join, nth, quoted, suggest};
use crate::text::{cut, joined, listed};

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
    /// Of a kind that only some definitions have.
    Wide(Wide),
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
    /// What decides a draw.
    pub(crate) seed: u32,
}

impl Response {
    /// One with no answer and no role.
    pub(crate) fn empty(instrument: &Instrument) -> Self {
        Response { answers: skipped(instrument.items.len()), applies: Vec::new(), role: None, seconds: None, seed: 0 }
    }

    /// Reads an answers document.
    ///
    /// # Errors
    /// Every problem: not JSON, another instrument or edition, an unknown item
    /// or role, a value outside the domain of its item. Nothing is repaired.
    pub(crate) fn read(instrument: &Instrument, bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        let root = json::parse(bytes, limits::ANSWERS_BYTES)?;
        Self::of(instrument, &root).map_err(|mut list| {
            json::locate(&mut list, &root, bytes);
            list
        })
    }

    /// Reads an answers document that has been parsed; problems have no line.
    pub(crate) fn of(instrument: &Instrument, root: &Node) -> Result<Self, Vec<Problem>> {
        let mut problems = Problems::default();
        let mut response = document(instrument, root, &mut problems);
        if problems.any_error() {
            return Err(problems.into_list());
        }
        response.settle(instrument);
        Ok(response)
    }

    /// Decides which items apply, in the order they are asked, and takes the
    /// answers to all others out.
    pub(crate) fn settle(&mut self, instrument: &Instrument) {
        let mut written = core::mem::replace(&mut self.answers, skipped(instrument.items.len()));
        self.applies.clear();
        self.applies.resize(instrument.items.len(), false);
        let counterpart = self.role.and_then(|role| instrument.counterparts.get(role).copied().flatten()).is_some();
        for n in instrument.asked(self.seed).iter().copied() {
            let Some(item) = instrument.items.get(n) else { continue };
            let asked = (item.mirrors.is_none() || counterpart)
                && item.shown.iter().all(|e| truth(&e.root, &Given { instrument, response: self }) == Truth::Yes);
            if let (true, Some(applies), Some(slot), Some(answer)) =
                (asked, self.applies.get_mut(n), self.answers.get_mut(n), written.get_mut(n))
            {
                *applies = true;
                core::mem::swap(slot, answer);
            }
        }
    }

    /// How far the respondent has come: `Progress` of the types.
    pub(crate) fn progress<'d>(&self, instrument: &'d Instrument) -> Data<'d> {
        let (mut applicable, mut open) = (Vec::new(), Vec::new());
        let (mut answered, mut dont_know, mut of): (usize, usize, usize) = (0, 0, 0);
        for &n in instrument.asked(self.seed).iter().filter(|n| self.applies(**n)) {
            let id = || instrument.part("items", n, "id");
            applicable.push(id());
            if instrument.items.get(n).is_some_and(|item| item.optional || !item.is_asked()) {
                continue;
            }
            of += 1;
            match self.answer(n).state() {
                State::Answered => answered += 1,
                State::DontKnow => dont_know += 1,
                State::NotAnswered => open.push(id()),
            }
        }
        let progress = object! {
            "applicable" => applicable,
            "answered" => answered,
            "dont_know" => dont_know,
            "of" => of,
            "open" => open,
        };
        #[cfg(feature = "wide")]
        if instrument.is_drawn() {
            return progress.with("orders", instrument.orders(self.seed));
        }
        progress
    }

    /// Whether an item applies to this respondent.
    pub(crate) fn applies(&self, item: usize) -> bool {
        self.applies.get(item).copied().unwrap_or(false)
    }

    /// The answer to an item; `Skipped` for an index out of range.
    pub(crate) fn answer(&self, item: usize) -> &Answer {
        self.answers.get(item).unwrap_or(&Answer::Skipped)
    }

    /// The raw number of an item, a part or a row.
    pub(crate) fn raw(&self, instrument: &Instrument, item: usize, part: Option<usize>) -> Option<f64> {
        let kind = &instrument.items.get(item)?.kind;
        match (self.answer(item), kind, part) {
            (Answer::Choice(c), Kind::Choice(options), None) => instrument.number(options, *c),
            (Answer::Number(x), _, None) => Some(*x),
            (Answer::Allocation(shares), _, Some(p)) => shares.get(p).copied(),
            (Answer::Wide(given), _, part) => given.raw(part),
            (Answer::Ranking(order), _, Some(p)) => Some(count(order.iter().position(|o| *o == p)? + 1)),
            (Answer::Grid(cells), Kind::Grid { choices, .. }, Some(p)) => match cells.get(p)? {
                Answer::Choice(c) => instrument.number(choices, *c),
                _ => None,
            },
            _ => None,
        }
    }

    /// The points, 0..100, of an item or a grid's row, before any key.
    pub(crate) fn points(&self, instrument: &Instrument, item: usize, part: Option<usize>) -> Option<f64> {
        let found = instrument.items.get(item)?;
        if let Some(key) = &found.key {
            return by_key(key, self.answer(item), part);
        }
        match (self.answer(item), &found.kind, part) {
            (Answer::Choice(c), Kind::Choice(options), None) => options.points.get(*c).copied().flatten(),
            (Answer::Grid(cells), Kind::Grid { choices, .. }, Some(p)) => match cells.get(p)? {
                Answer::Choice(c) => choices.points.get(*c).copied().flatten(),
                _ => None,
            },
            (Answer::Number(x), Kind::Number { min, max, .. }, None) if found.curve.is_empty() => {
                Some(100.0 * (x - min) / (max - min))
            }
            (Answer::Wide(given), Kind::Wide(kind), None) => kind.points(given),
            (Answer::Number(x), ..) => Some(curve(&found.curve, *x)),
            (Answer::Allocation(shares), _, None) if found.has_points() => {
                let mut added = Vec::new();
                for part in &found.of {
                    added.push(*shares.get(*part)?);
                }
                Some(curve(&found.curve, sum(&added)))
            }
            _ => None,
        }
    }
}

/// The points of an answer that is compared with a correct one.
fn by_key(key: &Key, answer: &Answer, part: Option<usize>) -> Option<f64> {
    match (answer, part) {
        (Answer::Number(x), None) => Some(key.number(*x)),
        (Answer::Ranking(order), None) => Some(key.order(order)),
        (Answer::Grid(cells), _) => {
            let chosen = |cell: &Answer| if let Answer::Choice(n) = cell { Some(*n) } else { None };
            let mut choices = Vec::new();
            for cell in cells {
                choices.push(chosen(cell));
            }
            key.cells(&choices, part)
        }
        (Answer::Wide(given), None) => key.given(given),
        _ => None,
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

/// So many answers not given.
fn skipped(n: usize) -> Vec<Answer> {
    let mut answers = Vec::new();
    for _ in 0..n {
        answers.push(Answer::Skipped);
    }
    answers
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
            let items = instrument.lists.get(list)?;
            let with = |state| count(items.iter().filter(|n| response.answer(**n).state() == state).count());
            // Each of them may be answered yet, and each open one with "don't know".
            let (value, open) = (with(State::DontKnow), with(State::NotAnswered));
            Some(Quantity { value, low: 0.0, high: value + open, provisional: false })
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

const KEYS: &[&str] = &[
    "instrument",
    "version",
    "fingerprint",
    "role",
    "active_seconds",
    "answers",
    #[cfg(feature = "wide")]
    "seed",
];

fn document(instrument: &Instrument, root: &Node, p: &mut Problems) -> Response {
    let mut response = Response::empty(instrument);
    if !matches!(root.value, Value::Object(_)) {
        wrong("an object", root, "", p);
        return response;
    }
    for (key, node) in root.fields() {
        let path = join("", key);
        match key.as_str() {
            _ if node.is_null() => {}
            "instrument" => {
                let mine = instrument.words.get("id").text();
                if node.text() != mine {
                    let message = ["these answers belong to ", &quoted(node.text()), ", not to ", &quoted(mine)];
                    p.error("other-instrument", &path, &message, "open them with the assessment they were given in");
                }
            }
            "version" => {
                let mine = instrument.words.get("version").text();
                let major = |version| cut(version, b'.').map(|(major, _)| major);
                if major(node.text()) != major(mine) {
                    let message =
                        ["these answers were given in edition ", &quoted(node.text()), ", this is ", &quoted(mine)];
                    p.error("other-edition", &path, &message, "editions with another major number score differently");
                }
            }
            "role" => response.role = role(instrument, node, &path, p),
            "active_seconds" => {
                response.seconds = Some(domain::number(node, (0.0, limits::SECONDS), false, &path, p));
            }
            #[cfg(feature = "wide")]
            "seed" => response.seed = seed(node, &path, p),
            "answers" if !matches!(node.value, Value::Object(_)) => wrong("an object", node, &path, p),
            "fingerprint" | "answers" => {}
            _ => {
                let help = suggest(did_you_mean(key, &mut KEYS.iter().copied()), "remove it: it would be lost");
                p.error("unknown-field", &path, &["unknown field ", &quoted(key)], &help);
            }
        }
    }
    if root.field("answers").is_none() {
        p.error("missing-field", "", &["the field `answers` is missing"], "add it, empty if nothing is answered");
    }
    let items = instrument.words.get("items");
    #[cfg(feature = "wide")]
    let index = Index::of(items);
    for (id, node) in root.get("answers").fields() {
        let path = join("/answers", id);
        #[cfg(feature = "wide")]
        let found = index.position(id);
        #[cfg(not(feature = "wide"))]
        let found = items.position(id);
        let (Some(n), Some(item)) = (found, found.and_then(|n| instrument.items.get(n))) else {
            let mut known = items.list().iter().map(|item| item.get("id").text());
            let help =
                suggest(did_you_mean(id, &mut known), "remove it, or open the answers with the edition they belong to");
            p.error("unknown-item", &path, &["there is no item ", &quoted(id)], &help);
            continue;
        };
        if let Some(slot) = response.answers.get_mut(n) {
            *slot = Reader { instrument, p }.answer(&item.kind, node, &path);
        }
    }
    response
}

/// What decides a draw: a whole number of 32 bits.
#[cfg(feature = "wide")]
fn seed(node: &Node, path: &str, p: &mut Problems) -> u32 {
    let x = domain::number(node, (0.0, f64::from(u32::MAX)), true, path, p);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "others are refused")]
    let seed = x as u32;
    seed
}

fn role(instrument: &Instrument, node: &Node, path: &str, p: &mut Problems) -> Option<usize> {
    let roles = instrument.words.get("roles");
    let found = roles.position(node.text());
    if found.is_none() {
        let mut known = roles.list().iter().map(|role| role.get("id").text());
        let help = suggest(did_you_mean(node.text(), &mut known), "use a role of the instrument");
        p.error("unknown-role", path, &["there is no role ", &quoted(node.text())], &help);
    }
    found
}

struct Reader<'r> {
    instrument: &'r Instrument,
    p: &'r mut Problems,
}

impl Reader<'_> {
    fn answer(&mut self, kind: &Kind, node: &Node, path: &str) -> Answer {
        let unknown = node.text() == "dk";
        match kind {
            _ if node.is_null() => Answer::Skipped,
            Kind::Grid { rows, .. } if unknown => {
                let mut cells = skipped(rows.len());
                cells.fill(Answer::DontKnow);
                Answer::Grid(cells)
            }
            _ if unknown => Answer::DontKnow,
            Kind::Choice(options) => self.choice(options, node, path),
            Kind::Number { min, max, step } => {
                let x = domain::number(node, (*min, *max), false, path, self.p);
                let steps = ((x - min) / step + 0.5).floor();
                if !equal(min + steps * step, x) {
                    let message = [&*brief(x), " is not a step of ", &brief(*step)];
                    self.p.error("not-a-step", path, &message, "round it to the nearest step");
                }
                Answer::Number(x)
            }
            Kind::Allocation { total, parts } => self.allocation(*total, parts, node, path),
            Kind::Ranking(options) => self.ranking(options, node, path),
            Kind::Grid { rows, choices, .. } => {
                let mut cells = skipped(rows.len());
                for (row, node, path) in self.parts(rows, node, path) {
                    let cell = match node.text() {
                        _ if node.is_null() => Answer::Skipped,
                        "dk" => Answer::DontKnow,
                        _ => self.choice(choices, node, &path),
                    };
                    if let Some(slot) = cells.get_mut(row) {
                        *slot = cell;
                    }
                }
                Answer::Grid(cells)
            }
            Kind::Wide(wide) => wide.read(self.instrument, node, path, self.p).map_or(Answer::Skipped, Answer::Wide),
        }
    }

    /// The ids of options, for help.
    fn ids(&self, options: &Options) -> Vec<String> {
        self.instrument.choices(options).iter().map(value).collect()
    }

    fn choice(&mut self, options: &Options, node: &Node, path: &str) -> Answer {
        let same = |choice: &Node| match (&choice.get("value").value, &node.value) {
            (Value::Number(x), Value::Number(y)) => x.to_bits() == y.to_bits(),
            (Value::Text(x), Value::Text(y)) => x == y,
            _ => false,
        };
        if let Some(n) = self.instrument.choices(options).iter().position(same) {
            return Answer::Choice(n);
        }
        let found = match &node.value {
            Value::Number(x) => brief(*x),
            Value::Text(word) => quoted(word),
            other => other.kind().into(),
        };
        let help =
            joined(&["choose one of ", &listed(&mut self.ids(options).iter().map(String::as_str)), " or \"dk\""]);
        self.p.error("unknown-choice", path, &[&found, " is not a choice of this item"], &help);
        Answer::Skipped
    }

    /// The fields of an object that are parts of the item, by position.
    fn parts<'n>(&mut self, options: &Options, node: &'n Node, path: &str) -> Vec<(usize, &'n Node, String)> {
        if !matches!(node.value, Value::Object(_)) {
            wrong("an object", node, path, self.p);
        }
        let mut parts = Vec::new();
        for (id, node) in node.fields() {
            let path = join(path, id);
            parts.extend(self.part(options, id, &path).map(|part| (part, node, path)));
        }
        parts
    }

    fn part(&mut self, options: &Options, id: &str, path: &str) -> Option<usize> {
        let ids = self.ids(options);
        let found = ids.iter().position(|known| known == id);
        if found.is_none() {
            let near = did_you_mean(id, &mut ids.iter().map(String::as_str));
            let help = suggest(near, &joined(&["the parts are ", &listed(&mut ids.iter().map(String::as_str))]));
            self.p.error("unknown-part", path, &["this item has no part ", &quoted(id)], &help);
        }
        found
    }

    fn allocation(&mut self, total: f64, parts: &Options, node: &Node, path: &str) -> Answer {
        let mut shares = Vec::new();
        shares.resize(parts.len(), None);
        for (part, node, path) in self.parts(parts, node, path) {
            let share = domain::number(node, (0.0, total), true, &path, self.p);
            if let Some(slot) = shares.get_mut(part) {
                *slot = Some(share);
            }
        }
        let mut given = Vec::new();
        for share in shares {
            given.extend(share);
        }
        if given.len() < parts.len() {
            let help = "give every part a number, 0 where nothing goes";
            self.p.error("allocation-parts", path, &["a part is missing"], help);
        } else if !equal(sum(&given), total) {
            let message = ["the parts add up to ", &brief(sum(&given)), ", not to ", &brief(total)];
            self.p.error("allocation-sum", path, &message, "change a part until the total fits");
        }
        Answer::Allocation(given)
    }

    fn ranking(&mut self, options: &Options, node: &Node, path: &str) -> Answer {
        if !matches!(node.value, Value::List(_)) {
            wrong("a list", node, path, self.p);
        }
        let mut order = Vec::new();
        for (n, entry) in node.list().iter().enumerate().take(limits::CHOICES + 1) {
            let path = nth(path, n);
            match self.part(options, entry.text(), &path) {
                Some(option) if order.contains(&option) => {
                    let help = "name each once: equal ranks are not possible here";
                    self.p.error("ranking-repeat", &path, &[&quoted(entry.text()), " is ranked twice"], help);
                }
                Some(option) => order.push(option),
                None => {}
            }
        }
        if order.len() < options.len() {
            let help = "rank them all, or leave the item unanswered";
            self.p.error("ranking-incomplete", path, &["not every option is ranked"], help);
        }
        Answer::Ranking(order)
    }
}
