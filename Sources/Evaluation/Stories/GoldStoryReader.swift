import Formats
import Geometry
import Records

/// Reads `NN.gold.json` with the `NN.txt` beside it.
struct GoldStoryReader {
  let reader: TruthReader

  static func read(folder: String, set: String, name: String) throws(EvaluationError) -> GoldStory {
    let base = "\(folder)/\(set)/\(name)"
    let text = try Truthful.file(base + ".txt")
    let gold = try Truthful.file(base + ".gold.json")
    let story = GoldStoryReader(reader: TruthReader(file: gold.path))
    return try story.read(Truthful.json(gold), set: set, name: name, text: Array(text.bytes))
  }

  private func read(_ root: JSONValue, set: String, name: String, text: [UInt8]) throws(EvaluationError) -> GoldStory {
    GoldStory(
      set: set, name: name, text: text, published: root["published"]?.stringValue.flatMap { Day(iso: $0) },
      toponyms: try list(root, "toponyms", toponym), events: try list(root, "events", event),
      optionalEvents: try list(root, "optional_events", event), decoys: try list(root, "decoys", span),
      notEvents: try list(root, "not_events", notEvent))
  }

  private func list<Item>(
    _ root: JSONValue, _ key: String, _ read: (JSONValue, String) throws(EvaluationError) -> Item
  ) throws(EvaluationError) -> [Item] {
    guard let value = root[key] else { return [] }
    return try reader.each(value, key, read)
  }

  private func span(_ value: JSONValue, _ part: String) throws(EvaluationError) -> Span {
    guard let start = value["start"]?.intValue, let end = value["end"]?.intValue, 0 <= start, start < end else {
      throw reader.fault(part, "start and end in Unicode scalars")
    }
    return Span(start, end)
  }

  private func point(_ value: JSONValue) -> Coordinate? {
    guard let lat = value["lat"]?.doubleValue, let lon = value["lon"]?.doubleValue else { return nil }
    return Coordinate(lon: lon, lat: lat)
  }

  private func toponym(_ value: JSONValue, _ part: String) throws(EvaluationError) -> GoldToponym {
    GoldToponym(
      text: try reader.string(value["text"], part + ".text"), span: try span(value, part),
      canonical: try reader.string(value["canonical"], part + ".canonical"),
      kind: value["kind"]?.stringValue ?? "other", role: try reader.string(value["role"], part + ".role"),
      point: point(value), coordinateSource: value["coord_src"]?.stringValue)
  }

  private func event(_ value: JSONValue, _ part: String) throws(EvaluationError) -> GoldEvent {
    let date = try reader.string(value["date"], part + ".date")
    guard let day = GoldStoryReader.day(date) else { throw reader.fault(part + ".date", "a day as 2020-02-07") }
    return GoldEvent(
      type: try reader.string(value["type"], part + ".type"), day: day,
      datePrecision: value["date_precision"]?.stringValue ?? "day",
      place: try reader.string(value["place"], part + ".place"), point: point(value),
      placePrecision: value["place_precision"]?.stringValue, fatalities: value["fatalities"]?.intValue,
      fatalitiesMin: value["fatalities_min"]?.intValue, fatalitiesMax: value["fatalities_max"]?.intValue,
      evidence: value["evidence"]?.stringValue ?? "")
  }

  /// A day, or the 15th of a month, or June 15 of a year.
  static func day(_ text: String) -> Day? {
    if let day = Day(iso: text) { return day }
    let parts = text.split(separator: "-").map { Int($0) }
    guard (1...2).contains(parts.count), let year = parts[0] else { return nil }
    return Day(year: year, month: parts.count == 2 ? parts[1] ?? 0 : 6, day: 15)
  }

  private func notEvent(_ value: JSONValue, _ part: String) throws(EvaluationError) -> NotEvent {
    NotEvent(text: try reader.string(value["text"], part + ".text"), why: value["why"]?.stringValue ?? "")
  }
}
