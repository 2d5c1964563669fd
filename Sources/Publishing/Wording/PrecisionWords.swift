import Records

/// What the precision codes mean, for readers who do not know them by heart.
enum PrecisionWords {
  static func time(_ time: EventTime) -> String {
    let bounds = time.window.map { "; some time within \(DateWords.window($0))" } ?? ""
    return switch time.timePrecision {
    case 1: "The day is told."
    case 2: "The day is not told outright\(bounds)."
    default: "Only the month, or less, is told\(bounds)."
    }
  }

  static func place(_ location: EventLocation) -> String {
    let within = "within \(Kilometers.rough(location.radius)) nine times in ten."
    return switch (location.basis, location.geoPrecision) {
    case (.area, _): "Somewhere in this area, nothing more precise is told."
    case (.line, _): "Somewhere along it, nothing more precise is told."
    case (_, 1): "The place is named; the spot lies \(within)"
    case (_, 2): "Told from a named place; the spot lies \(within)"
    default: "Only a larger area is told; the spot lies \(within)"
    }
  }
}
