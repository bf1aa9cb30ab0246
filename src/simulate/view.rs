//! A tally as data: `Simulation` of the types.

use super::tally::{Counts, Numbers, Tally};
use super::{MANNERS, Manner};
use crate::data::{Data, object};
use crate::json::Node;
use crate::number::{TOLERANCE, count};
use crate::words;

/// Bars of a histogram.
const BINS: usize = 20;

pub(super) fn view<'i>(tally: &Tally<'i>, manner: Manner, seed: u32) -> Data<'i> {
    let name = MANNERS.iter().find(|(known, ..)| *known == manner).map_or("", |(_, name, _)| name);
    let (never, always) = extremes(tally);
    object! {
        "n" => tally.n,
        "kind" => name,
        "seed" => Data::Number(seed.into()),
        "scales" => scales(tally),
        "metrics" => metrics(tally),
        "bands" => bands(tally),
        "states" => states(tally),
        "advice" => advice(tally),
        "archetypes" => archetypes(tally),
        "quiz" => quiz(tally),
        "never" => never,
        "always" => always,
    }
}

fn scales<'i>(tally: &Tally<'i>) -> Data<'i> {
    Data::each(tally.scales.len(), &mut |n| {
        let node = tally.instrument.entry("scales", n);
        let numbers = tally.scales.get(n).cloned().unwrap_or_default();
        distribution((Data::of(node, "id"), Data::of(node, "title")), numbers, (0.0, 100.0))
    })
}

fn metrics<'i>(tally: &Tally<'i>) -> Data<'i> {
    Data::each(tally.composites.len(), &mut |n| {
        let Some(composite) = tally.instrument.composites.get(n) else { return Data::Null };
        let (id, title) = (tally.instrument.composite_id(n), words::composite(tally.instrument, n));
        let numbers = tally.composites.get(n).cloned().unwrap_or_default();
        distribution((Data::Owned(id), title), numbers, composite.range)
    })
}

/// How numbers lie. An end of their range that is open is the outermost of them.
fn distribution<'i>((id, title): (Data<'i>, Data<'i>), numbers: Numbers, (low, high): (f64, f64)) -> Data<'i> {
    let Numbers { values: mut sorted, provisional, none } = numbers;
    sorted.sort_by(f64::total_cmp);
    let end = |bound: f64, outermost: Option<&f64>| if bound.is_finite() { Some(bound) } else { outermost.copied() };
    let range = end(low, sorted.first()).zip(end(high, sorted.last()));
    let at = |percent| quantile(&sorted, percent);
    let mean = mean(&sorted);
    object! {
        "id" => id,
        "title" => title,
        "scored" => sorted.len() - provisional,
        "provisional" => provisional,
        "none" => none,
        "min" => sorted.first().copied(),
        "p10" => at(10),
        "p25" => at(25),
        "p50" => at(50),
        "p75" => at(75),
        "p90" => at(90),
        "max" => sorted.last().copied(),
        "mean" => mean,
        "sd" => mean.and_then(|mean| deviation(&sorted, mean)),
        "range" => range.map_or(Data::Null, |(low, high)| Data::pair(low, high)),
        "histogram" => histogram(&sorted, range.unwrap_or_default()).map(|n| Data::Number(count(n))).to_vec(),
    }
}

/// Of ascending numbers the one below which lie so many percent: the mean of two where
/// the share is reached exactly. Source: R. J. Hyndman, Y. Fan, "Sample Quantiles in
/// Statistical Packages", The American Statistician 50 (1996) 361-365, definition 2.
fn quantile(sorted: &[f64], percent: usize) -> Option<f64> {
    let (place, rest) = (sorted.len() * percent / 100, sorted.len() * percent % 100);
    let upper = *sorted.get(place)?;
    match place.checked_sub(1).and_then(|before| sorted.get(before)) {
        Some(lower) if rest == 0 => Some(f64::midpoint(*lower, upper)),
        _ => Some(upper),
    }
}

/// As the distance from the least, so that equal numbers have exactly their own mean.
fn mean(sorted: &[f64]) -> Option<f64> {
    let first = *sorted.first()?;
    Some(first + sorted.iter().map(|x| x - first).sum::<f64>() / count(sorted.len()))
}

/// The standard deviation with n - 1; none for fewer than two numbers.
fn deviation(sorted: &[f64], mean: f64) -> Option<f64> {
    let squares: f64 = sorted.iter().map(|x| (x - mean) * (x - mean)).sum();
    (sorted.len() > 1).then(|| (squares / count(sorted.len() - 1)).sqrt())
}

/// How many numbers lie in each twentieth of the range: from its lower end, below its
/// upper end, which belongs to the last.
fn histogram(sorted: &[f64], (low, high): (f64, f64)) -> [usize; BINS] {
    let mut bins = [0; BINS];
    let upper = |bin: usize| low + (high - low) * count(bin + 1) / count(BINS);
    for x in sorted {
        let bin = (0..BINS - 1).find(|bin| *x < upper(*bin) - TOLERANCE).unwrap_or(BINS - 1);
        if let Some(bin) = bins.get_mut(bin) {
            *bin += 1;
        }
    }
    bins
}

/// Entries of a list with how often each came up.
fn counted<'i>(entries: &'i [Node], counts: &Counts) -> Vec<Data<'i>> {
    let entries = entries.iter().zip(&counts.each);
    entries.map(|(node, n)| object! { node, ["id", "title"], "n" => *n }).collect()
}

fn bands<'i>(tally: &Tally<'i>) -> Vec<Data<'i>> {
    let bands = tally.instrument.words.get("bands").list().iter().zip(&tally.bands);
    let band = |(node, counts): (&'i Node, &Counts)| {
        object! {
            node, ["id", "title"],
            "none" => counts.none,
            "levels" => counted(node.get("levels").list(), counts),
        }
    };
    bands.map(band).collect()
}

fn states<'i>(tally: &Tally<'i>) -> Vec<Data<'i>> {
    let dimensions = tally.instrument.words.get("dimensions").list().iter().zip(&tally.states);
    let states = tally.instrument.words.get("states").list();
    let state = |(node, counts): (&'i Node, &Counts)| {
        object! { node, ["id", "title"], "none" => counts.none, "states" => counted(states, counts) }
    };
    if states.is_empty() { Vec::new() } else { dimensions.map(state).collect() }
}

/// The rules for one person, with how often each was given and how often it applied.
fn advice<'i>(tally: &Tally<'i>) -> Vec<Data<'i>> {
    let instrument = tally.instrument;
    let rules = instrument.words.get("advice").get("rules").list().iter().zip(&instrument.rules);
    let counts = tally.given.iter().zip(&tally.triggered);
    let single = rules.zip(counts).filter(|((_, rule), _)| !rule.pair);
    single
        .map(|((node, _), (n, triggered))| object! { node, ["id", "title"], "n" => *n, "triggered" => *triggered })
        .collect()
}

fn archetypes<'i>(tally: &Tally<'i>) -> Data<'i> {
    let list = tally.instrument.words.get("archetypes").get("list").list();
    if list.is_empty() {
        return Data::Null;
    }
    object! { "none" => tally.archetypes.none, "list" => counted(list, &tally.archetypes) }
}

/// How the quiz went; null where nothing says when it is passed.
fn quiz(tally: &Tally<'_>) -> Data<'static> {
    if tally.instrument.quiz.as_ref().and_then(|quiz| quiz.pass).is_none() {
        return Data::Null;
    }
    let n = |n: usize| tally.quiz.each.get(n).copied().unwrap_or_default();
    object! { "passed" => n(0), "failed" => n(1), "none" => tally.quiz.none }
}

/// What nobody got, and what everybody did.
fn extremes<'i>(tally: &Tally<'i>) -> (Vec<Data<'i>>, Vec<Data<'i>>) {
    let (mut never, mut always) = (Vec::new(), Vec::new());
    let words = &tally.instrument.words;
    let mut look = |kind: &'static str, of: &'i Node, list: &'i [Node], counts: &[usize]| {
        for (node, n) in list.iter().zip(counts) {
            let entry = || object! { "kind" => kind, "of" => of.get("id"), "id" => node.get("id"), "title" => node.get("title") };
            match *n {
                0 => never.push(entry()),
                n if n == tally.n => always.push(entry()),
                _ => {}
            }
        }
    };
    for (node, counts) in words.get("bands").list().iter().zip(&tally.bands) {
        look("level", node, node.get("levels").list(), &counts.each);
    }
    for (node, counts) in words.get("dimensions").list().iter().zip(&tally.states) {
        look("state", node, words.get("states").list(), &counts.each);
    }
    let rules = words.get("advice");
    for ((node, rule), n) in rules.get("rules").list().iter().zip(&tally.instrument.rules).zip(&tally.given) {
        if !rule.pair {
            look("advice", rules, core::slice::from_ref(node), core::slice::from_ref(n));
        }
    }
    let archetypes = words.get("archetypes");
    look("archetype", archetypes, archetypes.get("list").list(), &tally.archetypes.each);
    (never, always)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_values_or_lie_between_two() {
        let ten: Vec<f64> = (1..=10).map(count).collect();
        for (percent, expected) in [(10, 1.5), (25, 3.0), (50, 5.5), (75, 8.0), (90, 9.5)] {
            assert_eq!(quantile(&ten, percent), Some(expected), "{percent}");
        }
        assert_eq!(quantile(&[7.0], 10), Some(7.0));
        assert_eq!(quantile(&[], 50), None);
    }

    #[test]
    fn the_spread_is_that_of_a_sample() {
        let numbers = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
        assert_eq!(mean(&numbers), Some(5.0));
        assert_eq!(deviation(&numbers, 5.0), Some((32.0_f64 / 7.0).sqrt()));
        let equal = [0.1; 7];
        assert_eq!((mean(&equal), deviation(&equal, 0.1)), (Some(0.1), Some(0.0)));
        assert_eq!(deviation(&[3.0], 3.0), None);
    }

    #[test]
    fn ends_of_bars_belong_to_the_next_but_the_last() {
        let bins = histogram(&[0.0, 4.999, 5.0 - 1e-12, 5.0, 99.0, 100.0], (0.0, 100.0));
        let mut expected = [0; BINS];
        (expected[0], expected[1], expected[19]) = (2, 2, 2);
        assert_eq!(bins, expected);
        assert_eq!(histogram(&[3.0], (3.0, 3.0))[19], 1);
    }
}
