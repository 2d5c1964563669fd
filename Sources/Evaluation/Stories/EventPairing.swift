import Records

/// Whether a found event may stand for a true one, and how well.
struct EventPairing {
  /// Type group, place and day must fit.
  static let strict = EventPairing(usesDate: true, usesType: true)
  /// The day may be any.
  static let withoutDate = EventPairing(usesDate: false, usesType: true)
  /// The type may be any.
  static let withoutType = EventPairing(usesDate: true, usesType: false)

  let usesDate: Bool
  let usesType: Bool

  /// Types that stand for each other.
  private static let groups = [
    ["airstrike", "shelling", "drone_strike"], ["armed_clash", "ground_assault"], ["capture", "withdrawal"],
    ["abduction", "execution"],
  ]
  /// How far off an event may lie, in kilometers.
  private static let tolerance = 10.0
  /// How far off it may lie where only a governorate is told.
  private static let areaTolerance = 161.0
  private static let days = ["day": 1, "week": 7, "month": 31, "year": 366]

  /// What the pair costs, nil where the two cannot be the same.
  func cost(_ wanted: GoldEvent, _ found: StoryPrediction.Event, _ names: PlaceNames) -> Double? {
    if usesType, EventPairing.group(wanted.type) != EventPairing.group(found.type) { return nil }
    guard let distance = EventPairing.distance(wanted, found, names), let days = days(wanted, found) else { return nil }
    var cost = distance / 100 + Double(min(days, 30)) * 0.3
    cost += wanted.type == found.type ? 0 : 0.5
    cost += wanted.fatalities == found.fatalities ? 0 : 0.2
    cost += StoryText.collapsed(wanted.evidence) == found.evidence ? 0 : 0.1
    return cost
  }

  private static func group(_ type: String) -> String { groups.first { $0.contains(type) }?.first ?? type }

  /// Kilometers between the two, nil where that is too far; 0 where the names alone agree.
  private static func distance(_ wanted: GoldEvent, _ found: StoryPrediction.Event, _ names: PlaceNames) -> Double? {
    guard let place = wanted.point else { return names.agree(wanted.place, found.place) ? 0 : nil }
    guard let point = found.point else { return nil }
    let precision = wanted.placePrecision ?? ""
    let limit = precision.has("governorate") || precision.has("between") ? areaTolerance : tolerance
    let distance = SphereDistance.kilometers(place, point)
    return distance <= limit ? distance : nil
  }

  private func days(_ wanted: GoldEvent, _ found: StoryPrediction.Event) -> Int? {
    guard let day = found.day else { return usesDate ? nil : 3 }
    let apart = abs(day - wanted.day)
    return usesDate && apart > EventPairing.days[wanted.datePrecision] ?? 1 ? nil : apart
  }
}

/// The names that a story has for its places.
struct PlaceNames {
  private var keys: [String: Set<String>] = [:]

  init(_ toponyms: [GoldToponym]) {
    for toponym in toponyms {
      keys[toponym.canonical, default: []].formUnion([toponym.text, toponym.canonical].map(StoryText.nameKey))
    }
  }

  /// Whether the found name is one of the wanted place's.
  func agree(_ wanted: String, _ found: String?) -> Bool {
    let names = (keys[wanted] ?? []).union([StoryText.nameKey(wanted)])
    return names.contains(StoryText.nameKey(found ?? ""))
  }
}
