"""The names of an index, misspelt queries of them, and the rivals' times and answers.

names INDEX QUERIES NAMES: reads the names out of an index (IndexFormat.swift says where they lie).
compare WORK: SQLite FTS5 (trigrams) and rapidfuzz on the same names and queries, checked against our answers.
"""

import random
import sqlite3
import struct
import sys
import time


def read_names(path):
    data = open(path, "rb").read()
    section = lambda n: struct.unpack_from("<QQ", data, 64 + 16 * n)
    strings, _ = section(1)
    names, length = section(2)
    found = set()
    for row in range(length // 16):
        offset = strings + struct.unpack_from("<I", data, names + row * 16 + 4)[0]
        size = struct.unpack_from("<H", data, offset)[0]
        found.add(data[offset + 2 : offset + 2 + size].decode())
    return sorted(n for n in found if "\n" not in n and "\t" not in n)


def misspell(name, chance):
    letters = list(name)
    place = chance.randrange(1, len(letters) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        del letters[place]
    elif kind == 1:
        letters.insert(place, chance.choice("abcdefghijklmnopqrstuvwxyz"))
    elif kind == 2:
        letters[place] = chance.choice("abcdefghijklmnopqrstuvwxyz")
    else:
        letters[place], letters[place - 1] = letters[place - 1], letters[place]
    return "".join(letters)


def names(index, queries, out):
    chance = random.Random(7)
    all_names = read_names(index)
    with open(out, "w") as file:
        file.writelines(n + "\n" for n in all_names)
    plain = [n for n in all_names if n.isascii() and 6 <= len(n) <= 24 and n.replace(" ", "").isalpha()]
    with open(queries, "w") as file:
        for name in chance.sample(plain, min(2000, len(plain))):
            file.write(f"{name}\t{misspell(name, chance)}\n")


def compare(work):
    all_names = open(work + "/names.txt").read().split("\n")[:-1]
    rows = [line.split("\t") for line in open(work + "/queries.tsv").read().split("\n")[:-1]]
    ours, times = {}, {}
    for line in open(work + "/ours.txt"):
        cells = line.rstrip("\n").split("\t")
        if cells[0] == "answer":
            ours[cells[1]] = cells[2:]
        elif line.startswith("time"):
            times[line.split()[1]] = float(line.split()[2])
    rows = [r for r in rows if r[1] in ours]
    check(rows, ours)
    sqlite = fts(all_names, rows[:100])
    fuzzy = rapid(all_names, rows[:10])
    print(f"ratio lookup_tolerant_sqlite_fts5 {sqlite / times['lookup_tolerant']:.1f}")
    print(f"ratio lookup_tolerant_rapidfuzz {fuzzy / times['lookup_tolerant']:.1f}")


def check(rows, ours):
    right = sum(any(n.lower() == name.lower() for n in ours[wrong]) for name, wrong in rows)
    print(f"share lookup_in_five {right / len(rows):.3f}")
    if right < 0.7 * len(rows):
        sys.exit("our answers miss too many of the misspelt names")


def fts(all_names, rows):
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE names USING fts5(name, tokenize='trigram')")
    base.executemany("INSERT INTO names VALUES (?)", ((n,) for n in all_names))
    exact = rows[0][0]
    hits = {n for (n,) in base.execute("SELECT name FROM names WHERE names MATCH ?", ('"' + exact + '"',))}
    if exact not in hits:
        sys.exit(f"FTS5 does not find {exact}")
    start = time.process_time()
    for _, wrong in rows:
        grams = " OR ".join('"' + wrong[i : i + 3].replace('"', "") + '"' for i in range(len(wrong) - 2))
        base.execute("SELECT name FROM names WHERE names MATCH ? ORDER BY rank LIMIT 5", (grams,)).fetchall()
    return (time.process_time() - start) / len(rows)


def rapid(all_names, rows):
    from rapidfuzz import fuzz, process

    exact = rows[0][0]
    if process.extract(exact, all_names, scorer=fuzz.ratio, limit=1)[0][0] != exact:
        sys.exit(f"rapidfuzz does not find {exact}")
    start = time.process_time()
    for _, wrong in rows:
        process.extract(wrong, all_names, scorer=fuzz.ratio, limit=5)
    return (time.process_time() - start) / len(rows)


if __name__ == "__main__":
    names(*sys.argv[2:]) if sys.argv[1] == "names" else compare(sys.argv[2])
