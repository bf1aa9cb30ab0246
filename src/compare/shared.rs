//! Recommendations for two: those that read the pair, in the order of the
//! definition, then those of both sheets merged.

use super::Two;
use super::guesses::{Guess, Met};
use super::items::Common;
use super::sheet::Sheet;
use crate::advice::Fired;
use crate::data::{Data, object};
use crate::expression::{Expression, Facts, Name, Number, PairFact, Quantity, Truth, truth};
use crate::instrument::{Rule, Together, Under};
use crate::limits;
use crate::number::order_key;
use crate::text::{filled, joined, listed};
use crate::words;

/// What rules of the pair view read.
pub(super) struct PairFacts<'g> {
    pub(super) largest_gap: Option<f64>,
    pub(super) rank_agreement: Option<f64>,
    /// The larger share of the two.
    pub(super) dont_know: Option<f64>,
    pub(super) same_first: Option<bool>,
    pub(super) guesses: &'g [Guess],
}

impl PairFacts<'_> {
    /// Whether some guess met this; unknown where no guess can tell.
    fn met(&self, met: Met) -> Truth {
        let mut known = self.guesses.iter().filter_map(Guess::met).peekable();
        if known.peek().is_none() { Truth::Unknown } else { Truth::of(known.any(|found| found == met)) }
    }
}

impl Facts for PairFacts<'_> {
    fn number(&self, name: Name) -> Number {
        let found = match name {
            Name::Pair(PairFact::LargestGap) => self.largest_gap,
            Name::Pair(PairFact::RankAgreement) => self.rank_agreement,
            Name::Pair(PairFact::DontKnow) => self.dont_know,
            _ => None,
        };
        found.map(Quantity::exact)
    }

    fn truth(&self, name: Name) -> Truth {
        match name {
            Name::Pair(PairFact::FalseConflict) => self.met(Met::FalseConflict),
            Name::Pair(PairFact::FalseConsensus) => self.met(Met::FalseConsensus),
            Name::Pair(PairFact::SameFirst) => self.same_first.map_or(Truth::Unknown, Truth::of),
            _ => Truth::Unknown,
        }
    }
}

/// A rule that fired on one sheet or on both, under the same dimension.
struct Merged<'s> {
    dimension: Option<usize>,
    by: [Option<&'s Fired>; 2],
}

impl Merged<'_> {
    /// The mean of both priorities, 0 for a sheet on which it did not fire.
    fn priority(&self) -> f64 {
        let [a, b] = self.by.map(|fired| fired.map_or(0.0, |fired| fired.priority));
        f64::midpoint(a, b)
    }

    fn seen_by_both(&self) -> bool {
        self.by.iter().all(Option::is_some)
    }
}

/// `SharedAdvice` of the types: at most as many as the definition shows.
pub(super) fn advice<'d>(
    two: Two<'d, '_>,
    pair: &Together,
    facts: &PairFacts<'_>,
    items: &[Common<'_>],
    sheets: &[&Sheet<'_>; 2],
) -> Vec<Data<'d>> {
    let instrument = two.instrument;
    let mut advice = Vec::new();
    for (n, rule) in instrument.rules.iter().enumerate().filter(|(_, rule)| rule.pair) {
        if advice.len() < instrument.limit && truth(&rule.when.root, facts) == Truth::Yes {
            advice.push(of_pair(two, n, rule, facts, items));
        }
    }
    let mut taken: Vec<Option<usize>> = Vec::new();
    for merged in merged(two, pair, sheets) {
        let same = taken.iter().filter(|dimension| **dimension == merged.dimension).count();
        let full = merged.dimension.is_some() && same >= instrument.per_dimension;
        if advice.len() < instrument.limit && !full {
            taken.push(merged.dimension);
            advice.push(of_sheets(two, &merged, sheets));
        }
    }
    advice
}

/// The rules that fired on a sheet: highest priority first, then those seen by
/// both, then in the order of rules and dimensions.
fn merged<'s>(two: Two<'_, '_>, pair: &Together, sheets: &[&'s Sheet<'_>; 2]) -> Vec<Merged<'s>> {
    let mut all: Vec<Merged> = Vec::new();
    for rule in 0..two.instrument.rules.len() {
        let [first, second] = sheets.map(|sheet| sheet.fired.iter().find(|fired| fired.rule == rule));
        let dimension = |fired: Option<&Fired>| fired.and_then(|fired| fired.dimension);
        let one = |fired, by| Merged { dimension: dimension(fired), by };
        let mut found = match (first, second) {
            (Some(a), Some(b)) if a.dimension != b.dimension => {
                vec![one(first, [first, None]), one(second, [None, second])]
            }
            (None, None) => continue,
            _ => vec![one(first.or(second), [first, second])],
        };
        // Those without a dimension come last.
        let place = |merged: &Merged| merged.dimension.unwrap_or(usize::MAX);
        if let [a, b] = found.as_slice()
            && place(a) > place(b)
        {
            found.reverse();
        }
        for new in found.into_iter().filter(|new| new.seen_by_both() || !pair.both.contains(&rule)) {
            let key = |merged: &Merged| (order_key(merged.priority()), merged.seen_by_both());
            let at = all.iter().position(|other| key(other) < key(&new)).unwrap_or(all.len());
            all.insert(at, new);
        }
    }
    all
}

/// In the words of the sheet on which it is more urgent.
fn of_sheets<'d>(two: Two<'d, '_>, merged: &Merged<'_>, sheets: &[&Sheet<'_>; 2]) -> Data<'d> {
    let mut seen_by = Vec::new();
    let mut words: Option<(f64, Data)> = None;
    for ((fired, sheet), side) in merged.by.iter().zip(sheets).zip(["first", "second"]) {
        let Some(fired) = fired else { continue };
        seen_by.push(Data::Word(side));
        let new = (order_key(fired.priority), sheet.composer(two.instrument).advice(fired));
        // Of equally urgent ones a choice that does not depend on who is first.
        let better = words.as_ref().is_none_or(|(most, words)| {
            let texts = |words: &Data| ["text", "first_step", "sign"].map(|field| words.get(field).text().to_owned());
            new.0 > *most || (new.0 >= *most && texts(&new.1) < texts(words))
        });
        if better {
            words = Some(new);
        }
    }
    let words = words.map_or(Data::Null, |(_, words)| words);
    let field = |name: &str| words.get(name).clone();
    let variant = Some(field("variant")).filter(|variant| *variant != Data::Null);
    object! {
        "id" => field("id"),
        "title" => field("title"),
        "text" => field("text"),
        "owner" => field("owner"),
        "first_step" => field("first_step"),
        "sign" => field("sign"),
        "dimension" => field("dimension"),
        "variants" => Data::List(variant.into_iter().collect()),
        "pair" => false,
        "seen_by" => seen_by,
        "priority" => merged.priority(),
    }
}

/// A rule of the pair view, with every variant that holds.
fn of_pair<'d>(two: Two<'d, '_>, n: usize, rule: &Rule, facts: &PairFacts<'_>, items: &[Common<'_>]) -> Data<'d> {
    let instrument = two.instrument;
    let words = instrument.words.get("advice").get("rules").entry(n);
    let dimension = if let Under::Dimension(d) = rule.under { Some(d) } else { None };
    let fill = |text: &str, when: &Expression| {
        filled(text, &mut |name| match (name, dimension) {
            ("items", _) => named(two, when, facts, items),
            (_, Some(d)) => instrument.word("dimensions", d, "title").into(),
            _ => String::new(),
        })
    };
    let field = |name: &str| fill(words.get(name).text(), &rule.when);
    let mut text = field("text");
    let mut variants = Vec::new();
    for (v, when) in rule.variants.iter().enumerate() {
        let when = when.as_ref().unwrap_or(&rule.when);
        if truth(&when.root, facts) == Truth::Yes {
            let variant = words.get("variants").entry(v);
            text = joined(&[&text, " ", &fill(variant.get("text").text(), when)]);
            variants.push(Data::of(variant, "id"));
        }
    }
    object! {
        words, ["id", "title"],
        "text" => text,
        "owner" => words.get("owner"),
        "first_step" => field("first_step"),
        "sign" => field("sign"),
        "dimension" => instrument.dimension(dimension),
        "variants" => variants,
        "pair" => true,
        "seen_by" => vec![Data::Word("first"), Data::Word("second")],
        "priority" => Data::Null,
    }
}

/// The items a condition is about: those of the guesses it reads, else those
/// that differ most.
fn named(two: Two<'_, '_>, when: &Expression, facts: &PairFacts<'_>, items: &[Common<'_>]) -> String {
    let names = when.names();
    let wanted = |guess: &Guess| match guess.met() {
        Some(Met::FalseConflict) => names.contains(&Name::Pair(PairFact::FalseConflict)),
        Some(Met::FalseConsensus) => names.contains(&Name::Pair(PairFact::FalseConsensus)),
        _ => false,
    };
    let mut about: Vec<(usize, Option<usize>)> = Vec::new();
    for guess in facts.guesses.iter().filter(|guess| wanted(guess)) {
        if !about.contains(&(guess.of, None)) {
            about.push((guess.of, None));
        }
    }
    if about.is_empty() {
        let differ = items.iter().filter(|item| order_key(item.difference().abs()) > 0.0);
        about.extend(differ.take(limits::ITEMS_NAMED).map(|item| (item.item(), item.part())));
    }
    let mut texts = Vec::new();
    for (item, part) in about {
        texts.push(words::quoted(two.instrument, item, part));
    }
    listed(&mut texts.iter().map(String::as_str))
}
