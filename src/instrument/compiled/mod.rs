//! The compiled form of an instrument: what the first gate has settled, as text.
//!
//! It stands in the field `compiled` of a definition. A host that finds it
//! there can score without the gate, which is most of the core. The text is
//!
//! ```text
//! compiled = check body
//! check    = 64 bits over version, definition and body
//! body     = every field of Instrument but its words, in the order below
//! ```
//!
//! in digits of base 64 (RFC 4648, section 5), five bits each, the least first;
//! the sixth bit says that more follow. Most of it are small whole numbers of
//! one digit, which compress well. A list is its length and its entries; an
//! index that may be missing is one higher, 0 for none; a number is twice its
//! twentieths if they are whole, not negative and not large, else 1 and its 64
//! bits.
//!
//! A definition with kinds of items that not every reader's module knows has a `+`
//! before all this, and more behind it. Of one in several languages a reader may ask for
//! the words of another one: it stands behind the form, after a blank.
//!
//! One walk writes and reads, so the two cannot disagree. The reader is total:
//! what does not add up gives no instrument, and the definition has to pass the
//! gate again.

#[cfg(feature = "wide")]
mod wide;

use super::hash::Hash;
use super::{
    Band, Composite, From, Gaps, Grouping, Instrument, Item, Kind, Level, Member, Missing, Options, Pair, Pick,
    Picture, Rule, Scale, Scored, Step, Together, Under,
};
use crate::expression::{self, Expression, FUNCTIONS, Function, Name, OPERATORS, Operator, Truth};
use crate::json;
use crate::limits;
use crate::problem::{Problem, refusal};

/// The field of a definition that holds its compiled form.
pub(crate) const FIELD: &str = "compiled";

/// Whether this build reads what only several results need. It stands at the
/// end, and the module of a single reader does without, unless there is more behind it.
const TOGETHER: bool = cfg!(any(not(feature = "wasm_run"), feature = "wasm_together", feature = "wide"));

/// What stands before the form of a definition that needs more than every reader's
/// module.
#[cfg(feature = "wide")]
const WIDE: u8 = b'+';

/// Most numbers of a definition are whole, or shares such as .85 and 12.5.
const STEPS: f64 = 20.0;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl Instrument {
    /// The compiled form.
    pub(crate) fn compiled(&self) -> String {
        let mut body = Writer(String::new());
        instrument(&mut body, &mut self.clone());
        let mut text = Writer(String::new());
        #[cfg(feature = "wide")]
        if wide::needed(self) {
            wide::parts(&mut body, &mut self.clone());
            text.0.push(char::from(WIDE));
        }
        text.bits(&mut check(&self.words, body.0.as_bytes()));
        text.0.push_str(&body.0);
        text.0
    }

    /// The instrument of a definition and its compiled form.
    ///
    /// # Errors
    /// `not-compiled` if the two do not belong together or come from another
    /// version of this core: the definition then has to be compiled. A text that
    /// is not JSON gives one problem.
    pub(crate) fn open(definition: &[u8], compiled: &[u8]) -> Result<Self, Vec<Problem>> {
        let words = json::parse(definition, limits::DEFINITION_BYTES)?;
        #[cfg(feature = "wide")]
        let (compiled, language) = wide::asked(compiled);
        let mut reader = Reader::of(compiled);
        let mut found = 0;
        reader.bits(&mut found);
        if found == check(&words, reader.text)
            && let Some(instrument) = reader.read(words)
        {
            #[cfg(feature = "wide")]
            let instrument = instrument.spoken(language);
            return Ok(instrument);
        }
        let message = ["the compiled form does not belong to this definition"];
        Err(refusal("not-compiled", &message, "compile the definition once more"))
    }
}

/// Binds a body to its definition and to this version of the core.
fn check(words: &json::Node, body: &[u8]) -> u64 {
    let mut hash = Hash::new();
    hash.text(env!("CARGO_PKG_VERSION"));
    for (key, node) in words.fields().iter().filter(|(key, _)| key != FIELD) {
        hash.field(key, node);
    }
    for digit in body {
        hash.byte(*digit);
    }
    hash.0
}

/// One direction of the walk.
trait Form {
    /// Whether values are replaced by what is read.
    const READS: bool;

    /// The one primitive.
    fn bits(&mut self, x: &mut u64);

    /// How many digits are left at most.
    fn left(&self) -> usize;

    /// Gives up reading.
    fn refuse(&mut self);

    fn count(&mut self, n: &mut usize) {
        let mut x = u64::try_from(*n).unwrap_or(0);
        self.bits(&mut x);
        if Self::READS {
            *n = usize::try_from(x).unwrap_or(0);
        }
    }

    fn index(&mut self, n: &mut Option<usize>) {
        let mut higher = n.map_or(0, |n| n + 1);
        self.count(&mut higher);
        *n = higher.checked_sub(1);
    }

    fn flag(&mut self, flag: &mut bool) {
        let mut n = usize::from(*flag);
        self.count(&mut n);
        *flag = n == 1;
    }

    fn number(&mut self, x: &mut f64) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "others are held and do not fit")]
        let steps = (*x * STEPS) as u64;
        #[expect(clippy::cast_precision_loss, reason = "within 2^45")]
        let number = |steps: u64| steps as f64 / STEPS;
        let fits = *x < 1e12 && number(steps).to_bits() == x.to_bits();
        let mut short = if fits { steps << 1 } else { 1 };
        self.bits(&mut short);
        if short & 1 == 1 {
            let mut bits = x.to_bits();
            self.bits(&mut bits);
            *x = f64::from_bits(bits);
        } else if Self::READS {
            *x = number(short >> 1);
        }
    }

    fn maybe(&mut self, x: &mut Option<f64>) {
        let mut known = x.is_some();
        self.flag(&mut known);
        if known {
            self.number(x.get_or_insert(0.0));
        }
    }

    fn list<T: Default>(&mut self, list: &mut Vec<T>, each: impl Fn(&mut Self, &mut T)) {
        let mut n = list.len();
        self.count(&mut n);
        if !Self::READS {
            return list.iter_mut().for_each(|entry| each(self, entry));
        }
        // Every entry takes a digit at least.
        if n > self.left() {
            return self.refuse();
        }
        for _ in 0..n {
            let mut entry = T::default();
            each(self, &mut entry);
            list.push(entry);
        }
    }

    /// Words, sign by sign.
    #[cfg(feature = "wide")]
    fn text(&mut self, text: &mut String) {
        let mut signs: Vec<u64> = if Self::READS { Vec::new() } else { text.chars().map(u64::from).collect() };
        self.list(&mut signs, Self::bits);
        if Self::READS {
            for sign in signs {
                match u32::try_from(sign).ok().and_then(char::from_u32) {
                    Some(c) => text.push(c),
                    None => return self.refuse(),
                }
            }
        }
    }

    fn indices(&mut self, list: &mut Vec<usize>) {
        self.list(list, Self::count);
    }
}

struct Writer(String);

impl Form for Writer {
    const READS: bool = false;

    fn bits(&mut self, x: &mut u64) {
        let mut rest = *x;
        loop {
            let digit = usize::try_from(rest & 31).unwrap_or(0);
            rest >>= 5;
            let more = usize::from(rest > 0) << 5;
            self.0.push(DIGITS.get(digit | more).map_or('A', |b| char::from(*b)));
            if rest == 0 {
                return;
            }
        }
    }

    fn left(&self) -> usize {
        0
    }

    fn refuse(&mut self) {}
}

struct Reader<'t> {
    text: &'t [u8],
    fine: bool,
    #[cfg(feature = "wide")]
    wide: bool,
}

impl<'t> Reader<'t> {
    fn of(text: &'t [u8]) -> Self {
        #[cfg(feature = "wide")]
        if let Some(text) = text.strip_prefix(&[WIDE]) {
            return Reader { text, fine: true, wide: true };
        }
        Reader {
            text,
            fine: true,
            #[cfg(feature = "wide")]
            wide: false,
        }
    }

    /// All fields of an instrument, to the last digit.
    fn read(mut self, words: json::Node) -> Option<Instrument> {
        let mut read = Instrument { words, ..Instrument::default() };
        instrument(&mut self, &mut read);
        #[cfg(feature = "wide")]
        if self.wide {
            wide::parts(&mut self, &mut read);
        }
        (self.fine && (self.text.is_empty() || !TOGETHER)).then_some(read)
    }
}

impl Form for Reader<'_> {
    const READS: bool = true;

    fn bits(&mut self, x: &mut u64) {
        *x = 0;
        for shift in (0..64).step_by(5) {
            let Some((digit, rest)) = self.text.split_first() else { break };
            let Some(digit) = DIGITS.iter().position(|known| digit == known) else { break };
            self.text = rest;
            *x |= u64::try_from(digit & 31).unwrap_or(0) << shift;
            if digit < 32 {
                return;
            }
        }
        self.refuse();
    }

    fn left(&self) -> usize {
        self.text.len()
    }

    fn refuse(&mut self) {
        self.fine = false;
        self.text = &[];
    }
}

fn instrument<F: Form>(f: &mut F, i: &mut Instrument) {
    let mut fingerprint = u64::from(i.fingerprint);
    f.bits(&mut fingerprint);
    i.fingerprint = u32::try_from(fingerprint).unwrap_or(0);
    f.list(&mut i.counterparts, F::index);
    f.list(&mut i.items, item);
    f.indices(&mut i.sequence);
    f.list(&mut i.lists, F::indices);
    f.list(&mut i.scales, scale);
    f.list(&mut i.composites, composite);
    f.count(&mut i.nodes);
    f.list(&mut i.bands, |f, band: &mut Band| {
        f.count(&mut band.of);
        f.number(&mut band.near);
        f.list(&mut band.levels, level);
    });
    f.list(&mut i.order, step);
    f.list(&mut i.states, |f, state| f.list(state, expression));
    f.list(&mut i.picks, pick);
    f.indices(&mut i.tallies);
    f.list(&mut i.notes, expression);
    perhaps(f, &mut i.picture, |f, picture: &mut Picture| {
        for family in [&mut picture.across, &mut picture.up, &mut picture.lead] {
            f.list(family, scored);
        }
    });
    f.list(&mut i.appraisals, pair);
    f.list(&mut i.shifts, pair);
    f.list(&mut i.tie, scored);
    f.list(&mut i.rules, rule);
    f.count(&mut i.limit);
    // All of them is the largest number there is, on every machine.
    let mut most = Some(i.per_dimension).filter(|most| *most < usize::MAX);
    f.index(&mut most);
    i.per_dimension = most.unwrap_or(usize::MAX);
    f.indices(&mut i.marks);
    if !TOGETHER {
        return;
    }
    perhaps(f, &mut i.pair, together);
    perhaps(f, &mut i.change, |f, change| {
        f.number(&mut change.common);
        f.list(&mut change.limits, |f, (of, limit)| {
            scored(f, of);
            f.number(limit);
        });
    });
    let Grouping { cells, sides, compared } = &mut i.group;
    f.count(&mut cells.0);
    f.count(&mut cells.1);
    perhaps(f, sides, |f, (first, second)| {
        f.indices(first);
        f.indices(second);
    });
    f.indices(compared);
    f.list(&mut i.calibration, |f, (composite, item)| {
        f.count(composite);
        f.count(item);
    });
}

fn together<F: Form>(f: &mut F, pair: &mut Together) {
    gaps(f, &mut pair.scales);
    perhaps(f, &mut pair.overall, |f, (list, limits)| {
        f.count(list);
        gaps(f, limits);
    });
    f.number(&mut pair.two_steps);
    perhaps(f, &mut pair.similarity, |f, likeness| {
        f.number(&mut likeness.common);
        f.indices(&mut likeness.turned);
        f.number(&mut likeness.close);
        f.number(&mut likeness.share);
    });
    f.index(&mut pair.ranking);
    f.index(&mut pair.shift);
    f.index(&mut pair.visibility);
    perhaps(f, &mut pair.guesses, |f, (near, far)| {
        f.number(near);
        f.number(far);
    });
    f.indices(&mut pair.both);
}

fn gaps<F: Form>(f: &mut F, gaps: &mut Gaps) {
    f.number(&mut gaps.common);
    f.number(&mut gaps.ask);
    f.number(&mut gaps.clear);
}

/// Reads or writes which of several forms a value has. In reading, `made`
/// gives a value of that form to be filled in.
fn tagged<F: Form, T>(f: &mut F, value: &mut T, tag: usize, made: impl Fn(usize) -> Option<T>) {
    let mut n = tag;
    f.count(&mut n);
    if F::READS {
        match made(n) {
            Some(made) => *value = made,
            None => f.refuse(),
        }
    }
}

fn item<F: Form>(f: &mut F, item: &mut Item) {
    let tag = match item.kind {
        Kind::Choice(_) => 0,
        Kind::Number { .. } => 1,
        Kind::Allocation { .. } => 2,
        Kind::Ranking(_) => 3,
        Kind::Grid { .. } => 4,
        Kind::Wide(_) => 5,
    };
    tagged(f, &mut item.kind, tag, |tag| {
        let none = Options::default;
        Some(match tag {
            0 => Kind::Choice(none()),
            1 => Kind::default(),
            2 => Kind::Allocation { total: 0.0, parts: none() },
            3 => Kind::Ranking(none()),
            4 => Kind::Grid { rows: none(), choices: none(), missing: Missing::default() },
            #[cfg(feature = "wide")]
            5 => Kind::Wide(super::Wide::Text),
            _ => return None,
        })
    });
    match &mut item.kind {
        // Behind the rest.
        Kind::Wide(_) => {}
        Kind::Choice(choices) | Kind::Ranking(choices) => options(f, choices),
        Kind::Number { min, max, step } => [min, max, step].into_iter().for_each(|x| f.number(x)),
        Kind::Allocation { total, parts } => {
            f.number(total);
            options(f, parts);
        }
        Kind::Grid { rows, choices, missing: rule } => {
            options(f, rows);
            options(f, choices);
            missing(f, rule);
        }
    }
    f.list(&mut item.curve, |f, (x, y)| {
        f.number(x);
        f.number(y);
    });
    f.indices(&mut item.of);
    f.list(&mut item.shown, expression);
    f.index(&mut item.mirrors);
    f.flag(&mut item.optional);
    f.flag(&mut item.scored);
}

fn options<F: Form>(f: &mut F, options: &mut Options) {
    let (mut set, mut n) = match options.from {
        From::Item(n) => (false, n),
        From::Set(n) => (true, n),
    };
    f.flag(&mut set);
    f.count(&mut n);
    options.from = if set { From::Set(n) } else { From::Item(n) };
    f.list(&mut options.points, F::maybe);
}

fn missing<F: Form>(f: &mut F, missing: &mut Missing) {
    f.number(&mut missing.scored);
    f.number(&mut missing.provisional);
}

fn scale<F: Form>(f: &mut F, scale: &mut Scale) {
    f.index(&mut scale.dimension);
    f.index(&mut scale.parent);
    f.list(&mut scale.members, |f, member: &mut Member| {
        f.count(&mut member.item);
        f.index(&mut member.part);
        f.flag(&mut member.reversed);
        f.number(&mut member.weight);
    });
    missing(f, &mut scale.missing);
    f.maybe(&mut scale.wobble);
}

fn composite<F: Form>(f: &mut F, composite: &mut Composite) {
    f.count(&mut composite.entry);
    f.index(&mut composite.dimension);
    expression(f, &mut composite.expression);
    f.number(&mut composite.range.0);
    f.number(&mut composite.range.1);
    f.maybe(&mut composite.wobble);
}

fn level<F: Form>(f: &mut F, level: &mut Level) {
    f.number(&mut level.from);
    f.list(&mut level.gates, |f, gate| {
        f.list(gate, |f, (dimension, condition)| {
            f.index(dimension);
            expression(f, condition);
        });
    });
}

fn step<F: Form>(f: &mut F, step: &mut Step) {
    let (mut band, mut n) = match *step {
        Step::Composite(n) => (false, n),
        Step::Band(n) => (true, n),
    };
    f.flag(&mut band);
    f.count(&mut n);
    *step = if band { Step::Band(n) } else { Step::Composite(n) };
}

fn scored<F: Form>(f: &mut F, scored: &mut Scored) {
    let (mut composite, mut n) = match *scored {
        Scored::Scale(n) => (false, n),
        Scored::Composite(n) => (true, n),
    };
    f.flag(&mut composite);
    f.count(&mut n);
    *scored = if composite { Scored::Composite(n) } else { Scored::Scale(n) };
}

fn pick<F: Form>(f: &mut F, pick: &mut Pick) {
    let tag = usize::from(matches!(pick, Pick::LowestItem { .. }));
    tagged(f, pick, tag, |tag| match tag {
        0 => Some(Pick::default()),
        1 => Some(Pick::LowestItem { of: Vec::new(), pick: 0 }),
        _ => None,
    });
    match pick {
        Pick::Dimension { of, smallest, above } => {
            f.list(of, scored);
            f.flag(smallest);
            f.maybe(above);
        }
        Pick::LowestItem { of, pick } => {
            f.list(of, scored);
            f.count(pick);
        }
    }
}

fn pair<F: Form>(f: &mut F, pair: &mut Pair) {
    f.count(&mut pair.first);
    f.count(&mut pair.second);
    f.index(&mut pair.score);
}

fn rule<F: Form>(f: &mut F, rule: &mut Rule) {
    f.flag(&mut rule.pair);
    expression(f, &mut rule.when);
    let (mut pick, mut n) = match rule.under {
        Under::Nothing => (false, None),
        Under::Dimension(n) => (false, Some(n)),
        Under::Pick(n) => (true, Some(n)),
    };
    f.flag(&mut pick);
    f.index(&mut n);
    rule.under = n.map_or(Under::Nothing, |n| if pick { Under::Pick(n) } else { Under::Dimension(n) });
    perhaps(f, &mut rule.severity, expression);
    f.number(&mut rule.weight);
    f.list(&mut rule.variants, |f, variant| perhaps(f, variant, expression));
}

/// A value that may be missing.
fn perhaps<F: Form, T: Default>(f: &mut F, found: &mut Option<T>, each: impl Fn(&mut F, &mut T)) {
    let mut known = found.is_some();
    f.flag(&mut known);
    if known {
        each(f, found.get_or_insert_default());
    }
}

fn expression<F: Form>(f: &mut F, expression: &mut Expression) {
    node(f, &mut expression.root, limits::EXPRESSION_NODES);
}

/// A part of an expression, nested no deeper than `room`.
fn node<F: Form>(f: &mut F, part: &mut expression::Node, room: usize) {
    use expression::Node::{self, Binary, Call, Constant, Negate, Not};
    let tag = match part {
        Constant(_) => 0,
        Node::Truth(_) => 1,
        Node::Name(_) => 2,
        Negate(_) => 3,
        Not(_) => 4,
        Binary(..) => 5,
        Call(..) => 6,
    };
    let blank = Node::default;
    tagged(f, part, tag, |tag| {
        Some(match tag {
            _ if room == 0 => return None,
            0 => Constant(0.0),
            1 => Node::Truth(Truth::No),
            2 => Node::Name(Name::Seconds),
            3 => Negate(Box::new(blank())),
            4 => Not(Box::new(blank())),
            5 => Binary(Operator::Or, Box::new([blank(), blank()])),
            6 => Call(Function::Min, Vec::new()),
            _ => return None,
        })
    });
    let room = room.saturating_sub(1);
    match part {
        Constant(x) => f.number(x),
        Node::Truth(truth) => {
            let mut yes = *truth == Truth::Yes;
            f.flag(&mut yes);
            *truth = Truth::of(yes);
        }
        Node::Name(found) => name(f, found),
        Negate(inner) | Not(inner) => node(f, inner, room),
        Binary(operator, sides) => {
            let at = OPERATORS.iter().position(|(_, known)| known == operator).unwrap_or(0);
            tagged(f, operator, at, |n| OPERATORS.get(n).map(|(_, operator)| *operator));
            sides.iter_mut().for_each(|side| node(f, side, room));
        }
        Call(function, args) => {
            let at = FUNCTIONS.iter().position(|(_, known)| known == function).unwrap_or(0);
            tagged(f, function, at, |n| FUNCTIONS.get(n).map(|(_, function)| *function));
            f.list(args, |f, arg| node(f, arg, room));
        }
    }
}

fn name<F: Form>(f: &mut F, name: &mut Name) {
    let (mut kind, mut a, mut b) = name.parts();
    f.count(&mut kind);
    f.count(&mut a);
    f.count(&mut b);
    if F::READS {
        match Name::of(kind, a, b) {
            Some(read) => *name = read,
            None => f.refuse(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEFINITION: &[u8] = include_bytes!("../../../tests/definitions/valid/all-kinds.json");

    /// A small generator of numbers that look random (D. H. Lehmer, 1951).
    fn next(state: &mut u64) -> usize {
        *state = *state * 48_271 % 0x7fff_ffff;
        usize::try_from(*state).unwrap()
    }

    #[test]
    fn what_is_read_is_what_was_written() {
        let (instrument, _) = Instrument::compile(DEFINITION).unwrap();
        let read = Instrument::open(DEFINITION, instrument.compiled().as_bytes()).unwrap();
        assert_eq!(format!("{read:?}"), format!("{instrument:?}"));
    }

    #[test]
    fn numbers_keep_their_bits() {
        for x in [
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.1,
            0.35,
            -12.5,
            0.01,
            100.0 / 3.0,
            1e12,
            -1e300,
            f64::INFINITY,
            f64::NEG_INFINITY,
            999_999.0,
        ] {
            let mut text = Writer(String::new());
            text.number(&mut x.clone());
            let mut read = 5.0;
            Reader::of(text.0.as_bytes()).number(&mut read);
            assert_eq!(read.to_bits(), x.to_bits(), "{x} as {}", text.0);
        }
    }

    /// With a check that fits, as only somebody who means harm would make one.
    #[test]
    fn a_forged_body_never_panics() {
        let (instrument, _) = Instrument::compile(DEFINITION).unwrap();
        let mut written = Writer(String::new());
        super::instrument(&mut written, &mut instrument.clone());
        let mut state = 1;
        let mut opened = 0;
        for _ in 0..3_000 {
            let mut body = written.0.clone().into_bytes();
            for _ in 0..=next(&mut state) % 3 {
                let at = next(&mut state) % body.len();
                body[at] = DIGITS[next(&mut state) % 64];
            }
            let body = String::from_utf8(body).unwrap();
            let mut text = Writer(String::new());
            text.bits(&mut check(&instrument.words, body.as_bytes()));
            let assessment = crate::api::Assessment::open(DEFINITION, (text.0 + &body).as_bytes());
            opened += usize::from(assessment.problems().is_empty());
            let answers = br#"{"answers": {}}"#;
            let _ =
                (assessment.finish(answers), assessment.compare(answers, answers), assessment.change(answers, answers));
            let mut cohort = crate::api::Cohort::default();
            for _ in 0..3 {
                let _ = assessment.gather(&mut cohort, answers, None, None);
            }
            let _ = assessment.group(&cohort, b"{}");
        }
        assert!(opened > 100, "{opened}");
    }
}
