//! Quantiles of the F distribution with `+ - * /` and the square root only.
//!
//! The degrees of freedom are whole, so the parameters of the incomplete beta
//! function are whole or half: its leading factor is a product of quotients.

/// Half degrees of freedom from which on the gamma function is its asymptotic
/// series: four terms of it are off by less than 1e-12.
const MANY: f64 = 128.0;

/// The number that a variable with `first` and `second` degrees of freedom stays
/// below with probability `p`, 0 < p < 1; none for other `p` or no freedom.
///
/// Found by halving, to the last bits of the beta variable. More than 2^32
/// degrees count as so many.
pub(crate) fn f_quantile(p: f64, first: usize, second: usize) -> Option<f64> {
    let [first, second] = [first, second].map(|degrees| u32::try_from(degrees).unwrap_or(u32::MAX));
    if first == 0 || second == 0 || p.is_nan() || p <= 0.0 || p >= 1.0 {
        return None;
    }
    let (mut low, mut high) = (0.0, 1.0);
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if beta(middle, first, second) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(f64::from(second) * low / (f64::from(first) * (1.0 - low)))
}

/// The regularized incomplete beta function at x, for a = first / 2 and b = second / 2.
///
/// Source: W. H. Press and others, Numerical Recipes, 3rd edition (2007), 6.4.
fn beta(x: f64, first: u32, second: u32) -> f64 {
    let (a, b) = (f64::from(first) / 2.0, f64::from(second) / 2.0);
    let factor = if a.min(b) < MANY { factor(x, first, second) } else { series(x, first, second) };
    // The fraction is quick on this side of the middle.
    if x < (a + 1.0) / (a + b + 2.0) {
        factor * fraction(x, a, b) / a
    } else {
        1.0 - factor * fraction(1.0 - x, b, a) / b
    }
}

/// x^a (1 - x)^b / B(a, b) for a = first / 2, b = second / 2.
///
/// From B(1/2, 1/2) = pi and the like upwards, by B(a + 1, b) = B(a, b) a / (a + b).
/// One of the two kinds of step makes the product larger, the other smaller:
/// taken in turn, they keep it from running out of range.
fn factor(x: f64, first: u32, second: u32) -> f64 {
    let half = |degrees: u32| degrees % 2 == 1;
    let start = |degrees, x: f64| if half(degrees) { (0.5, x.sqrt()) } else { (1.0, x) };
    let ((mut a, from_a), (mut b, from_b)) = (start(first, x), start(second, 1.0 - x));
    let whole = match (half(first), half(second)) {
        (true, true) => 1.0 / core::f64::consts::PI,
        (false, false) => 1.0,
        _ => 0.5,
    };
    let mut product = from_a * from_b * whole;
    let (last_a, last_b) = (f64::from(first) / 2.0, f64::from(second) / 2.0);
    while a < last_a || b < last_b {
        let raises_a = x * (a + b) > a;
        if b >= last_b || (a < last_a && raises_a == (product < 1.0)) {
            product *= x * (a + b) / a;
            a += 1.0;
        } else {
            product *= (1.0 - x) * (a + b) / b;
            b += 1.0;
        }
    }
    product
}

/// The same for many degrees, where steps would take too long.
///
/// Source: NIST Digital Library of Mathematical Functions, 5.11.3, with 5.11.4.
fn series(x: f64, first: u32, second: u32) -> f64 {
    let (a, b) = (f64::from(first) / 2.0, f64::from(second) / 2.0);
    let terms = |z: f64| 1.0 + (1.0 + (1.0 - 139.0 / (180.0 * z)) / (24.0 * z)) / (12.0 * z);
    let all = a + b;
    let (one, other) = (power(x * all / a, first), power((1.0 - x) * all / b, second));
    let ratio = terms(all) / (terms(a) * terms(b)) * (a * b / (2.0 * core::f64::consts::PI * all)).sqrt();
    scaled(one.0 * other.0 * ratio, one.1 + other.1)
}

/// The square root of x^n as a number from 1 to 2 and a power of 2, x > 0: it
/// may lie out of the range of a float.
fn power(x: f64, n: u32) -> (f64, i64) {
    let (mut base, mut product) = (within(x.sqrt(), 0), (1.0, 0));
    let mut rest = n;
    while rest > 0 {
        if rest % 2 == 1 {
            product = within(product.0 * base.0, product.1 + base.1);
        }
        base = within(base.0 * base.0, 2 * base.1);
        rest /= 2;
    }
    product
}

/// The same number, its first part from 1 to 2.
fn within(mut x: f64, mut twos: i64) -> (f64, i64) {
    while x >= 2.0 {
        (x, twos) = (x / 2.0, twos + 1);
    }
    while 0.0 < x && x < 1.0 {
        (x, twos) = (x * 2.0, twos - 1);
    }
    (x, twos)
}

/// The number as a float, 0 where it is too small for one.
fn scaled(x: f64, twos: i64) -> f64 {
    if twos < -1_100 { 0.0 } else { (twos..0).fold((0..twos).fold(x, |x, _| x * 2.0), |x, _| x / 2.0) }
}

/// The continued fraction of the incomplete beta function, by Lentz's method:
/// each round takes one even and one odd step.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    const LEAST: f64 = 1e-300;
    let away = |number: f64| if number.abs() < LEAST { LEAST } else { number };
    let mut above = 1.0;
    let mut below = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut whole = below;
    for m in 1..1_000_000_u32 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for step in [even, odd] {
            below = 1.0 / away(1.0 + step * below);
            above = away(1.0 + step / above);
            change = above * below;
            whole *= change;
        }
        if (change - 1.0).abs() < 1e-14 {
            break;
        }
    }
    whole
}
