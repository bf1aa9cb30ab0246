//! Reliability of a scale, for those who look after its instrument.

use super::beta::f_quantile;
use super::rank::correlation;
use super::ratio;
use crate::number::{count, sum};

/// A sum of products that is smaller than this share of what was added up has
/// only its rounding left.
const ROUNDING: f64 = 1e-12;

/// How several items vary over the persons who answered all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Scatter {
    persons: usize,
    /// By item and item, products of the differences from the means, added up.
    products: Vec<Vec<f64>>,
}

impl Scatter {
    /// Of a square of products, the same on both sides of its diagonal.
    pub(crate) fn of(persons: usize, products: Vec<Vec<f64>>) -> Self {
        Scatter { persons, products }
    }

    /// How many items there are.
    pub(crate) fn items(&self) -> usize {
        self.products.len()
    }

    /// Cronbach's alpha, at most 1, may be negative; none for fewer than two items
    /// or persons, or where the sums do not vary.
    ///
    /// Source: L. J. Cronbach, "Coefficient alpha and the internal structure of
    /// tests", Psychometrika 16 (1951) 297-334.
    pub(crate) fn alpha(&self) -> Option<f64> {
        self.alpha_of(&|_| true)
    }

    /// By item, alpha without it; none for fewer than three items.
    pub(crate) fn alpha_if_deleted(&self) -> Vec<Option<f64>> {
        (0..self.items()).map(|item| self.alpha_of(&|other| other != item)).collect()
    }

    /// By item, the correlation with the sum of the other items; none where one of
    /// the two does not vary.
    pub(crate) fn item_total(&self) -> Vec<Option<f64>> {
        let total = |item: usize| {
            let own = |other| other == item;
            let rest = |other| other != item;
            correlation(self.added(&own, &own), self.added(&rest, &rest), self.added(&own, &rest))
        };
        (0..self.items()).map(total).collect()
    }

    /// The standard deviation with n - 1 of the sum of all items; none for fewer
    /// than two persons.
    pub(crate) fn deviation(&self) -> Option<f64> {
        self.variance(&|_| true).map(f64::sqrt)
    }

    fn alpha_of(&self, among: &dyn Fn(usize) -> bool) -> Option<f64> {
        let items: Vec<usize> = (0..self.items()).filter(|item| among(*item)).collect();
        let k = count(items.len());
        let each: Option<Vec<f64>> = items.iter().map(|item| self.variance(&|other| other == *item)).collect();
        let share = ratio(sum(&each?), self.variance(among)?)?;
        (items.len() >= 2).then(|| k / (k - 1.0) * (1.0 - share))
    }

    fn variance(&self, among: &dyn Fn(usize) -> bool) -> Option<f64> {
        (self.persons >= 2).then(|| self.added(among, among) / count(self.persons - 1))
    }

    /// Products of the differences of two sums of items, added up over persons;
    /// of one sum with itself its squares. 0 where only rounding is left.
    fn added(&self, first: &dyn Fn(usize) -> bool, second: &dyn Fn(usize) -> bool) -> f64 {
        let (mut added, mut sizes) = (Vec::new(), Vec::new());
        for row in self.products.iter().enumerate().filter(|(n, _)| first(*n)).map(|(_, row)| row) {
            let row: Vec<f64> = row.iter().enumerate().filter(|(n, _)| second(*n)).map(|(_, x)| *x).collect();
            added.push(sum(&row));
            sizes.push(sum(&row.iter().map(|x| x.abs()).collect::<Vec<_>>()));
        }
        let added = sum(&added);
        if added.abs() <= ROUNDING * sum(&sizes) { 0.0 } else { added }
    }
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
