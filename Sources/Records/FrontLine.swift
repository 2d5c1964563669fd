public import Geometry

/// The line between two sides on a day (DESIGN, `front`).
public struct FrontLine: Hashable, Sendable {
  /// The side on the left of the line.
  public var left: String
  /// The side on its right.
  public var right: String
  /// The day.
  public var date: Day?
  /// The line, as many pieces as it has.
  public var shape: Shape
  /// Its length on the ellipsoid in kilometers.
  public var lengthKM: Double
  /// The mean length of its segments: a line's length grows with the detail with which it is drawn.
  public var vertexSpacingKM: Double

  /// A front line.
  public init(
    left: String, right: String, date: Day? = nil, shape: Shape, lengthKM: Double, vertexSpacingKM: Double
  ) {
    self.left = left
    self.right = right
    self.date = date
    self.shape = shape
    self.lengthKM = lengthKM
    self.vertexSpacingKM = vertexSpacingKM
  }
}
