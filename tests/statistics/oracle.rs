//! Deterministic matrices against exact fractions in tests/oracle/statistics.py.

use super::{
    a_wg, average_deviation, cohen_d, columns, deviation, disagreements, group, hedges_g, kendall_w, longest_run, mean,
    median, one_way, pearson, profile, r_star, rank_sums, rwg_j, scatter, spearman, strict, two_way,
};
use crate::number::count;
use std::process::Command;

const MATRICES: usize = 10_000;

const NAMES: [&str; 33] = [
    "alpha",
    "item_total",
    "alpha_if_deleted",
    "rwg",
    "r_star",
    "rwg_j",
    "ad_mean",
    "ad_median",
    "a_wg",
    "icc1",
    "icc2",
    "icc1 unequal",
    "icc2 unequal",
    "icc 1,1",
    "icc 1,k",
    "icc 2,1",
    "icc 2,k",
    "icc 3,1",
    "icc 3,k",
    "kendall_w",
    "rho",
    "spearman",
    "d",
    "g",
    "D2",
    "elevation",
    "scatter",
    "shape",
    "r",
    "icc_de",
    "longest_run",
    "deviation",
    "irv",
];

/// The same generator as the oracle's.
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }

    fn matrix(&mut self) -> Vec<Vec<f64>> {
        let (n, k) = (2 + self.below(6), 1 + self.below(5));
        let width = 1 + self.below(5);
        (0..n).map(|_| (0..k).map(|_| count(1 + self.below(width))).collect()).collect()
    }

    fn ranking(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        for i in (1..n).rev() {
            let j = self.below(i + 1);
            order.swap(i, j);
        }
        order
    }
}

fn values(draw: &mut Draw) -> Vec<Option<f64>> {
    let rows = draw.matrix();
    let (k, columns, flat) = (rows[0].len(), columns(&rows), rows.concat());
    let (first, last) = (&columns[0], &columns[k - 1]);
    let apart = disagreements(&rows, 5).unwrap();
    let mut values = vec![scatter(&rows).alpha(), scatter(&rows).item_total()[0], scatter(&rows).alpha_if_deleted()[0]];
    values.extend([r_star(&apart[..1]), r_star(&apart), rwg_j(&apart)]);
    values.extend([mean(first), median(first)].map(|centre| average_deviation(first, centre.unwrap())));
    values.push(a_wg(first, 5));
    let even: Vec<_> = rows.iter().map(|row| group(row)).collect();
    for groups in [even, vec![group(&rows[0]), group(&flat[k..])]] {
        let icc = one_way(&groups);
        values.extend([icc.and_then(|icc| icc.single), icc.and_then(|icc| icc.mean)]);
    }
    values.extend(two_way(&rows).unwrap_or_default());
    let rankings: Vec<_> = rows.iter().map(|_| draw.ranking(k + 1)).collect();
    let rank = |order: &Vec<usize>, option| count(order.iter().position(|o| *o == option).unwrap() + 1);
    let ranks: Vec<Vec<f64>> = rankings.iter().map(|order| (0..=k).map(|o| rank(order, o)).collect()).collect();
    values.push(kendall_w(&rank_sums(&ranks), rankings.len()));
    values.push(strict(&rankings[0], &rankings[1]));
    values.push(spearman(first, last));
    values.extend([cohen_d(&group(first), &group(last)), hedges_g(&group(first), &group(last))]);
    let p = profile(&rows[0], &rows[1]).unwrap();
    values.extend([p.distance, p.elevation, p.scatter, p.shape].map(Some));
    values.extend([
        pearson(&rows[0], &rows[1]),
        p.likeness,
        Some(count(longest_run(&flat))),
        deviation(first),
        deviation(&flat),
    ]);
    values
}

#[test]
fn random_matrices_agree_with_exact_fractions() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/statistics.py");
    let ran = Command::new("python3").arg(script).arg(MATRICES.to_string()).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let text = String::from_utf8(ran.stdout).unwrap();
    let mut draw = Draw(20_260_101);
    let (mut lines, mut undefined) = (0, [0; NAMES.len()]);
    for line in text.lines() {
        lines += 1;
        let found = values(&mut draw);
        let expected: Vec<Option<f64>> = line.split(' ').map(|x| (x != "-").then(|| x.parse().unwrap())).collect();
        assert_eq!((found.len(), expected.len()), (NAMES.len(), NAMES.len()));
        for (n, (found, expected)) in found.into_iter().zip(expected).enumerate() {
            let fits = match (found, expected) {
                (Some(x), Some(y)) => (x - y).abs() <= 1e-12 * y.abs().max(1.0),
                (None, None) => true,
                _ => false,
            };
            assert!(fits, "matrix {lines}, {}: {found:?} is not {expected:?}", NAMES[n]);
            undefined[n] += usize::from(found.is_none());
        }
    }
    assert_eq!(lines, MATRICES);
    // Each value was met defined, and those that can be undefined so too.
    for (name, undefined) in NAMES.into_iter().zip(undefined) {
        assert!(undefined < lines, "{name}");
        assert!(
            undefined > 0 || !["alpha", "item_total", "a_wg", "icc1", "r", "icc_de", "g"].contains(&name),
            "{name}"
        );
    }
}
