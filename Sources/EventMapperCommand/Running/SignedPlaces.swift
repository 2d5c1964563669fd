import ArgumentParser
import Geometry

/// Positions on the command line, `LON,LAT`.
enum SignedPlaces {
  /// Puts a blank before positions that begin with a minus, so that the parser takes them for values, not for options.
  static func guarded(_ arguments: [String]) -> [String] {
    arguments.map { $0.hasPrefix("-") && (numbers($0) != nil || BoxArgument(argument: $0) != nil) ? " " + $0 : $0 }
  }

  /// The position, nil for a text that is not two numbers (a place's name).
  static func position(_ text: String) throws -> Coordinate? {
    guard let (lon, lat) = numbers(text) else { return nil }
    guard (-180...180).contains(lon), (-90...90).contains(lat) else {
      throw ValidationError("\(lon),\(lat) is no place on earth; give LON,LAT, the longitude first: 36.72,35.63")
    }
    return Coordinate(lon: lon, lat: lat)
  }

  private static func numbers(_ text: String) -> (Double, Double)? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = number(parts[0]), let second = number(parts[1]) else { return nil }
    return (first, second)
  }

  private static func number(_ text: Substring) -> Double? {
    let plain = text.drop { $0 == " " }
    guard plain.contains(where: \.isNumber) else { return nil }
    return Double(plain).flatMap { $0.isFinite ? $0 : nil }
  }
}
