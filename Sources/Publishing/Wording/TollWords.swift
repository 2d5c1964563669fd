import Records

/// Tolls in words.
enum TollWords {
  /// "4 killed, 3 injured", nil where nothing is told.
  static func phrase(_ toll: Toll) -> String? {
    let parts = [
      killed(toll), toll.injured.map { "\(count($0)) injured" }, toll.displaced.map { "\(count($0)) displaced" },
    ]
    let told = parts.compactMap { $0 }
    return told.isEmpty ? nil : told.joined(separator: ", ")
  }

  /// The dead: a figure, its bounds, or nothing.
  static func killed(_ toll: Toll) -> String? {
    switch (toll.fatalities, toll.fatalitiesLow, toll.fatalitiesHigh) {
    case (0?, _, nil): "no one killed"
    case (let best?, _, let high?) where high > best: "\(count(best))–\(count(high)) killed"
    case (let best?, _, _): "\(count(best)) killed"
    case (nil, let low?, let high?): "\(count(low))–\(count(high)) killed"
    case (nil, let low?, nil): "\(count(low)) or more killed"
    case (nil, nil, let high?): "up to \(count(high)) killed"
    case (nil, nil, nil): nil
    }
  }

  /// 1800 as "1,800".
  static func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var grouped = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return grouped
  }
}
