import Foundation
import TestSupport
import Testing

/// Every file that the control commands write, against the JSON Schemas, by an independent validator.
@Suite struct `Files of control against the schemas` {
  private let scratch = Scratch()

  private func run(_ arguments: String...) {
    _ = Program.data
    let outcome = Program.start(Program.path, ["control"] + arguments, [], [:], scratch.path)
    #expect(outcome.status == 0, "control \(arguments): \(outcome.errors)")
  }

  private func write() {
    let sides = (0..<6).map { number in
      "v\(number)\tVillage \(number)\t\(number < 3 ? "Government of Syria" : "Syrian opposition")\t35.7\t36.\(number)5"
    }
    let source = "# source: a test; licence: none\n"
    scratch.file(
      "sides.tsv", source + (["place_id\tname\tside\tlat\tlon"] + sides).joined(separator: "\n") + "\n")
    scratch.file(
      "changes.tsv",
      source + "date\tplace_id\tname\tfrom\tto\tstatus\tdoubt\tsource\tsource_date\tnote\n"
        + "2020-01-05\tv3\tVillage 3\tSyrian opposition\tGovernment of Syria\theld\t\tSANA|SOHR\t2020-01-05|2020-01-06\t\n"
        + "2020-01-09\tv4\tVillage 4\tSyrian opposition\tGovernment of Syria\tclaimed\tsingle\tSANA\t2020-01-09\t\n")
    scratch.file(
      "events.geojson",
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"feature":"event","id":"e1",
      "event_type":"capture","status":"reported","date":"2020-01-07","place":"Village 2","place_id":"v2",
      "actor1":"Hayat Tahrir al-Sham","quote":"they took it"}}]}
      """)
    let box = "36,35.4,36.6,36"
    run("build", "sides.tsv", "--changes", "changes.tsv", "--box", box, "-o", "build.geojson")
    run("build", "sides.tsv", "--changes", "changes.tsv", "--box", box, "--every", "2", "-o", "maps/")
    run("advance", "sides.tsv", "events.geojson", "--box", box, "-o", "advance.geojson")
    run(
      "change", "maps/control-2020-01-04.geojson", "maps/control-2020-01-09.geojson", "--line-uncertainty", "500m",
      "-o",
      "change.geojson")
    run("change", "maps/", "-o", "series.geojson", "-o", "series.csv")
    run(
      "front", "sides.tsv", "--box", box, "--since", "2020-01-01", "--from", "36.1,35.5", "--from", "M5", "--road",
      "M4",
      "--beside", "south", "-o", "front.geojson")
  }

  @Test func `build, advance, change, a series and front write what the schemas say`() throws {
    write()
    let names = ["build", "maps/control-2020-01-09", "advance", "change", "series", "front"].map { $0 + ".geojson" }
    let said = Program.start(
      "/usr/bin/env", ["python3", "-c", Self.validator, Program.root + "/Schema"] + names, [], [:], scratch.path)
    if said.text == "no jsonschema\n" {
      return print("SKIPPED: files are not checked, Python has no jsonschema; apt-get install python3-jsonschema")
    }
    #expect(said.status == 0 && said.errors == "")
    // A check that looked at no feature of some kind would say nothing.
    #expect(
      said.text == "change, control, distance, front, road_share, settlement_change, strip: valid\n")
    let table = String(decoding: scratch.read("series.csv"), as: UTF8.self)
    #expect(table.hasPrefix("date,previous_date,days,map,side,unit,"))
  }

  private static let validator = """
    import json, pathlib, sys
    try:
        from jsonschema import Draft202012Validator
        from referencing import Registry, Resource
    except ImportError:
        print("no jsonschema")
        sys.exit()
    schemas = [json.loads(p.read_text()) for p in pathlib.Path(sys.argv[1]).glob("*.json")]
    registry = Registry().with_resources([(s["$id"], Resource.from_contents(s)) for s in schemas])
    of = {s["$id"].rsplit("/", 1)[1]: Draft202012Validator(s, registry=registry) for s in schemas}
    kinds, faults = set(), []
    for name in sys.argv[2:]:
        collection = json.load(open(name))
        kinds |= {f["properties"]["feature"] for f in collection["features"]}
        for e in of["collection.json"].iter_errors(collection):
            faults.append(f"{name}: {list(e.absolute_path)} {e.message[:300]}")
    print(", ".join(sorted(kinds)) + ": " + ("valid" if not faults else "; ".join(faults)))
    """
}
