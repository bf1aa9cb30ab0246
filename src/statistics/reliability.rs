//! Reliability of a scale, for its author: rows are persons, columns items.

use super::beta::f_quantile;
use super::rank::pearson;
use super::ratio;
use super::spread::variance;
use crate::number::{count, sum};

/// The rows without a gap.
pub(crate) fn complete(rows: &[Vec<Option<f64>>]) -> Vec<Vec<f64>> {
    rows.iter().filter_map(|row| row.iter().copied().collect()).collect()
}

/// The answers to one item.
fn column(rows: &[Vec<f64>], item: usize) -> Vec<f64> {
    rows.iter().filter_map(|row| row.get(item).copied()).collect()
}

/// The rows without one item.
fn without(rows: &[Vec<f64>], item: usize) -> Vec<Vec<f64>> {
    let rest = |row: &Vec<f64>| row.iter().enumerate().filter(|(n, _)| *n != item).map(|(_, x)| *x).collect();
    rows.iter().map(rest).collect()
}

/// The sum of each row.
fn totals(rows: &[Vec<f64>]) -> Vec<f64> {
    rows.iter().map(|row| sum(row)).collect()
}

fn items(rows: &[Vec<f64>]) -> usize {
    rows.first().map_or(0, Vec::len)
}

/// Cronbach's alpha, at most 1, may be negative; none for fewer than two items
/// or rows, or where the sums do not vary.
///
/// Source: L. J. Cronbach, "Coefficient alpha and the internal structure of
/// tests", Psychometrika 16 (1951) 297-334.
pub(crate) fn alpha(rows: &[Vec<f64>]) -> Option<f64> {
    let k = items(rows);
    if k < 2 {
        return None;
    }
    let each: Option<Vec<f64>> = (0..k).map(|item| variance(&column(rows, item))).collect();
    let share = ratio(sum(&each?), variance(&totals(rows))?)?;
    Some(count(k) / count(k - 1) * (1.0 - share))
}

/// By item, the correlation with the sum of the other items; none where one of
/// the two does not vary.
pub(crate) fn item_total(rows: &[Vec<f64>]) -> Vec<Option<f64>> {
    (0..items(rows)).map(|item| pearson(&column(rows, item), &totals(&without(rows, item)))).collect()
}

/// By item, alpha without it; none for fewer than three items.
pub(crate) fn alpha_if_deleted(rows: &[Vec<f64>]) -> Vec<Option<f64>> {
    (0..items(rows)).map(|item| alpha(&without(rows, item))).collect()
}

/// The interval of alpha at a confidence `level` between 0 and 1, from `persons`
/// complete rows and `items`; none for fewer than two of either.
///
/// Source: L. S. Feldt, "The approximate sampling distribution of
/// Kuder-Richardson reliability coefficient twenty", Psychometrika 30 (1965)
/// 357-370.
pub(crate) fn feldt(alpha: f64, persons: usize, items: usize, level: f64) -> Option<(f64, f64)> {
    let first = persons.checked_sub(1)?;
    let second = first.checked_mul(items.checked_sub(1)?)?;
    let tail = (1.0 - level) / 2.0;
    let bound = |p| f_quantile(p, first, second).map(|f| 1.0 - (1.0 - alpha) * f);
    Some((bound(1.0 - tail)?, bound(tail)?))
}

/// The standard error of measurement, in the unit of the standard deviation;
/// a reliability outside 0..=1 counts as the nearer end.
///
/// Source: F. M. Lord, M. R. Novick, Statistical theories of mental test scores
/// (1968).
pub(crate) fn measurement_error(deviation: f64, reliability: f64) -> f64 {
    deviation * (1.0 - reliability.clamp(0.0, 1.0)).sqrt()
}
