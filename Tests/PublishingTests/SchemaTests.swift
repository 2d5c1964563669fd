import Formats
import Foundation
import Geometry
import Publishing
import Records
import Testing

/// The JSON Schemas in `Schema/` and the writers say the same.
@Suite struct SchemaTests {
  private func schema(_ name: String) throws -> JSONValue {
    try JSONValue.parse(MappedFile("\(Repository.root)/Schema/\(name).json"))
  }

  private func members(_ name: String) throws -> [String] {
    try schema(name)["properties"]?["properties"]?["properties"]?.objectValue?.map(\.key) ?? []
  }

  private func samples() throws -> [(String, Feature)] {
    let maker = FeatureMaker(stylebook: try Repository.stylebook())
    let found = try Sample.third()
    let area = ControlArea(side: "A", shape: found.assertions[0].shape, areaKM2: 1)
    return [
      ("event", maker.feature(of: found.events[0], sources: SourceIndex([found]))),
      ("mention", maker.feature(of: Self.mention)), ("control_assertion", maker.feature(of: found.assertions[0])),
      ("control", maker.feature(of: area)), ("change", maker.feature(of: try ControlFeatureTests.report().changes[0])),
      ("front", maker.feature(of: try StorySample.story().frames[0].front[0])),
      ("settlement_change", maker.feature(of: StorySample.change("Saraqib", 3, .held, "they took it"))),
    ]
  }

  static let mention = Mention(
    docID: "d", text: "Kafr Amma", span: Span(3, 12), zone: .body, role: .literal, place: Sample.kafrAmma, score: 0.75,
    reasons: ["near Aleppo"])

  @Test func `schema and writer name the same members in the same order`() throws {
    for (name, feature) in try samples() { #expect(try members(name) == feature.properties.map(\.key), "\(name)") }
    let object = try schema("mention_object")["properties"]?.objectValue?.map(\.key)
    #expect(object == FeatureMaker.object(of: Self.mention).map(\.key))
  }

  @Test func `a claim has the schema's members, those of the other measure left out`() throws {
    let maker = FeatureMaker(stylebook: try Repository.stylebook())
    let length = maker.feature(of: try Sample.third().claims[0]).properties.map(\.key)
    #expect(try members("claim").filter { !$0.hasSuffix("_km2") } == length)
    let area = maker.feature(of: Sample.areaClaim("d")).properties.map(\.key)
    #expect(try members("claim").filter { !$0.hasSuffix("_km") } == area)
  }

  @Test func `a sample collection and a report are valid by an independent validator`() throws {
    guard try Self.python("import jsonschema, referencing", []) == "" else {
      return print("SKIPPED: the schemas are not checked, Python has no jsonschema; apt-get install python3-jsonschema")
    }
    let report = try ControlFeatureTests.report()
    let maker = FeatureMaker(stylebook: try Repository.stylebook())
    var features = try maker.features(of: Sample.findings()) + samples().map(\.1) + maker.features(of: report)
    features.append(maker.feature(of: Self.unknown, sources: SourceIndex([])))
    let collection = FileTests.writer.collection(
      features, mentions: [Self.mention], totals: ChangeTotals.object(report))
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try WholeFile.write(collection, to: folder + "/collection.json")
    try WholeFile.write(ReportWriter.jsonLines(try Sample.findings()), to: folder + "/report.jsonl")
    let said = try Self.python(Self.validator, [Repository.root + "/Schema", folder])
    #expect(said == "valid 19 5\n")
  }

  static let unknown = Event(
    id: "x", type: .other, status: .alleged,
    time: EventTime(day: nil, window: nil, basis: "none", timePrecision: 3, datePrec: 5), location: nil, mentions: [])

  private static let validator = """
    import json, pathlib, sys
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource
    schemas = [json.loads(p.read_text()) for p in pathlib.Path(sys.argv[1]).glob("*.json")]
    for schema in schemas: Draft202012Validator.check_schema(schema)
    registry = Registry().with_resources([(s["$id"], Resource.from_contents(s)) for s in schemas])
    by_name = {s["$id"].rsplit("/", 1)[1]: Draft202012Validator(s, registry=registry) for s in schemas}
    def check(name, value):
        for e in by_name[name].iter_errors(value): print(name, list(e.absolute_path), e.message[:300])
    folder = pathlib.Path(sys.argv[2])
    collection = json.loads((folder / "collection.json").read_text())
    check("collection.json", collection)
    broken = json.loads(json.dumps(collection))
    broken["features"][0]["properties"]["event_type"] = "picnic"
    if by_name["collection.json"].is_valid(broken): print("a broken event passes")
    lines = [json.loads(l) for l in (folder / "report.jsonl").read_text().splitlines()]
    for line in lines: check("report.json", line)
    print("valid", len(collection["features"]), len(lines))
    """

  /// What a Python program printed.
  private static func python(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self)
  }
}
