"""The questions of the near benchmark asked of PostGIS: `postgis.py SOCKET FOLDER [QUERIES]`."""

import subprocess
import sys
import time

from answers import LIMIT, answers, check, points


def psql(socket, text):
    command = ["psql", "-qAt", "-h", socket, "-U", "postgres", "-v", "ON_ERROR_STOP=1"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def load(socket, at):
    rows = "".join(f"{number}\tSRID=4326;POINT({lon!r} {lat!r})\n" for number, (lon, lat) in enumerate(at.tolist()))
    table = "CREATE TABLE event(id int, geog geography(Point)); COPY event FROM stdin;\n"
    start = time.perf_counter()
    psql(socket, table + rows + "\\.\nCREATE INDEX ON event USING gist (geog);")
    print("time postgis_load", time.perf_counter() - start)
    psql(socket, "VACUUM ANALYZE event;")


# The 14th and 15th fields are the ticks, of 10 ms, that the server's process has worked for us.
CPU = "SELECT 'cpu ' || sum(t::int) FROM unnest((string_to_array(pg_read_file('/proc/self/stat'), ' '))[14:15]) t;\n"


def ask(socket, name, sql, queries):
    """The ids of each query, and the server's own time for one."""
    lines = [sql.format(q=f"'SRID=4326;POINT({lon!r} {lat!r})'::geography") for lon, lat in queries.tolist()]
    # The first question warms the server up.
    out = psql(socket, lines[0] + "\n" + CPU + "\n".join(lines) + "\n" + CPU).splitlines()
    ticks = [int(line[4:]) for line in out if line.startswith("cpu ")]
    found = [[int(word) for word in line.strip("{}").split(",") if word] for line in out[1:] if not line.startswith("cpu")]
    print(f"time postgis_{name}", (ticks[1] - ticks[0]) / 100 / len(queries))
    return found


def main():
    socket, folder = sys.argv[1:3]
    queries = points(folder, "queries")[: int(sys.argv[3]) if len(sys.argv) > 3 else 200]
    load(socket, points(folder, "points"))
    within = f"SELECT array_agg(id ORDER BY id) FROM event WHERE ST_DWithin(geog, {{q}}, {LIMIT});"
    check("PostGIS within", ask(socket, "within", within, queries), answers(folder, "store-within"))
    # The operator orders by the sphere; twice as many are ordered anew.
    nearest = """SELECT array_agg(id) FROM (SELECT id FROM (SELECT id, geog FROM event ORDER BY geog <-> {q} LIMIT 40) s
        ORDER BY ST_Distance(geog, {q}), id LIMIT 20) t;"""
    check("PostGIS nearest", ask(socket, "nearest", nearest, queries), answers(folder, "store-nearest"))


main()
