//! The statistics against the worked examples and against exact fractions.
//! Compiled into the library, whose statistics are not public.

mod oracle;
mod vectors;

use super::agreement::unshown::{a_wg, average_deviation, rwg_j};
use super::agreement::{disagreement, r_star};
use super::effect::{cohen_d, hedges_g};
use super::profile::profile;
use super::rank::{correlation, kendall_w, place, strict};
use super::reliability::{Scatter, feldt, measurement_error};
use super::spread::unshown::{deviation, longest_run, median, variance};
use super::spread::{mean, products, squares};
use super::variation::unshown::two_way;
use super::variation::{Group, one_way};
use std::collections::BTreeMap;

fn group(xs: &[f64]) -> Group {
    Group { n: xs.len(), mean: mean(xs).unwrap(), squares: squares(xs) }
}

fn columns(rows: &[Vec<f64>]) -> Vec<Vec<f64>> {
    (0..rows[0].len()).map(|item| rows.iter().map(|row| row[item]).collect()).collect()
}

/// What reliability is computed from, of a matrix of persons and items.
fn scatter(rows: &[Vec<f64>]) -> Scatter {
    let columns = if rows.is_empty() { Vec::new() } else { columns(rows) };
    let square = columns.iter().map(|x| columns.iter().map(|y| products(x, y)).collect()).collect();
    Scatter::of(rows.len(), square)
}

fn pearson(xs: &[f64], ys: &[f64]) -> Option<f64> {
    correlation(squares(xs), squares(ys), products(xs, ys))
}

fn spearman(xs: &[f64], ys: &[f64]) -> Option<f64> {
    let mut persons = BTreeMap::new();
    for (x, y) in xs.iter().zip(ys) {
        *persons.entry((place(*x), place(*y))).or_default() += 1;
    }
    super::rank::spearman(&persons.into_iter().collect::<Vec<_>>())
}

/// By item, its disagreement among raters.
fn disagreements(rows: &[Vec<f64>], choices: usize) -> Option<Vec<f64>> {
    columns(rows).iter().map(|item| disagreement(variance(item)?, choices)).collect()
}

fn rank_sums(rankings: &[Vec<f64>]) -> Vec<f64> {
    columns(rankings).iter().map(|ranks| ranks.iter().sum()).collect()
}

#[test]
fn what_is_undefined_is_none() {
    assert_eq!(mean(&[]), None);
    assert_eq!(median(&[]), None);
    assert_eq!(variance(&[1.0]), None);
    assert_eq!(r_star(&[]), None);
    assert_eq!(rwg_j(&[]), None);
    assert_eq!(disagreement(1.0, 1), None);
    assert_eq!(a_wg(&[], 5), None);
    for rows in [&[][..], &[vec![1.0, 2.0]], &[vec![1.0], vec![2.0]]] {
        assert_eq!(scatter(rows).alpha(), None);
    }
    assert_eq!(scatter(&[]).deviation(), None);
    assert_eq!(scatter(&[vec![1.0, 2.0]]).deviation(), None);
    assert_eq!(scatter(&[vec![1.0, 2.0], vec![2.0, 3.0]]).alpha_if_deleted(), [None, None]);
    assert_eq!(scatter(&[vec![1.0], vec![2.0]]).item_total(), [None]);
    assert_eq!(feldt(0.5, 1, 3, 0.95), None);
    assert_eq!(feldt(0.5, 3, 1, 0.95), None);
    assert_eq!(feldt(0.5, 3, 3, 1.0), None);
    assert_eq!(feldt(0.5, 0, 0, 0.95), None);
    assert_eq!(one_way(&[]), None);
    assert_eq!(one_way(&[group(&[1.0]), group(&[2.0])]), None);
    assert_eq!(one_way(&[group(&[1.0, 2.0]), Group { n: 0, mean: 0.0, squares: 0.0 }]), None);
    assert_eq!(two_way(&[vec![1.0, 2.0]]), None);
    assert_eq!(kendall_w(&[], 0), None);
    assert_eq!(kendall_w(&[3.0], 3), None);
    assert_eq!(strict(&[0], &[0]), None);
    assert_eq!(strict(&[0, 1], &[0, 2]), None);
    assert_eq!(spearman(&[], &[]), None);
    assert_eq!(spearman(&[1.0], &[1.0]), None);
    assert_eq!(cohen_d(&group(&[1.0]), &group(&[2.0, 3.0])), None);
    assert_eq!(profile(&[], &[]), None);
    assert_eq!(profile(&[1.0], &[]), None);
    assert_eq!(longest_run(&[]), 0);
}

#[test]
fn numbers_that_only_rounding_tells_apart_do_not_vary() {
    let xs = [100.0 / 3.0, 100.0 - 200.0 / 3.0, 33.333_333_333_333_4];
    assert_eq!(variance(&xs), Some(0.0));
    assert_eq!(spearman(&xs, &[1.0, 2.0, 3.0]), None);
    assert_eq!(hedges_g(&group(&xs), &group(&xs)), None);
}

#[test]
fn quantiles_meet_published_tables() {
    // Upper five per cent points: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.3.
    for (first, second, expected) in [(1, 1, 161.448), (2, 3, 9.552), (5, 10, 3.326), (7, 2, 19.353), (10, 100, 1.927)]
    {
        let found = super::beta::f_quantile(0.95, first, second).unwrap();
        assert!((found - expected).abs() <= 0.000_6, "{first} {second}: {found}");
    }
    // With two and two degrees of freedom F(x) = x / (1 + x).
    assert!((super::beta::f_quantile(0.9, 2, 2).unwrap() - 9.0).abs() <= 1e-9);
    for p in [0.0, 1.0, -1.0, f64::NAN] {
        assert_eq!(super::beta::f_quantile(p, 3, 4), None);
    }
}

/// The chance of at least `least` of `n` with probability `x` each: what the
/// incomplete beta function is for whole parameters.
fn binomial_tail(x: f64, least: u32, n: u32) -> f64 {
    let mut chances = vec![1.0];
    for _ in 0..n {
        let shifted = std::iter::once(0.0).chain(chances.iter().map(|chance| chance * x));
        let stayed = chances.iter().map(|chance| chance * (1.0 - x)).chain([0.0]);
        chances = shifted.zip(stayed).map(|(a, b)| a + b).collect();
    }
    chances.iter().skip(usize::try_from(least).unwrap()).sum()
}

#[test]
fn quantiles_of_even_degrees_meet_the_binomial_distribution() {
    for (first, second) in [(2_u32, 2_u32), (4, 6), (10, 40), (38, 152), (200, 12), (60, 600), (256, 256), (500, 2_000)]
    {
        for p in [0.001, 0.025, 0.5, 0.975, 0.999] {
            let [a, b] = [first, second].map(|degrees| usize::try_from(degrees).unwrap());
            let f = super::beta::f_quantile(p, a, b).unwrap();
            let x = f64::from(first) * f / (f64::from(first) * f + f64::from(second));
            let found = binomial_tail(x, first / 2, first / 2 + second / 2 - 1);
            assert!((found - p).abs() <= 1e-10, "{first} {second} {p}: {found}");
        }
    }
}

#[test]
fn what_only_rounding_leaves_is_no_variance() {
    // The other two make up for each other, far from 0: the first has no total to go with.
    let rows: Vec<Vec<f64>> = (0..999_u32)
        .map(|n| vec![f64::from(n % 5) * 25.0, f64::from(n % 7) / 3.0, 100.0 - f64::from(n % 7) / 3.0])
        .collect();
    let scatter = scatter(&rows);
    assert_eq!(scatter.item_total()[0], None);
    assert!(scatter.item_total()[1].is_some() && scatter.alpha().is_some());
    assert_eq!(scatter.alpha_if_deleted()[0], None);
}

#[test]
fn quantiles_meet_where_one_way_of_computing_them_ends() {
    // Degrees on both sides of the border lie on one smooth line.
    for p in [0.025, 0.975] {
        let line: Vec<f64> = (250..262).map(|first| super::beta::f_quantile(p, first, 700).unwrap()).collect();
        for x in line.windows(4) {
            assert!((x[3] - 3.0 * x[2] + 3.0 * x[1] - x[0]).abs() <= 5e-8, "{p} {line:?}");
        }
    }
}

#[test]
fn quantiles_of_many_degrees_stay_in_range() {
    let (low, high) = feldt(0.8, 20_000, 6, 0.95).unwrap();
    assert!(0.79 < low && low < 0.8 && 0.8 < high && high < 0.81, "{low} {high}");
    // Of a billion persons, by the normal distribution that F comes near: variance 2 / first + 2 / second.
    let (n, k) = (1e9_f64, 5.0);
    let expected = 0.2 * 1.959_963_984_540_054 * (2.0 / n + 2.0 / (n * (k - 1.0))).sqrt();
    let (low, high) = feldt(0.8, 1_000_000_000, 5, 0.95).unwrap();
    assert!((0.8 - low - expected).abs() <= 1e-9 && (high - 0.8 - expected).abs() <= 1e-9, "{low} {high}");
    let wide = feldt(0.8, 2, 2, 0.95).unwrap();
    assert!(wide.0 < -100.0 && wide.1 > 0.99 && wide.1 <= 1.0, "{wide:?}");
}
