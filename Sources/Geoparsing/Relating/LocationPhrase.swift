public import Records

/// A whole place phrase: "in the village of Kafr Amma located some 25 kilometers west of central Aleppo".
public struct LocationPhrase: Sendable {
  /// All its tokens, without the governing preposition.
  public var tokens: Range<Int>
  /// The place it leads to, or the one it is told from when `relation` is there.
  public var head: PlaceReference
  /// How the location is told from `head` ("6 km north of Saraqib"), nil when it is `head` itself.
  public var relation: SpatialRelation?
  /// What the phrase says besides about where a named head lies ("located 25 km west of ..."): for checks, no location.
  public var qualifiers: [SpatialRelation]
  /// The toponym that the phrase names as containing the head.
  public var container: Int?
  /// The token of the preposition that governs the phrase ("in", "from", "on", "at"), nil where none does.
  public var preposition: Int?
  /// How the head is used; a description is literal.
  public var role: MentionRole
}

/// An area that is said in words, to be cut by whoever can: the locator itself only has points.
public struct AreaRequest: Sendable, Hashable {
  /// What is to be cut.
  public enum Shape: Sendable, Hashable {
    /// All of the region.
    case whole
    /// The part of a region on that side of its seat, without the seat's built-up area ("western Aleppo province").
    case part(CompassDirection)
    /// A sector outside a settlement, out to `meters` ("west of Damascus").
    case sector(CompassDirection, meters: Double)
    /// A strip on that side of a road, inside `within` where given.
    case roadside(CompassDirection)
    /// The stretch of a road inside `within`, or all of it.
    case road
  }
  /// The region, the settlement or the road.
  public var place: Place
  /// What is to be cut.
  public var shape: Shape
  /// A unit that bounds it: "adjacent to the M5 from the west in Aleppo province".
  public var within: Place?

  /// The ids tell the places.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(place.id)
    hasher.combine(shape)
    hasher.combine(within?.id)
  }
}
