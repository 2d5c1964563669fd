import Gazetteer
import Geodesy
import Geometry
import Records

/// A place as it is weighed again and again: what can be said of it in any text, worked out once a worker.
final class KnownPlace: Sendable {
  let place: Place
  let ref: PlaceRef
  /// Its number in its worker's memory, from 1; a place that was forgotten gets another.
  let serial: UInt32
  let kind: PlaceKind
  /// 0 where unknown.
  let population: Int
  /// The seat of a government.
  let isSeat: Bool
  /// How unlikely news names a kind, as a price.
  let rarity: Double
  /// The power of ten of the inhabitants, by kind where they are unknown.
  let magnitude: Double
  /// Its country and its first-level unit by their numbers (`PlaceMemory.numbers`), 0 where unknown.
  let country: Int
  let unit: Int
  /// What the members of a list share, by its number.
  let rank: Int
  /// The names of the units that it lies in, and its own where it is a unit, by their numbers (`PlaceMemory.names`).
  let admin1: Int
  let admin2: Int
  let name: Int
  /// Where it lies on a sphere, nil for a road.
  let direction: SIMD3<Double>?

  init(_ ref: PlaceRef, _ serial: UInt32, _ memory: PlaceMemory) {
    let place = memory.index.place(at: ref)
    self.place = place
    self.ref = ref
    self.serial = serial
    kind = place.kind
    population = place.population ?? 0
    isSeat = memory.knowledge.seats.isSeat(place)
    rarity = Odds.price(max(0.02, memory.index.info(of: place.kind).newsWeight))
    magnitude = KnownPlace.magnitude(place)
    country = place.country.map { memory.numbers.number(of: $0) } ?? 0
    unit = KnownPlace.unit(of: place).map { memory.numbers.number(of: $0) } ?? 0
    rank = memory.numbers.number(of: ToponymList.rank(of: place))
    admin1 = place.admin1.map { memory.unitNames.number(of: $0) } ?? 0
    admin2 = place.admin2.map { memory.unitNames.number(of: $0) } ?? 0
    name = KnownPlace.isUnit(place.kind) ? memory.unitNames.number(of: place.name) : 0
    direction = place.point.map { Sphere.direction($0) }
  }

  /// A country, a sea, a road, a unit of the first level, or a place of 100,000 people.
  var isLarge: Bool {
    switch kind {
    case .country, .continent, .region, .governorate, .province, .road, .sea: true
    default: population >= 100_000
    }
  }

  /// A country, or the seat of its government: what may stand for the government.
  var isGovernment: Bool { kind == .country || isSeat }

  private static func isUnit(_ kind: PlaceKind) -> Bool {
    kind == .governorate || kind == .province || kind == .district || kind == .subdistrict
  }

  private static func magnitude(_ place: Place) -> Double {
    if let population = place.population, population > 0 { return min(7, max(2, Odds.magnitude(Double(population)))) }
    switch place.kind {
    case .country, .continent, .region, .sea: return 7
    case .governorate, .province: return 6
    case .city, .district: return 5
    case .town, .base, .airfield, .road, .river, .crossing, .lake, .dam: return 4.5
    case .village, .neighborhood: return 3
    default: return 4
    }
  }

  /// The first-level unit that a place lies in or is, with its country before it.
  private static func unit(of place: Place) -> String? {
    guard let country = place.country, place.kind != .country else { return nil }
    let isUnit = place.kind == .governorate || place.kind == .province
    return (isUnit ? place.name : place.admin1).map { country + "/" + $0 }
  }

  /// Meters to another place: the exact distance, or one on the same side of a limit where the sphere is sure; nil where
  /// one of the two has no point.
  func meters(to other: KnownPlace, asAgainst limit: Double) -> Double? {
    guard let here = direction, let there = other.direction else { return nil }
    let guess = Sphere.kilometers(Sphere.chord(here, there)) * 1000
    if guess * (1 + Sphere.error) < limit || guess * (1 - Sphere.error) > limit { return guess }
    guard let from = place.point, let to = other.place.point else { return nil }
    return Ellipsoid.distance(from, to).rawValue
  }
}
