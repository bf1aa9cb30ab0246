"""Quantiles of the scores of groups, in exact fractions.

Prints one JSON object a line: the sheets of a group, the minimum that is asked
for, and by scale the number of scores and the quantiles that may be shown, as
texts with two decimals. Scores and quantiles are fractions until they are
written. No package is needed.

    python3 benchmark.py 60
"""

import json
import random
import sys
from fractions import Fraction as F
from math import ceil, floor

# Scales of the flagship whose items are all choices from 1 to 5; the marked item counts turned round.
SCALES = {
    "focus.practice": ["FS1", "FS2", "FS3", "FS4", "-FS5"],
    "change.tension": ["CT1", "CT2", "CT3", "-CT4"],
    "change.practice": ["CS1", "CS2", "CS3", "CS4", "-CS5"],
}
PERCENTS = [10, 25, 50, 75, 90]


def sheet(draw):
    answers = {}
    for item in (item.strip("-") for items in SCALES.values() for item in items):
        answer = draw.choice([1, 2, 2, 3, 3, 3, 4, 4, 5, "dk", None])
        if answer is not None:
            answers[item] = answer
    return answers


def score(answers, items):
    """The mean of the answered items; none below half of them."""
    points = []
    for item in items:
        answer = answers.get(item.strip("-"), "dk")
        if answer != "dk":
            points.append(F(25 * (5 - answer if item[0] == "-" else answer - 1)))
    return sum(points) / len(points) if 2 * len(points) >= len(items) else None


def quantile(scores, percent):
    """The inverse of the distribution, the middle where it is flat."""
    at = F(len(scores) * percent, 100)
    if at == floor(at):
        return (scores[int(at) - 1] + scores[int(at)]) / 2
    return scores[ceil(at) - 1]


def shown(x):
    hundredths = floor(x * 100 + F(1, 2))
    return f"{hundredths // 100}.{hundredths % 100:02}"


def group(draw, size):
    sheets = [sheet(draw) for _ in range(size)]
    minimum = draw.choice([20, 20, 20, 30, 55])
    scales = {}
    for name, items in SCALES.items():
        scores = sorted(x for x in (score(answers, items) for answers in sheets) if x is not None)
        least = {percent: max(minimum, 50 if percent in (10, 90) else 20) for percent in PERCENTS}
        scales[name] = {"n": len(scores)} | {
            f"p{percent}": shown(quantile(scores, percent)) if len(scores) >= least[percent] else None for percent in PERCENTS
        }
    return {"sheets": sheets, "minimum": minimum, "scales": scales}


def main():
    draw = random.Random(1925)
    for n in range(int(sys.argv[1])):
        print(json.dumps(group(draw, 2 * n)))


main()
