import ArgumentParser
import Geodesy

/// `10km`, `500m`, `3 mi`: a length with its unit; a bare number is refused, since nobody knows what it counts.
struct Length: ExpressibleByArgument {
  let meters: Meters

  init?(argument: String) {
    let text = argument.lowercased().filter { $0 != " " }
    for (unit, factor) in Length.units where text.hasSuffix(unit) {
      guard let value = Double(text.dropLast(unit.count)), value.isFinite, value >= 0 else { return nil }
      meters = Meters(value * factor)
      return
    }
    return nil
  }

  var defaultValueDescription: String { "\(meters.rawValue)m" }

  private static let units: [(String, Double)] = [("km", 1000), ("mi", 1609.344), ("m", 1)]
}
