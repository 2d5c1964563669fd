public import Geometry

/// How firmly a side holds ground (DESIGN, `status` of a control map).
public enum ControlStatus: String, Hashable, Sendable, CaseIterable {
  case held, claimed, contested, besieged, unknown
}

/// The ground of one side on one day: one feature of a control map.
public struct ControlArea: Hashable, Sendable {
  /// The name of a side that its map does not name.
  public static let nameless = "held"

  /// Who: the actor's canonical name, or `held` where the map shows one side without naming it.
  public var side: String
  /// How firmly.
  public var status: ControlStatus
  /// The day it shows.
  public var date: Day?
  /// The ground, polygons only.
  public var shape: Shape
  /// The area on the ellipsoid in square kilometers.
  public var areaKM2: Double
  /// How the lines were found: `published`, `settlements`, `advanced`.
  public var method: String
  /// Where the lines come from.
  public var sources: [String]

  /// The ground of one side.
  public init(
    side: String, status: ControlStatus = .held, date: Day? = nil, shape: Shape, areaKM2: Double,
    method: String = "published", sources: [String] = []
  ) {
    self.side = side
    self.status = status
    self.date = date
    self.shape = shape
    self.areaKM2 = areaKM2
    self.method = method
    self.sources = sources
  }
}

/// Who held what on one day.
public struct ControlMap: Hashable, Sendable {
  /// What the map calls itself, else the name of its file.
  public var name: String
  /// The day it shows.
  public var date: Day?
  /// Whose map it is, where it says so.
  public var source: String?
  /// The ground of each side, in the order of the file; no two overlap.
  public var areas: [ControlArea]
  /// What was inferred, repaired or left out, one sentence each.
  public var notes: [String]

  /// A control map.
  public init(name: String, date: Day? = nil, source: String? = nil, areas: [ControlArea], notes: [String] = []) {
    self.name = name
    self.date = date
    self.source = source
    self.areas = areas
    self.notes = notes
  }
}
