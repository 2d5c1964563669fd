"""Finds places in stories by the rivals: `rivals.py STORIES.jsonl NAMES.tsv GOLD.jsonl|- RIVAL`.

NAMES.tsv (name, lat, lon, population) is what the program's own index holds. Prints `bytes N`, `found N`,
`time RIVAL SECONDS` of processor time, best of three passes, and with gold `right N` and `wrong N`: distinct names of
a document whose place (the most populous of that name) lies within 161 km of a gold place of the document, or not.
"""
import json
import math
import sys
import time


def stories(path):
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        title = row.get("title") or ""
        yield row.get("docid") or row.get("id"), (title + "\n\n" + row["text"]) if title else row["text"]


def places(path):
    best = {}
    for line in open(path, encoding="utf-8"):
        name, lat, lon, population = line.rstrip("\n").split("\t")
        if name not in best or int(population) > best[name][2]:
            best[name] = (float(lat), float(lon), int(population))
    return best


def automaton(names):
    import ahocorasick

    found = ahocorasick.Automaton()
    for name in names:
        found.add_word(name, name)
    found.make_automaton()

    def extract(text):
        hits, length = [], len(text)
        for end, name in found.iter_long(text):
            start = end + 1 - len(name)
            if (start == 0 or not text[start - 1].isalnum()) and (end + 1 == length or not text[end + 1].isalnum()):
                hits.append(name)
        return hits

    return extract


def flashgeotext():
    from flashgeotext.geotext import GeoText

    geotext = GeoText()

    def extract(text):
        found = geotext.extract(text)
        return [name for kind in ("cities", "countries") for name in found[kind]]

    return extract


def geotext():
    from geotext import GeoText

    def extract(text):
        found = GeoText(text)
        return list(found.cities) + list(found.countries)

    return extract


def distance(a, b):
    lat1, lon1, lat2, lon2 = map(math.radians, (*a[:2], *b[:2]))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))


def gold(path):
    found = {}
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        if row.get("lat") is not None:
            found.setdefault(row["docid"], set()).add((row["lat"], row["lon"]))
    return found


def main():
    path, table, truth, rival = sys.argv[1:5]
    known = places(table)
    extract = {"pyahocorasick": lambda: automaton(known), "flashgeotext": flashgeotext, "geotext": geotext}[rival]()
    texts = list(stories(path))
    print("bytes", sum(len(text.encode()) for _, text in texts))
    best = math.inf
    for _ in range(3):
        start = time.process_time()
        hits = [extract(text) for _, text in texts]
        best = min(best, time.process_time() - start)
    print("found", sum(map(len, hits)))
    print("time", rival, best)
    if truth != "-":
        truths = gold(truth)
        right = wrong = 0
        for (doc, _), names in zip(texts, hits):
            for name in set(names):
                place = known.get(name)
                if any(place and distance(place, point) <= 161 for point in truths.get(doc, ())):
                    right += 1
                else:
                    wrong += 1
        print("right", right)
        print("wrong", wrong)


main()
