import Formats

/// What speaks against a reading; each has a row in `Data/prices.tsv`.
enum PriceName: Int, CaseIterable, Sendable {
  case spelling, spellingLimit, variantBesideExact, alternateName, kind, size, kindMisfit, kindLoose
  case outsideContainer, containerIsTown, countryHint, otherCountry, otherUnit, far, farLimit
  case areaAlone, townWhereArea, areaWhereTown, areaCue, listMisfit, otherSense
  case relationMisfit, relationLimit, directionMisfit, bias, seat, variantWeight, datelineWeight, countryTwin
  case areaOfSeat

  /// The name in the file: words parted by hyphens.
  var text: String {
    var text = ""
    for letter in "\(self)".utf8 {
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) { text += "-" }
      text += String(decoding: [letter | 0x20], as: UTF8.self)
    }
    return text
  }

  /// Limits and weights take no part in a sum, and the bias is the user's.
  var isFitted: Bool {
    switch self {
    case .spellingLimit, .farLimit, .relationLimit, .variantWeight, .datelineWeight, .bias: false
    default: true
    }
  }
}

/// What readings cost (`Data/prices.tsv`): one figure and one reason for each.
struct Prices: Sendable {
  private var values = [Double](repeating: 0, count: PriceName.allCases.count)

  /// A price, in natural logarithms of odds.
  subscript(name: PriceName) -> Double { values[name.rawValue] }

  /// All prices in the order of `PriceName.allCases`.
  var all: [Double] { values }

  /// Reads the file; every price must be there.
  init(file: String) throws {
    let table = try Table(MappedFile(file))
    let names = Dictionary(uniqueKeysWithValues: PriceName.allCases.map { ($0.text, $0) })
    var missing = Set(PriceName.allCases)
    for row in table.rows {
      guard let name = names[try row.text("name")], let price = try row.double("price") else {
        throw row.error(.invalid(column: "name", wanted: "the name of a price, and a number"))
      }
      values[name.rawValue] = price
      missing.remove(name)
    }
    if let name = missing.map(\.text).min() { throw GeoparsingError.missingPrice(name, file: file) }
  }

  /// Prices of other values, for whoever fits them.
  init(values: [Double]) { self.values = values }
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
