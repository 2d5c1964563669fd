import Gazetteer
import Geometry
import Records

/// A candidate in the making: a place, the match that brought it, and its price so far.
struct Reading {
  let match: NameMatch
  let place: Place
  var base: Double
  var price: Double
  var reasons: [String] = []
  /// The text says something of the place that cannot be true of this one.
  var isRefuted = false
}

/// What the resolver knows of one name.
struct NameReadings {
  var readings: [Reading] = []
  /// The name's container, by index into the names.
  var container: Int?
  /// Names that lie in this one.
  var contents: [Int] = []
  /// Countries of an adjective on the name.
  var hint: Set<String> = []
  /// The text itself says which sense is meant.
  var isExplicit = false
  /// An area is meant ("southern", "rebel-held", "villages in").
  var wantsArea = false
  /// A town is meant ("central", "25 km west of", among towns).
  var wantsTown = false
  /// Weaker: a word before the preposition speaks of areas.
  var areaCue = false
}
