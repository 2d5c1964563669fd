import Formats

/// What readings cost (`Data/prices.tsv`): one figure and one reason for each.
struct Prices: Sendable {
  private(set) var spelling = 0.0, spellingLimit = 0.0, variantBesideExact = 0.0, alternateName = 0.0, kind = 0.0,
    size = 0.0
  private(set) var kindMisfit = 0.0, kindLoose = 0.0
  private(set) var outsideContainer = 0.0, containerIsTown = 0.0, countryHint = 0.0
  private(set) var otherCountry = 0.0, far = 0.0, farLimit = 0.0
  private(set) var areaAlone = 0.0, townWhereArea = 0.0, areaWhereTown = 0.0, areaCue = 0.0
  private(set) var otherSense = 0.0, relationMisfit = 0.0, relationLimit = 0.0, directionMisfit = 0.0
  private(set) var bias = 0.0, seat = 0.0, variantWeight = 0.0, datelineWeight = 0.0, countryTwin = 0.0

  private static let names: [String: any WritableKeyPath<Prices, Double> & Sendable] = [
    "spelling": \.spelling, "spelling-limit": \.spellingLimit, "variant-beside-exact": \.variantBesideExact,
    "alternate-name": \.alternateName, "kind": \.kind,
    "size": \.size,
    "kind-misfit": \.kindMisfit, "kind-loose": \.kindLoose, "outside-container": \.outsideContainer,
    "container-is-town": \.containerIsTown, "country-hint": \.countryHint, "other-country": \.otherCountry,
    "far": \.far, "far-limit": \.farLimit, "area-alone": \.areaAlone, "town-where-area": \.townWhereArea,
    "area-where-town": \.areaWhereTown, "area-cue": \.areaCue, "other-sense": \.otherSense,
    "relation-misfit": \.relationMisfit, "relation-limit": \.relationLimit, "direction-misfit": \.directionMisfit,
    "bias": \.bias, "seat": \.seat, "variant-weight": \.variantWeight, "dateline-weight": \.datelineWeight,
    "country-twin": \.countryTwin,
  ]

  /// Reads the file; every price must be there.
  init(file: String) throws {
    let table = try Table(MappedFile(file))
    var missing = Set(Self.names.keys)
    for row in table.rows {
      let name = try row.text("name")
      guard let path = Self.names[name], let price = try row.double("price") else {
        throw row.error(.invalid(column: "name", wanted: "the name of a price, and a number"))
      }
      self[keyPath: path] = price
      missing.remove(name)
    }
    if let name = missing.sorted().first { throw GeoparsingError.missingPrice(name, file: file) }
  }
}

/// Why the geoparser cannot be made.
public enum GeoparsingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A price that the resolver needs is not in the file.
  case missingPrice(String, file: String)
  /// No place of the gazetteer has the name of a region given by the user.
  case unknownRegion(String)

  /// What is wrong, and the cure.
  public var description: String {
    switch self {
    case .missingPrice(let name, let file): "\(file): no price \"\(name)\": add a row for it"
    case .unknownRegion(let name):
      "no region \"\(name)\" in the gazetteer: give the name of a country, a governorate or a province"
    }
  }
}
