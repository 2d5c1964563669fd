import Foundation
import TestSupport
import Testing

/// What `near`, `query` and `link` write, held against the JSON Schemas.
@Suite struct `Schemas of what a store writes` {
  @Test func `every feature and list is valid by an independent validator`() throws {
    let scratch = Scratch()
    let probe = Program.start("/usr/bin/env", ["python3", "-c", "import jsonschema, referencing"], [], [:], nil)
    guard probe.status == 0 else {
      return print("SKIPPED: the schemas are not checked, Python has no jsonschema; pip install jsonschema")
    }
    let store = scratch.path + "/events.gpkg"
    let twice = #"{"id":"a","published":"2020-02-12","text":"Jets bombed Sarmin in Syria on Tuesday, killing 4."}"#
    let input = scratch.file("in.jsonl", twice + "\n" + twice.replacingOccurrences(of: "\"a\"", with: "\"b\"") + "\n")
    let review = scratch.file("c.jsonl", #"{"action":"accept","id":"x","author":"NN","reason":"seen"}"# + "\n")
    let run = Program.run("map", Program.root + "/seeds", input, "--store", store, "--corrections", review)
    #expect(run.status == 0, "\(run.errors)")
    #expect(Program.run("control", "build", "idlib", "--store", store).status == 0)
    var questions = ["near": ["near", "M5", "--within", "20km", "--events", store]]
    questions["nearest"] = ["near", "Saraqib", "--nearest", "3", "--events", store]
    questions["whole"] = ["query", store]
    for group in ["week", "district", "type", "actor", "hex"] {
      questions[group] = ["query", store, "--group", group]
    }
    for layer in ["control", "roads", "places", "articles", "mentions", "sources", "links", "corrections"] {
      questions["layer-" + layer] = ["query", store, "--layer", layer]
    }
    for (name, words) in questions {
      let answer = Program.start(Program.path, words + ["-o", "\(scratch.path)/\(name).geojson"], [], [:], nil)
      #expect(answer.status == 0, "\(name): \(answer.errors)")
    }
    scratch.file("links.json", Program.run("link", "list", store, "--json").text)
    let arguments = ["-c", Self.validator, Program.root + "/Schema", scratch.path]
    let said = Program.start("/usr/bin/env", ["python3"] + arguments, [], [:], nil)
    #expect(said.text == "valid \(questions.count) collections and 1 links\n", "\(said.text)\(said.errors)")
  }

  private static let validator = """
    import json, pathlib, sys
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource
    schemas = [json.loads(p.read_text()) for p in pathlib.Path(sys.argv[1]).glob("*.json")]
    registry = Registry().with_resources([(s["$id"], Resource.from_contents(s)) for s in schemas])
    by_name = {s["$id"].rsplit("/", 1)[1]: Draft202012Validator(s, registry=registry) for s in schemas}
    files = sorted(pathlib.Path(sys.argv[2]).glob("*.geojson"))
    for file in files:
      collection = json.loads(file.read_text())
      if not collection["features"]: print(file.name, "is empty")
      if "gazetteer_hash" not in collection.get("generator", {}): print(file.name, "names no generator")
      for e in by_name["collection.json"].iter_errors(collection): print(file.name, list(e.absolute_path), e.message[:200])
      for feature in collection["features"]:
        for e in by_name[feature["properties"]["feature"] + ".json"].iter_errors(feature):
          print(file.name, list(e.absolute_path), e.message[:200])
    links = json.loads((pathlib.Path(sys.argv[2]) / "links.json").read_text())
    for e in by_name["links.json"].iter_errors(links): print("links", e.message[:200])
    print("valid", len(files), "collections and", len(links), "links")
    """
}
