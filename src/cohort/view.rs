//! A group as it is shown: spread before the mean, small cells hidden.
//!
//! A figure is a number, or `{hidden: REASON}` in its place: `too_few` answers,
//! the `difference` would give a small cell away, the group is `anonymous`, or
//! the number is `undefined`. It is never 0 or null for one of these.

use super::Summary;
use super::between::{sides, units};
use super::cell::{Hidden, of_all, of_roles};
use super::exact::{number, whole};
use super::part::{ItemTally, Part, RankTally, Row, rankings, rows};
use super::rules::Rules;
use crate::data::{Data, object};
use crate::instrument::{Instrument, Kind, Options};
use crate::json::Node;
use crate::number::{above, at_least, count, order_key};
use crate::statistics::agreement::{disagreement, r_star};
use crate::statistics::rank::kendall_w;
use crate::statistics::spread::mean;

/// Points of one step of five: the unit in which the spread of all items is compared.
const STEP: f64 = 25.0;
/// Steps above which answers are spread: a sixth of five choices.
///
/// Source: M. J. Burke, W. P. Dunlap, "Estimating Interrater Agreement with the
/// Average Deviation Index", Organizational Research Methods 5 (2002) 159-172.
const SPREAD: f64 = 5.0 / 6.0;
/// Most different values of an item that are listed: a percentage has so many.
const VALUES: usize = 101;

/// A figure of a part of the sheets.
#[derive(Clone, Copy)]
pub(super) enum Figure {
    Item(usize),
    Scale(usize),
    Band(usize),
    Ranking(usize),
}

/// How many answers a figure rests on.
pub(super) fn answers(part: &Part, figure: Figure) -> usize {
    match figure {
        Figure::Item(n) => part.items.get(n).map(|tally| tally.moments.extent.n),
        Figure::Scale(n) => part.scales.get(n).map(|moments| moments.extent.n),
        Figure::Band(n) => part.bands.get(n).map(|tally| tally.extent.n),
        Figure::Ranking(n) => part.rankings.get(n).map(|tally| tally.n),
    }
    .unwrap_or(0)
}

/// Whether a figure of the part in view may be shown.
pub(super) type Verdict = Result<(), Hidden>;

/// What the group may see: `Reply<Group>`.
pub(crate) fn group<'d>(instrument: &'d Instrument, summary: &Summary, rules: &Rules) -> Data<'d> {
    let all = summary.whole(instrument);
    let n = all.sheets;
    // The newest sheets could be read from the difference of two results.
    let too_soon = rules.published.is_some_and(|before| n != before && n < before + rules.cell);
    let status = match () {
        () if n < rules.cell => "too_few",
        () if rules.anonymous && too_soon => "too_soon",
        () => "shown",
    };
    let shown = status == "shown";
    let viewer = Viewer { instrument, rules };
    let mut roles = Vec::new();
    let (with_role, without) = summary.parts.split_at(instrument.counterparts.len().min(summary.parts.len()));
    let beside = |figure: Figure| -> Vec<Verdict> {
        let counts: Vec<usize> = with_role.iter().map(|part| answers(part, figure)).collect();
        of_roles(&counts, without.iter().map(|part| answers(part, figure)).sum(), rules.cell)
    };
    for (role, part) in with_role.iter().enumerate().filter(|_| shown) {
        let verdict = |figure| beside(figure).get(role).copied().unwrap_or(Err(Hidden::TooFew));
        let figures = match of_all(part.sheets, rules.cell) {
            Ok(()) => viewer.part(part, &verdict),
            Err(hidden) => hidden.view(),
        };
        roles.push(object! {
            instrument.entry("roles", role), ["id", "label"],
            "n" => part.sheets,
            "figures" => figures,
        });
    }
    let verdict = |figure| of_all(answers(&all, figure), rules.cell);
    object! {
        "status" => status,
        "anonymous" => rules.anonymous,
        "cell" => rules.cell,
        "n" => n,
        "doubled" => summary.doubled,
        "refused" => summary.refused,
        "all" => if shown { viewer.part(&all, &verdict) } else { Data::Null },
        "roles" => roles,
        "sides" => if shown { sides(instrument, summary, rules, &beside) } else { Data::Null },
        "units" => if shown { units(instrument, summary, rules.cell, 0) } else { Data::Null },
    }
}

/// The number, or why there is none.
#[inline(never)]
pub(super) fn figure(verdict: Verdict, value: Option<f64>) -> Data<'static> {
    match (verdict, value.filter(|x| x.is_finite())) {
        (Ok(()), Some(x)) => Data::Number(x),
        (Ok(()), None) => Hidden::Undefined.view(),
        (Err(hidden), _) => hidden.view(),
    }
}

struct Viewer<'d, 'r> {
    instrument: &'d Instrument,
    rules: &'r Rules,
}

impl<'d> Viewer<'d, '_> {
    /// A part of the sheets: `Figures` of the types.
    fn part(&self, part: &Part, verdict: &dyn Fn(Figure) -> Verdict) -> Data<'d> {
        object! {
            "items" => self.items(part, verdict),
            "scales" => Data::each(part.scales.len(), &mut |n| self.scale(part, n, verdict)),
            "bands" => Data::each(part.bands.len(), &mut |n| self.band(part, n, verdict(Figure::Band(n)))),
            "rankings" => self.rankings(part, verdict),
        }
    }

    /// An extreme, which in an anonymous group is one person's answer.
    fn extreme(&self, verdict: Verdict, value: Option<f64>) -> Data<'static> {
        figure(if self.rules.anonymous { verdict.and(Err(Hidden::Anonymous)) } else { verdict }, value)
    }

    /// All items, the largest spread first; of equal spread in their order; those
    /// not shown last.
    fn items(&self, part: &Part, verdict: &dyn Fn(Figure) -> Verdict) -> Data<'d> {
        let mut list: Vec<(f64, Data<'d>)> = Vec::new();
        for (n, ((item, row), tally)) in rows(self.instrument).into_iter().zip(&part.items).enumerate() {
            let (verdict, moments) = (verdict(Figure::Item(n)), &tally.moments);
            let apart = steps_apart(part, n);
            let shown = apart.filter(|_| verdict.is_ok());
            let spread = match (verdict, apart) {
                (Ok(()), Some(apart)) => Data::Bool(above(apart, SPREAD)),
                _ => figure(verdict, None),
            };
            let reversed = self.reversed((item, row));
            let keyed = |x: f64| if reversed { 100.0 - x } else { x };
            let ends = (moments.extent.least().map(keyed), moments.extent.greatest().map(keyed));
            let (least, greatest) = if reversed { (ends.1, ends.0) } else { ends };
            let view = object! {
                self.instrument.entry("items", item), ["id", "text"],
                "reversed" => reversed,
                "part" => row.map(|row| row_value(self.instrument, item, row)),
                "n" => moments.extent.n,
                "dont_know" => tally.dont_know,
                "ad" => figure(verdict, apart),
                "spread" => spread,
                "mean" => figure(verdict, moments.extent.mean().map(keyed)),
                "sd" => figure(verdict, moments.variance().map(f64::sqrt)),
                "min" => self.extreme(verdict, least),
                "max" => self.extreme(verdict, greatest),
                "answers" => self.answers(verdict, tally, reversed),
            };
            list.push((shown.map_or(f64::NEG_INFINITY, order_key), view));
        }
        // A stable sort: equal ones keep their order.
        list.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        Data::List(list.into_iter().map(|(_, view)| view).collect())
    }

    /// How often each value was given, the least points first. As with extremes,
    /// in an anonymous group one of them may be one person's.
    fn answers(&self, verdict: Verdict, tally: &ItemTally, reversed: bool) -> Data<'static> {
        let histogram = &tally.histogram;
        if verdict.is_err() || self.rules.anonymous || histogram.shift > 0 || histogram.counts.len() > VALUES {
            return self.extreme(verdict, None);
        }
        let mut values = Vec::new();
        for (key, times) in &histogram.counts {
            let points = if reversed { 100.0 - number(*key) } else { number(*key) };
            values.push(object! { "points" => points, "n" => *times });
        }
        if reversed {
            values.reverse();
        }
        Data::List(values)
    }

    /// Whether the points of an item are turned round: as in the first scale it
    /// stands in.
    fn reversed(&self, row: Row) -> bool {
        let mut members = self.instrument.scales.iter().flat_map(|scale| &scale.members);
        members.find(|member| (member.item, member.part) == row).is_some_and(|member| member.reversed)
    }

    fn scale(&self, part: &Part, n: usize, verdict: &dyn Fn(Figure) -> Verdict) -> Data<'d> {
        let (Some(moments), Some(scale)) = (part.scales.get(n), self.instrument.scales.get(n)) else {
            return Data::Null;
        };
        let (mut apart, mut disagreements, mut nothing) = (Vec::new(), Vec::new(), Hidden::Undefined);
        for (m, row) in rows(self.instrument).into_iter().enumerate() {
            if !scale.members.iter().any(|member| (member.item, member.part) == row) {
                continue;
            }
            if let Err(hidden) = verdict(Figure::Item(m)) {
                nothing = hidden;
                continue;
            }
            apart.extend(steps_apart(part, m));
            let variance = part.items.get(m).and_then(|tally| tally.moments.variance());
            disagreements.extend(variance.zip(self.choices(row.0)).and_then(|(variance, choices)| {
                let step = 100.0 / count(choices.saturating_sub(1));
                disagreement(variance / (step * step), choices)
            }));
        }
        // An average of nothing is not shown for the reason that its items are not.
        let some = |values: &[f64]| if values.is_empty() { Err(nothing) } else { Ok(()) };
        let shown = verdict(Figure::Scale(n));
        object! {
            self.instrument.entry("scales", n), ["id", "title"],
            "dimension" => self.instrument.dimension_id(scale.dimension),
            "n" => moments.extent.n,
            "mean_ad" => figure(some(&apart), mean(&apart)),
            "r_star_wg" => figure(some(&disagreements), r_star(&disagreements)),
            "r_star_wg_items" => disagreements.len(),
            "mean" => figure(shown, moments.extent.mean()),
            "sd" => figure(shown, moments.variance().map(f64::sqrt)),
            "min" => self.extreme(shown, moments.extent.least()),
            "max" => self.extreme(shown, moments.extent.greatest()),
        }
    }

    /// How many choices an item or each row of a grid has; none for numbers.
    fn choices(&self, item: usize) -> Option<usize> {
        match &self.instrument.items.get(item)?.kind {
            Kind::Choice(options) | Kind::Grid { choices: options, .. } => Some(Options::len(options)),
            _ => None,
        }
    }

    fn band(&self, part: &Part, n: usize, verdict: Verdict) -> Data<'d> {
        let (Some(tally), Some(band)) = (part.bands.get(n), self.instrument.bands.get(n)) else { return Data::Null };
        let words = self.instrument.entry("bands", n).get("levels");
        let level = &mut |n: usize| {
            let placed = tally.levels.get(n).map(|placed| count(*placed));
            object! { words.entry(n), ["id", "title"], "n" => self.extreme(verdict, placed) }
        };
        object! {
            self.instrument.entry("bands", n), ["id", "title"],
            "of" => self.instrument.composite_id(band.of),
            "n" => tally.extent.n,
            "mean" => figure(verdict, tally.extent.mean()),
            "min" => self.extreme(verdict, tally.extent.least()),
            "max" => self.extreme(verdict, tally.extent.greatest()),
            "levels" => Data::each(tally.levels.len(), level),
        }
    }

    fn rankings(&self, part: &Part, verdict: &dyn Fn(Figure) -> Verdict) -> Data<'d> {
        let mut list = Vec::new();
        for (n, ((item, _), tally)) in rankings(self.instrument).into_iter().zip(&part.rankings).enumerate() {
            let verdict = verdict(Figure::Ranking(n));
            let Some(Kind::Ranking(options)) = self.instrument.items.get(item).map(|item| &item.kind) else {
                continue;
            };
            let (mut ranks, w) = (Vec::new(), concordance(tally));
            for (n, rank_sum) in tally.sums.iter().enumerate() {
                let mean = (tally.n > 0).then(|| whole(*rank_sum) / count(tally.n));
                ranks.push(object! {
                    "id" => self.instrument.value(options, n),
                    "label" => self.instrument.label(options, n).to_owned(),
                    "mean_rank" => figure(verdict, mean),
                });
            }
            list.push(object! {
                self.instrument.entry("items", item), ["id", "text"],
                "n" => tally.n,
                "kendall_w" => figure(verdict, w),
                "concordance" => w.filter(|_| verdict.is_ok()).map_or(Data::Null, |w| word(self.instrument, w)),
                "ranks" => ranks,
            });
        }
        Data::List(list)
    }
}

/// The value of a row of a grid.
pub(super) fn row_value(instrument: &Instrument, item: usize, row: usize) -> String {
    match instrument.items.get(item).map(|item| &item.kind) {
        Some(Kind::Grid { rows, .. }) => instrument.value(rows, row),
        _ => String::new(),
    }
}

/// The mean absolute deviation of an item from its mean, in steps of five.
fn steps_apart(part: &Part, n: usize) -> Option<f64> {
    let tally = part.items.get(n)?;
    tally.histogram.deviation(&tally.moments.extent).map(|points| points / STEP)
}

/// Kendall's W; none for fewer than two rankings.
fn concordance(tally: &RankTally) -> Option<f64> {
    let sums: Vec<f64> = tally.sums.iter().map(|sum| whole(*sum)).collect();
    kendall_w(&sums, tally.n)
}

/// What the definition calls a W: its last word whose lower end is reached; null
/// where it has none.
fn word(instrument: &Instrument, w: f64) -> Data<'_> {
    let words = instrument.words.get("group").get("concordance").list();
    let reached = |word: &&Node| word.get("from").number().is_some_and(|from| at_least(w, from));
    words.iter().rev().find(reached).map_or(Data::Null, |word| Data::of(word, "text"))
}
