"""Works out the examples of the sample instruments: the rules of scoring, written down a second time as a program.

    python3 tests/vectors/samples.py          computes all of them and prints what differs
    python3 tests/vectors/samples.py --write  writes `expected` into each example

To add one, put its name, perhaps a role or a seed, and its answers into tests/vectors/samples/NAME.json and write. Numbers are
exact fractions until they are written; only a distance between profiles is a root. What no sample uses is refused:
`show_if`, curves, allocations, predictions, weights by role, composites with `each`.
"""
import ast
import json
import math
import sys
from fractions import Fraction
from pathlib import Path

from draw import number

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "www" / "instruments" / "samples"
NUMBERS = {ast.Add: lambda a, b: a + b, ast.Sub: lambda a, b: a - b, ast.Mult: lambda a, b: a * b,
           ast.Div: lambda a, b: a / b if b else None}
TRUTHS = {ast.Eq: lambda a, b: a == b, ast.NotEq: lambda a, b: a != b, ast.Lt: lambda a, b: a < b,
          ast.LtE: lambda a, b: a <= b, ast.Gt: lambda a, b: a > b, ast.GtE: lambda a, b: a >= b}
ALL_KNOWN = {"min": min, "max": max, "sum": sum, "mean": lambda x: sum(x) / len(x), "abs": lambda x: abs(x[0])}
SOME_KNOWN = {"lowest": min, "highest": max}


def fold(text):
    return " ".join(text.replace("\u2019", "'").split()).lower()


def left(page, seed):
    """The items of a page that a seed does not draw."""
    ranked = sorted(page["items"], key=lambda item: number(seed, item))
    return ranked[page.get("draw", len(ranked)):]


class Sheet:
    """One example against its definition. A number that is missing is None, and so is an unknown truth."""

    def __init__(self, definition, answers, seed=0):
        self.definition, self.answers = definition, answers
        self.left = {item for page in definition["pages"] for item in left(page, seed)}
        self.items = {item["id"]: item for item in definition["items"]}
        self.sets = {found["id"]: found["choices"] for found in definition.get("choice_sets", [])}
        self.lists = {found["id"]: found["items"] for found in definition.get("lists", [])}
        self.dimensions = [found["id"] for found in definition.get("dimensions", [])]
        assert "show_if" not in json.dumps(definition, default=str), "conditions are not computed here"
        self.scores = {scale["id"]: self.scale(scale) for scale in definition["scales"]}
        self.composites = {}
        for composite in definition.get("composites", []):
            assert "each" not in composite
            x = self.value(composite["expression"])
            low, high = composite.get("range", (x, x))
            self.composites[composite["id"]] = None if x is None else min(max(x, low), high)

    def choices(self, inner):
        return self.sets[inner["set"]] if "set" in inner else inner["choices"]

    def answer(self, item):
        answer = self.answers.get(item)
        return None if answer == "dk" else answer

    def points(self, item):
        """0 to 100, before any key; below 0 where points are taken away."""
        answer, found = self.answer(item), self.items[item]
        (kind, inner), = found["kind"].items()
        if answer is None:
            return None
        assert "points" not in found and kind in ("choice", "multiple", "number", "ranking", "grid", "text"), kind
        return getattr(self, kind)(answer, inner, found.get("correct"))

    def choice(self, answer, inner, correct):
        choices = self.choices(inner)
        if correct:
            return Fraction(100 if answer in correct["choices"] else 0)
        chosen = next(choice for choice in choices if choice["value"] == answer)
        if "points" in chosen:
            return Fraction(chosen["points"])
        values = [choice["value"] for choice in choices]
        return Fraction(100) * (answer - min(values)) / (max(values) - min(values))

    def multiple(self, answer, inner, correct):
        right = set(correct["choices"])
        if correct.get("whole"):
            return Fraction(100 if set(answer) == right else 0)
        # As much is lost by a wrong choice as is won by a right one.
        points = sum(Fraction(100 if one in right else -100, len(right)) for one in answer)
        return max(points, Fraction(correct.get("floor", 0)))

    def number(self, answer, inner, correct):
        fits = (one for one in correct["numbers"] if abs(answer - one["value"]) <= one.get("within", 0))
        found = next(fits, None)
        return Fraction(found.get("points", 100) if found else 0)

    def ranking(self, answer, inner, correct):
        assert "whole" not in correct
        return Fraction(100 * sum(a == b for a, b in zip(answer, correct["order"])), len(answer))

    def grid(self, answer, inner, correct):
        assert "whole" not in correct
        given = {row: choice for row, choice in answer.items() if choice not in (None, "dk")}
        right = sum(given.get(pair["row"]) == pair["choice"] for pair in correct["pairs"])
        return Fraction(100 * right, len(correct["pairs"])) if given else None

    def text(self, answer, inner, correct):
        assert "case" not in correct
        if not answer["text"].strip():
            return None
        fits = (one for one in correct["texts"] if fold(one["text"]) == fold(answer["text"]))
        found = next(fits, None)
        return Fraction(found.get("points", 100) if found else 0)

    def members(self, scale):
        below = [other for other in self.definition["scales"] if other.get("parent") == scale["id"]]
        return scale["members"] + [member for other in below for member in self.members(other)]

    def weighed(self, scale):
        """Weight and keyed points of each member."""
        for member in self.members(scale):
            assert "weights" not in member and "part" not in member
            if member["item"] in self.left:
                continue
            points = self.points(member["item"])
            if points is not None and member.get("key") == "-":
                points = 100 - points
            yield Fraction(member.get("weight", 1)), points

    def scale(self, scale):
        """The weighted mean over what is answered; over everything where what is open has no points."""
        members, rule = list(self.weighed(scale)), scale["missing"]
        known = [(weight, points) for weight, points in members if points is not None]
        zero = rule.get("open") == "zero"
        if Fraction(len(known), len(members)) < rule.get("provisional", rule["scored"]) or not (known or zero):
            return None
        total = sum(weight * points for weight, points in known)
        return min(max(total / sum(weight for weight, _ in (members if zero else known)), Fraction(0)), Fraction(100))

    def value(self, source, this=None):
        return self.node(ast.parse(source, mode="eval").body, this)

    def node(self, node, this):
        if isinstance(node, ast.Constant):
            return Fraction(str(node.value))
        if isinstance(node, ast.UnaryOp):
            x = self.node(node.operand, this)
            return x if x is None else (not x if isinstance(node.op, ast.Not) else -x)
        if isinstance(node, ast.BinOp):
            a, b = self.node(node.left, this), self.node(node.right, this)
            return None if a is None or b is None else NUMBERS[type(node.op)](a, b)
        if isinstance(node, ast.Compare):
            a, b = self.node(node.left, this), self.node(node.comparators[0], this)
            return None if a is None or b is None else TRUTHS[type(node.ops[0])](a, b)
        if isinstance(node, ast.BoolOp):
            sides = [self.node(side, this) for side in node.values]
            decides = isinstance(node.op, ast.Or)
            return decides if decides in sides else (None if None in sides else not decides)
        if isinstance(node, ast.Call):
            return self.call(node.func.id, node.args, this)
        return self.name(ast.unparse(node), this)

    def call(self, function, args, this):
        if function == "points":
            return self.points(args[0].id)
        if function == "dont_know":
            return sum(self.answers.get(item) == "dk" for item in self.lists[args[0].id])
        names = [name for arg in args for name in self.spread(arg)]
        values = [self.node(name, this) for name in names]
        known = [x for x in values if x is not None]
        if function == "count":
            return len(known)
        if function == "known":
            return len(known) == len(values)
        if function in SOME_KNOWN:
            return SOME_KNOWN[function](known) if known else None
        return ALL_KNOWN[function](values) if len(known) == len(values) else None

    def spread(self, arg):
        """The names that a list or `each` stands for."""
        name = ast.unparse(arg)
        if name in self.lists:
            return [ast.Name(item) for item in self.lists[name]]
        if name.startswith("each."):
            return [ast.Name(dimension + name[4:]) for dimension in self.dimensions]
        return [arg]

    def name(self, name, this):
        name = this + name[4:] if name.startswith("this.") else name
        for known in (self.scores, self.composites):
            if name in known:
                return known[name]
        answer = self.answer(self.items[name]["id"])
        return None if answer is None else Fraction(answer)

    def band(self, band):
        x = self.composites[band["of"]]
        if x is None:
            return None
        levels = band["levels"]
        raw = max([n for n, level in enumerate(levels) if x >= level["from"]], default=0)
        level, failed = raw, []
        for n in range(raw, 0, -1):
            gates = [gate["id"] for gate in levels[n].get("gates", []) if not all(
                self.value(gate["require"], this) is True for this in (self.dimensions if "each" in gate else [None]))]
            if gates:
                level, failed = n - 1, failed + gates
        return {"level": levels[level]["id"], "raw": raw + 1, "gates": failed}

    def state(self, dimension):
        states = self.definition["states"]
        return next((state["id"] for state in states if self.value(state["when"], dimension) is True), None)

    def pick(self, id):
        pick = next(pick for pick in self.definition["picks"] if pick["id"] == id)
        (way, inner), = ((key, value) for key, value in pick.items() if key != "id")
        known = [(self.scores[f"{d}.{inner['of']}"], d) for d in self.dimensions]
        known = [(x, d) for x, d in known if x is not None]
        assert way in ("largest", "smallest") and set(inner) == {"of"}
        # Of equal ones the first.
        return (min if way == "smallest" else max)(known, key=lambda pair: pair[0])[1] if known else None

    def advice(self, advice):
        """The rules that are shown, most urgent first."""
        fired = []
        for rule in advice["rules"]:
            assert "view" not in rule and "order" not in advice
            severity = self.value(rule["severity"])
            if self.value(rule["when"]) is True and severity is not None:
                under = rule.get("dimension")
                under = self.pick(under["pick"]) if isinstance(under, dict) else under
                fired.append((severity * Fraction(rule.get("weight", 1)), under, rule["id"]))
        # Of equal priority those under a dimension come first, then the order of the rules.
        fired.sort(key=lambda rule: (-rule[0], rule[1] is None))
        shown, under = [], []
        for _, dimension, id in fired:
            full = dimension is not None and under.count(dimension) >= advice["per_dimension"]
            if len(shown) < advice["limit"] and not full:
                shown.append(id)
                under.append(dimension)
        return shown

    def quiz(self, quiz):
        scale = next(scale for scale in self.definition["scales"] if scale["id"] == quiz["scale"])
        members = list(self.weighed(scale))
        marks = sum(weight * points / 100 for weight, points in members if points is not None)
        score = self.scores[quiz["scale"]]
        passed = score >= quiz["pass"] if "pass" in quiz and score is not None else None
        return {"marks": max(marks, Fraction(0)), "of": sum(weight for weight, _ in members), "passed": passed}

    def nearest(self, archetypes):
        values = [self.name(of, None) for of in archetypes["of"]]
        if None in values:
            return None
        far = lambda at: sum((a - b) ** 2 for a, b in zip(values, at)) / len(values)
        best = min(archetypes["list"], key=lambda one: far(one["at"]))
        return {"id": best["id"], "distance": math.sqrt(far(best["at"]))}

    def expected(self):
        definition, found = self.definition, {"scales": self.scores}
        if self.composites:
            found["composites"] = self.composites
        if "bands" in definition:
            found["bands"] = {band["id"]: self.band(band) for band in definition["bands"]}
        if "states" in definition:
            found["states"] = {dimension: self.state(dimension) for dimension in self.dimensions}
        if "quiz" in definition:
            found["quiz"] = self.quiz(definition["quiz"])
        if "archetypes" in definition:
            found["nearest"] = self.nearest(definition["archetypes"])
        if "advice" in definition:
            found["advice"] = self.advice(definition["advice"])
        if "notes" in definition:
            found["notes"] = [note["id"] for note in definition["notes"] if self.value(note["when"]) is True]
        return json.loads(json.dumps(found, default=lambda x: int(x) if x.denominator == 1 else float(x)))


def written(example):
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in example.items() if key != "expected"]
    expected = ",\n".join(f"      {json.dumps(key)}: {json.dumps(value)}" for key, value in example["expected"].items())
    return "  {\n    " + ",\n    ".join(lines + ['"expected": {\n' + expected + "\n    }"]) + "\n  }"


def main():
    wrong = 0
    for file in sorted((HERE / "samples").glob("*.json")):
        definition = json.loads((SAMPLES / file.name).read_text(), parse_float=Fraction)
        examples = json.loads(file.read_text())
        for example, exact in zip(examples, json.loads(file.read_text(), parse_float=Fraction)):
            expected = Sheet(definition, exact["answers"], exact.get("seed", 0)).expected()
            if example.get("expected") != expected:
                wrong += 1
                print(f"{file.name}: {example['name']}: {expected}")
            example["expected"] = expected
        if "--write" in sys.argv:
            file.write_text("[\n" + ",\n".join(map(written, examples)) + "\n]\n")
    return min(wrong, 1) if "--write" not in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
