/// A point of the compass.
public enum CompassDirection: String, Sendable, Hashable, CaseIterable {
  case north, northeast, east, southeast, south, southwest, west, northwest

  /// Degrees clockwise from north.
  public var azimuth: Double { Double(Self.allCases.firstIndex(of: self) ?? 0) * 45 }

  /// The other way.
  public var opposite: CompassDirection {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 4) % 8]
  }
}

/// What a text says of a location by way of another place.
public enum RelationKind: Sendable, Hashable {
  /// "near", "close to", "outside", "around"
  case near
  /// "on the outskirts of", "on the southern edge of"
  case outskirts(CompassDirection?)
  /// "north of", "25 km west of": the distance in meters where one is said.
  case direction(CompassDirection, meters: Double?)
  /// "25 km from"
  case distance(meters: Double)
  /// "within 10 km of"
  case within(meters: Double)
  /// "between X and Y"
  case between(PlaceReference, halfway: Bool)
  /// "southern X", "the west of X", "the western countryside of X": a part of it.
  case inside(CompassDirection)
  /// "the countryside of X"
  case countryside
  /// "just west of the M5", "adjacent to the M5 from the west": a strip on that side of a road.
  case sideOfRoad(CompassDirection)
  /// "along", "on the M5"
  case along
  /// "opposite X"
  case opposite
  /// "central X", "the center of X"
  case center
}

/// A location said by way of an anchor.
public struct SpatialRelation: Sendable, Hashable {
  /// What is said.
  public var kind: RelationKind
  /// The place it is said of.
  public var anchor: PlaceReference
  /// The words, from the number or the direction up to the anchor, without the anchor's name.
  public var words: Range<Int>
  /// The distance as written, by index into `Document.numbers`.
  public var number: Int?
  /// The words say about, some, nearly, just.
  public var isApproximate: Bool
  /// Half a unit of the last digit of the distance, in meters; 0 without a distance.
  public var rounding: Double
  /// "central" stands before the anchor: the distance counts from its middle.
  public var isFromCenter: Bool

  init(
    kind: RelationKind, anchor: PlaceReference, words: Range<Int>, number: Int? = nil, isApproximate: Bool = false,
    rounding: Double = 0, isFromCenter: Bool = false
  ) {
    self.kind = kind
    self.anchor = anchor
    self.words = words
    self.number = number
    self.isApproximate = isApproximate
    self.rounding = rounding
    self.isFromCenter = isFromCenter
  }

  /// The distance said, in meters.
  public var meters: Double? {
    switch kind {
    case .direction(_, let meters): meters
    case .distance(let meters), .within(let meters): meters
    default: nil
    }
  }

  /// The direction said.
  public var compass: CompassDirection? {
    switch kind {
    case .direction(let direction, _), .inside(let direction), .sideOfRoad(let direction): direction
    case .outskirts(let direction): direction
    default: nil
    }
  }
}
