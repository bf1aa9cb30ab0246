"""Reads result links: the format, written down a second time as a program.

    python3 tests/vectors/link.py         reads tests/vectors/link.csv and prints what differs
    read(definition, fingerprint, text)   -> (outcome, answers document or None)

A token is a row of letters, each a digit to base 61: the version 1, a number, six check digits. Taken as the
coefficients of a polynomial, the first the highest, its digits leave the remainder 1 1 1 1 1 1 when divided by
x^6 + 12x^5 + 35x^4 + 36x^3 + 23x^2 + 55x + 30 over the field of 61 elements. The number is mixed radix, the lowest
digit first: fingerprint (32 bits), role, items; code 0 is "not answered", 1 "don't know", answers count from 2. A code
of more than 2^32 takes several digits, the lowest 32 bits first. Definition and radices alone decide the length.
"""
import csv
import json
import math
import re
import sys
from pathlib import Path
from urllib.parse import unquote_to_bytes

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
CHECKS = (12, 35, 36, 23, 55, 30)
HERE = Path(__file__).parent


def candidates(text):
    """Runs behind `r=` in the text and in what its % signs stand for, up to three times; else the text itself."""
    found, data = [], text.encode()
    for _ in range(4):
        for run in re.findall(rb"(?<![A-Za-z0-9])r=(?:3D)?([A-Za-z0-9]{10,})", data):
            found += [run.decode()] if run.decode() not in found else []
        data = unquote_to_bytes(data)
    bare = re.fullmatch(r"[^A-Za-z0-9]*([A-Za-z0-9]{10,})[^A-Za-z0-9]*", text)
    return found or ([bare[1]] if bare else [])


def checked(digits):
    rest = [0] * 6
    for digit in digits:
        high, rest = rest[0], rest[1:] + [digit]
        rest = [(r - c * high) % 61 for r, c in zip(rest, CHECKS)]
    return rest == [1] * 6


def split(ways):
    """The radices of one code out of so many."""
    return [2**32, *split((ways - 1 >> 32) + 1)] if ways > 2**32 else [ways]


class Item:
    def __init__(self, item, definition):
        items = {other["id"]: other for other in definition["items"]}
        sets = {entry["id"]: [c["value"] for c in entry["choices"]] for entry in definition.get("choice_sets", [])}
        (kind, detail), = item["kind"].items()
        self.id, self.guess = item["id"], kind == "prediction"
        if self.guess:  # a choice among what the other person can choose, or can put first
            (_, detail), = items[detail["of"]]["kind"].items()
            kind = "choice"
        self.kind, self.detail, self.rows = kind, detail, sets.get(detail.get("rows"), [])
        self.values = sets.get(detail.get("set"), [c["value"] for c in detail.get("choices", [])])
        n, step = len(self.values), detail.get("step", 1)
        self.ways = 2 + {
            "choice": lambda: n,
            "grid": lambda: n,  # each row by itself
            "number": lambda: round((detail["max"] - detail["min"]) / step) + 1,
            "allocation": lambda: math.comb(int(detail["total"]) + n - 1, n - 1),
            "ranking": lambda: math.factorial(n),
        }[kind]()
        self.codes = [self.ways] * (len(self.rows) if kind == "grid" else 1)

    def answer(self, codes):
        if self.kind == "grid":
            return {row: [None, "dk", *self.values][code] for row, code in zip(self.rows, codes) if code} or None
        code, values = codes[0] - 2, list(self.values)
        if code < 0:
            return "dk" if code == -1 else None
        if self.kind == "choice":
            return values[code]
        if self.kind == "number":
            x = round(self.detail["min"] + code * self.detail.get("step", 1), 6)
            return int(x) if x == int(x) else x
        if self.kind == "ranking":  # factorial system: which of the options that are left
            places = []
            for radix in range(1, len(values) + 1):
                code, place = divmod(code, radix)
                places.insert(0, place)
            return [values.pop(place) for place in places]
        left, shares = int(self.detail["total"]), []  # all divisions by the first part, then the second, ...
        for behind in range(len(values) - 1, 0, -1):
            share = 0
            while code >= math.comb(left - share + behind - 1, behind - 1):
                code -= math.comb(left - share + behind - 1, behind - 1)
                share += 1
            left, shares = left - share, shares + [share]
        return dict(zip(values, shares + [left]))


def open_token(definition, fingerprint, token):
    items = [Item(item, definition) for item in definition["items"]]
    roles = [{}, *definition.get("roles", [])]
    capacity = math.prod([2**32, len(roles)] + [radix for item in items for ways in item.codes for radix in split(ways)])
    length = 7 + next(n for n in range(1, 10**6) if 61**n >= capacity)
    digits = [ALPHABET.find(letter) for letter in token]
    if -1 in digits or not checked(digits):
        return ("link-truncated" if len(digits) < length else "link-damaged"), None
    if digits[0] != 1:
        return "link-version", None
    value = 0
    for digit in digits[1:-6]:
        value = value * 61 + digit
    if value % 2**32 != int(fingerprint, 16):
        known = [edition["fingerprint"] for edition in definition.get("editions", [])]
        return ("link-edition" if f"{value % 2**32:08x}" in known else "link-other"), None
    if len(digits) != length or value >= capacity:
        return "link-damaged", None
    value, role = divmod(value >> 32, len(roles))
    answers = {}
    for item in items:
        codes = []
        for ways in item.codes:
            code, unit = 0, 1
            for radix in split(ways):
                value, digit = divmod(value, radix)
                code, unit = code + digit * unit, unit * radix
            codes.append(code)
        answer = item.answer(codes) if max(codes) < item.ways else None
        if max(codes) >= item.ways or (answer is not None and item.guess and "counterpart" not in roles[role]):
            return "link-damaged", None
        answers |= {} if answer is None else {item.id: answer}
    document = {"instrument": definition["id"], "version": definition["version"], "answers": answers}
    return "ok", document | ({"role": roles[role]["id"]} if role else {})


def read(definition, fingerprint, text):
    found = [open_token(definition, fingerprint, c) for c in candidates(text)] if len(text.encode()) <= 8192 else []
    return next((one for one in found if one[0] == "ok"), found[0] if found else ("link-missing", None))


def main():
    wrong = 0
    for line, row in enumerate(csv.DictReader((HERE / "link.csv").open(newline="")), 2):
        definition = json.loads((HERE / row["definition"]).read_text())
        found = read(definition, row["fingerprint"], row["text"])
        if found != (row["outcome"], json.loads(row["answers"]) if row["answers"] else None):
            wrong += 1
            print(f"link.csv:{line}: {found}")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
