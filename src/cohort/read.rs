//! A summary read back from [`super::written`].
//!
//! Everything is checked that later sums and figures rely on: the instrument,
//! the length of every list, ranges, and that counts, sums and values agree.

use super::Summary;
use super::calibration::Calibration;
use super::exact::{Extent, HUNDRED, Moments, fixed};
use super::histogram::Histogram;
use super::part::{BandTally, ItemTally, Part, RankTally, rankings, rows};
use super::written::FORM;
use crate::instrument::Instrument;
use crate::json::{self, Node};
use crate::limits;
use crate::number::count;
use crate::problem::{Problem, Problems, join, nth, quoted};
use crate::scoring::SCORING_VERSION;

impl Summary {
    /// Reads what [`Summary::written`] gave, for the same instrument.
    ///
    /// # Errors
    /// One problem, the first: not JSON, `other-instrument` for a summary of
    /// another one or of other scores, `bad-summary` where something is missing
    /// or the numbers contradict each other.
    pub(crate) fn read(instrument: &Instrument, bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        let root = json::parse(bytes, limits::SUMMARY_BYTES)?;
        let refuse = |code, at: &str, message: &[&str], help| {
            let mut problems = Problems::default();
            problems.error(code, at, message, help);
            let mut list = problems.into_list();
            json::locate(&mut list, &root, bytes);
            list
        };
        let of = root.get("instrument");
        let scoring = of.get("scoring").number().map(f64::to_bits);
        let same = of.get("fingerprint").text() == instrument.mark()
            && scoring == Some(f64::from(SCORING_VERSION).to_bits())
            && root.get("summary").number().map(f64::to_bits) == Some(count(FORM).to_bits());
        if !same {
            let message = ["this is no summary of ", &quoted(instrument.words.get("id").text()), " as it scores now"];
            let help = "merge it with the assessment it was made with";
            return Err(refuse("other-instrument", "/instrument", &message, help));
        }
        summary(instrument, &root).map_err(|at| {
            let help = "make it once more from the sheets";
            refuse("bad-summary", &at, &["the numbers are incomplete or contradict each other"], help)
        })
    }
}

/// What was read, or where it fails.
pub(super) type Read<T> = Result<T, String>;

/// The value, if it is there and sound.
pub(super) fn sound<T>(value: Option<T>, at: &str) -> Read<T> {
    value.ok_or_else(|| at.into())
}

// Kept out of line, as the sums have thousands of both and reading them once is no haste.

/// A count.
#[inline(never)]
pub(super) fn whole(node: &Node, at: &str) -> Read<usize> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within 0..=SHEETS")]
    let whole = |x: f64| (x.floor() >= x && x >= 0.0 && x <= count(limits::SHEETS)).then_some(x as usize);
    sound(node.number().and_then(whole), at)
}

/// A sum or a value.
#[inline(never)]
pub(super) fn long(node: &Node, at: &str) -> Read<i128> {
    sound(node.text().parse().ok(), at)
}

/// The entries of a list with as many of them as expected.
pub(super) fn entries<'n>(
    node: &'n Node,
    n: usize,
    at: &str,
) -> Read<impl Iterator<Item = (String, &'n Node)> + use<'n>> {
    sound((node.list().len() == n).then_some(()), at)?;
    let at = at.to_owned();
    Ok(node.list().iter().enumerate().map(move |(n, node)| (nth(&at, n), node)))
}

fn summary(instrument: &Instrument, root: &Node) -> Read<Summary> {
    let mut read = Summary::empty(instrument);
    read.doubled = whole(root.get("doubled"), "/doubled")?;
    read.refused = whole(root.get("refused"), "/refused")?;
    let mut sheets = 0;
    let roles = instrument.words.get("roles");
    for ((at, node), (n, part)) in
        entries(root.get("roles"), read.parts.len(), "/roles")?.zip(read.parts.iter_mut().enumerate())
    {
        let same = node.get("role").text() == roles.entry(n).get("id").text();
        sound(same.then_some(()), &at)?;
        *part = read_part(instrument, node, &at)?;
        sheets += part.sheets;
        sound((sheets <= limits::SHEETS).then_some(()), &at)?;
    }
    let all = read.whole(instrument);
    read.calibration = Calibration::read(instrument, root.get("calibration"), &all, "/calibration")?;
    for (n, node) in root.get("units").list().iter().enumerate() {
        let at = nth("/units", n);
        let unit = node.get("unit").text();
        let fine = n < limits::UNITS && !unit.is_empty() && unit.len() <= limits::TITLE;
        sound(fine.then_some(()), &at)?;
        let scales = read_scales(instrument, node.get("scales"), sheets, &join(&at, "scales"))?;
        sound(read.units.insert(unit.into(), scales).is_none().then_some(()), &at)?;
    }
    Ok(read)
}

fn read_part(instrument: &Instrument, node: &Node, at: &str) -> Read<Part> {
    let empty = Part::empty(instrument);
    let sheets = whole(node.get("sheets"), &join(at, "sheets"))?;
    let list = |field: &str, n: usize| entries(node.get(field), n, &join(at, field));
    let (mut items, mut bands, mut ranked) = (Vec::new(), Vec::new(), Vec::new());
    for ((at, node), (item, row)) in list("items", empty.items.len())?.zip(rows(instrument)) {
        let found = node.get("part");
        let part = match row {
            Some(row) => found.number().map(f64::to_bits) == Some(count(row).to_bits()),
            None => found.is_null(),
        };
        let same = part && node.get("id").text() == instrument.word("items", item, "id");
        sound(same.then_some(()), &at)?;
        items.push(read_item(node, sheets, &at)?);
    }
    for ((at, node), (n, band)) in list("bands", empty.bands.len())?.zip(empty.bands.iter().enumerate()) {
        sound((node.get("id").text() == instrument.word("bands", n, "id")).then_some(()), &at)?;
        let of = instrument.bands.get(n).and_then(|band| instrument.composites.get(band.of));
        let (low, high) = of.map(|composite| composite.range).unwrap_or_default();
        bands.push(read_band(node, (fixed(low), fixed(high)), band.levels.len(), sheets, &at)?);
    }
    for ((at, node), (item, options)) in list("rankings", empty.rankings.len())?.zip(rankings(instrument)) {
        sound((node.get("id").text() == instrument.word("items", item, "id")).then_some(()), &at)?;
        ranked.push(read_ranking(node, options, sheets, &at)?);
    }
    let scales = read_scales(instrument, node.get("scales"), sheets, &join(at, "scales"))?;
    let mut scores = Vec::new();
    for ((at, node), moments) in list("scales", scales.len())?.zip(&scales) {
        scores.push(read_histogram(node, moments, &at)?);
    }
    Ok(Part { sheets, items, scales, scores, bands, rankings: ranked })
}

fn read_extent(node: &Node, bounds: (i128, i128), sheets: usize, at: &str) -> Read<Extent> {
    let n = whole(node.get("n"), at)?;
    let end = |field| long(node.get(field), at);
    let ends = if n == 0 { None } else { Some((end("low")?, end("high")?)) };
    let extent = Extent { n, sum: end("sum")?, ends };
    sound((n <= sheets && extent.is_sound(bounds)).then_some(extent), at)
}

fn read_moments(node: &Node, sheets: usize, at: &str) -> Read<Moments> {
    let moments =
        Moments { extent: read_extent(node, (0, HUNDRED), sheets, at)?, squares: long(node.get("squares"), at)? };
    sound(moments.is_sound().then_some(moments), at)
}

fn read_scales(instrument: &Instrument, node: &Node, sheets: usize, at: &str) -> Read<Vec<Moments>> {
    let mut scales = Vec::new();
    for (n, (at, node)) in entries(node, instrument.scales.len(), at)?.enumerate() {
        sound((node.get("id").text() == instrument.word("scales", n, "id")).then_some(()), &at)?;
        scales.push(read_moments(node, sheets, &at)?);
    }
    Ok(scales)
}

fn read_item(node: &Node, sheets: usize, at: &str) -> Read<ItemTally> {
    let moments = read_moments(node, sheets, at)?;
    let dont_know = whole(node.get("dont_know"), at)?;
    let histogram = read_histogram(node, &moments, at)?;
    let fits = dont_know <= sheets - moments.extent.n;
    sound(fits.then_some(ItemTally { dont_know, moments, histogram }), at)
}

/// The values that have these sums.
fn read_histogram(node: &Node, moments: &Moments, at: &str) -> Read<Histogram> {
    let shift = sound(u32::try_from(whole(node.get("shift"), at)?).ok().filter(|shift| *shift < 48), at)?;
    let mut histogram = Histogram { shift, ..Histogram::default() };
    for pair in node.get("values").list().chunks(2) {
        let [key, times] = pair else { return Err(at.into()) };
        let key = long(key, at)?;
        let fresh = moments.extent.ends.is_some_and(|(low, high)| (low >> shift..=high >> shift).contains(&key));
        let times = whole(times, at)?;
        sound((fresh && histogram.counts.insert(key, times).is_none()).then_some(()), at)?;
    }
    sound(histogram.is_sound(moments).then_some(histogram), at)
}

fn read_band(node: &Node, bounds: (i128, i128), n: usize, sheets: usize, at: &str) -> Read<BandTally> {
    let extent = read_extent(node, bounds, sheets, at)?;
    let mut levels = Vec::new();
    for (at, level) in entries(node.get("levels"), n, &join(at, "levels"))? {
        levels.push(whole(level, &at)?);
    }
    let all = levels.iter().try_fold(0_usize, |all, level| all.checked_add(*level));
    sound((all == Some(extent.n)).then_some(BandTally { extent, levels }), at)
}

fn read_ranking(node: &Node, options: usize, sheets: usize, at: &str) -> Read<RankTally> {
    let n = whole(node.get("n"), at)?;
    let (each, last) = (i128::try_from(n).unwrap_or(0), i128::try_from(options).unwrap_or(0));
    let (mut sums, mut all) = (Vec::new(), 0);
    for (at, sum) in entries(node.get("sums"), options, &join(at, "sums"))? {
        let sum = long(sum, &at)?;
        sound((each..=each * last).contains(&sum).then_some(()), &at)?;
        sums.push(sum);
        all += sum;
    }
    sound((n <= sheets && all == each * last * (last + 1) / 2).then_some(RankTally { n, sums }), at)
}
