import Formats
import Geodesy
import Geometry
import Records

/// A case of control: what a `CASE.tsv` of the data folder names, or the options of the command line.
struct ControlCase {
  var title = "Who held which ground"
  /// Files of settlements, changes, claims, and whom an actor's captures go to.
  var settlements: String
  var changes: String?
  var claims: String?
  var sides: String?
  var units: [String] = []
  var box: BoundingBox?
  var reach: Meters?
  var roads: [String] = []
  var since: Day?
  var until: Day?
  var side: String?

  /// The case of a name in the data folder, of a case file, or of a bare list of settlements.
  static func open(_ name: String) throws -> ControlCase {
    let isPath = name.contains("/") || name.hasSuffix(".tsv") || name == "-"
    let folder = try? DataFolder.find().control
    if !isPath, folder == nil { _ = try DataFolder.find() }
    let path = isPath ? name : "\(folder ?? "")/\(name).tsv"
    if !isPath, (try? MappedFile(path)) == nil { throw CommandFault.noCase(name, known: ControlCase.known(in: folder)) }
    let table = try Table(Input.file(path))
    let shipped = folder.map { $0 + "/sides.tsv" }.flatMap { (try? MappedFile($0)) == nil ? nil : $0 }
    guard table.columns == ["key", "value"] else { return ControlCase(settlements: path, sides: shipped) }
    return try ControlCase(table, beside: path, sides: shipped)
  }

  /// No list at all: a map brings the sides, events what happened.
  init(events: Void) {
    let shipped = (try? DataFolder.find().control).map { $0 + "/sides.tsv" }
    self.init(settlements: "", sides: shipped.flatMap { (try? MappedFile($0)) == nil ? nil : $0 })
  }

  private init(settlements: String, sides: String?) { (self.settlements, self.sides) = (settlements, sides) }

  private init(_ table: Table, beside path: String, sides: String?) throws {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    self.init(settlements: "", sides: sides)
    for row in table.rows {
      let (key, value) = (try row.text("key"), try row.text("value"))
      switch key {
      case "title": title = value
      case "settlements": settlements = folder + value
      case "changes": changes = folder + value
      case "claims": claims = folder + value
      case "sides": self.sides = folder + value
      case "units": units = row.list("value")
      case "box":
        box = try ControlCase.box(value) ?? { throw row.error(.invalid(column: "value", wanted: "W,S,E,N")) }()
      case "reach":
        guard let length = Length(argument: value) else {
          throw row.error(.invalid(column: "value", wanted: "a length as 10km"))
        }
        reach = length.meters
      case "roads": roads = row.list("value")
      case "since": since = try day(row)
      case "until": until = try day(row)
      case "side": side = value
      default: throw row.error(.invalid(column: "key", wanted: "one that Gazetteer/control/README.md lists"))
      }
    }
    if settlements.isEmpty { throw CommandFault.noSettlements(path) }
  }

  private func day(_ row: TableRow) throws -> Day {
    guard let day = Day(iso: try row.text("value")) else {
      throw row.error(.invalid(column: "value", wanted: "a date as 2020-02-14"))
    }
    return day
  }

  /// `W,S,E,N` in degrees; nil for anything else.
  static func box(_ text: String) -> BoundingBox? {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).compactMap { part in
      Double(part.filter { $0 != " " }).flatMap { $0.isFinite ? $0 : nil }
    }
    guard numbers.count == 4, numbers[0] < numbers[2], numbers[1] < numbers[3],
      numbers[0] >= -180, numbers[2] <= 180, numbers[1] >= -90, numbers[3] <= 90
    else { return nil }
    return BoundingBox(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
  }

  /// The names of the shipped cases.
  private static func known(in folder: String?) -> [String] {
    guard let folder, let index = try? MappedFile(folder + "/idlib.tsv") else { return [] }
    return [String(index.path.split(separator: "/").last?.dropLast(4) ?? "")]
  }
}
