public import Formats
import Geometry
public import Records

/// What a careful human coder reads out of some articles: every event with the values that are accepted.
///
/// The form is explained by the member `about` of `Data/seeds-truth.json`.
public struct TruthFile: Hashable, Sendable {
  /// What messages call it.
  public let path: String
  /// The events that the default output holds, and no other.
  public var events: [TrueEvent] = []
  /// Sums over the output: `fatalities`, `injured`, `displaced`, `events`, `points`, `areas`.
  public var totals: [WantedTotal] = []
  /// How far events lie from a road.
  public var roadDistances: [WantedDistance] = []
  /// The statements of who holds what; nil where the file does not tell.
  public var assertions: [TrueAssertion]?
  /// Claims that are to be found among others.
  public var claims: [TrueClaim] = []
  /// The day of publication of each article.
  public var published: [WantedPublication] = []

  /// The articles that it tells of.
  public var documents: [String] {
    let named =
      events.flatMap(\.documents) + published.map(\.docID) + claims.map(\.docID) + (assertions ?? []).map(\.docID)
    return Set(named).sorted()
  }

  /// Reads a truth file.
  public init(_ file: MappedFile) throws(EvaluationError) {
    try self.init(Truthful.json(file), path: file.path)
  }

  /// Reads a truth file.
  public init(path: String) throws(EvaluationError) { try self.init(Truthful.file(path)) }

  init(_ root: JSONValue, path: String) throws(EvaluationError) {
    self.path = path
    let reader = TruthReader(file: path)
    for (key, value) in try reader.object(root, "the file") { try take(key, value, reader) }
    guard !events.isEmpty else { throw .empty(path: path, wanted: "give it a member `events` with an event in it") }
  }

  private mutating func take(_ key: String, _ value: JSONValue, _ reader: TruthReader) throws(EvaluationError) {
    switch key {
    case "about", "include_alleged": break
    case "events":
      events = try reader.each(value, key) { (item, part) throws(EvaluationError) in try TrueEvent(item, part, reader) }
    case "totals": totals = try reader.totals(value)
    case "control_assertions":
      assertions = try reader.each(value, key) { (item, part) throws(EvaluationError) in
        try TrueAssertion(item, part, reader)
      }
    case "claims":
      claims = try reader.each(value, key) { (item, part) throws(EvaluationError) in try TrueClaim(item, part, reader) }
    case "published": published = try reader.publications(value)
    case _ where key.hasPrefix("distance_km_"): roadDistances += try reader.distances(value, of: key)
    default: throw reader.fault(key, "a member that truth files have; there is none of this name")
    }
  }
}

/// A sum over the whole output.
public struct WantedTotal: Hashable, Sendable {
  /// What is summed up.
  public var name: String
  /// The sum.
  public var value: Int
}

/// How far an event lies from a road.
public struct WantedDistance: Hashable, Sendable {
  /// The event.
  public var truthID: String
  /// The member: `distance_km_m5`.
  public var member: String
  /// Kilometers.
  public var kilometers: Double
  /// How far off it may be, in kilometers.
  public var tolerance: Double
}

/// When an article was published.
public struct WantedPublication: Hashable, Sendable {
  /// The article.
  public var docID: String
  /// Days that are accepted, each as a window of which either end may be open.
  public var days: [OpenWindow]
  /// How it became known: `given`, `header`, `inferred`.
  public var basis: String
}

/// Days from one to another, of which either may be open.
public struct OpenWindow: Hashable, Sendable, CustomStringConvertible {
  /// The first day.
  public var start: Day?
  /// The last day.
  public var end: Day?

  /// Whether the day lies in it.
  public func holds(_ day: Day) -> Bool { start.map { $0 <= day } ?? true && end.map { day <= $0 } ?? true }

  /// `2020-01-27..2020-01-31`, a single day as itself.
  public var description: String {
    start == end ? start.map(\.description) ?? ".." : "\(start?.description ?? "")..\(end?.description ?? "")"
  }
}
