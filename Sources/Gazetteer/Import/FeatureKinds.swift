import Records

/// The kind of a place from what a table says of it: one of our kinds, or GeoNames' class and code (`kinds.tsv`).
struct FeatureKinds: Sendable {
  private let codes: [String: PlaceKind]

  init(_ kinds: [PlaceKindInfo]) {
    var codes: [String: PlaceKind] = [:]
    for info in kinds { for code in info.featureCodes { codes[code] = info.kind } }
    self.codes = codes
  }

  /// The kind of a GeoNames row. A settlement's is a matter of its size; Syria's first-level units are governorates.
  func kind(featureClass: String, code: String, population: Int?, country: String?) -> PlaceKind {
    if let kind = codes[code] { return kind == .province && country == "SY" ? .governorate : kind }
    return featureClass == "P" ? Self.settlement(code, population) : codes[featureClass] ?? .other
  }

  /// The kind that a cell names, `other` when it names none.
  func kind(_ cell: String?, population: Int?, country: String?) -> PlaceKind {
    guard let cell else { return .other }
    if let kind = PlaceKind(rawValue: cell.lowercased()) { return kind }
    let code = cell.split(separator: ".").last.map(String.init) ?? cell
    return kind(featureClass: code.hasPrefix("PPL") ? "P" : "", code: code, population: population, country: country)
  }

  /// Seats of administration are towns at least.
  private static func settlement(_ code: String, _ population: Int?) -> PlaceKind {
    let people = population ?? 0
    if people >= 50_000 || code == "PPLC" || code == "PPLA" { return .city }
    return people >= 5_000 || code.hasPrefix("PPLA") ? .town : .village
  }
}
