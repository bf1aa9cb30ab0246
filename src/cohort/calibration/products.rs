//! Sums, squares and products of the members of a scale, exact.

use crate::cohort::exact::{HUNDRED, apart};
use crate::instrument::Scale;
use crate::limits;
use crate::number::{TOLERANCE, count, equal, sum};
use crate::statistics::reliability::Scatter;

/// Over sheets that answer every member of a scale: points in the direction of the
/// scale, whole numbers of 2^-40 from 0 to [`HUNDRED`].
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::cohort) struct Products {
    pub(super) n: usize,
    /// By member.
    pub(super) sums: Vec<i128>,
    /// By member and member up to itself: (0,0), (1,0), (1,1), (2,0) and so on.
    pub(super) crossed: Vec<i128>,
}

impl Products {
    /// Of no sheets; of a scale of more than [`limits::MATRIX`] members, whose
    /// products are not kept, without any sums.
    pub(super) fn empty(scale: &Scale) -> Self {
        let members = if is_kept(scale) { scale.members.len() } else { 0 };
        Products { n: 0, sums: vec![0; members], crossed: vec![0; members * (members + 1) / 2] }
    }

    /// Adds `times` sheets with these points of the members, one for each; nothing
    /// where there are more or fewer of them.
    pub(super) fn add(&mut self, points: &[i64], times: usize) {
        if points.len() != self.sums.len() {
            return;
        }
        let n = i128::try_from(times).unwrap_or(0);
        self.n += times;
        let mut crossed = self.crossed.iter_mut();
        for (i, (sum, x)) in self.sums.iter_mut().zip(points).enumerate() {
            *sum += n * i128::from(*x);
            // The shorter one first: it ends without taking from the other.
            for (y, product) in points.iter().take(i + 1).zip(crossed.by_ref()) {
                // Of one sheet, the usual case, that is one multiplication.
                let once = i128::from(*x) * i128::from(*y);
                *product += if times == 1 { once } else { n * once };
            }
        }
    }

    pub(super) fn merge(&mut self, other: &Products) {
        self.n += other.n;
        self.sums.iter_mut().zip(&other.sums).for_each(|(mine, more)| *mine += more);
        self.crossed.iter_mut().zip(&other.crossed).for_each(|(mine, more)| *mine += more);
    }

    /// The product of two members, the later one first.
    pub(super) fn product(&self, i: usize, j: usize) -> i128 {
        self.crossed.get(i * (i + 1) / 2 + j).copied().unwrap_or(0)
    }

    /// Products of the differences of two members from their means, added up.
    fn apart(&self, i: usize, j: usize) -> f64 {
        let sum = |member: usize| self.sums.get(member).copied().unwrap_or(0);
        apart(self.n, [sum(i), sum(j)], self.product(i.max(j), i.min(j)))
    }

    /// As statistics read it: each member with the weight it has in the score, so
    /// that the sum of all of them is the score.
    pub(super) fn scatter(&self, scale: &Scale) -> Scatter {
        let all = sum(&scale.members.iter().map(|member| member.weight).collect::<Vec<_>>());
        let weights: Vec<f64> = scale.members.iter().take(self.sums.len()).map(|member| member.weight / all).collect();
        // Rounding when points came in is no variance.
        let flat = |i: usize| equal((self.apart(i, i) / count(self.n.max(1))).max(0.0).sqrt(), 0.0);
        let flat: Vec<bool> = (0..weights.len()).map(flat).collect();
        let mut square = Vec::new();
        for (i, (weight, flat_row)) in weights.iter().zip(&flat).enumerate() {
            let mut row = Vec::new();
            for (j, (other, flat)) in weights.iter().zip(&flat).enumerate() {
                let apart = if *flat_row || *flat { 0.0 } else { self.apart(i, j) };
                row.push(weight * other * apart);
            }
            square.push(row);
        }
        Scatter::of(self.n, square)
    }

    /// Whether the parts agree, for at most [`limits::SHEETS`] sheets of a scale.
    pub(super) fn is_sound(&self) -> bool {
        let n = i128::try_from(self.n).unwrap_or(0);
        let within = |x: &i128| (0..=n * HUNDRED).contains(x);
        let each = |x: &i128| (0..=n * HUNDRED * HUNDRED).contains(x);
        if !self.sums.iter().all(within) || !self.crossed.iter().all(each) {
            return false;
        }
        let members = || self.sums.iter().enumerate();
        let fit = |(i, x): (usize, &i128), (j, y): (usize, &i128)| {
            // No points lie below 0 or above 100.
            let least = HUNDRED * (x + y) - n * HUNDRED * HUNDRED;
            let range = (least..=HUNDRED * *x.min(y)).contains(&self.product(i, j));
            let spread = |member| self.apart(member, member).max(0.0).sqrt();
            let most = if i == j { f64::INFINITY } else { spread(i) * spread(j) * (1.0 + TOLERANCE) + TOLERANCE };
            let least = if i == j { -TOLERANCE } else { -most };
            range && (least..=most).contains(&self.apart(i, j))
        };
        members().all(|one| members().take(one.0 + 1).all(|other| fit(one, other)))
    }
}

/// Whether the products of a scale are kept.
pub(super) fn is_kept(scale: &Scale) -> bool {
    scale.members.len() <= limits::MATRIX
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cohort::exact::fixed;
    use crate::instrument::Member;

    fn scale(members: usize) -> Scale {
        Scale { members: vec![Member { weight: 1.0, ..Member::default() }; members], ..Scale::default() }
    }

    #[test]
    fn the_largest_cohort_fits() {
        let scale = scale(limits::MATRIX);
        let mut products = Products::empty(&scale);
        let hundred = i64::try_from(HUNDRED).unwrap();
        let points: Vec<i64> = (0..scale.members.len()).map(|n| if n % 2 == 0 { hundred } else { 0 }).collect();
        let turned: Vec<i64> = points.iter().map(|x| hundred - x).collect();
        for points in [&points, &turned, &vec![0; points.len()], &vec![hundred; points.len()]] {
            products.add(points, limits::SHEETS / 4);
        }
        assert!(products.is_sound());
        // Each member has a variance of 2500; those of one kind go together, the two kinds do not.
        let k = count(limits::MATRIX);
        let alpha = k / (k - 1.0) * (1.0 - 2.0 / k);
        assert!((products.scatter(&scale).alpha().unwrap() - alpha).abs() <= 1e-12);
        assert!((products.scatter(&scale).deviation().unwrap() - 1_250.0_f64.sqrt()).abs() <= 1e-6);
        assert_eq!(products.scatter(&scale).item_total().len(), limits::MATRIX);
    }

    #[test]
    fn many_times_one_is_one_many_times() {
        let (mut one, mut many) = (Products::empty(&scale(3)), Products::empty(&scale(3)));
        let points = [12.5, 100.0 / 3.0, 99.0].map(|points| i64::try_from(fixed(points)).unwrap());
        (0..7).for_each(|_| one.add(&points, 1));
        many.add(&points, 7);
        assert_eq!(one, many);
        // What does not vary has no variance, however its thirds were rounded.
        many.add(&[points[0], points[1] + 1, points[2]], 7);
        let scatter = many.scatter(&scale(3));
        assert_eq!((scatter.alpha(), scatter.deviation()), (None, Some(0.0)));
    }
}
