//! Which scores of the two editions are one: the same answers to the items they have in common give the same bits.

use super::meaning::{self, Order};
use super::{Two, words};
use crate::expression::{Expression, Name};
use crate::instrument::{Instrument, Member, Step};
use crate::number::brief;
use std::collections::{BTreeMap, BTreeSet};

/// What becomes of a score.
pub(super) struct Score {
    pub(super) kind: &'static str,
    pub(super) id: String,
    /// `comparable`, `changed`, `added` or `removed`.
    pub(super) status: &'static str,
    /// Why it is not comparable.
    pub(super) because: Vec<String>,
    /// Items behind it that read otherwise; whether they still ask the same only a person can tell.
    pub(super) reworded: Vec<String>,
}

/// What was found about a thing of the new edition that the old one has too.
#[derive(Clone, Default)]
struct Found {
    /// Why its value can differ.
    because: Vec<String>,
    /// Why the points of its answers can differ; of items only.
    points: Vec<String>,
    /// The items behind it, by their place in the new edition.
    items: BTreeSet<usize>,
}

/// By place in the new edition; none for what the old edition lacks.
struct Judge<'e> {
    two: Two<'e>,
    items: Vec<Option<Found>>,
    scales: Vec<Option<Found>>,
    composites: Vec<Option<Found>>,
    bands: Vec<Option<Found>>,
}

/// Every scale, composite and band of both editions.
pub(super) fn scores(two: Two<'_>) -> Vec<Score> {
    let mut judge = Judge { two, items: Vec::new(), scales: Vec::new(), composites: Vec::new(), bands: Vec::new() };
    judge.items();
    judge.scales();
    judge.computed();
    let mut scores = Vec::new();
    let kinds = [("scale", &judge.scales), ("composite", &judge.composites), ("band", &judge.bands)];
    for (kind, found) in kinds {
        let (before, now) = (ids(two.old, kind), ids(two.new, kind));
        scores.extend(now.iter().zip(found).map(|(id, found)| judge.score(kind, id, found.as_ref())));
        let gone = before.iter().filter(|id| !now.contains(id));
        scores.extend(gone.map(|id| Score { because: Vec::new(), ..plain(kind, id, "removed") }));
    }
    scores
}

fn plain(kind: &'static str, id: &str, status: &'static str) -> Score {
    Score { kind, id: id.into(), status, because: Vec::new(), reworded: Vec::new() }
}

/// The identifiers of all scores of a kind.
fn ids(instrument: &Instrument, kind: &str) -> Vec<String> {
    let of = |list: &str, n: usize| (0..n).map(|n| instrument.word(list, n, "id").to_owned()).collect();
    match kind {
        "scale" => of("scales", instrument.scales.len()),
        "band" => of("bands", instrument.bands.len()),
        _ => (0..instrument.composites.len()).map(|n| instrument.composite_id(n)).collect(),
    }
}

impl Judge<'_> {
    fn score(&self, kind: &'static str, id: &str, found: Option<&Found>) -> Score {
        let Some(found) = found else { return plain(kind, id, "added") };
        let status = if found.because.is_empty() { "comparable" } else { "changed" };
        let reads_otherwise = |n: &&usize| {
            let before = self.two.old.words.get("items").position(self.item_id(**n));
            before.is_some_and(|before| words::reworded(self.two, before, **n))
        };
        let reworded = found.items.iter().filter(reads_otherwise).map(|n| self.item_id(*n).to_owned()).collect();
        Score { because: found.because.clone(), reworded, ..plain(kind, id, status) }
    }

    fn item_id(&self, n: usize) -> &str {
        self.two.new.word("items", n, "id")
    }

    /// Items in the order in which they are asked, since what shows one reads those before it.
    fn items(&mut self) {
        let new = self.two.new;
        self.items = vec![None; new.items.len()];
        let rest = (0..new.items.len()).filter(|n| !meaning::asked(new, *n));
        for n in new.sequence.iter().copied().chain(rest) {
            let found = self.item(n);
            if let Some(slot) = self.items.get_mut(n) {
                *slot = found;
            }
        }
    }

    fn item(&self, n: usize) -> Option<Found> {
        let Two { old, new } = self.two;
        let id = self.item_id(n);
        let before = old.words.get("items").position(id)?;
        let mut found = Found { items: BTreeSet::from([n]), ..Found::default() };
        let differs = |of: &dyn Fn(&Instrument, usize) -> String| of(old, before) != of(new, n);
        if differs(&|i, n| meaning::answers(i, n, Order::Any)) {
            found.because.push(format!("`{id}` has other answers to choose from"));
        }
        match (meaning::asked(old, before), meaning::asked(new, n)) {
            (true, false) => found.because.push(format!("`{id}` is no longer asked")),
            (false, true) => found.because.push(format!("`{id}` was not asked before")),
            _ => {}
        }
        if differs(&|i, n| meaning::shown(i, n, Order::Any)) {
            found.because.push(format!("`{id}` is shown on another condition"));
        }
        if differs(&|i, n| meaning::points(i, n, Order::Any)) {
            found.points.push(format!("the answers to `{id}` are worth other points"));
        }
        for condition in new.items.get(n).map(|item| item.shown.as_slice()).unwrap_or_default() {
            self.read(condition, &mut found);
        }
        found.items = BTreeSet::from([n]);
        Some(found)
    }

    fn scales(&mut self) {
        for n in 0..self.two.new.scales.len() {
            let found = self.scale(n);
            self.scales.push(found);
        }
    }

    fn scale(&self, n: usize) -> Option<Found> {
        let Two { old, new } = self.two;
        let before = old.scales.get(old.words.get("scales").position(new.word("scales", n, "id"))?)?;
        let now = new.scales.get(n)?;
        let mut found = Found::default();
        let members = |instrument: &Instrument, scale: &crate::instrument::Scale| {
            let how = |m: &Member| (m.reversed, m.weight.to_bits(), meaning::by_role(instrument, m));
            let each = scale.members.iter().map(|m| (meaning::member(instrument, m), how(m)));
            each.collect::<BTreeMap<String, (bool, u64, String)>>()
        };
        let (a, b) = (members(old, before), members(new, now));
        for (id, (reversed, weight, roles)) in &a {
            match b.get(id) {
                None => found.because.push(format!("`{id}` no longer counts")),
                Some((key, ..)) if key != reversed => {
                    found.because.push(format!("`{id}` counts in the other direction"));
                }
                Some((.., others)) if others != roles => {
                    found.because.push(format!("`{id}` weighs otherwise for some roles"));
                }
                Some((_, other, _)) if other != weight => {
                    let [was, is] = [*weight, *other].map(|bits| brief(f64::from_bits(bits)));
                    found.because.push(format!("`{id}` weighs {is}, it was {was}"));
                }
                Some(_) => {}
            }
        }
        let added = b.keys().filter(|id| !a.contains_key(*id));
        found.because.extend(added.map(|id| format!("`{id}` counts now")));
        if format!("{:?}", before.missing) != format!("{:?}", now.missing) {
            found.because.push("it needs another share of answers".into());
        }
        for member in &now.members {
            self.item_read(member.item, true, &mut found);
        }
        Some(found)
    }

    /// Composites and bands in the order in which they are computed.
    fn computed(&mut self) {
        let new = self.two.new;
        self.composites = vec![None; new.composites.len()];
        self.bands = vec![None; new.bands.len()];
        for step in &new.order {
            let (found, slot) = match step {
                Step::Composite(n) => (self.composite(*n), self.composites.get_mut(*n)),
                Step::Band(n) => (self.band(*n), self.bands.get_mut(*n)),
            };
            if let Some(slot) = slot {
                *slot = found;
            }
        }
    }

    fn composite(&self, n: usize) -> Option<Found> {
        let Two { old, new } = self.two;
        let id = new.composite_id(n);
        let before = (0..old.composites.len()).find(|n| old.composite_id(*n) == id)?;
        let (before, now) = (old.composites.get(before)?, new.composites.get(n)?);
        let mut found = Found::default();
        let read = |instrument, expression| meaning::expression(instrument, expression, Order::Any);
        if read(old, &before.expression) != read(new, &now.expression) {
            found.because.push("its expression computes something else".into());
        }
        if format!("{:?}", before.range) != format!("{:?}", now.range) {
            found.because.push("it has another range".into());
        }
        self.read(&now.expression, &mut found);
        Some(found)
    }

    fn band(&self, n: usize) -> Option<Found> {
        let Two { old, new } = self.two;
        let before = old.bands.get(old.words.get("bands").position(new.word("bands", n, "id"))?)?;
        let now = new.bands.get(n)?;
        let mut found = Found::default();
        if old.composite_id(before.of) != new.composite_id(now.of) {
            found.because.push("it divides another composite".into());
        }
        if meaning::levels(old, before, Order::Any) != meaning::levels(new, now, Order::Any) {
            found.because.push("its levels begin elsewhere or have other gates".into());
        }
        self.name_read(Name::Composite(now.of), &mut found);
        for (_, gate) in now.levels.iter().flat_map(|level| level.gates.iter().flatten()) {
            self.read(gate, &mut found);
        }
        Some(found)
    }

    fn read(&self, expression: &Expression, into: &mut Found) {
        expression.names().into_iter().for_each(|name| self.name_read(name, into));
    }

    /// What a name that is read brings with it.
    fn name_read(&self, name: Name, into: &mut Found) {
        match name {
            Name::Item(n) | Name::Part(n, _) | Name::ChoiceIs(n, _) => self.item_read(n, false, into),
            Name::Points(n) | Name::PartPoints(n, _) => self.item_read(n, true, into),
            Name::Distance(a, b) => [a, b].into_iter().for_each(|n| self.item_read(n, false, into)),
            Name::RankWeighted(a, b) => [a, b].into_iter().for_each(|n| self.item_read(n, true, into)),
            Name::DontKnow(list) => self.list_read(list, into),
            Name::Scale(n) => self.score_read(name, self.scales.get(n), into),
            Name::Composite(n) => self.score_read(name, self.composites.get(n), into),
            Name::Band(n) => self.score_read(name, self.bands.get(n), into),
            Name::Seconds | Name::FiredBefore | Name::RoleIs(_) | Name::Pair(_) => {}
        }
    }

    fn item_read(&self, n: usize, points: bool, into: &mut Found) {
        let Some(Some(item)) = self.items.get(n) else {
            return add(into, format!("`{}` is a new item", self.item_id(n)));
        };
        into.items.insert(n);
        item.because.iter().for_each(|reason| add(into, reason.clone()));
        if points {
            item.points.iter().for_each(|reason| add(into, reason.clone()));
        }
    }

    /// A list is counted by its items, whatever their order.
    fn list_read(&self, list: usize, into: &mut Found) {
        let Two { old, new } = self.two;
        let id = new.word("lists", list, "id");
        let items = |instrument: &Instrument, list: Option<usize>| -> BTreeSet<String> {
            let items = list.and_then(|list| instrument.lists.get(list)).into_iter().flatten();
            items.map(|n| instrument.word("items", *n, "id").to_owned()).collect()
        };
        if items(old, old.words.get("lists").position(id)) != items(new, Some(list)) {
            add(into, format!("the list `{id}` holds other items"));
        }
        for n in new.lists.get(list).into_iter().flatten() {
            self.item_read(*n, false, into);
        }
    }

    fn score_read(&self, name: Name, found: Option<&Option<Found>>, into: &mut Found) {
        let written = self.two.new.written(name);
        match found {
            Some(Some(found)) => {
                into.items.extend(&found.items);
                if !found.because.is_empty() {
                    add(into, format!("it reads `{written}`, which is not comparable"));
                }
            }
            _ => add(into, format!("it reads `{written}`, which is new")),
        }
    }
}

/// Each reason once.
fn add(into: &mut Found, reason: String) {
    if !into.because.contains(&reason) {
        into.because.push(reason);
    }
}
