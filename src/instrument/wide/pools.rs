//! Pools: of the items of a page some are drawn, in an order of their own.
//!
//! A draw follows from a seed and the identifiers alone, so that a link can repeat it:
//! each item has a number made of both, and those with the smallest numbers are drawn,
//! in that order. The same seed draws alike in every edition that has the same items.

use super::super::hash::Hash;
use super::super::names::Names;
use super::super::{Instrument, Kind, Options, value};
use crate::data::{Data, object};
use crate::json::{Node, Value};
use crate::number::{brief, by_key, count, scrambled};
use crate::problem::{Problems, join, nth};
use crate::text::joined;

/// A page whose items are drawn or shuffled.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Pool {
    /// In the order of the definition.
    pub(crate) items: Vec<usize>,
    /// How many of them are asked; all without it.
    pub(crate) draw: Option<usize>,
}

/// What a seed decides.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Drawn {
    pub(crate) pools: Vec<Pool>,
    /// Items whose choices are shuffled.
    pub(crate) shuffled: Vec<usize>,
}

impl Drawn {
    /// Resolves pages and items; what a definition leaves out is empty.
    pub(in super::super) fn resolve(names: &Names<'_>, problems: &mut Problems) -> Self {
        let mut drawn = Drawn::default();
        for (n, page) in names.root.get("pages").list().iter().enumerate() {
            if !is_drawn(page) {
                continue;
            }
            let draw = page.get("draw").number();
            let items: Vec<usize> =
                page.get("items").list().iter().filter_map(|id| names.index.position(id.text())).collect();
            if draw.is_some_and(|draw| !(1.0..=count(items.len())).contains(&draw)) {
                let all = brief(count(items.len()));
                let path = join(&nth("/pages", n), "draw");
                problems.error(
                    "bad-draw",
                    &path,
                    &["this page has ", &all, " items to draw from"],
                    "draw 1 or more of them",
                );
            }
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within the items")]
            let draw = draw.map(|draw| draw as usize);
            drawn.pools.push(Pool { items, draw });
        }
        for (n, item) in names.root.get("items").list().iter().enumerate() {
            if is_shuffled(item) {
                drawn.shuffled.push(n);
            }
        }
        drawn
    }

    /// Whether a seed decides anything.
    pub(crate) fn is_any(&self) -> bool {
        *self != Drawn::default()
    }

    /// What decides which items count.
    pub(crate) fn hash(&self, hash: &mut Hash) {
        for pool in self.pools.iter().filter(|pool| pool.draw.is_some()) {
            pool.items.iter().for_each(|item| hash.index(Some(*item)));
            hash.index(pool.draw);
        }
    }
}

/// Whether a page is shuffled or drawn from.
pub(in super::super) fn is_drawn(page: &Node) -> bool {
    !page.get("draw").is_null() || is_shuffled(page)
}

fn is_shuffled(node: &Node) -> bool {
    matches!(node.get("shuffle").value, Value::Bool(true))
}

impl Instrument {
    /// The items in the order in which they are asked with a seed, those left out that
    /// are not drawn.
    pub(crate) fn asked(&self, seed: u32) -> Vec<usize> {
        let (mut of, mut orders) = (vec![None; self.items.len()], Vec::new());
        for (n, pool) in self.drawn.pools.iter().enumerate() {
            for item in &pool.items {
                if let Some(slot) = of.get_mut(*item) {
                    *slot = Some(n);
                }
            }
            let order = by_key(&pool.items, &|item| number(seed, self.word("items", item, "id")));
            orders.push(order.into_iter().take(pool.draw.unwrap_or(usize::MAX)));
        }
        // In the places that the items of their pools had.
        let next = |item: &usize| match of.get(*item).copied().flatten().and_then(|n| orders.get_mut(n)) {
            Some(order) => order.next(),
            None => Some(*item),
        };
        self.sequence.iter().filter_map(next).collect()
    }

    /// The items whose choices are shuffled, each with its choices in the order in which
    /// they are shown; those that are `fixed` keep their place.
    pub(crate) fn orders(&self, seed: u32) -> Data<'_> {
        let mut orders = Vec::new();
        for item in &self.drawn.shuffled {
            let Some(options) = self.own_options(*item) else { continue };
            let choices = self.choices(options);
            let order = order(seed, self.word("items", *item, "id"), choices);
            let values = order.iter().filter_map(|n| choices.get(*n)).map(|choice| Data::of(choice, "value"));
            orders.push(object! {
                "item" => self.part("items", *item, "id"),
                "choices" => values.collect::<Vec<_>>(),
            });
        }
        Data::List(orders)
    }

    fn own_options(&self, item: usize) -> Option<&Options> {
        match &self.items.get(item)?.kind {
            Kind::Choice(options) | Kind::Ranking(options) => Some(options),
            Kind::Wide(wide) => wide.options(),
            _ => None,
        }
    }
}

fn order(seed: u32, item: &str, choices: &[Node]) -> Vec<usize> {
    let fixed = |n: usize| choices.get(n).is_some_and(|choice| matches!(choice.get("fixed").value, Value::Bool(true)));
    let word = |n: usize| joined(&[item, " ", &choices.get(n).map(value).unwrap_or_default()]);
    let moved: Vec<usize> = (0..choices.len()).filter(|n| !fixed(*n)).collect();
    let mut moved = by_key(&moved, &|n| number(seed, &word(n))).into_iter();
    (0..choices.len()).filter_map(|n| if fixed(n) { Some(n) } else { moved.next() }).collect()
}

/// A number of a seed and a word, in which every bit depends on all of them: FNV-1a,
/// scrambled.
fn number(seed: u32, word: &str) -> u64 {
    let mut hash = Hash::new();
    seed.to_be_bytes().into_iter().for_each(|byte| hash.byte(byte));
    hash.text(word);
    scrambled(hash.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed by tests/vectors/draw.py.
    #[test]
    fn numbers_are_those_of_the_other_program() {
        for (seed, word, expected) in [
            (0, "", 12_397_261_051_603_197_934),
            (1, "Q1", 1_221_281_263_411_733_551),
            (4_294_967_295, "Zürich", 3_768_269_415_682_810_960),
        ] {
            assert_eq!(number(seed, word), expected, "{seed} {word}");
        }
    }
}
