//! Items that ask the same.
//!
//! Two texts are compared by the words that few of the texts have: a stem shared
//! by a whole battery says nothing. Each word counts by one over the number of
//! texts it is in, words of more than [`COMMON`] texts not at all; so every text
//! meets a bounded number of others, and the work is that of reading once.

use super::context::Context;
use super::findings::Findings;
use crate::instrument::{From, Kind, Options};
use crate::number::count;
use crate::problem::{join, nth};
use std::collections::{BTreeMap, BTreeSet};

/// A word of more texts than these belongs to a stem.
const COMMON: usize = 8;
/// Shorter texts are too short to be alike by chance or not.
const SHORT: usize = 5;
/// The share of weight, and of all words, that two texts have in common from here on.
const ALIKE: (f64, f64) = (0.6, 0.7);

/// What answers an item: the same words may be asked of what is, and of what should be.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Answers {
    Own,
    Set(usize),
    Numbers,
    Parts,
}

/// The items that can be compared: no guesses, whose texts say "which answer".
fn asked<'c>(context: &'c Context<'_>) -> Vec<(usize, Answers, &'c [String])> {
    let mut asked = Vec::new();
    for (n, (item, words)) in context.instrument.items.iter().zip(&context.words).enumerate() {
        let of = |options: &Options| match options.from {
            From::Set(set) => Answers::Set(set),
            From::Item(_) => Answers::Own,
        };
        let answers = match &item.kind {
            Kind::Choice(options) | Kind::Grid { choices: options, .. } => of(options),
            Kind::Wide(wide) => wide.options().map_or(Answers::Own, of),
            Kind::Number { .. } => Answers::Numbers,
            Kind::Allocation { .. } | Kind::Ranking(_) => Answers::Parts,
        };
        if item.mirrors.is_none() && !words.is_empty() {
            asked.push((n, answers, words.as_slice()));
        }
    }
    asked
}

/// By item that repeats an earlier one word by word, that one.
fn repeated(context: &Context<'_>) -> BTreeMap<usize, usize> {
    let mut first: BTreeMap<(&[String], Answers), usize> = BTreeMap::new();
    let mut repeats = BTreeMap::new();
    for (n, answers, words) in asked(context) {
        let earlier = *first.entry((words, answers)).or_insert(n);
        if earlier != n {
            repeats.insert(n, earlier);
        }
    }
    repeats
}

pub(super) fn same(context: &Context<'_>, found: &mut Findings) {
    for (n, earlier) in repeated(context) {
        let help = "ask it once, or say what is different";
        found.add(&join(&nth("/items", n), "text"), &["the same words as in ", &context.id(earlier)], help);
    }
}

/// A text as the words that are in it.
struct Text<'c> {
    item: usize,
    answers: Answers,
    words: BTreeSet<&'c str>,
    /// Of all its words.
    weight: f64,
}

/// The texts that are long enough, and by word that few of them have, which.
fn texts<'c>(context: &'c Context<'_>) -> (Vec<Text<'c>>, BTreeMap<&'c str, Vec<usize>>) {
    let (mut texts, repeats) = (Vec::new(), repeated(context));
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (item, answers, words) in asked(context).into_iter().filter(|(n, ..)| !repeats.contains_key(n)) {
        let words: BTreeSet<&str> = words.iter().map(String::as_str).collect();
        if words.len() < SHORT {
            continue;
        }
        for word in &words {
            places.entry(word).or_default().push(texts.len());
        }
        texts.push(Text { item, answers, words, weight: 0.0 });
    }
    places.retain(|_, places| places.len() <= COMMON);
    for text in &mut texts {
        text.weight = text.words.iter().map(|word| weight(&places, word)).sum();
    }
    (texts, places)
}

fn weight(places: &BTreeMap<&str, Vec<usize>>, word: &str) -> f64 {
    places.get(word).map_or(0.0, |places| 1.0 / count(places.len()))
}

pub(super) fn near(context: &Context<'_>, found: &mut Findings) {
    let pairs = context.instrument.shifts.iter().chain(&context.instrument.appraisals);
    let pairs: BTreeSet<(usize, usize)> =
        pairs.flat_map(|pair| [(pair.first, pair.second), (pair.second, pair.first)]).collect();
    let (texts, places) = texts(context);
    for (place, text) in texts.iter().enumerate() {
        let mut shared: BTreeMap<usize, f64> = BTreeMap::new();
        for word in &text.words {
            for other in places.get(word).into_iter().flatten().filter(|other| **other < place) {
                *shared.entry(*other).or_default() += weight(&places, word);
            }
        }
        let others = shared.into_iter().filter_map(|(other, both)| Some((texts.get(other)?, both)));
        let alike = others.filter(|(other, both)| {
            other.answers == text.answers && both / (text.weight + other.weight - both) >= ALIKE.0
        });
        // Of those that pass only the nearest is looked into.
        let Some((earlier, _)) = alike.max_by(|(_, a), (_, b)| a.total_cmp(b)) else { continue };
        let both = text.words.intersection(&earlier.words).count();
        let share = count(both) / count(text.words.len() + earlier.words.len() - both);
        if share >= ALIKE.1 && !pairs.contains(&(earlier.item, text.item)) {
            let message = ["almost the same words as in ", &*context.id(earlier.item)];
            let help = "keep one of the two, or make plain what is different";
            found.add(&join(&nth("/items", text.item), "text"), &message, help);
        }
    }
}
