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

/// Hedges' g of two sides, per scale that the definition compares; null where
/// neither it nor the request names sides.
pub(super) fn sides<'d>(
    instrument: &'d Instrument,
    summary: &Summary,
    rules: &Rules,
    beside: &dyn Fn(Figure) -> Vec<Verdict>,
) -> Data<'d> {
    let own = rules.sides.is_none();
    let Some((first, second)) = rules.sides.as_ref().or(instrument.group.sides.as_ref()) else { return Data::Null };
    let side = |n: usize, roles: &[usize]| {
        let word = instrument.words.get("group").get("sides").entry(n);
        let id = &mut |n: usize| roles.get(n).map_or(Data::Null, |role| instrument.part("roles", *role, "id"));
        object! {
            "label" => if own { Data::of(word, "label") } else { Data::Null },
            "roles" => Data::each(roles.len(), id),
        }
    };
    let least = SIDE.max(rules.cell);
    let compared = &instrument.group.compared;
    let scales = Data::each(compared.len(), &mut |n| {
        let n = compared.get(n).copied().unwrap_or(usize::MAX);
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
        let over = [hidden_a, hidden_b, all.saturating_sub(a.extent.n + b.extent.n)];
        let verdict = match () {
            () if a.extent.n.min(b.extent.n) < least => Err(Hidden::TooFew),
            () if rules.anonymous && over.iter().any(|n| (1..rules.cell).contains(n)) => Err(Hidden::Difference),
            () => Ok(()),
        };
        object! {
            "scale" => instrument.part("scales", n, "id"),
            "n" => vec![Data::Number(count(a.extent.n)), Data::Number(count(b.extent.n))],
            "hedges_g" => figure(verdict, a.group().zip(b.group()).and_then(|(a, b)| hedges_g(&a, &b))),
        }
    });
    object! { "least" => least, "first" => side(0, first), "second" => side(1, second), "scales" => scales }
}

/// ICC(1) and ICC(2) by unit with a cell of scores, per scale over at least so many
/// scores; null where no sheet has a unit.
pub(super) fn units<'d>(instrument: &'d Instrument, summary: &Summary, cell: usize, least: usize) -> Data<'d> {
    if summary.units.is_empty() {
        return Data::Null;
    }
    let scales = Data::each(instrument.scales.len(), &mut |n| {
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
    });
    object! { "least" => UNITS, "scales" => scales }
}
