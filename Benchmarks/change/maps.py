"""Draws the control maps of the benchmark: `maps.py FOLDER DAYS VERTICES PAIR_VERTICES`.

FOLDER/days/control_YYYYMMDD.geojson is a daily map of a ring in which about 2 % of the edges move each day (six runs of
neighboring corners), as on published maps; FOLDER/redrawn is the same of a publisher who wrote six decimals on every
other day; FOLDER/before.geojson and after.geojson differ in every corner. The rings are drawn as distances from a center,
so that they never cross themselves. The same numbers every time.
"""
import datetime
import json
import math
import os
import random
import sys

CENTER = (37.5, 48.2)


def corners(distances, digits=7):
    count = len(distances)
    turn = 2 * math.pi / count
    ring = [
        [round(CENTER[0] + 1.4 * r * math.cos(turn * i), digits), round(CENTER[1] + r * math.sin(turn * i), digits)]
        for i, r in enumerate(distances)
    ]
    return ring + ring[:1]


def write(path, ring):
    geometry = {"type": "MultiPolygon", "coordinates": [[ring]]}
    feature = {"type": "Feature", "properties": {}, "geometry": geometry}
    with open(path, "w") as file:
        json.dump({"type": "FeatureCollection", "features": [feature]}, file)


def ragged(count, rng):
    wobble = [(rng.uniform(0, 0.05), rng.uniform(0, 6.3), k) for k in range(2, 12)]
    return [
        1.2 + sum(a * math.cos(k * 2 * math.pi * i / count + p) for a, p, k in wobble) + rng.uniform(-1e-3, 1e-3)
        for i in range(count)
    ]


def main():
    folder, days, vertices, pair = sys.argv[1], *map(int, sys.argv[2:])
    rng = random.Random(365)
    for name in ("days", "redrawn"):
        os.makedirs(os.path.join(folder, name), exist_ok=True)
    ring, day = ragged(vertices, rng), datetime.date(2024, 1, 1)
    for number in range(days):
        stamp = (day + datetime.timedelta(days=number)).strftime("%Y%m%d")
        write(f"{folder}/days/control_{stamp}.geojson", corners(ring))
        write(f"{folder}/redrawn/control_{stamp}.geojson", corners(ring, 6 if number % 2 else 7))
        for _ in range(6):
            start, step = rng.randrange(vertices), rng.uniform(-0.02, 0.02)
            for i in range(start, start + vertices // 330):
                ring[i % vertices] += step * rng.uniform(0.5, 1.5)
    ring = ragged(pair, rng)
    write(f"{folder}/before.geojson", corners(ring))
    write(f"{folder}/after.geojson", corners([r + rng.uniform(-1e-3, 1e-3) for r in ring]))


main()
