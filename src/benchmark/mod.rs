//! Benchmarks: how the scores of a group lie, as a small file that a publisher
//! ships beside a definition, and where one result stands against it.
//!
//! ```text
//! benchmark    1, the number of this form
//! instrument   {id, version, fingerprint, scoring}
//! source       who made it, of whom: 1 to 200 characters
//! date         YYYY-MM-DD, as the person gave it; no clock is read
//! minimum      fewest scores that anything is shown of, at least 20
//! n            sheets
//! scales       [{id, n, p10, p25, p50, p75, p90}], those left out have no band
//! ```
//!
//! `pXX` is the quantile at XX percent in points from 0 to 100, rounded to
//! hundredths, or `{hidden: "too_few"}`. Whoever reads the file is a stranger to
//! those in it, so beyond each quantile on either side lies at least the cell of
//! an anonymous group, five scores: the middle half is shown from 20 scores on,
//! the tenths at the ends from 50.
//!
//! A result is placed against the middle half in a word, never by a rank.

mod label;
mod place;
mod read;
mod written;

pub(crate) use label::Label;
pub(crate) use place::place;
pub(crate) use written::written;

use crate::cohort::Hidden;
use crate::data::Data;
use crate::limits;
use crate::number::count;

/// The number of this form.
const FORM: f64 = 1.0;
/// Fewest scores that anything is shown of, unless more are asked for.
const MINIMUM: usize = fewest(QUANTILES[1].0);
/// In percent and as they are called, ascending.
const QUANTILES: [(u8, &str); 5] = [(10, "p10"), (25, "p25"), (50, "p50"), (75, "p75"), (90, "p90")];

/// From how many scores on a cell lies beyond a quantile on either side.
const fn fewest(percent: u8) -> usize {
    let beyond = if percent < 50 { percent } else { 100 - percent };
    limits::ANONYMOUS_CELL * 100 / beyond as usize
}

/// What a file holds.
#[derive(Debug)]
pub(crate) struct Benchmark {
    label: Label,
    n: usize,
    /// By scale; none for those left out.
    bands: Vec<Option<Band>>,
}

/// How the scores of one scale lie.
#[derive(Clone, Debug, Default)]
struct Band {
    n: usize,
    /// By entry of [`QUANTILES`], ascending, in hundredths of points rounded by
    /// [`crate::number::hundredths`]; none where it is hidden.
    at: [Option<f64>; 5],
}

impl Band {
    /// The ends of the middle half.
    fn middle(&self) -> Option<(f64, f64)> {
        let [_, low, _, high, _] = self.at;
        low.zip(high)
    }

    /// The fields `n` and `pXX`.
    fn fields(&self) -> Vec<(&'static str, Data<'static>)> {
        let mut fields = vec![("n", Data::Number(count(self.n)))];
        for ((_, name), x) in QUANTILES.iter().zip(self.at) {
            fields.push((name, x.map_or_else(|| Hidden::TooFew.view(), Data::Number)));
        }
        fields
    }
}
