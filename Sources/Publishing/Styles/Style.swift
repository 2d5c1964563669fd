/// How one kind of record is drawn.
public struct Style: Hashable, Sendable {
  /// The shape of a mark on the map, told apart without color.
  public enum Mark: String, Hashable, Sendable, CaseIterable {
    case drop, burst, square, flag, hexagon, shield, circle, cross, hatch, measure
  }

  /// The event type, `control_assertion` or `claim`.
  public var key: String
  /// What a reader calls it.
  public var label: String
  /// The group it stands under in a legend.
  public var family: String
  /// `#rrggbb`.
  public var color: String
  /// `#rrggbb` of the letter on that color.
  public var ink: String
  /// The shape.
  public var mark: Mark
  /// One capital letter, nil for what has no point.
  public var letter: String?
}
