"""Statistics in exact fractions, for matrices that the test makes in the same way.

Prints one line per matrix: the values in the order of `NAMES` in
tests/statistics/oracle.rs, `-` where undefined. Fractions are rounded once;
roots are taken with 50 digits. No package is needed.

    python3 statistics.py 10000
"""

import sys
from decimal import Decimal, getcontext
from fractions import Fraction as F

getcontext().prec = 50
MASK = (1 << 64) - 1


class Draw:
    """D. E. Knuth's linear congruential generator (MMIX), the upper 31 bits."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & MASK
        return (self.state >> 33) % n


def matrix(draw):
    n, k = 2 + draw.below(6), 1 + draw.below(5)
    # Some matrices are narrow, so that ties and constants occur.
    width = 1 + draw.below(5)
    return [[1 + draw.below(width) for _ in range(k)] for _ in range(n)]


def ranking(draw, n):
    order = list(range(n))
    for i in range(n - 1, 0, -1):
        j = draw.below(i + 1)
        order[i], order[j] = order[j], order[i]
    return order


def mean(xs):
    return F(sum(xs)) / len(xs)


def squares(xs):
    m = mean(xs)
    return sum((x - m) ** 2 for x in xs)


def variance(xs):
    return squares(xs) / (len(xs) - 1)


def over(a, b):
    return None if a is None or b is None or b == 0 else F(a) / b


def alpha(rows):
    k = len(rows[0])
    if k < 2:
        return None
    share = over(sum(variance(c) for c in zip(*rows)), variance([sum(r) for r in rows]))
    return None if share is None else F(k, k - 1) * (1 - share)


def root(x):
    return Decimal(x.numerator).__truediv__(Decimal(x.denominator)).sqrt()


def decimal(x):
    return Decimal(x.numerator) / Decimal(x.denominator)


def pearson(xs, ys):
    mx, my = mean(xs), mean(ys)
    sx, sy = squares(xs), squares(ys)
    if sx == 0 or sy == 0:
        return None
    return decimal(sum((x - mx) * (y - my) for x, y in zip(xs, ys))) / root(sx * sy)


def mean_ranks(xs):
    return [sum(y < x for y in xs) + F(sum(y == x for y in xs) + 1, 2) for x in xs]


def median(xs):
    xs = sorted(xs)
    return F(xs[(len(xs) - 1) // 2] + xs[len(xs) // 2], 2)


def deviation(xs, centre):
    return sum(abs(x - centre) for x in xs) / F(len(xs))


def a_wg(xs, choices):
    n, m, low, high = len(xs), mean(xs), 1, choices
    if m in (low, high):
        return F(1)
    if m < F(low * (n - 1) + high, n) or m > F(high * (n - 1) + low, n):
        return None
    return 1 - 2 * variance(xs) / (((high + low) * m - m * m - high * low) * F(n, n - 1))


def one_way(groups):
    total = sum(len(g) for g in groups)
    if total == len(groups):
        return None, None
    m = F(sum(sum(g) for g in groups), total)
    between = sum(len(g) * (mean(g) - m) ** 2 for g in groups) / (len(groups) - 1)
    within = sum(squares(g) for g in groups) / (total - len(groups))
    size = F(total, len(groups))
    return over(between - within, between + (size - 1) * within), over(between - within, between)


def two_way(rows):
    n, k = len(rows), len(rows[0])
    if k < 2:
        return [None] * 6
    columns, flat = list(zip(*rows)), [x for r in rows for x in r]
    rows_ss = k * sum((mean(r) - mean(flat)) ** 2 for r in rows)
    columns_ss = n * sum((mean(c) - mean(flat)) ** 2 for c in columns)
    all_ss = squares(flat)
    msr, msc = rows_ss / (n - 1), columns_ss / (k - 1)
    mse, msw = (all_ss - rows_ss - columns_ss) / ((n - 1) * (k - 1)), (all_ss - rows_ss) / (n * (k - 1))
    return [
        over(msr - msw, msr + (k - 1) * msw),
        over(msr - msw, msr),
        over(msr - mse, msr + (k - 1) * mse + k * (msc - mse) / n),
        over(msr - mse, msr + (msc - mse) / n),
        over(msr - mse, msr + (k - 1) * mse),
        over(msr - mse, msr),
    ]


def hedges(xs, ys):
    n = len(xs) + len(ys)
    pooled = (squares(xs) + squares(ys)) / F(n - 2)
    if len(xs) < 2 or len(ys) < 2 or pooled == 0:
        return None, None
    d = decimal(mean(xs) - mean(ys)) / root(pooled)
    return d, d * decimal(1 - F(3, 4 * n - 9))


def profile(xs, ys):
    n, mx, my, sx, sy = len(xs), mean(xs), mean(ys), squares(xs), squares(ys)
    c = sum((x - mx) * (y - my) for x, y in zip(xs, ys))
    twice = root(sx * sy) * 2
    double = pearson_squared(list(xs) + list(ys), list(ys) + list(xs))
    return [
        F(sum((x - y) ** 2 for x, y in zip(xs, ys))),
        n * (mx - my) ** 2,
        decimal(sx + sy) - twice,
        twice - decimal(2 * c),
        pearson(xs, ys),
        double,
    ]


def pearson_squared(xs, ys):
    """Pearson's r where both sides have the same numbers: no root is left."""
    m = mean(xs)
    return over(sum((x - m) * (y - m) for x, y in zip(xs, ys)), squares(xs))


def longest_run(xs):
    longest = run = 0
    for n, x in enumerate(xs):
        run = run + 1 if n and xs[n - 1] == x else 1
        longest = max(longest, run)
    return F(longest)


def line(draw):
    rows = matrix(draw)
    n, k = len(rows), len(rows[0])
    columns = list(zip(*rows))
    first, last, flat = columns[0], columns[-1], [x for r in rows for x in r]
    share = [variance(c) / 2 for c in columns]
    s2 = sum(share) / k
    capped = min(s2, F(1))
    values = [alpha(rows)]
    rest = [sum(r) - r[0] for r in rows]
    values.append(pearson(first, rest))
    values.append(alpha([r[1:] for r in rows]) if k > 1 else None)
    values += [1 - share[0], 1 - s2, k * (1 - capped) / (k * (1 - capped) + capped)]
    values += [deviation(first, mean(first)), deviation(first, median(first)), a_wg(first, 5)]
    values += one_way(rows)
    values += one_way([rows[0], flat[k:]])
    values += two_way(rows)
    rankings = [ranking(draw, k + 1) for _ in range(n)]
    ranks = [[r.index(o) + 1 for o in range(k + 1)] for r in rankings]
    sums = [sum(c) for c in zip(*ranks)]
    o = k + 1
    values.append(F(12) * sum((s - F(n * (o + 1), 2)) ** 2 for s in sums) / (n * n * (o**3 - o)))
    d2 = sum((x - y) ** 2 for x, y in zip(ranks[0], ranks[1]))
    values.append(1 - F(6 * d2, o * (o * o - 1)))
    values.append(pearson(mean_ranks(first), mean_ranks(last)))
    values += hedges(first, last)
    values += profile(rows[0], rows[1])
    values += [longest_run(flat), root(variance(first)), root(variance(flat) if k > 1 else variance(first))]
    return values


def text(x):
    return "-" if x is None else repr(float(x))


def main():
    draw = Draw(20260101)
    for _ in range(int(sys.argv[1])):
        print(" ".join(text(x) for x in line(draw)))


main()
