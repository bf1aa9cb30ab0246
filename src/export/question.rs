//! Questions as formats need them: in the order they are asked, with choices and points at hand.

use super::losses::Losses;
use crate::instrument::{From, Instrument, Item, Kind, Options, value};
use crate::json::{Index, Node, Value};
use crate::problem::nth;
use crate::text::joined;
use std::collections::BTreeSet;

/// An item, what the gate made of it, and where it stands.
pub(crate) struct Question<'i> {
    pub(crate) instrument: &'i Instrument,
    pub(crate) node: &'i Node,
    pub(crate) item: &'i Item,
    /// JSON pointer.
    pub(crate) at: String,
}

/// A page and what it asks.
pub(crate) struct Page<'i> {
    pub(crate) node: &'i Node,
    /// JSON pointer.
    pub(crate) at: String,
    pub(crate) questions: Vec<Question<'i>>,
    /// Those behind the switch.
    pub(crate) optional: Vec<Question<'i>>,
}

/// The pages in order.
pub(crate) fn pages(instrument: &Instrument) -> impl Iterator<Item = Page<'_>> {
    let index = Index::of(instrument.words.get("items"));
    let asked = move |of: &Node| -> Vec<Question<'_>> {
        let entries = of.get("items").list().iter();
        entries.filter_map(|id| Question::at(instrument, index.position(id.text())?)).collect()
    };
    instrument.words.get("pages").list().iter().enumerate().map(move |(n, node)| Page {
        node,
        at: nth("/pages", n),
        questions: asked(node),
        optional: asked(node.get("optional")),
    })
}

/// The items that no page asks.
pub(crate) fn unasked(instrument: &Instrument) -> impl Iterator<Item = String> {
    let asked: BTreeSet<usize> = instrument.sequence.iter().copied().collect();
    (0..instrument.items.len()).filter(move |n| !asked.contains(n)).map(|n| nth("/items", n))
}

impl<'i> Question<'i> {
    /// An item by its identifier.
    pub(crate) fn of(instrument: &'i Instrument, id: &str) -> Option<Self> {
        Question::at(instrument, instrument.words.get("items").position(id)?)
    }

    fn at(instrument: &'i Instrument, n: usize) -> Option<Self> {
        let node = instrument.entry("items", n);
        Some(Question { instrument, node, item: instrument.items.get(n)?, at: nth("/items", n) })
    }

    pub(crate) fn id(&self) -> &'i str {
        self.node.get("id").text()
    }

    pub(crate) fn text(&self) -> &'i str {
        self.node.get("text").text()
    }

    /// The name of its kind, as the definition writes it.
    pub(crate) fn kind(&self) -> &'i str {
        self.node.get("kind").fields().first().map_or("", |(name, _)| name.as_str())
    }

    /// What its kind says.
    pub(crate) fn inner(&self) -> &'i Node {
        self.node.get("kind").inner()
    }

    pub(crate) fn correct(&self) -> &'i Node {
        self.node.get("correct")
    }

    /// The place of a field of it, or of a field in that as `correct/whole`.
    pub(crate) fn place(&self, field: &str) -> String {
        joined(&[&self.at, "/", field])
    }

    /// The place of its kind.
    pub(crate) fn kind_place(&self) -> String {
        joined(&[&self.at, "/kind/", self.kind()])
    }

    /// The place of one of its choices: with the item, or in the set that it shares.
    pub(crate) fn choice_place(&self, n: usize) -> String {
        let holder = match self.options().map(|options| options.from) {
            Some(From::Set(set)) => nth("/choice_sets", set),
            Some(From::Item(_)) => self.kind_place(),
            None => return self.kind_place(),
        };
        nth(&joined(&[&holder, "/choices"]), n)
    }

    /// Notes what a format without chance loses: an order of its own.
    pub(crate) fn in_one_order(&self, losses: &mut Losses) {
        losses.fields(self.node, &self.at, &["shuffle"]);
        self.none_fixed(losses);
    }

    /// Notes the choices that keep their place.
    pub(crate) fn none_fixed(&self, losses: &mut Losses) {
        for (n, choice) in self.choices().iter().enumerate() {
            losses.fields(choice, &self.choice_place(n), &["fixed"]);
        }
    }

    /// Whether its choices stand in an order of their own each time.
    pub(crate) fn is_shuffled(&self) -> bool {
        is(self.node, "shuffle")
    }

    /// Its choices, options or parts; the columns of a grid.
    pub(crate) fn options(&self) -> Option<&'i Options> {
        match &self.item.kind {
            Kind::Choice(options) | Kind::Ranking(options) => Some(options),
            Kind::Allocation { parts, .. } => Some(parts),
            Kind::Grid { choices, .. } => Some(choices),
            Kind::Wide(wide) => wide.options(),
            Kind::Number { .. } => None,
        }
    }

    /// The choices as they are written.
    pub(crate) fn choices(&self) -> &'i [Node] {
        self.options().map_or(&[], |options| self.instrument.choices(options))
    }

    /// The rows of a grid.
    pub(crate) fn rows(&self) -> &'i [Node] {
        match &self.item.kind {
            Kind::Grid { rows, .. } => self.instrument.choices(rows),
            _ => &[],
        }
    }

    /// By choice its points, if each has some.
    pub(crate) fn points(&self) -> Option<Vec<f64>> {
        self.options()?.points.iter().copied().collect()
    }

    /// Whether an answer is right or wrong, or has points that somebody wrote: not only a place on a scale.
    pub(crate) fn is_graded(&self) -> bool {
        !self.correct().is_null() || self.choices().iter().any(|choice| !choice.get("points").is_null())
    }

    /// Whether only the whole of what is right counts.
    pub(crate) fn whole(&self) -> bool {
        is(self.correct(), "whole")
    }

    /// The choice that belongs to a row.
    pub(crate) fn partner(&self, row: &Node) -> Option<&'i Node> {
        let pairs = self.correct().get("pairs").list();
        let right = pairs.iter().find(|pair| pair.get("row").text() == value(row))?.get("choice");
        self.choices().iter().find(|choice| same(choice.get("value"), right))
    }

    /// The options in the right order, none where there is none.
    pub(crate) fn order(&self) -> Vec<&'i Node> {
        let order = self.correct().get("order").list().iter();
        order.filter_map(|id| self.choices().iter().find(|option| value(option) == id.text())).collect()
    }

    /// The right choices.
    pub(crate) fn right(&self) -> Vec<&'i Node> {
        let right = self.correct().get("choices").list();
        self.choices().iter().filter(|choice| right.iter().any(|one| same(one, choice.get("value")))).collect()
    }
}

/// Whether a field is true.
pub(crate) fn is(node: &Node, field: &str) -> bool {
    matches!(node.get(field).value, Value::Bool(true))
}

/// Whether two values of choices are one.
fn same(a: &Node, b: &Node) -> bool {
    match (a.number(), b.number()) {
        (Some(a), Some(b)) => a.to_bits() == b.to_bits(),
        (None, None) => a.text() == b.text(),
        _ => false,
    }
}
