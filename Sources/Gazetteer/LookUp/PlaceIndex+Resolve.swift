public import Geometry
import Geodesy
public import Records

/// What the verb `resolve` asks: a name, and what is known of where it is.
public struct ResolveQuery: Hashable, Sendable {
  /// The name in any spelling.
  public var name: String
  /// Near here.
  public var near: Coordinate?
  /// In this region: a unit's name in any spelling, as a row's `admin1` says it or as a polygon, or a country.
  public var region: String?
  /// The most answers.
  public var limit: Int
  /// Whether unlikely answers are wanted rather than none: by a person who reads the list. In a small gazetteer every
  /// name is then compared, where the likely spellings give nothing good.
  public var isThorough: Bool

  /// A question; nothing but the name need be known.
  public init(
    _ name: String, near: Coordinate? = nil, inRegion region: String? = nil, limit: Int = 10, isThorough: Bool = false
  ) {
    self.isThorough = isThorough
    self.name = name
    self.near = near
    self.region = region
    self.limit = limit
  }
}

/// A place that answers a `ResolveQuery`.
public struct RankedPlace: Hashable, Sendable {
  /// The match of the name.
  public let match: NameMatch
  /// The place.
  public let place: Place
  /// How well it fits, 0...1.
  public let score: Double
  /// Why it stands where it does.
  public let reasons: [String]
}

extension PlaceIndex {
  /// All namesakes, ranked: exact before variant, then context, then kind and size. An unknown population is not
  /// a small one.
  public func resolve(_ query: ResolveQuery) -> [RankedPlace] {
    let scope = query.region.map { RegionScope($0, in: self) }
    let most = query.near == nil ? query.limit + 5 : query.limit + 50
    let reach = query.isThorough ? .thorough : SpellingReach()
    let matches = candidates(query.name, most: most, reach, accept: scope.map { scope in { scope.holds($0) } })
    return matches.map { rank($0, query) }.sorted(by: Self.before).prefix(query.limit).map { $0 }
  }

  /// Whether the name is that of a region which `ResolveQuery.region` can ask for.
  public func knowsRegion(_ name: String) -> Bool { RegionScope(name, in: self).isKnown }

  private func rank(_ match: NameMatch, _ query: ResolveQuery) -> RankedPlace {
    let place = place(at: match.ref)
    var reasons = match.cost == 0 ? ["the name as written"] : match.reasons
    if match.nameKind == .demonym { reasons.append("a demonym") }
    var score = RankingPrices.name(match)
    if let near = query.near, near.isFinite, near.isOnEarth, let point = place.point {
      let distance = Ellipsoid.distance(near, point)
      score *= RankingPrices.nearness(distance.rawValue)
      reasons.append("\(Int(distance.kilometers.rounded())) km away")
    }
    if let region = query.region { reasons.append("in \(region)") }
    score *= RankingPrices.size(population: place.population, weight: info(of: place.kind).newsWeight)
    reasons.append(place.population.map { "\(place.kind.rawValue), population \($0)" } ?? place.kind.rawValue)
    return RankedPlace(match: match, place: place, score: (score * 1000).rounded() / 1000, reasons: reasons)
  }

  private static func before(_ a: RankedPlace, _ b: RankedPlace) -> Bool {
    if (a.match.cost == 0) != (b.match.cost == 0) { return a.match.cost == 0 }
    if a.score != b.score { return a.score > b.score }
    return (a.match.ref.layer, a.match.ref.number) < (b.match.ref.layer, b.match.ref.number)
  }
}

extension SpellingReach {
  /// Of a person who asks for a ranked list: what is less likely stands at its end.
  static let thorough = SpellingReach(slack: 2, isThorough: true)
}

/// What a look-up's facts are worth; figures set on the development spellings.
enum RankingPrices {
  /// The worth of a name's fit: 1 exact, falling with the price of the spelling.
  static func name(_ match: NameMatch) -> Double {
    let demonym = match.nameKind == .demonym ? 0.8 : 1
    return demonym * max(0.05, 1 - match.cost)
  }

  /// The worth of a distance in meters: half at 50 km.
  static func nearness(_ meters: Double) -> Double { 1 / (1 + meters / 50_000) }

  /// The worth of size: a big place a little more than a small one, an unknown one as much as a town.
  static func size(population: Int?, weight: Double) -> Double {
    var digits = 0.0
    var rest = population ?? 10_000
    while rest >= 10 {
      digits += 1
      rest /= 10
    }
    return 0.9 + 0.05 * weight + 0.05 * min(digits, 7) / 7
  }
}
