"""How the flagship has done in a group, in exact fractions, from the tables of its design.

Reads answers, a JSON object a line; prints one JSON object. Fractions are rounded once, roots are taken with
50 digits. The interval of alpha is found by halving over a series of the incomplete beta function that the core
does not use. No package is needed.
"""

import json
import sys
from decimal import Decimal, getcontext
from fractions import Fraction as F
from math import exp, lgamma, log

getcontext().prec = 50

SCALES = {
    "demand.tension": ["DT1", "DT2", "DT3", "-DT4"],
    "demand.practice": ["DS1", "DS2", "DS3", "-DS4", "DS5"],
    "focus.tension": ["FT1", "FT2", "FT3", "-FT4"],
    "focus.practice": ["FS1", "FS2", "FS3", "FS4", "-FS5"],
    "change.tension": ["CT1", "CT2", "CT3", "-CT4"],
    "change.practice": ["CS1", "CS2", "CS3", "CS4", "-CS5"],
}
CURVES = {
    "DT1": [(10, 100), (30, 50), (60, 0)],
    "DT2": [(0, 0), (30, 50), (60, 100)],
    "FT1": [(20, 0), (50, 50), (80, 100)],
}


def curve(corners, x):
    if x <= corners[0][0]:
        return F(corners[0][1])
    for (a, low), (b, high) in zip(corners, corners[1:]):
        if x <= b:
            return low + F(high - low) * (x - a) / (b - a)
    return F(corners[-1][1])


def points(answers, member):
    """In the direction of the scale; None where there is no answer."""
    item = member.lstrip("-")
    answer = answers.get(item)
    if answer is None or answer == "dk":
        return None
    if item == "FT1":
        answer = answer["keep"] + answer["requests"]
    found = curve(CURVES[item], answer) if item in CURVES else F(25 * (answer - 1))
    return 100 - found if member.startswith("-") else found


def decimal(x):
    return Decimal(x.numerator) / Decimal(x.denominator)


def mean(xs):
    return F(sum(xs)) / len(xs)


def products(xs, ys):
    mx, my = mean(xs), mean(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys))


def variance(xs):
    return products(xs, xs) / (len(xs) - 1)


def alpha(columns):
    k, total = len(columns), [sum(row) for row in zip(*columns)]
    if k < 2 or len(total) < 2 or variance(total) == 0:
        return None
    return F(k, k - 1) * (1 - sum(variance(column) for column in columns) / variance(total))


def pearson(xs, ys):
    xx, yy = products(xs, xs), products(ys, ys)
    return None if xx == 0 or yy == 0 else float(decimal(products(xs, ys)) / decimal(xx * yy).sqrt())


def below(x, a, b):
    """The regularized incomplete beta function by its hypergeometric series."""
    if x > (a + 1) / (a + b + 2):
        return 1 - below(1 - x, b, a)
    term, total, n = 1.0, 1.0, 0
    while term > 1e-18 * total:
        term *= x * (a + b + n) / (a + 1 + n)
        total += term
        n += 1
    return total * exp(a * log(x) + b * log(1 - x) + lgamma(a + b) - lgamma(a) - lgamma(b)) / a


def quantile(p, first, second):
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle, first / 2, second / 2) < p else (low, middle)
    return second * low / (first * (1 - low))


def scale(sheets, members):
    rows = [[points(sheet, member) for member in members] for sheet in sheets]
    full = [row for row in rows if None not in row]
    columns, n, k = list(zip(*full)), len(full), len(members)
    items = []
    for i, member in enumerate(members):
        given = [row[i] for row in rows if row[i] is not None]
        rest = [sum(row) - row[i] for row in full]
        without = alpha(columns[:i] + columns[i + 1 :])
        unknown = sum(sheet.get(member.lstrip("-")) == "dk" for sheet in sheets)
        items.append({
            "id": member.lstrip("-"), "reversed": member.startswith("-"), "n": len(given), "dont_know": unknown,
            "mean": float(mean(given)), "dont_know_share": float(F(unknown, len(given) + unknown)),
            "item_total": pearson(columns[i], rest), "alpha_if_deleted": float(without),
        })
    a = alpha(columns)
    sd = decimal(variance([F(sum(row)) / k for row in full])).sqrt()
    low, high = [1 - float(1 - a) * quantile(p, n - 1, (n - 1) * (k - 1)) for p in (0.975, 0.025)]
    sem = sd * (1 - decimal(min(max(a, F(0)), F(1)))).sqrt()
    return {"n": n, "alpha": float(a), "low": low, "high": high, "sd": float(sd), "sem": float(sem), "items": items}


def index(sheet):
    """Six decimals, as computed numbers tie; None where a practice scale has too few answers."""
    product = F(1)
    for id, members in SCALES.items():
        if id.endswith("practice"):
            given = [x for x in (points(sheet, member) for member in members) if x is not None]
            if 2 * len(given) < len(members):
                return None
            product *= max(mean(given), 5)
    return (decimal(product) ** (Decimal(1) / 3)).quantize(Decimal("0.000001"))


def mean_ranks(xs):
    return [sum(y < x for y in xs) + F(sum(y == x for y in xs) + 1, 2) for x in xs]


def main():
    sheets = [json.loads(line) for line in sys.stdin]
    both = [(index(sheet), sheet.get("G1")) for sheet in sheets]
    both = [(x, y) for x, y in both if x is not None and y not in (None, "dk")]
    rho = pearson(*[mean_ranks(xs) for xs in zip(*both)])
    print(json.dumps({
        "scales": {id: scale(sheets, members) for id, members in SCALES.items()},
        "agreement": {"n": len(both), "rho": rho},
    }))


main()
