"""The rivals' way: shapely with pyproj's Geod, and geopandas. `rivals.py series|pair WAY FOLDER`.

Prints `time SECONDS`, then a line a day: gained and lost ground in square meters.
"""
import json
import sys
import time

import shapely
from pyproj import Geod
from shapely.geometry import shape

GEOD = Geod(ellps="WGS84")


def area(geometry):
    # GEOS winds all rings of a result alike, so that the signed areas of exteriors and holes sum to the area.
    return abs(GEOD.geometry_area_perimeter(geometry)[0])


def load(path):
    with open(path) as file:
        features = json.load(file)["features"]
    return shape(features[0]["geometry"])


def ours(a, b, **grid):
    return area(shapely.difference(b, a, **grid)), area(shapely.difference(a, b, **grid))


def frames(a, b):
    gained = b.overlay(a, how="difference", keep_geom_type=True)
    lost = a.overlay(b, how="difference", keep_geom_type=True)
    return sum(map(area, gained.geometry)), sum(map(area, lost.geometry))


def files(folder):
    import os
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder))]


def series(way, folder):
    maps = [load(path) for path in files(folder)]
    if way == "geopandas":
        import geopandas
        maps = [geopandas.GeoDataFrame(geometry=[m], crs=4326) for m in maps]
    start = time.process_time()
    answers = [(frames if way == "geopandas" else ours)(a, b) for a, b in zip(maps, maps[1:])]
    return time.process_time() - start, answers


def pair(way, folder):
    start = time.process_time()
    a, b = (load(f"{folder}/{name}.geojson") for name in ("before", "after"))
    answers = [ours(a, b, **({"grid_size": 1e-7} if way == "grid" else {}))]
    return time.process_time() - start, answers


def main():
    what, way, folder = sys.argv[1:]
    seconds, answers = (series if what == "series" else pair)(way, folder)
    print("time", seconds)
    for gained, lost in answers:
        print(repr(gained), repr(lost))


main()
