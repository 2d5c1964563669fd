/// One of eight directions.
public enum Compass: String, Hashable, Sendable, CaseIterable {
  case north
  case northEast = "north-east"
  case east
  case southEast = "south-east"
  case south
  case southWest = "south-west"
  case west
  case northWest = "north-west"

  /// Degrees clockwise from north.
  public var azimuth: Double { Double(Self.allCases.firstIndex(of: self) ?? 0) * 45 }

  /// The direction as news writes it: "west", "western", "north-west", "northwestern", "North West"; nil for other words.
  public init?(words: String) {
    var letters = words.lowercased().utf8.filter { (0x61...0x7A).contains($0) }
    if letters.suffix(3).elementsEqual("ern".utf8) { letters.removeLast(3) }
    let found = Self.allCases.first { $0.rawValue.utf8.filter { $0 != 0x2D } == letters }
    guard let found else { return nil }
    self = found
  }
}

/// A side of a road: a compass side, or left and right along its stated direction.
public enum RoadSide: Hashable, Sendable {
  /// The side that lies in that direction from the road.
  case toward(Compass)
  /// To the left of one who travels the road in its stated direction.
  case left
  /// To the right of one who travels the road in its stated direction.
  case right

  /// A compass side.
  public static let west = RoadSide.toward(.west)
  /// A compass side.
  public static let east = RoadSide.toward(.east)
  /// A compass side.
  public static let north = RoadSide.toward(.north)
  /// A compass side.
  public static let south = RoadSide.toward(.south)

  /// The side in words: "left", "right", or a direction as `Compass` reads it.
  public init?(words: String) {
    switch words.lowercased() {
    case "left": self = .left
    case "right": self = .right
    default:
      guard let direction = Compass(words: words) else { return nil }
      self = .toward(direction)
    }
  }
}
