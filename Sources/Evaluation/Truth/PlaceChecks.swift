import Formats
import Geodesy
public import Geometry
import Topology

/// Where a point event is to lie.
public struct PointCheck: Hashable, Sendable {
  /// A circle that must not hold the point.
  public struct Shunned: Hashable, Sendable {
    /// Its center.
    public var center: Coordinate
    /// Its radius in kilometers.
    public var kilometers: Double
    /// Why.
    public var why: String
  }

  /// The true place.
  public var place: Coordinate
  /// How far off the point may be, in kilometers.
  public var tolerance: Double
  /// Where it must not lie.
  public var shunned: Shunned?

  init(_ value: JSONValue, _ part: String, _ reader: TruthReader) throws(EvaluationError) {
    let object = try reader.object(value, part)
    place = try reader.place(object, part)
    tolerance = try reader.number(object["tolerance_km"], part + ".tolerance_km")
    if let other = object["not_within_km"] {
      let inner = part + ".not_within_km"
      let object = try reader.object(other, inner)
      shunned = Shunned(
        center: try reader.place(object, inner), kilometers: try reader.number(object["km"], inner + ".km"),
        why: object["why"]?.stringValue ?? "the wrong place")
    }
  }

  /// What is wrong with the shape, as pairs of wanted and got; nothing where it fits.
  func complaints(_ shape: Shape?) -> [(wanted: String, got: String)] {
    guard case .point(let point)? = shape else { return [("a point", shape?.typeName ?? "no geometry")] }
    var complaints: [(String, String)] = []
    let off = Ellipsoid.distance(point, place).kilometers
    if off > tolerance {
      complaints.append(
        (
          "a point within \(Wording.km(tolerance)) of \(Wording.at(place))",
          "\(Wording.at(point)), \(Wording.km(off)) away"
        ))
    }
    if let shunned, Ellipsoid.distance(point, shunned.center).kilometers <= shunned.kilometers {
      complaints.append(("a point away from \(shunned.why)", Wording.at(point)))
    }
    return complaints
  }
}

/// Which points an area is to hold and which not.
public struct AreaCheck: Hashable, Sendable {
  /// Points that it holds.
  public var holds: [Coordinate]
  /// Points that it does not hold.
  public var holdsNot: [Coordinate]
  /// A point that the representative point keeps away from.
  public var away: Coordinate?
  /// How far away, in kilometers.
  public var awayKilometers: Double

  init(_ value: JSONValue, _ part: String, _ reader: TruthReader) throws(EvaluationError) {
    let object = try reader.object(value, part)
    holds = try reader.coordinates(object["holds"], part + ".holds")
    holdsNot = try reader.coordinates(object["not_holds"], part + ".not_holds")
    guard !holds.isEmpty else { throw reader.fault(part + ".holds", "a list of [lon, lat]") }
    awayKilometers = 0
    guard let place = object["away"] else { return }
    away = try reader.coordinate(place, part + ".away")
    awayKilometers = try reader.number(object["away_km"], part + ".away_km")
  }

  /// What is wrong with the shape and its representative point; nothing where they fit.
  func complaints(_ shape: Shape?, _ point: Coordinate?) -> [(wanted: String, got: String)] {
    guard let shape, !shape.polygons.isEmpty else { return [("an area", shape?.typeName ?? "no geometry")] }
    let engine = Engine()
    var complaints: [(String, String)] = []
    do throws(TopologyError) {
      for place in holds where try !engine.covers(shape, place) {
        complaints.append(("an area that holds \(Wording.at(place))", "one that does not"))
      }
      for place in holdsNot where try engine.covers(shape, place) {
        complaints.append(("an area that does not hold \(Wording.at(place))", "one that does"))
      }
    } catch { complaints.append(("an area that can be asked", error.description)) }
    if let away {
      let off = point.map { Ellipsoid.distance($0, away).kilometers }
      if off.map({ $0 < awayKilometers }) ?? true {
        let wanted = "a representative point \(Wording.km(awayKilometers)) or more from \(Wording.at(away))"
        complaints.append((wanted, off.map { "one at \(Wording.km($0))" } ?? "none"))
      }
    }
    return complaints
  }
}

extension TruthReader {
  /// The members `lon` and `lat`.
  func place(_ object: JSONObject, _ part: String) throws(EvaluationError) -> Coordinate {
    Coordinate(lon: try number(object["lon"], part + ".lon"), lat: try number(object["lat"], part + ".lat"))
  }

  /// A list of [lon, lat]; an absent one is empty.
  func coordinates(_ value: JSONValue?, _ part: String) throws(EvaluationError) -> [Coordinate] {
    guard let value else { return [] }
    return try each(value, part) { (item, part) throws(EvaluationError) in try coordinate(item, part) }
  }
}
