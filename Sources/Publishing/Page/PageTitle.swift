import Records

/// A headline for a page that was given none.
enum PageTitle {
  /// Up to three first-level units in the order of their number of events, else countries, else a plain word.
  static func compose(_ findings: [Findings], stylebook: Stylebook) -> String {
    let locations = findings.flatMap(\.events).compactMap(\.location)
    let units = byCount(locations.compactMap(\.admin1))
    if (1...3).contains(units.count) { return listed(units) }
    let countries = byCount(locations.compactMap { stylebook.country($0.country)?.name ?? $0.country })
    return (1...3).contains(countries.count) ? listed(countries) : "Conflict events"
  }

  private static func byCount(_ names: [String]) -> [String] {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for name in names {
      if counts[name] == nil { order.append(name) }
      counts[name, default: 0] += 1
    }
    return order.enumerated().sorted { (-counts[$0.element]!, $0.offset) < (-counts[$1.element]!, $1.offset) }
      .map(\.element)
  }

  /// "Aleppo", "Aleppo and Idlib", "Aleppo, Idlib and Damascus".
  static func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(names.dropLast().joined(separator: ", ")) and \(last)"
  }
}
