public import Formats
public import Geometry
public import Records

/// Control lists: `Gazetteer/control/*.tsv`, or a user's own.
public enum SettlementList {
  /// A list's settlements, and rows that were left out.
  public struct Reading: Sendable {
    /// The settlements in the order of the rows.
    public var settlements: [Settlement] = []
    /// What was left out, a sentence each, with file, line and cure.
    public var faults: [String] = []
  }

  /// Reads settlements and their sides.
  ///
  /// Columns: `place_id name side status date source source_date note`, with `lat lon` for places of one's own.
  /// - Parameter locate: the place of an id.
  public static func settlements(_ table: Table, locate: (String) -> Coordinate?) throws(TableError) -> Reading {
    try table.require("place_id", "name", "side")
    var reading = Reading()
    var lines: [String: Int] = [:]
    for row in table.rows {
      let id = try row.text("place_id")
      if let first = lines[id] {
        reading.faults.append("\(row.file):\(row.line): \(id) stands in line \(first) already; keep one of the two")
        continue
      }
      guard let point = try own(row) ?? locate(id) else {
        reading.faults.append("\(row.file):\(row.line): no place \(id) in the gazetteer; give it lat and lon columns")
        continue
      }
      lines[id] = row.line
      let status = try status(row)
      let side = row["side"] ?? Settlement.unknownSide
      if side == Settlement.unknownSide, status == .held { throw row.error(.missing(column: "side")) }
      reading.settlements.append(
        Settlement(
          id: id, name: try row.text("name"), point: point, side: side, status: status, date: try day(row, "date"),
          sources: try sources(row), note: row["note"]))
    }
    return reading
  }

  /// Reads dated changes.
  ///
  /// Columns: `date place_id name from to status doubt source source_date note`. `held` (or nothing) is a change of hands,
  /// `claimed` a claim, `contested` ground fought over, `unknown` ground that its holder left.
  public static func changes(_ table: Table) throws(TableError) -> [ControlStep] {
    try table.require("date", "place_id", "name", "to")
    var steps: [ControlStep] = []
    for row in table.rows {
      let day = try needed(row, "date")
      let kind = try kind(row)
      let side = kind == .left ? row["from"] : row["to"]
      if side == nil, kind == .taken || kind == .claimed { throw row.error(.missing(column: "to")) }
      let cause = ControlCause(sources: try sources(row), doubt: row["doubt"], note: row["note"])
      steps.append(
        ControlStep(
          day: day, settlement: try row.text("place_id"), name: try row.text("name"), kind: kind, side: side,
          from: row["from"], cause: cause))
    }
    return steps
  }

  private static func own(_ row: TableRow) throws(TableError) -> Coordinate? {
    guard let lat = try row.double("lat"), let lon = try row.double("lon") else { return nil }
    let point = Coordinate(lon: lon, lat: lat)
    guard point.isOnEarth else { throw row.error(.invalid(column: "lat or lon", wanted: "on the earth")) }
    return point
  }

  private static func status(_ row: TableRow) throws(TableError) -> ControlStatus {
    guard let word = row["status"] else { return .held }
    guard let status = ControlStatus(rawValue: word), status != .claimed else {
      throw row.error(.invalid(column: "status", wanted: "held, contested, besieged or unknown"))
    }
    return status
  }

  private static func kind(_ row: TableRow) throws(TableError) -> ControlStep.Kind {
    switch row["status"] ?? "held" {
    case "held": .taken
    case "claimed": .claimed
    case "contested": .contested
    case "unknown": .left
    case "denied": .denied
    default: throw row.error(.invalid(column: "status", wanted: "held, claimed, contested, unknown or denied"))
    }
  }

  /// `source` and `source_date` are lists of one length.
  static func sources(_ row: TableRow) throws(TableError) -> [CitedSource] {
    let (names, dates) = (row.list("source"), row.list("source_date"))
    guard dates.isEmpty || dates.count == names.count else {
      throw row.error(.invalid(column: "source_date", wanted: "a list as long as source"))
    }
    var sources: [CitedSource] = []
    for (index, name) in names.enumerated() {
      let day = dates.isEmpty ? nil : Day(iso: dates[index])
      if !dates.isEmpty, day == nil { throw row.error(.invalid(column: "source_date", wanted: "a date as 2020-02-14")) }
      sources.append(CitedSource(name, day: day))
    }
    return sources
  }

  static func needed(_ row: TableRow, _ column: String) throws(TableError) -> Day {
    guard let day = try day(row, column) else { throw row.error(.missing(column: column)) }
    return day
  }

  /// A whole date alone: a month or a stamp is no day.
  static func day(_ row: TableRow, _ column: String) throws(TableError) -> Day? {
    guard let text = row[column] else { return nil }
    guard text.utf8.count == 10, let day = Day(iso: text) else {
      throw row.error(.invalid(column: column, wanted: "a date as 2020-02-14"))
    }
    return day
  }
}
