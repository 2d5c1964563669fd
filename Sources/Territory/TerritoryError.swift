public import Geometry
public import Records
public import Topology

/// What can be wrong with ground, in facts; `description` makes the sentence.
public enum TerritoryError: Error, Hashable, Sendable {
  /// A road that nowhere enters the region.
  case roadOutside
  /// Nothing is left of the part that was asked for.
  case nothing(Compass)
  /// A shape without area where an area is needed.
  case noArea(String)
  /// A width or distance that is not a positive number of meters.
  case width(Double)
  /// A position that is not on the earth.
  case offEarth(Coordinate, String)
  /// An edge across the antimeridian.
  case antimeridian(from: Coordinate, to: Coordinate, String)
  /// A control map without an area.
  case emptyMap(String)
  /// A map of a series without a day.
  case noDay(String)
  /// Two maps of one day in a series.
  case sameDay(Day, String, String)
  /// A map of a series that states an earlier day than the one before.
  case earlierDay(Day, file: String, after: Day)
  /// A side that neither map names.
  case noSuchSide(String, known: [String])
  /// Two maps of different sources.
  case mixedSources(String, String)
  /// A region too wide for a flat map, in degrees.
  case tooWide(Double)
  /// No settlement to share ground out among.
  case noSettlements
  /// GEOS failed.
  case topology(TopologyError)
}

extension TerritoryError: CustomStringConvertible {
  /// What is wrong and the cure.
  public var description: String {
    switch self {
    case .roadOutside: "the road nowhere enters the region: give another road or a region on its way"
    case .nothing(let direction): "nothing of the region lies to the \(direction.rawValue) of its seat"
    case .noArea(let what): "\(what) has no area: give a polygon"
    case .width(let meters): "a width of \(meters) m: give a positive number of meters"
    case .offEarth(let place, let what):
      "\(what) has the position \(place): longitudes are -180 to 180 and latitudes -90 to 90, longitude first"
    case .antimeridian(let from, let to, let what):
      "\(what): the edge from \(from) to \(to) goes round half the earth: cut the ring at the antimeridian (RFC 7946, 3.1.9)"
    case .emptyMap(let map): "\(map): no area in it: a control map has one polygon or more"
    case .noDay(let file): "\(file): no day in it or in its name: a series needs one, as control-2024-08-01.geojson"
    case .sameDay(let day, let one, let other):
      "\(other): \(day) is the day of \(one) too: a series has one map a day; remove one of the two"
    case .earlierDay(let day, let file, let last):
      "\(file): it states \(day), which its name does not, and the map before it \(last): correct its date or its name"
    case .noSuchSide(let side, let known):
      "no side \"\(side)\" in either map: they have \(known.map { "\"\($0)\"" }.joined(separator: ", "))"
    case .mixedSources(let one, let other):
      "the maps come from \(one) and \(other): two sources draw lines differently; give --allow-mixed-sources to compare"
    case .tooWide(let degrees):
      "the region is \(Int(degrees.rounded())) degrees wide or high: what is nearest is judged on a flat map; give a region of "
        + "30 degrees or less, on one side of the antimeridian"
    case .noSettlements: "no settlement with a place: control is made from settlements and their sides"
    case .topology(let error): error.description
    }
  }
}

/// Runs GEOS work with its errors as this module's own.
func onTopology<Result>(_ work: () throws(TopologyError) -> Result) throws(TerritoryError) -> Result {
  do { return try work() } catch { throw .topology(error) }
}
