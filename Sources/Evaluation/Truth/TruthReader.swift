import Formats
import Geometry
import Records

/// Reads the parts of a truth file; a fault names file and part.
struct TruthReader {
  let file: String

  func fault(_ part: String, _ wanted: String) -> EvaluationError { .form(file: file, part: part, wanted: wanted) }

  func object(_ value: JSONValue?, _ part: String) throws(EvaluationError) -> JSONObject {
    guard let object = value?.objectValue else { throw fault(part, "an object") }
    return object
  }

  func array(_ value: JSONValue?, _ part: String) throws(EvaluationError) -> [JSONValue] {
    guard let array = value?.arrayValue else { throw fault(part, "a list") }
    return array
  }

  func each<Item>(
    _ value: JSONValue?, _ part: String, _ read: (JSONValue, String) throws(EvaluationError) -> Item
  ) throws(EvaluationError) -> [Item] {
    var items: [Item] = []
    for (index, item) in try array(value, part).enumerated() { items.append(try read(item, "\(part)[\(index)]")) }
    return items
  }

  func string(_ value: JSONValue?, _ part: String) throws(EvaluationError) -> String {
    guard let string = value?.stringValue else { throw fault(part, "a string") }
    return string
  }

  func strings(_ value: JSONValue?, _ part: String) throws(EvaluationError) -> [String] {
    if let one = value?.stringValue { return [one] }
    return try each(value, part) { (item, part) throws(EvaluationError) in try string(item, part) }
  }

  func number(_ value: JSONValue?, _ part: String) throws(EvaluationError) -> Double {
    guard let number = value?.doubleValue else { throw fault(part, "a number") }
    return number
  }

  func day(_ value: JSONValue?, _ part: String) throws(EvaluationError) -> Day {
    guard let day = value?.stringValue.flatMap({ Day(iso: $0) }) else { throw fault(part, "a day as 2020-02-07") }
    return day
  }

  /// Two numbers.
  func pair(_ value: JSONValue?, _ part: String) throws(EvaluationError) -> (Double, Double) {
    guard let items = value?.arrayValue, items.count == 2, let first = items[0].doubleValue,
      let second = items[1].doubleValue
    else { throw fault(part, "two numbers in a list") }
    return (first, second)
  }

  func coordinate(_ value: JSONValue?, _ part: String) throws(EvaluationError) -> Coordinate {
    let (lon, lat) = try pair(value, part)
    return Coordinate(lon: lon, lat: lat)
  }

  func spans(_ value: JSONValue?, _ part: String) throws(EvaluationError) -> [Span] {
    try each(value, part) { (item, part) throws(EvaluationError) in
      let (start, end) = try pair(item, part)
      guard start >= 0, end > start, end < 1e9 else { throw fault(part, "[start, end] in Unicode scalars") }
      return Span(Int(start), Int(end))
    }
  }

  func totals(_ value: JSONValue) throws(EvaluationError) -> [WantedTotal] {
    var totals: [WantedTotal] = []
    for (name, sum) in try object(value, "totals") {
      guard WantedTotal.names.contains(name) else {
        throw fault("totals.\(name)", "one of \(WantedTotal.names.joined(separator: ", "))")
      }
      guard let sum = sum.intValue else { throw fault("totals.\(name)", "a whole number") }
      totals.append(WantedTotal(name: name, value: sum))
    }
    return totals
  }

  func distances(_ value: JSONValue, of member: String) throws(EvaluationError) -> [WantedDistance] {
    var distances: [WantedDistance] = []
    for (id, pair) in try object(value, member) {
      let (kilometers, tolerance) = try self.pair(pair, "\(member).\(id)")
      distances.append(WantedDistance(truthID: id, member: member, kilometers: kilometers, tolerance: tolerance))
    }
    return distances
  }

  func publications(_ value: JSONValue) throws(EvaluationError) -> [WantedPublication] {
    var list: [WantedPublication] = []
    for (docID, wanted) in try object(value, "published") {
      let part = "published.\(docID)"
      let items = try array(wanted, part)
      guard items.count == 2 else { throw fault(part, "[day or list of days, basis]") }
      var days: [OpenWindow] = []
      for text in try strings(items[0], part) { days.append(try window(text, part)) }
      list.append(WantedPublication(docID: docID, days: days, basis: try string(items[1], part)))
    }
    return list
  }

  /// `2020-01-28`, `2020-01-27..2020-01-31`, `2020-02-11..`
  private func window(_ text: String, _ part: String) throws(EvaluationError) -> OpenWindow {
    let wanted = "a day as 2020-01-28 or days as 2020-01-27..2020-01-31"
    let ends = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if ends.count == 1, let day = Day(iso: text) { return OpenWindow(start: day, end: day) }
    guard ends.count == 3, ends[1].isEmpty else { throw fault(part, wanted) }
    let (start, end) = (Day(iso: ends[0]), Day(iso: ends[2]))
    guard start != nil || end != nil, start != nil || ends[0].isEmpty, end != nil || ends[2].isEmpty else {
      throw fault(part, wanted)
    }
    return OpenWindow(start: start, end: end)
  }
}

extension WantedTotal {
  /// What can be summed up.
  static let names = ["fatalities", "injured", "displaced", "events", "points", "areas"]
}
