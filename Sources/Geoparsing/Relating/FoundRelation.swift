import NewsText
import Records

/// A relation in the making: what is said, and which name it tells the whereabouts of.
struct FoundRelation {
  var relation: SpatialRelation
  /// The named place that the relation belongs to ("Kafr Amma located 25 km west of"), nil where it stands for itself.
  var owner: PlaceReference?
}

/// "the capital", "the town", "there", before anybody knows what it stands for.
struct FoundDefinite {
  var tokens: Range<Int>
  /// `capital`, or the name of a kind; empty for "there".
  var noun: String
  /// The demonym or the country before it ("the Libyan capital", "Libya's capital"), by index into the names.
  var demonym: Int?
  var toponym: Int?
  var place: Place?
  var reason = ""
}
