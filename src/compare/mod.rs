//! Two sets of answers side by side: of two people, or of one person then and
//! now. Replies in the shapes `Comparison` and `Change` of `www/types.d.ts`.
//!
//! Every difference is second minus first (new minus old), in points, over the
//! items answered on both sides. Swapping the two changes its sign to the bit
//! and nothing else.

mod change;
mod gaps;
mod guesses;
mod items;
mod likeness;
mod priorities;
mod shared;
mod sheet;
mod visibility;

pub(crate) use change::change;

use crate::data::{Data, object};
use crate::instrument::{Instrument, Together};
use crate::response::Response;
use sheet::Sheet;

/// Two responses to one instrument.
#[derive(Clone, Copy)]
struct Two<'d, 'r> {
    instrument: &'d Instrument,
    first: &'r Response,
    second: &'r Response,
}

/// Whether the roles are counterparts and the second one comes first in the
/// definition.
pub(crate) fn is_reversed(instrument: &Instrument, first: &Response, second: &Response) -> bool {
    let counterpart = |role: usize| instrument.counterparts.get(role).copied().flatten();
    match (first.role, second.role) {
        (Some(a), Some(b)) => b < a && (counterpart(a) == Some(b) || counterpart(b) == Some(a)),
        _ => false,
    }
}

/// Two people's answers: `Comparison`.
pub(crate) fn compare<'d>(
    instrument: &'d Instrument,
    pair: &Together,
    first: &Response,
    second: &Response,
    swapped: bool,
) -> Data<'d> {
    let two = Two { instrument, first, second };
    let (a, b) = (Sheet::of(instrument, first), Sheet::of(instrument, second));
    let items = items::common(two, Some(pair.two_steps));
    let (gaps, overall) = (gaps::scales(two, pair), gaps::overall(two, pair));
    let guesses = guesses::guesses(two, pair);
    let facts = shared::PairFacts {
        largest_gap: gaps::largest(&gaps),
        rank_agreement: pair.ranking.and_then(|item| priorities::agreement(two, item)),
        dont_know: pair.visibility.and_then(|list| visibility::largest(two, list)),
        same_first: pair.ranking.and_then(|item| priorities::same_first(two, item)),
        guesses: &guesses,
    };
    let list = pair.overall.and_then(|(list, _)| instrument.lists.get(list));
    object! {
        "instrument" => instrument.identity(),
        "swapped" => swapped,
        "first" => a.person(instrument),
        "second" => b.person(instrument),
        "gaps" => Data::each(gaps.len(), &mut |n| gaps::scale_view(instrument, pair, &gaps, n)),
        "overall" => overall.map_or(Data::Null, |gap| gaps::overall_view(instrument, pair, &gap)),
        "items" => Data::each(items.len(), &mut |n| items.get(n).map_or(Data::Null, |item| item.view(two))),
        "two_steps" => object! {
            "overall" => list.map_or(Data::Null, |list| items::two_steps(&items, &|item| list.contains(&item))),
            "all" => items::two_steps(&items, &|_| true),
        },
        "similarity" => pair.similarity.as_ref().map_or(Data::Null, |likeness| likeness::similarity(two, likeness)),
        "priorities" => pair.ranking.map_or(Data::Null, |item| priorities::view(two, item)),
        "shift" => pair.shift.map_or(Data::Null, |shift| priorities::shift(two, shift)),
        "visibility" => pair.visibility.map_or(Data::Null, |list| visibility::view(two, list)),
        "predictions" => Data::each(guesses.len(), &mut |n| guesses.get(n).map_or(Data::Null, |guess| guess.view(two))),
        "advice" => shared::advice(two, pair, &facts, &items, &[&a, &b]),
    }
}
