"""Answers and questions of the near benchmark, as our program writes them."""

import sys

LIMIT = 10_000.0


def answers(folder, name):
    import numpy

    numbers = numpy.fromfile(f"{folder}/answers-{name}.bin", dtype="uint32")
    found, place = [], 0
    while place < len(numbers):
        count = int(numbers[place])
        found.append(numbers[place + 1 : place + 1 + count])
        place += 1 + count
    return found


def points(folder, name):
    import numpy

    return numpy.fromfile(f"{folder}/{name}.bin", dtype="float64").reshape(-1, 2)


def check(name, theirs, ours):
    """Ends the program where they are not the same, query by query, as far as theirs go."""
    import numpy

    for number, (one, other) in enumerate(zip(theirs, ours)):
        if not numpy.array_equal(numpy.asarray(one), numpy.asarray(other)):
            odd = set(map(int, one)) ^ set(map(int, other))
            sys.exit(f"{name}: the answers differ at query {number}: {sorted(odd)[:5]} ({len(odd)} of {len(other)})")
    print(f"{name}: identical answers to {len(theirs)} queries")
