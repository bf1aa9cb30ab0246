//! What each could not judge.

use super::Two;
use crate::data::{Data, object};
use crate::number::count;
use crate::response::{Response, State};

/// "Don't know" answers to a list, and how many of its items apply.
fn unseen(two: Two<'_, '_>, response: &Response, list: usize) -> (usize, usize) {
    let (mut dont_know, mut of) = (0, 0);
    for item in two.instrument.lists.get(list).into_iter().flatten().filter(|item| response.applies(**item)) {
        of += 1;
        dont_know += usize::from(response.answer(*item).state() == State::DontKnow);
    }
    (dont_know, of)
}

/// 0..1; none where nothing applies.
fn share((dont_know, of): (usize, usize)) -> Option<f64> {
    (of > 0).then(|| count(dont_know) / count(of))
}

/// The larger share of the two.
pub(super) fn largest(two: Two<'_, '_>, list: usize) -> Option<f64> {
    [two.first, two.second].iter().filter_map(|response| share(unseen(two, response, list))).reduce(f64::max)
}

/// `visibility` of `Comparison`.
pub(super) fn view<'d>(two: Two<'d, '_>, list: usize) -> Data<'d> {
    let side = |response| {
        let found = unseen(two, response, list);
        object! { "dont_know" => found.0, "of" => found.1, "share" => share(found) }
    };
    object! {
        two.instrument.words.get("pair").get("visibility"), ["title"],
        "first" => side(two.first),
        "second" => side(two.second),
    }
}
