//! How alike two people answer: in level, in pattern, or altogether.

use super::Two;
use super::items::{applies, entries, points};
use crate::data::{Data, object};
use crate::instrument::{Likeness, Member};
use crate::number::{above, at_least, count};
use crate::statistics::profile::{Profile, profile};

/// `Similarity` of the types. Points of turned scales are turned around, so
/// that high is good everywhere.
pub(super) fn similarity(two: Two<'_, '_>, likeness: &Likeness) -> Data<'static> {
    let instrument = two.instrument;
    let turned = |member: &Member| {
        let has = |scale: &usize| {
            let members = instrument.scales.get(*scale).map(|scale| scale.members.as_slice()).unwrap_or_default();
            members.iter().any(|other| (other.item, other.part) == (member.item, member.part))
        };
        likeness.turned.iter().any(has)
    };
    let (mut first, mut second) = (Vec::new(), Vec::new());
    let mut of = 0_usize;
    for entry in entries(instrument) {
        let member = entry.member;
        if !applies(two, member.item) {
            continue;
        }
        of += 1;
        if let Some((x, y)) = points(two, member) {
            let turned = turned(member);
            first.push(if turned { 100.0 - x } else { x });
            second.push(if turned { 100.0 - y } else { y });
        }
    }
    let n = first.len();
    let enough = n > 0 && at_least(count(n), likeness.common * count(of));
    let found = if enough { profile(&first, &second) } else { None };
    let share = |part: f64| found.as_ref().filter(|p| above(p.distance, 0.0)).map(|p| part / p.distance);
    let reaches = |part: f64| share(part).is_some_and(|share| at_least(share, likeness.share));
    let verdict = match &found {
        None => "not_enough",
        Some(p) if above(likeness.close, (p.distance / count(n)).sqrt()) => "close",
        Some(p) if reaches(p.elevation) => "level",
        Some(p) if reaches(p.shape) => "pattern",
        Some(_) => "mixed",
    };
    let part = |get: fn(&Profile) -> f64| found.as_ref().map(get);
    object! {
        "verdict" => verdict,
        "common" => n,
        "of" => of,
        "icc_de" => found.as_ref().and_then(|p| p.likeness),
        "d2" => part(|p| p.distance),
        "elevation" => part(|p| p.elevation),
        "scatter" => part(|p| p.scatter),
        "shape" => part(|p| p.shape),
        "elevation_share" => part(|p| p.elevation).and_then(share),
        "scatter_share" => part(|p| p.scatter).and_then(share),
        "shape_share" => part(|p| p.shape).and_then(share),
    }
}
