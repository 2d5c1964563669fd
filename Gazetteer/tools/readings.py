"""Learns how the names of a reference table are read in the spellings of French maps: the rows `reading` of
Sources/Gazetteer/Data/spelling/arabic-latin.tsv. From the repository, with the table of places (geonameid, name,
alternate_names parted by |) and, to keep them out of what is learned, tables of spellings to measure on (geonameid):
    python3 Gazetteer/tools/readings.py sy_places.tsv [sy_variants_dev.tsv ...] > readings.txt
A few minutes. Every pair of a name and one of its French spellings is cut into pairs of pieces of up to three letters in
all ways; the ways are weighed by the shares of their pairs, the shares counted anew (EM, as Ristad and Yianilos 1998 for
single letters). A reading's price is -ln of how often the name's piece is read so, in fiftieths.
"""
import collections
import csv
import math
import sys
import unicodedata

RULES = "Sources/Gazetteer/Data/spelling/arabic-latin.tsv"
PIECE, ROUNDS, SEEN, SCALE, LONGEST, MANY = 3, 6, 8, 50, 36, 8
SCHOLARS = "\u0304\u0327\u0323\u2018"  # macron, cedilla, dot below, ayn: no French map has them


def rows(path):
    """The rows of a table by column."""
    with open(path, encoding="utf-8") as file:
        lines = (line for line in file if not line.startswith("# "))
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def rules():
    """Marks and what they are read as, the marks of French maps, articles with what they stand before."""
    marks, french, articles = {}, set(), []
    for row in rows(RULES):
        if row["rule"] == "mark":
            marks.update({mark: row["right"] for mark in row["left"].split("|")})
        elif row["rule"] == "readings":
            french.update(row["left"].split("|"))
        elif row["rule"] == "article":
            articles.append((row["left"].split("|"), tuple(filter(None, (row["right"] or "").split("|")))))
    return marks, french, articles


MARKS, FRENCH, ARTICLES = rules()


def marked(name):
    """The name in small letters, its marks as capitals; None if it has letters that are not Latin."""
    out = ""
    for letter in unicodedata.normalize("NFC", name):
        lower = letter.lower()
        plain = unicodedata.normalize("NFD", lower)[0]
        if lower in MARKS:
            out += MARKS[lower]
        elif plain.isascii() and plain.isalnum():
            out += plain
        elif letter.isalpha():
            return None
        elif letter != "." and not unicodedata.combining(letter):
            out += " "
    return out.split()


def is_article(word, following):
    """Whether a word may be the article of the next one."""
    return any(word in forms and (not before or following.startswith(before)) for forms, before in ARTICLES)


def content(name):
    """The marked words of a name in a row, `@` where a word has its article."""
    plain = [(word, "".join(c for c in word.lower() if c.isalnum())) for word in marked(name) or []]
    plain = [pair for pair in plain if pair[1]]
    words, at = [], 0
    while at < len(plain):
        if at + 1 < len(plain) and is_article(plain[at][1], plain[at + 1][1]):
            words.append("@" + plain[at + 1][0])
            at += 1
        else:
            words.append(plain[at][0])
        at += 1
    return f" {' '.join(words)} " if words else ""


def is_french(name):
    """Whether a spelling has marks of French maps and none of scholars."""
    composed = unicodedata.normalize("NFC", name).lower()
    decomposed = unicodedata.normalize("NFD", name)
    return any(c in FRENCH for c in composed) and not any(c in SCHOLARS for c in decomposed)


def pairs(table, measured):
    """Names with their French spellings, as contents."""
    held = {row["geonameid"] for path in measured for row in rows(path)}
    found = []
    for row in rows(table):
        spellings = [s for s in row["alternate_names"].split("|") if s and s != row["name"]]
        if row["geonameid"] in held or len(spellings) > MANY:
            continue
        name = content(row["name"])
        for spelling in filter(is_french, spellings):
            query = content(spelling)
            if name and query and name != query and len(name) <= LONGEST and len(query) <= LONGEST:
                found.append((name, query))
    return found


def letter_class(letter):
    """Letters that often stand for each other."""
    for letters in ("aeiouyw", "ckqg", "sz", "td", "bp", "fv"):
        if letter in letters:
            return letters[0]
    return letter


def guess(name, query):
    """The weight of a pair of pieces before anything is counted: falls with what they differ in."""
    a, b = ("".join(c for c in piece.lower() if c not in "`'@") for piece in (name, query))

    def lone(c):
        return 3 if c == " " else 0.8 if letter_class(c) == "a" or c == "h" else 1.8

    def swap(c, d):
        if (c == " ") != (d == " "):
            return 5
        return 0 if c == d else 0.7 if letter_class(c) == letter_class(d) else 2.5

    table = {(0, 0): 0}
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            ways = [table[0, 0]] if i == j == 0 else []
            if i and j:
                ways.append(table[i - 1, j - 1] + swap(a[i - 1], b[j - 1]))
            if i:
                ways.append(table[i - 1, j] + lone(a[i - 1]))
            if j:
                ways.append(table[i, j - 1] + lone(b[j - 1]))
            table[i, j] = min(ways)
    return math.exp(-3 * table[len(a), len(b)] - 2.5 * max(0, max(len(name), len(query)) - 1))


def steps(name, query, weight):
    """All steps of positive weight through a pair, place by place."""
    found = {}
    for i in range(len(name) + 1):
        for j in range(len(query) + 1):
            if abs(i - j * len(name) / len(query)) > 7:
                continue
            ways = []
            for x in range(min(PIECE, len(name) - i) + 1):
                for y in range(min(PIECE, len(query) - j) + 1):
                    # A piece on one side alone has two letters at most.
                    if (x or y) and not (x == 0 and y > 2) and not (y == 0 and x > 2):
                        pair = (name[i:i + x], query[j:j + y])
                        share = weight(pair)
                        if share > 0:
                            ways.append((i + x, j + y, pair, share))
            found[i, j] = ways
    return found


def count(name, query, weight, counts):
    """Adds how often each pair of pieces is expected in a pair of names."""
    ways = steps(name, query, weight)
    end = (len(name), len(query))
    forward = collections.defaultdict(float, {(0, 0): 1.0})
    for cell in sorted(ways):
        for x, y, _, share in ways[cell]:
            forward[x, y] += forward[cell] * share
    whole = forward[end]
    if whole <= 0 or -math.log(whole) / sum(end) > 5.2:
        return False
    back = collections.defaultdict(float, {end: 1.0})
    for cell in sorted(ways, reverse=True):
        for x, y, pair, share in ways[cell]:
            flow = share * back[x, y]
            back[cell] += flow
            counts[pair] += forward[cell] * flow / whole
    return True


def learn(found):
    """The expected number of each pair of pieces, and how often each piece stands in the names."""
    guesses, shares = {}, None

    def weight(pair):
        if shares is not None:
            return shares.get(pair, 0)
        if pair not in guesses:
            guesses[pair] = guess(*pair)
        return guesses[pair]

    for number in range(ROUNDS):
        counts, used = collections.Counter(), []
        for name, query in found:
            if count(name, query, weight, counts):
                used.append(name)
        total = sum(counts.values())
        least = 0.05 if number < 3 else SEEN / 2
        shares = {pair: (n - 0.3) / total for pair, n in counts.items() if n - 0.3 > least}
        print(f"round {number + 1}: {len(used)} pairs of names, {len(shares)} pairs of pieces", file=sys.stderr)
    standing = collections.Counter()
    for name in used:
        for i in range(len(name) + 1):
            for x in range(min(PIECE, len(name) - i) + 1):
                standing[name[i:i + x]] += 1
    return counts, standing


def main():
    counts, standing = learn(pairs(sys.argv[1], sys.argv[2:]))
    readings = collections.defaultdict(list)
    for (name, query), number in counts.items():
        if number >= SEEN:
            price = -math.log(min(1, number / standing[name])) / SCALE
            readings[name].append((price, query))
    for name in sorted(readings):
        cell = "|".join(f"{query.replace(' ', '_')}={price:.3f}" for price, query in sorted(readings[name]))
        print(f"reading\t{name.replace(' ', '_')}\t{cell}\t\t")


main()
