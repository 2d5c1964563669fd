/// A length in meters.
public struct Meters: RawRepresentable, Hashable, Comparable, Sendable {
  /// The length in meters.
  public var rawValue: Double

  /// A length of so many meters.
  public init(rawValue: Double) { self.rawValue = rawValue }

  /// A length of so many meters.
  public init(_ meters: Double) { rawValue = meters }

  /// A length of so many kilometers.
  public init(kilometers: Double) { rawValue = kilometers * 1000 }

  /// The length in kilometers.
  public var kilometers: Double { rawValue / 1000 }

  /// Whether the first length is shorter.
  public static func < (a: Meters, b: Meters) -> Bool { a.rawValue < b.rawValue }
  /// The sum of two lengths.
  public static func + (a: Meters, b: Meters) -> Meters { Meters(a.rawValue + b.rawValue) }
  /// The difference of two lengths.
  public static func - (a: Meters, b: Meters) -> Meters { Meters(a.rawValue - b.rawValue) }
  /// A length so many times over.
  public static func * (a: Meters, factor: Double) -> Meters { Meters(a.rawValue * factor) }
}

/// An area in square meters.
public struct SquareMeters: RawRepresentable, Hashable, Comparable, Sendable {
  /// The area in square meters.
  public var rawValue: Double

  /// An area of so many square meters.
  public init(rawValue: Double) { self.rawValue = rawValue }

  /// An area of so many square meters.
  public init(_ squareMeters: Double) { rawValue = squareMeters }

  /// An area of so many square kilometers.
  public init(squareKilometers: Double) { rawValue = squareKilometers * 1e6 }

  /// The area in square kilometers.
  public var squareKilometers: Double { rawValue / 1e6 }

  /// Whether the first area is smaller.
  public static func < (a: SquareMeters, b: SquareMeters) -> Bool { a.rawValue < b.rawValue }
  /// The sum of two areas.
  public static func + (a: SquareMeters, b: SquareMeters) -> SquareMeters { SquareMeters(a.rawValue + b.rawValue) }
  /// The difference of two areas.
  public static func - (a: SquareMeters, b: SquareMeters) -> SquareMeters { SquareMeters(a.rawValue - b.rawValue) }
  /// Adds another area to this one.
  public static func += (a: inout SquareMeters, b: SquareMeters) { a.rawValue += b.rawValue }
}
