//! Differences between the parts of a group: two sides, several units.

use super::Summary;
use super::cell::{Hidden, of_all};
use super::exact::Moments;
use super::rules::Rules;
use super::view::{Figure, Verdict, answers, figure};
use crate::data::{Data, object};
use crate::instrument::Instrument;
use crate::number::count;
use crate::statistics::effect::hedges_g;
use crate::statistics::variation::{Group, one_way};

/// Scores on each side of a comparison, at least.
const SIDE: usize = 4;
/// Units with a cell of scores, at least.
const UNITS: usize = 3;

/// Per scale Hedges' g of the two sides that are asked for; null where none are.
pub(super) fn sides<'d>(
    instrument: &'d Instrument,
    summary: &Summary,
    rules: &Rules,
    beside: &dyn Fn(Figure) -> Vec<Verdict>,
) -> Data<'d> {
    let Some((first, second)) = &rules.sides else { return Data::Null };
    Data::each(instrument.scales.len(), &mut |n| {
        let verdicts = beside(Figure::Scale(n));
        let added = |side: &[usize]| {
            let (mut moments, mut hidden) = (Moments::default(), 0);
            for role in side {
                let Some(more) = summary.parts.get(*role).and_then(|part| part.scales.get(n)) else { continue };
                moments.merge(more);
                let is_hidden = verdicts.get(*role).is_some_and(Verdict::is_err);
                hidden += if is_hidden { more.extent.n } else { 0 };
            }
            (moments, hidden)
        };
        let ((a, hidden_a), (b, hidden_b)) = (added(first), added(second));
        let all: usize = summary.parts.iter().map(|part| answers(part, Figure::Scale(n))).sum();
        // g is one equation: one person left over on a side or outside both
        // would be its only unknown.
        let over = [hidden_a, hidden_b, all - a.extent.n - b.extent.n];
        let verdict = match () {
            () if a.extent.n.min(b.extent.n) < SIDE.max(rules.cell) => Err(Hidden::TooFew),
            () if rules.anonymous && over.iter().any(|n| (1..rules.cell).contains(n)) => Err(Hidden::Difference),
            () => Ok(()),
        };
        object! {
            "scale" => instrument.part("scales", n, "id"),
            "n" => vec![Data::Number(count(a.extent.n)), Data::Number(count(b.extent.n))],
            "hedges_g" => figure(verdict, a.group().zip(b.group()).and_then(|(a, b)| hedges_g(&a, &b))),
        }
    })
}

/// Per scale ICC(1) and ICC(2) by unit with a cell of scores, over at least so many
/// scores; null where no sheet has a unit.
pub(super) fn units<'d>(instrument: &'d Instrument, summary: &Summary, cell: usize, least: usize) -> Data<'d> {
    if summary.units.is_empty() {
        return Data::Null;
    }
    Data::each(instrument.scales.len(), &mut |n| {
        let each = summary.units.values().filter_map(|scales| scales.get(n)?.group());
        let units: Vec<Group> = each.filter(|unit| unit.n >= cell).collect();
        let scores = units.iter().map(|unit| unit.n).sum();
        let verdict = of_all(units.len(), UNITS).and(of_all(scores, least));
        let icc = one_way(&units);
        object! {
            "scale" => instrument.part("scales", n, "id"),
            "units" => units.len(),
            "icc1" => figure(verdict, icc.and_then(|icc| icc.single)),
            "icc2" => figure(verdict, icc.and_then(|icc| icc.mean)),
        }
    })
}
