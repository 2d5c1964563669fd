public import Geodesy
public import Geometry

/// Something that may be near: an event's or a foreign feature's geometry and identity.
public struct NearCandidate: Hashable, Sendable {
  /// Its identity.
  public var id: String
  /// Where it is: a point, or the honest area.
  public var shape: Shape
  /// The true place lies within so many meters of the shape (`radius_m`); nil is unknown and counts as none.
  public var radius: Meters?

  /// A candidate.
  public init(id: String, shape: Shape, radius: Meters? = nil) {
    self.id = id
    self.shape = shape
    self.radius = radius
  }
}

/// What to look near.
public enum NearCenter: Hashable, Sendable {
  /// Near a point.
  case point(Coordinate)
  /// Near a road or another line.
  case line(LineString)
  /// Near whatever a file shows: points, lines and areas.
  case shape(Shape)

  /// The center as a shape.
  var shape: Shape {
    switch self {
    case .point(let point): .point(point)
    case .line(let line): .lineString(line)
    case .shape(let shape): shape
    }
  }
}

/// How sure it is that something lies within the limit.
public enum Nearness: String, Hashable, Sendable {
  /// Wherever within its radius, and wherever in its area, the true place is.
  case certain
  /// Some of the places it may be at are within the limit.
  case possible
}

/// Something found near.
public struct NearHit: Hashable, Sendable {
  /// The candidate's identity.
  public let id: String
  /// The candidate's position in the list that was searched, from 0.
  public let index: Int
  /// How far its shape is, 0 inside an area.
  public let distance: Meters
  /// The direction from the center, or from the nearest point of the line, to the nearest point of the shape, in degrees
  /// clockwise from north, 0 ..< 360; nil at no distance.
  public let azimuth: Double?
  /// How sure; nil where no limit was given.
  public let within: Nearness?
}

/// Why a search is none.
public enum NearError: Error, Hashable, Sendable {
  /// A center that is not on the earth.
  case offEarth(Coordinate)
  /// A limit that is not a length.
  case limit(Double)
  /// A number of hits below one.
  case count(Int)
  /// A center without any position.
  case nowhere
}

extension NearError: CustomStringConvertible {
  /// What is wrong and the cure.
  public var description: String {
    switch self {
    case .offEarth(let place):
      "\(place) is not on the earth: give longitude -180 to 180 and latitude -90 to 90, longitude first"
    case .limit(let meters): "a distance of \(meters) m: give a number of meters or kilometers from 0 up"
    case .nowhere: "a center without a position: give a point, a line or an area"
    case .count(let count): "the nearest \(count): give a number from 1 up"
    }
  }
}
