"""Checks that two answers agree to a millionth and prints the ratio of their times: `compare.py NAME OURS THEIRS`.

With --loosely the ground of redrawn maps is compared: what changing the decimals moved, a ten-thousandth of it at most.
"""
import sys


def read(path):
    facts, answers = {}, []
    for line in open(path):
        words = line.split()
        if words[0][0].isalpha():
            facts[words[0]] = float(words[1])
        else:
            answers.append(tuple(map(float, words)))
    return facts, answers


def main():
    name, ours, theirs = sys.argv[1:4]
    (facts, mine), (other, answers) = read(ours), read(theirs)
    assert len(mine) == len(answers) > 0, f"{name}: {len(mine)} answers and {len(answers)}"
    tolerance = 1e-3 if "--loosely" in sys.argv else 1e-6
    for day, pair in enumerate(zip(mine, answers)):
        for a, b in zip(*pair):
            # The grid of 1e-7 degrees moves a node by a centimeter: 50 square meters where edges are kilometers long.
            assert abs(a - b) <= tolerance * max(abs(a), abs(b)) + 50, f"{name}, day {day + 1}: {a} and {b}"
    print(f"ratio {name} {other['time'] / facts['time']:.1f}")
    print(f"time {name} {facts['time']:.3f} s, the rival {other['time']:.3f} s")
    if facts.get("redrawn"):
        print(f"redrawn {name} {facts['redrawn']:.0f} days")


main()
