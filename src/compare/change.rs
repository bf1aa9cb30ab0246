//! One person's answers, then and now.

use super::{Two, gaps, items, sheet::Sheet};
use crate::data::{Data, object};
use crate::instrument::{Instrument, Limits, Scored};
use crate::number::{above, order_key};
use crate::response::Response;
use crate::scoring::composite_view;

/// Old and new answers: `Change` of the types.
pub(crate) fn change<'d>(instrument: &'d Instrument, limits: &Limits, old: &Response, new: &Response) -> Data<'d> {
    let two = Two { instrument, first: old, second: new };
    let (before, now) = (Sheet::of(instrument, old), Sheet::of(instrument, new));
    let mut scores = Vec::new();
    for (scored, limit) in &limits.limits {
        if let Scored::Composite(n) = scored {
            let [a, b] = [&before, &now].map(|sheet| sheet.outcome.derived.composites.get(*n).copied().flatten());
            let words = composite_view(instrument, *n, b);
            let moved = a.zip(b).map(|(a, b)| b.value - a.value);
            scores.push(object! {
                "id" => words.get("id").clone(),
                "title" => words.get("title").clone(),
                "dimension" => words.get("dimension").clone(),
                "display" => words.get("display").clone(),
                "old" => a.map(|x| x.value),
                "new" => b.map(|x| x.value),
                "change" => moved,
                "limit" => *limit,
                "movement" => movement(moved, Some(*limit)),
            });
        }
    }
    let items = items::common(two, instrument.pair.as_ref().map(|pair| pair.two_steps));
    let mut different = Vec::new();
    for item in items.iter().filter(|item| order_key(item.difference().abs()) > 0.0) {
        different.push(item.view(two));
    }
    let (mut gone, mut still) = (Vec::new(), Vec::new());
    for given in before.fired.iter().filter(|fired| fired.taken) {
        let words = instrument.words.get("advice").get("rules").entry(given.rule);
        let title = object! { words, ["id", "title"], "dimension" => instrument.dimension(given.dimension) };
        let same = now.fired.iter().any(|fired| (fired.rule, fired.dimension) == (given.rule, given.dimension));
        if same { still.push(title) } else { gone.push(title) }
    }
    object! {
        "instrument" => instrument.identity(),
        "old" => before.person(instrument),
        "new" => now.person(instrument),
        "scales" => Data::each(instrument.scales.len(), &mut |n| scale(two, limits, n)),
        "scores" => scores,
        "items" => different,
        "advice" => object! { "gone" => gone, "still" => still },
    }
}

/// `ScaleChange` of the types.
fn scale<'d>(two: Two<'d, '_>, limits: &Limits, n: usize) -> Data<'d> {
    let Some(scale) = two.instrument.scales.get(n) else { return Data::Null };
    let limit = limits.limits.iter().find(|(of, _)| *of == Scored::Scale(n)).map(|(_, limit)| *limit);
    let gap = gaps::of_scale(two, n, limits.common);
    object! {
        two.instrument.entry("scales", n), ["id", "title"],
        "dimension" => two.instrument.dimension_id(scale.dimension),
        "change" => gap.value,
        "limit" => limit,
        "movement" => movement(gap.value, limit),
        "common" => gap.common,
        "of" => gap.of,
    }
}

fn movement(change: Option<f64>, limit: Option<f64>) -> &'static str {
    match (change, limit) {
        (None, _) => "not_enough",
        (Some(x), Some(limit)) if above(x.abs(), limit) => "moved",
        _ => "within",
    }
}
