"""Checks the control lists of Gazetteer/control: every place known, every date in range, every change following from the
state before it, nothing twice. From the repository:
    python3 Gazetteer/tools/control.py
Prints one line a fault and a summary; ends with status 1 if there is a fault.
"""
import datetime
import glob
import sys

FIRST, LAST = "2019-12-19", "2020-03-06"
START = "Gazetteer/control/idlib-2019-12-19.tsv"
CHANGES = "Gazetteer/control/idlib-changes.tsv"
CLAIMS = "Gazetteer/control/claims.tsv"
FIGURES = "Gazetteer/control/idlib-claims.tsv"
COLUMNS = {START: "place_id name side status date source source_date note",
           CHANGES: "date place_id name from to status doubt source source_date note",
           CLAIMS: "claim value unit date source note",
           FIGURES: "id kind value unit side since until within quote source source_date note"}
STATUSES = {"held", "claimed", "contested", "besieged", "unknown"}
DOUBTS = {"", "date", "place", "disputed", "single"}
faults = []


def fault(path, line, text):
    """Notes a fault at a line of a file."""
    faults.append(f"{path}:{line}: {text}")


def table(path):
    """The rows of a table as (line number, row by column); faults of its form are noted."""
    lines = open(path, encoding="utf-8").read().split("\n")
    if not lines[0].startswith("# source: ") or "licence: " not in lines[0]:
        fault(path, 1, "the first line names no source and licence")
    body = [(at, line) for at, line in enumerate(lines, 1) if line and not line.startswith("#")]
    header = body[0][1].split("\t")
    if path in COLUMNS and header != COLUMNS[path].split():
        fault(path, body[0][0], f"columns are {' '.join(header)}")
    rows = []
    for at, line in body[1:]:
        cells = line.split("\t")
        if len(cells) != len(header):
            fault(path, at, f"{len(cells)} cells, {len(header)} columns")
        else:
            rows.append((at, dict(zip(header, cells))))
    return rows


def is_date(text):
    """Whether a text is a day as YYYY-MM-DD."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def check_sources(path, at, row):
    """Sources are named, each with its day, in two lists of one length."""
    sources, days = row["source"].split("|"), row["source_date"].split("|")
    if "" in sources or len(sources) != len(days):
        fault(path, at, "source and source_date do not pair")
    for day in days:
        if not is_date(day):
            fault(path, at, f"source_date {day} is no day")


def check_place(path, at, row, places):
    """The place is in the gazetteer under the same name."""
    name = places.get(row["place_id"])
    if name is None:
        fault(path, at, f"{row['place_id']} is not in Gazetteer/places")
    elif name != row["name"]:
        fault(path, at, f"{row['place_id']} is {name}, not {row['name']}")


def check_start(places, sides):
    """The state at the start, by place."""
    state = {}
    for at, row in table(START):
        check_place(START, at, row, places)
        check_sources(START, at, row)
        if row["place_id"] in state:
            fault(START, at, f"{row['name']} stands twice")
        if row["date"] != FIRST:
            fault(START, at, f"date {row['date']} is not {FIRST}")
        if row["status"] not in STATUSES:
            fault(START, at, f"status {row['status']}")
        if row["side"] not in sides:
            fault(START, at, f"{row['side']} is no actor's name")
        state[row["place_id"]] = row["side"]
    return state


def check_changes(state, places, sides):
    """Each change follows from the state before it; one that is not `held` leaves the state as it was."""
    seen, before, counts = set(), FIRST, {}
    for at, row in table(CHANGES):
        check_place(CHANGES, at, row, places)
        check_sources(CHANGES, at, row)
        key = (row["date"], row["place_id"], row["to"])
        if key in seen:
            fault(CHANGES, at, f"{row['name']} changes twice to {row['to']} on {row['date']}")
        seen.add(key)
        if not is_date(row["date"]) or not FIRST <= row["date"] <= LAST:
            fault(CHANGES, at, f"date {row['date']} is not from {FIRST} to {LAST}")
        if row["date"] < before:
            fault(CHANGES, at, f"{row['date']} stands after {before}")
        before = row["date"]
        if row["status"] not in STATUSES or row["doubt"] not in DOUBTS:
            fault(CHANGES, at, f"status {row['status']}, doubt {row['doubt']}")
        if row["to"] not in sides or row["from"] == row["to"]:
            fault(CHANGES, at, f"from {row['from']} to {row['to']}")
        if state.get(row["place_id"]) != row["from"]:
            fault(CHANGES, at, f"{row['name']} is held by {state.get(row['place_id'])}, not by {row['from']}")
        if row["status"] == "held":
            state[row["place_id"]] = row["to"]
        kind = f"{row['status']} {row['doubt'] or 'sure'}"
        counts[kind] = counts.get(kind, 0) + 1
    return counts


def check_claims():
    """Published totals: a number each, a day, a source."""
    rows = table(CLAIMS)
    for at, row in rows:
        if not row["source"] or not is_date(row["date"]):
            fault(CLAIMS, at, f"date {row['date']}, source {row['source']}")
        if row["unit"] != "date" and not row["value"].replace(".", "", 1).isdigit():
            fault(CLAIMS, at, f"value {row['value']}")
        if row["unit"] == "date" and not is_date(row["value"]):
            fault(CLAIMS, at, f"value {row['value']} is no day")
    for at, row in table(FIGURES):
        check_sources(FIGURES, at, row)
        if not is_date(row["since"]) or not is_date(row["until"]) or not row["since"] <= row["until"]:
            fault(FIGURES, at, f"from {row['since']} to {row['until']}")
        if row["kind"] not in {"area", "count"} or not row["value"].replace(".", "", 1).isdigit():
            fault(FIGURES, at, f"{row['kind']} {row['value']}")
    ids = [row["id"] for _, row in table(FIGURES)]
    if len(ids) != len(set(ids)):
        fault(FIGURES, 2, "an id stands twice")
    return len(rows) + len(ids)


def main():
    """Runs all checks; the status to end with."""
    places = {row["id"]: row["name"] for path in sorted(glob.glob("Gazetteer/places/*.tsv")) for _, row in table(path)}
    actors = [row["name"] for path in sorted(glob.glob("Sources/EventCoding/Data/actors/*.tsv")) for _, row in table(path)]
    state = check_start(places, set(actors))
    held = len(state)
    counts = check_changes(state, places, set(actors))
    claims = check_claims()
    print("\n".join(faults) if faults else "no fault")
    print(f"{held} places at the start, {sum(counts.values())} changes ({', '.join(f'{n} {k}' for k, n in sorted(counts.items()))}), "
          f"{claims} claims")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
