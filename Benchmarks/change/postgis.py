"""The same by PostGIS: `postgis.py SOCKET FOLDER`. Maps are loaded first; only the comparison is timed."""
import json
import os
import subprocess
import sys

SQL = """
SELECT ST_Area(ST_Difference(b.g, a.g)::geography), ST_Area(ST_Difference(a.g, b.g)::geography)
FROM map a JOIN map b ON b.day = a.day + 1 ORDER BY a.day
"""
# The server's own seconds of CPU, in ticks: fields 14 and 15 of its line.
CLOCK = "SELECT 'clock ' || pg_read_file('/proc/self/stat');\n"


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
    lines = psql(socket, CLOCK + SQL.rstrip() + ";\n" + CLOCK).splitlines()
    clocks = [ticks(line) for line in lines if line.startswith("clock ")]
    print("time", (clocks[1] - clocks[0]) / os.sysconf("SC_CLK_TCK"))
    print("\n".join(line for line in lines if line[:1].isdigit()))


def ticks(line):
    return sum(map(int, line.rsplit(")", 1)[1].split()[11:13]))


main()
