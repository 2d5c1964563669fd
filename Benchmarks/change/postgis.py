"""The same by PostGIS: `postgis.py SOCKET FOLDER`. Maps are loaded first; only the comparison is timed."""
import json
import os
import subprocess
import sys
import time

SQL = """
SELECT ST_Area(ST_Difference(b.g, a.g)::geography), ST_Area(ST_Difference(a.g, b.g)::geography)
FROM map a JOIN map b ON b.day = a.day + 1 ORDER BY a.day
"""


def psql(socket, text):
    command = ["psql", "-q", "-At", "-F", " ", "-h", socket, "-U", "postgres", "-v", "ON_ERROR_STOP=1"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def main():
    socket, folder = sys.argv[1:]
    rows = []
    for day, name in enumerate(sorted(os.listdir(folder))):
        geometry = json.load(open(os.path.join(folder, name)))["features"][0]["geometry"]
        rows.append(f"{day}\t{json.dumps(geometry)}")
    load = "CREATE TABLE raw(day int, j text); COPY raw FROM stdin;\n" + "\n".join(rows) + "\n\\.\n"
    psql(socket, load + "CREATE TABLE map AS SELECT day, ST_GeomFromGeoJSON(j) g FROM raw; ANALYZE map;")
    start = time.perf_counter()
    answers = psql(socket, SQL)
    # The server works on one core while we wait for it; its time of day is its time of CPU on an idle machine.
    seconds = time.perf_counter() - start
    print("time", seconds)
    print(answers, end="")


main()
