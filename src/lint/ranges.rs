//! What the numbers of an instrument can be, over all answers.

use super::possible::{self, Range};
use crate::expression::{Name, PairFact};
use crate::instrument::{Instrument, Item, Kind, Options, Step};
use crate::limits;
use crate::number::{count, curve};
use crate::scoring::level_of;

/// Ranges of what is computed; those of answers are looked up.
pub(super) struct Ranges<'d> {
    instrument: &'d Instrument,
    scales: Vec<Range>,
    pub(super) composites: Vec<Range>,
    bands: Vec<Range>,
}

impl<'d> Ranges<'d> {
    pub(super) fn of(instrument: &'d Instrument) -> Self {
        let mut ranges = Ranges {
            instrument,
            scales: Vec::new(),
            composites: vec![Range::ALL; instrument.composites.len()],
            bands: vec![Range::ALL; instrument.bands.len()],
        };
        ranges.scales = instrument.scales.iter().map(|scale| ranges.members(&scale.members)).collect();
        for step in &instrument.order {
            match *step {
                Step::Composite(n) => ranges.place_composite(n),
                Step::Band(n) => ranges.place_band(n),
            }
        }
        ranges
    }

    /// A mean of whichever members are answered.
    fn members(&self, members: &[crate::instrument::Member]) -> Range {
        let mut all = Vec::new();
        for member in members {
            let points = self.points(member.item);
            let (a, b) = (member.keyed(points.low), member.keyed(points.high));
            all.push(Range::new(a.min(b), a.max(b)));
        }
        Range::around(&all)
    }

    fn place_composite(&mut self, n: usize) {
        let Some(composite) = self.instrument.composites.get(n) else { return };
        let found = possible::range(&composite.expression, &|name| self.name(name));
        // A number outside the bounds is drawn to them.
        let (low, high) = composite.range;
        let clip = |x: f64| x.max(low).min(high);
        if let Some(slot) = self.composites.get_mut(n) {
            *slot = Range { low: clip(found.low), high: clip(found.high), ..found };
        }
    }

    /// Gates can hold any level back, so the lowest is always there.
    fn place_band(&mut self, n: usize) {
        let Some(band) = self.instrument.bands.get(n) else { return };
        let high = self.composites.get(band.of).map_or(f64::INFINITY, |x| x.high);
        if let Some(slot) = self.bands.get_mut(n) {
            *slot = Range::new(1.0, count(level_of(band, high) + 1));
        }
    }

    /// What a name can be.
    pub(super) fn name(&self, name: Name) -> Range {
        let of = |ranges: &[Range], n: usize| ranges.get(n).copied().unwrap_or(Range::ALL);
        match name {
            Name::Item(n) => self.raw(n),
            Name::Part(n, _) => self.part(n),
            Name::Points(n) | Name::PartPoints(n, _) | Name::RankWeighted(_, n) => self.points(n),
            Name::Scale(n) => of(&self.scales, n),
            Name::Composite(n) => of(&self.composites, n),
            Name::Band(n) => of(&self.bands, n),
            Name::Distance(a, b) => Range::new(0.0, self.part(a).high.max(self.part(b).high)),
            Name::DontKnow(n) => Range::known(0.0, count(self.instrument.lists.get(n).map_or(0, Vec::len))),
            Name::Seconds => Range::new(0.0, limits::SECONDS),
            Name::FiredBefore => Range::known(0.0, count(self.instrument.rules.len())),
            Name::Pair(PairFact::LargestGap) => Range::new(0.0, 100.0),
            Name::Pair(PairFact::RankAgreement) => Range::new(-1.0, 1.0),
            Name::Pair(_) | Name::ChoiceIs(..) | Name::RoleIs(_) => Range::ALL,
        }
    }

    fn raw(&self, n: usize) -> Range {
        match self.instrument.items.get(n).map(|item| &item.kind) {
            Some(Kind::Choice(options)) => self.values(options),
            Some(Kind::Number { min, max, .. }) => Range::new(*min, *max),
            Some(Kind::Wide(wide)) => wide.options().map_or(Range::ALL, |all| Range::new(0.0, count(all.len()))),
            _ => Range::ALL,
        }
    }

    fn part(&self, n: usize) -> Range {
        match self.instrument.items.get(n).map(|item| &item.kind) {
            Some(Kind::Allocation { total, .. }) => Range::new(0.0, *total),
            Some(Kind::Ranking(options)) => Range::new(1.0, count(options.len())),
            Some(Kind::Grid { choices, .. }) => self.values(choices),
            Some(Kind::Wide(_)) => Range::new(0.0, 1.0),
            _ => Range::ALL,
        }
    }

    fn values(&self, options: &Options) -> Range {
        let values = (0..options.len()).filter_map(|n| self.instrument.number(options, n));
        Range::around(&values.map(|x| Range::new(x, x)).collect::<Vec<Range>>())
    }

    fn points(&self, n: usize) -> Range {
        let Some(item) = self.instrument.items.get(n) else { return Range::ALL };
        if item.key.is_some() {
            return Range::new(0.0, 100.0);
        }
        match &item.kind {
            Kind::Wide(_) => Range::new(item.least(), 100.0),
            Kind::Choice(options) | Kind::Grid { choices: options, .. } => {
                let points = options.points.iter().flatten();
                Range::around(&points.map(|x| Range::new(*x, *x)).collect::<Vec<Range>>())
            }
            Kind::Number { min, max, .. } => on_curve(item, *min, *max),
            Kind::Allocation { total, .. } => on_curve(item, 0.0, *total),
            Kind::Ranking(_) => Range::ALL,
        }
    }
}

/// The points between two numbers: those at the ends and at the corners between.
fn on_curve(item: &Item, min: f64, max: f64) -> Range {
    if item.curve.is_empty() {
        return Range::new(0.0, 100.0);
    }
    let corners = item.curve.iter().map(|(x, _)| *x).filter(|x| (min..=max).contains(x));
    let points = corners.chain([min, max]).map(|x| curve(&item.curve, x));
    Range::around(&points.map(|y| Range::new(y, y)).collect::<Vec<Range>>())
}
