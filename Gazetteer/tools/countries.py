"""Makes Gazetteer/boundaries/countries.geojson from Natural Earth's countries in Debian's qgis-common.

Once, in a scratch folder:
    apt-get download qgis-common && dpkg-deb -x qgis-common_*.deb qgis
    python3 -m venv venv && venv/bin/pip install "shapely>=2.1"
Then from the repository:
    venv/bin/python Gazetteer/tools/countries.py SCRATCH/qgis/usr/share/qgis/resources/data/world_map.gpkg \\
        > Gazetteer/boundaries/countries.geojson
"""
import json
import sqlite3
import sys

import shapely
from shapely import wkb

# Degrees, about 5 km; the package's lines were already thinned to about that.
TOLERANCE = 0.05
# Square degrees, about 30 km2: a smaller islet is left out of a country that has more.
ISLET = 0.003
# Units that the package counts to another country than the United Nations do, or to none.
MOVED = {"Crimea": "UA", "Sevastopol": "UA", "Somaliland": "SO", "Northern Cyprus": "CY", "Dhekelia Sovereign Base Area": "CY",
         "Akrotiri Sovereign Base Area": "CY", "US Naval Base Guantanamo Bay": "CU", "Baykonur Cosmodrome": "KZ"}


def place_ids():
    """The id and name of each country in Gazetteer/places/countries.tsv, by its ISO 3166-1 alpha-2 code."""
    rows = [line.split("\t") for line in open("Gazetteer/places/countries.tsv", encoding="utf-8")]
    return {row[8]: (row[0], row[2]) for row in rows if len(row) > 8 and row[1] == "country"}


def shape(blob):
    """The geometry of a GeoPackage blob: a header of 8 bytes and an envelope, then WKB."""
    return wkb.loads(bytes(blob[8 + (0, 32, 48, 48, 64)[blob[3] >> 1 & 7]:]))


def feature(place_id, name, country, shape):
    """A GeoJSON feature with right-hand rings and five decimals."""
    geometry = json.loads(shapely.to_geojson(shapely.orient_polygons(shape)), parse_float=lambda text: round(float(text), 5))
    return {"type": "Feature", "properties": {"id": place_id, "name": name, "kind": "country", "country": country},
            "geometry": geometry}


def syria():
    """Syria as its governorates draw it, finer than Natural Earth does."""
    with open("Gazetteer/boundaries/syria-governorates.geojson", encoding="utf-8") as file:
        return shapely.union_all([shapely.geometry.shape(f["geometry"]) for f in json.load(file)["features"]])


def larger_parts(shape):
    """The shape without its islets."""
    parts = shapely.get_parts(shape)
    large = [part for part in parts if part.area > ISLET]
    return shapely.union_all(large) if large else shape


def main():
    units = {}
    # Dissolved from the first-level units, whose codes are more complete than those of the package's country layer.
    for name, code, blob in sqlite3.connect(sys.argv[1]).execute("select name, iso_a2, geom from states_provinces"):
        units.setdefault(MOVED.get(name, code), []).append(shapely.make_valid(shape(blob)))
    ids = place_ids()
    codes = sorted(set(units) & set(ids))
    thin = shapely.coverage_simplify([shapely.union_all(units[code]) for code in codes], TOLERANCE)
    homeland = syria()
    shapes = [homeland if code == "SY" else larger_parts(g.difference(homeland)) for code, g in zip(codes, thin)]
    lines = ",\n".join(json.dumps(feature(*ids[code], code, g), ensure_ascii=False, separators=(",", ":"))
                       for code, g in zip(codes, shapes) if not g.is_empty)
    head = {"type": "FeatureCollection",
            "source": "Natural Earth 1:10m (www.naturalearthdata.com), as thinned in Debian's qgis-common 3.22 (world_map.gpkg), "
                      "dissolved by Gazetteer/tools/countries.py; Syria from syria-governorates.geojson (geoBoundaries)",
            "licence": "public domain; Syria CC BY 4.0"}
    print(json.dumps(head, ensure_ascii=False)[:-1] + ',"features":[\n' + lines + "\n]}")


main()
