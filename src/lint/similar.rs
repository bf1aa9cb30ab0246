//! Items that ask the same.
//!
//! Two texts are compared by the words that few of the texts have: a stem shared
//! by a whole battery says nothing. Each word counts by one over the number of
//! texts it is in, words of more than [`COMMON`] texts not at all; so every text
//! meets a bounded number of others, and the work is that of reading once.

use super::context::Context;
use super::findings::Findings;
use crate::number::count;
use crate::problem::{join, nth};
use std::collections::{BTreeMap, BTreeSet};

/// A word of more texts than these belongs to a stem.
const COMMON: usize = 8;
/// Shorter texts are too short to be alike by chance or not.
const SHORT: usize = 5;
/// The share of weight, and of all words, that two texts have in common from here on.
const ALIKE: (f64, f64) = (0.6, 0.7);

/// The items that can be compared: no guesses, whose texts say "which answer".
fn asked(context: &Context<'_>) -> Vec<usize> {
    let items = &context.instrument.items;
    (0..items.len()).filter(|n| items.get(*n).is_some_and(|item| item.mirrors.is_none())).collect()
}

/// By item that repeats an earlier one word by word, that one.
fn repeated(context: &Context<'_>) -> BTreeMap<usize, usize> {
    let mut first: BTreeMap<(&[String], bool), usize> = BTreeMap::new();
    let mut repeats = BTreeMap::new();
    for n in asked(context) {
        let Some(words) = context.words.get(n).filter(|words| !words.is_empty()) else { continue };
        // Scales apart: the same stem may be asked of what is and of what should be.
        let kind = context.graded(n).is_some();
        match first.get(&(words.as_slice(), kind)) {
            Some(earlier) => {
                repeats.insert(n, *earlier);
            }
            None => {
                first.insert((words, kind), n);
            }
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

pub(super) fn near(context: &Context<'_>, found: &mut Findings) {
    let repeats = repeated(context);
    let pairs: BTreeSet<(usize, usize)> = context
        .instrument
        .shifts
        .iter()
        .chain(&context.instrument.appraisals)
        .map(|pair| (pair.first, pair.second))
        .collect();
    let texts: Vec<(usize, BTreeSet<&str>)> = asked(context)
        .into_iter()
        .filter(|n| !repeats.contains_key(n))
        .filter_map(|n| Some((n, context.words.get(n)?.iter().map(String::as_str).collect::<BTreeSet<&str>>())))
        .filter(|(_, words)| words.len() >= SHORT)
        .collect();
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, (_, words)) in texts.iter().enumerate() {
        words.iter().for_each(|word| places.entry(word).or_default().push(place));
    }
    places.retain(|_, places| places.len() <= COMMON);
    let weight = |word: &&str| places.get(*word).map_or(0.0, |places| 1.0 / count(places.len()));
    let weights: Vec<f64> = texts.iter().map(|(_, words)| words.iter().map(weight).sum()).collect();
    for (place, (n, words)) in texts.iter().enumerate() {
        let mut shared: BTreeMap<usize, f64> = BTreeMap::new();
        for word in words {
            for other in places.get(word).into_iter().flatten().filter(|other| **other < place) {
                *shared.entry(*other).or_default() += weight(word);
            }
        }
        let alike = |(other, both): &(usize, f64)| {
            let all = weights.get(place).zip(weights.get(*other)).map_or(f64::INFINITY, |(a, b)| a + b - both);
            both / all >= ALIKE.0
        };
        // Of those that pass only the nearest is looked into.
        let nearest = shared.into_iter().filter(alike).max_by(|(_, a), (_, b)| a.total_cmp(b));
        let Some((earlier, others)) = nearest.and_then(|(other, _)| texts.get(other)) else { continue };
        let both = words.intersection(others).count();
        let share = count(both) / count(words.len() + others.len() - both);
        if share >= ALIKE.1 && !pairs.contains(&(*earlier, *n)) && !pairs.contains(&(*n, *earlier)) {
            let help = "keep one of the two, or make plain what is different";
            found.add(
                &join(&nth("/items", *n), "text"),
                &["almost the same words as in ", &context.id(*earlier)],
                help,
            );
        }
    }
}
