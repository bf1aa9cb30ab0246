//! How much of the variation lies between groups: intraclass correlations.

use super::ratio;
use crate::number::{count, sum};

/// The numbers of one group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Group {
    pub(crate) n: usize,
    pub(crate) mean: f64,
    /// Squared differences from the mean, added up.
    pub(crate) squares: f64,
}

/// ICC(1) and ICC(2), one-way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct OneWay {
    /// How alike two members of a group are.
    pub(crate) single: Option<f64>,
    /// How reliable the mean of a group is; at most 1, may be negative.
    pub(crate) mean: Option<f64>,
}

/// ICC(1) and ICC(2) of groups; unequal ones enter with their mean size. None
/// for fewer than two groups, an empty one, or none with two members.
///
/// Source: P. D. Bliese, "Within-group agreement, non-independence, and
/// reliability", in K. J. Klein, S. W. J. Kozlowski (eds.), Multilevel theory,
/// research, and methods in organizations (2000) 349-381.
pub(crate) fn one_way(groups: &[Group]) -> Option<OneWay> {
    let all: usize = groups.iter().map(|group| group.n).sum();
    if groups.len() < 2 || all <= groups.len() || groups.iter().any(|group| group.n == 0) {
        return None;
    }
    let added = |value: &dyn Fn(&Group) -> f64| sum(&groups.iter().map(value).collect::<Vec<f64>>());
    let mean = added(&|group| count(group.n) * group.mean) / count(all);
    let between = added(&|group| count(group.n) * (group.mean - mean) * (group.mean - mean)) / count(groups.len() - 1);
    let within = added(&|group| group.squares) / count(all - groups.len());
    let size = count(all) / count(groups.len());
    Some(OneWay {
        single: ratio(between - within, between + (size - 1.0) * within),
        mean: ratio(between - within, between),
    })
}

#[cfg(test)]
pub(super) mod unshown {
    //! The two-way forms, for studies only.

    use crate::number::{count, sum};
    use crate::statistics::ratio;
    use crate::statistics::spread::mean;

    /// ICC (1,1) (1,k) (2,1) (2,k) (3,1) (3,k) of rows of targets and columns
    /// of raters; none for fewer than two of either.
    ///
    /// Source: P. E. Shrout, J. L. Fleiss, "Intraclass correlations: uses in
    /// assessing rater reliability", Psychological Bulletin 86 (1979) 420-428.
    pub(in crate::statistics) fn two_way(rows: &[Vec<f64>]) -> Option<[Option<f64>; 6]> {
        let (n, k) = (count(rows.len()), count(rows.first()?.len()));
        if n < 2.0 || k < 2.0 {
            return None;
        }
        let columns: Vec<Vec<f64>> = (0..rows[0].len()).map(|j| rows.iter().map(|row| row[j]).collect()).collect();
        let means = |lists: &[Vec<f64>]| lists.iter().map(|list| mean(list)).collect::<Option<Vec<f64>>>();
        let (by_row, by_column, all) = (means(rows)?, means(&columns)?, mean(&rows.concat())?);
        let added = |value: &dyn Fn(usize, usize) -> f64| {
            let square = |i, j| value(i, j) * value(i, j);
            let each = |i| (0..columns.len()).map(move |j| square(i, j));
            sum(&(0..rows.len()).flat_map(each).collect::<Vec<f64>>())
        };
        let between = added(&|i, _| by_row[i] - all) / (n - 1.0);
        let raters = added(&|_, j| by_column[j] - all) / (k - 1.0);
        let error = added(&|i, j| rows[i][j] - by_row[i] - by_column[j] + all) / ((n - 1.0) * (k - 1.0));
        let within = added(&|i, j| rows[i][j] - by_row[i]) / (n * (k - 1.0));
        Some([
            ratio(between - within, between + (k - 1.0) * within),
            ratio(between - within, between),
            ratio(between - error, between + (k - 1.0) * error + k * (raters - error) / n),
            ratio(between - error, between + (raters - error) / n),
            ratio(between - error, between + (k - 1.0) * error),
            ratio(between - error, between),
        ])
    }
}
