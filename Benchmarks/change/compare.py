"""Checks that two answers agree to a millionth and prints the ratio of their times: `compare.py NAME OURS THEIRS [SHARE [M2]]`.

SHARE is another bound: nodes that the grid of 1e-7 degrees moved by a centimeter count for more where pieces are small.
M2 is allowed beside it: changing the decimals of a map moves ground too, however small the change of a day is.
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
    share = float(sys.argv[4]) if len(sys.argv) > 4 else 1e-6
    floor = float(sys.argv[5]) if len(sys.argv) > 5 else 0
    (facts, mine), (other, answers) = read(ours), read(theirs)
    assert len(mine) == len(answers) > 0, f"{name}: {len(mine)} answers and {len(answers)}"
    for day, pair in enumerate(zip(mine, answers)):
        for a, b in zip(*pair):
            assert abs(a - b) <= share * max(abs(a), abs(b)) + floor, f"{name}, day {day + 1}: {a} and {b}"
    print(f"ratio {name} {other['time'] / facts['time']:.1f}")
    print(f"time {name} {facts['time']:.3f} s, the rival {other['time']:.3f} s")
    if facts.get("redrawn"):
        print(f"redrawn {name} {facts['redrawn']:.0f} days")


main()
