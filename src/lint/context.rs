//! What every rule may read, looked up once.

use super::language::{self, Language};
use super::ranges::Ranges;
use crate::expression::{Expression, Name};
use crate::instrument::{From, Instrument, Kind, Member, Options};
use crate::json::Node;
use crate::problem::{nth, quoted};
use crate::text::joined;
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Context<'d> {
    pub(super) instrument: &'d Instrument,
    /// The definition.
    pub(super) root: &'d Node,
    /// By item: its words in small letters.
    pub(super) words: Vec<Vec<String>>,
    /// None for a language without word lists.
    pub(super) language: Option<&'static Language>,
    /// What numbers can be.
    pub(super) ranges: Ranges<'d>,
    /// Names that some expression reads, by their parts.
    pub(super) read: BTreeSet<(usize, usize, usize)>,
    /// The items whose points decide anything.
    pub(super) weighed: BTreeSet<usize>,
    /// Items by identifier.
    pub(super) items: BTreeMap<&'d str, usize>,
}

impl<'d> Context<'d> {
    pub(super) fn of(instrument: &'d Instrument) -> Self {
        let root = &instrument.words;
        let items = root.get("items").list();
        let read = expressions(instrument).into_iter().flat_map(Expression::names).map(Name::parts).collect();
        Context {
            instrument,
            root,
            words: items.iter().map(|item| language::words(item.get("text").text())).collect(),
            language: language::of(root.get("language").text()),
            ranges: Ranges::of(instrument),
            weighed: weighed(instrument, &read),
            read,
            items: items.iter().enumerate().map(|(n, item)| (item.get("id").text(), n)).collect(),
        }
    }

    /// The text of an item.
    pub(super) fn text(&self, item: usize) -> &'d str {
        self.root.get("items").entry(item).get("text").text()
    }

    /// The identifier of an item as it is quoted.
    pub(super) fn id(&self, item: usize) -> String {
        quoted(self.root.get("items").entry(item).get("id").text())
    }

    /// The choices that an item offers and that have points.
    pub(super) fn graded(&self, item: usize) -> Option<&'d Options> {
        let item = self.instrument.items.get(item).filter(|item| item.mirrors.is_none())?;
        match &item.kind {
            Kind::Choice(options) if item.has_points() => Some(options),
            _ => None,
        }
    }

    /// Whether an item is a statement to be rated, and no question.
    pub(super) fn is_statement(&self, item: usize) -> bool {
        self.graded(item).is_some() && !self.text(item).trim_end().ends_with('?')
    }

    /// The choice set by which a member is answered, a statement or a row of a grid.
    pub(super) fn battery(&self, member: &Member) -> Option<usize> {
        let options = match &self.instrument.items.get(member.item)?.kind {
            Kind::Grid { choices, .. } => choices,
            _ => self.graded(member.item).filter(|_| self.is_statement(member.item))?,
        };
        if let From::Set(set) = options.from { Some(set) } else { None }
    }
}

/// The items whose points decide anything.
fn weighed(instrument: &Instrument, read: &BTreeSet<(usize, usize, usize)>) -> BTreeSet<usize> {
    let mut weighed: BTreeSet<usize> = BTreeSet::new();
    for (n, item) in instrument.items.iter().enumerate() {
        weighed.extend(item.scored.then_some(n));
        weighed.extend(item.mirrors);
    }
    weighed.extend(instrument.calibration.iter().map(|(_, item)| *item));
    weighed.extend(read.iter().filter_map(|(kind, a, b)| match Name::of(*kind, *a, *b)? {
        Name::Points(n) | Name::PartPoints(n, _) | Name::RankWeighted(_, n) => Some(n),
        _ => None,
    }));
    weighed
}

/// Where options are written, as a JSON pointer.
pub(super) fn place(from: From) -> String {
    match from {
        From::Item(n) => joined(&[&nth("/items", n), "/kind/choice"]),
        From::Set(n) => nth("/choice_sets", n),
    }
}

/// Every expression of the instrument.
fn expressions(instrument: &Instrument) -> Vec<&Expression> {
    let mut all: Vec<&Expression> = Vec::new();
    all.extend(instrument.items.iter().flat_map(|item| &item.shown));
    all.extend(instrument.composites.iter().map(|composite| &composite.expression));
    for level in instrument.bands.iter().flat_map(|band| &band.levels) {
        all.extend(level.gates.iter().flatten().map(|(_, condition)| condition));
    }
    all.extend(instrument.states.iter().flatten());
    all.extend(&instrument.notes);
    for rule in &instrument.rules {
        all.push(&rule.when);
        all.extend(&rule.severity);
        all.extend(rule.variants.iter().flatten());
    }
    all
}
