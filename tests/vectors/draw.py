"""The draw of a pool, as a program of its own: prints a number for a seed and a word,
or with more words the order in which they are drawn.

    python3 tests/vectors/draw.py 1 Q1 Q2 Q3
"""

import sys

WIDE = (1 << 64) - 1


def number(seed, word):
    x = 0xCBF29CE484222325
    for byte in seed.to_bytes(4, "big") + word.encode() + b"\xff":
        x = (x ^ byte) * 0x100000001B3 & WIDE
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9 & WIDE
    x = (x ^ x >> 27) * 0x94D049BB133111EB & WIDE
    return x ^ x >> 31


if __name__ == "__main__":
    seed, words = int(sys.argv[1]), sys.argv[2:]
    if len(words) == 1:
        print(number(seed, words[0]))
    else:
        print(*sorted(words, key=lambda word: number(seed, word)))
