"""The rivals of the near benchmark: `rivals.py scipy|shapely|duckdb|ratios FOLDER`. Each checks that its answers are ours."""

import os
import sys
import time

from answers import LIMIT, answers, check, points


def geocentric(at):
    import numpy

    a, f = 6378137.0, 1 / 298.257223563
    e2 = f * (2 - f)
    lon, lat = numpy.radians(at[:, 0]), numpy.radians(at[:, 1])
    n = a / numpy.sqrt(1 - e2 * numpy.sin(lat) ** 2)
    return numpy.stack(
        [n * numpy.cos(lat) * numpy.cos(lon), n * numpy.cos(lat) * numpy.sin(lon), n * (1 - e2) * numpy.sin(lat)], 1)


def scipy(folder):
    import numpy
    from pyproj import Geod
    from scipy.spatial import cKDTree

    geod = Geod(ellps="WGS84")
    at, queries = points(folder, "points"), points(folder, "queries")
    start = time.process_time()
    space = geocentric(at)
    tree = cKDTree(space)
    print(f"time scipy_build {time.process_time() - start}")
    centers = geocentric(queries)
    # The chord of 10 km is a millimeter shorter: what lies between is measured.
    sure = LIMIT - LIMIT**3 / 24 / 6.335e6**2 - 1e-6
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        found = []
        for query, center in zip(queries, centers):
            near = numpy.asarray(tree.query_ball_point(center, LIMIT), dtype="int64")
            chord = numpy.sqrt(((space[near] - center) ** 2).sum(1))
            rim = near[chord > sure]
            if len(rim):
                ways = geod.inv(numpy.full(len(rim), query[0]), numpy.full(len(rim), query[1]), at[rim, 0], at[rim, 1])[2]
                near = numpy.concatenate([near[chord <= sure], rim[ways <= LIMIT]])
            found.append(near)
        best = min(best, (time.process_time() - start) / len(queries))
    print(f"time scipy_within {best}")
    check("scipy within", [numpy.sort(one) for one in found], answers(folder, "memory-within"))
    check("store within", answers(folder, "store-within"), answers(folder, "memory-within"))
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        _, nearest = tree.query(centers, 20)
        best = min(best, (time.process_time() - start) / len(queries))
    print(f"time scipy_nearest {best}")
    ours = answers(folder, "memory-nearest")
    # Chords may order two alike otherwise than the ways do: the sets decide.
    check("scipy nearest", [numpy.sort(one) for one in nearest], [numpy.sort(one) for one in ours])
    check("store nearest", answers(folder, "store-nearest"), ours)


def shapely(folder):
    import numpy
    from pyproj import Geod
    from shapely import STRtree, points as shapes, box

    geod = Geod(ellps="WGS84")
    at, queries = points(folder, "points"), points(folder, "queries")[:200]
    start = time.process_time()
    tree = STRtree(shapes(at))
    print(f"time shapely_build {time.process_time() - start}")
    start = time.process_time()
    found = []
    for lon, lat in queries:
        # A box of degrees that holds the circle, away from the poles and the antimeridian.
        high = LIMIT / 110_500
        wide = LIMIT / (111_000 * numpy.cos(numpy.radians(abs(lat) + high)))
        near = tree.query(box(lon - wide, lat - high, lon + wide, lat + high))
        ways = geod.inv(numpy.full(len(near), lon), numpy.full(len(near), lat), at[near, 0], at[near, 1])[2]
        found.append(numpy.sort(near[ways <= LIMIT]))
    print(f"time shapely_within {(time.process_time() - start) / len(queries)}")
    check("shapely within", found, answers(folder, "memory-within"))


def duckdb(folder):
    """Another reader of the same GeoPackage, every event measured on the ellipsoid."""
    import duckdb
    from duckdb_extensions import import_extension

    import_extension("spatial")
    store = duckdb.connect()
    store.load_extension("spatial")
    # Latitude first: so DuckDB's spheroid wants it.
    store.execute(f"""CREATE TABLE event AS SELECT row_number() OVER () - 1 AS id, ST_Point2D(ST_Y(geom), ST_X(geom)) AS spot
        FROM ST_Read('{folder}/events.gpkg', layer => 'events')""")
    found = []
    for lon, lat in points(folder, "queries")[:5].tolist():
        near = f"ST_Distance_Spheroid(spot, ST_Point2D({lat!r}, {lon!r})) <= {LIMIT}"
        found.append([row[0] for row in store.execute(f"SELECT id FROM event WHERE {near} ORDER BY id").fetchall()])
    check("DuckDB within", found, answers(folder, "store-within"))


def ratios(folder):
    times = {}
    for name in ["memory", "store", "scipy", "shapely", "postgis", "ogr"]:
        if os.path.exists(f"{folder}/{name}.txt"):
            for line in open(f"{folder}/{name}.txt"):
                words = line.split()
                if words[:1] == ["time"]:
                    times[words[1]] = float(words[2])
    for name, rival, ours in [
        ("near_memory_scipy", "scipy_within", "memory_within"),
        ("nearest_memory_scipy", "scipy_nearest", "memory_nearest"),
        ("near_memory_shapely", "shapely_within", "memory_within"),
        ("near_store_postgis", "postgis_within", "store_within"),
        ("nearest_store_postgis", "postgis_nearest", "store_nearest"),
        ("near_store_scipy", "scipy_within", "store_within"),
        ("load_store_ogr2ogr", "ogr2ogr", "store_load"),
        ("load_store_postgis_points", "postgis_load", "store_load")]:
        if rival in times:
            print(f"ratio {name} {times[rival] / times[ours]:.2f}")
    print(f"size near_store_mb {os.path.getsize(f'{folder}/events.gpkg') / 1e6:.0f}")
    print(f"size near_store_rss_mb {int(open(f'{folder}/rss.txt').read().split()[1]) / 1e3:.0f}")


{"scipy": scipy, "shapely": shapely, "duckdb": duckdb, "ratios": ratios}[sys.argv[1]](sys.argv[2])
