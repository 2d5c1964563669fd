import Formats
import Gazetteer
import Geodesy
import Geometry
import Glibc
import Records

/// A place as it is weighed again and again: what can be said of it in any text, worked out once a worker.
final class KnownPlace: Sendable {
  let place: Place
  /// Its number in its worker's memory, from 1; a place that was forgotten gets another.
  let serial: UInt32
  /// The seat of a government.
  let isSeat: Bool
  /// How unlikely news names a kind, as a price.
  let rarity: Double
  /// The power of ten of the inhabitants, by kind where they are unknown.
  let magnitude: Double
  /// Its country and its first-level unit by their numbers (`PlaceMemory`), 0 where unknown.
  let country: Int
  let unit: Int
  /// What the members of a list share, by its number.
  let rank: Int
  /// Where it lies on a sphere, nil for a road.
  let direction: SIMD3<Double>?

  init(_ place: Place, _ serial: UInt32, _ memory: PlaceMemory) {
    self.place = place
    self.serial = serial
    isSeat = memory.seats.isSeat(place)
    rarity = Odds.price(max(0.02, memory.index.info(of: place.kind).newsWeight))
    magnitude = KnownPlace.magnitude(place)
    country = place.country.map { memory.number(of: $0) } ?? 0
    unit = KnownPlace.unit(of: place).map { memory.number(of: $0) } ?? 0
    rank = memory.number(of: ToponymList.rank(of: place))
    direction = place.point.map { Sphere.direction($0) }
  }

  /// A country, a sea, a road, a unit of the first level, or a place of 100,000 people.
  var isLarge: Bool {
    switch place.kind {
    case .country, .continent, .region, .governorate, .province, .road, .sea: true
    default: (place.population ?? 0) >= 100_000
    }
  }

  /// A country, or the seat of its government: what may stand for the government.
  var isGovernment: Bool { place.kind == .country || isSeat }

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
}

/// What one worker remembers of places and names; see `NameMemory`.
final class PlaceMemory {
  let names: NameMemory
  let seats: Seats
  private var places = TwoWayCache<(ref: PlaceRef, known: KnownPlace)>(sets: 1 << 12)
  private var serial: UInt32 = 0
  /// Distances measured before: the places that news names together it names together again.
  private var distances = [(pair: UInt64, kilometers: Double)](repeating: (0, 0), count: 1 << 14)
  private var numbers: [String: Int] = ["": 0]
  /// Countries, units and ranks by their numbers; 0 is none.
  private(set) var texts = [""]

  init(_ index: PlaceIndex, _ seats: Seats) {
    names = NameMemory(index)
    self.seats = seats
  }

  var index: PlaceIndex { names.index }

  /// The place of a reference.
  func known(_ ref: PlaceRef) -> KnownPlace {
    places.value(at: ref.mark, where: { $0.ref == ref }) {
      serial += 1
      return (ref, KnownPlace(index.place(at: ref), serial, self))
    }.known
  }

  /// Kilometers on the ellipsoid between two places that have points.
  func kilometers(_ a: KnownPlace, _ b: KnownPlace) -> Double {
    guard let from = a.place.point, let to = b.place.point else { return .infinity }
    let pair = UInt64(a.serial) << 32 | UInt64(b.serial)
    let slot = Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 40) & (distances.count - 1)
    if distances[slot].pair == pair { return distances[slot].kilometers }
    let found = Ellipsoid.distance(from, to).kilometers
    distances[slot] = (pair, found)
    return found
  }

  /// The number of a country, a unit or a rank.
  func number(of text: String) -> Int {
    if let known = numbers[text] { return known }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }
}

/// The sphere as a first guess of distances: it is never off by more than `error` of them.
enum Sphere {
  /// The ellipsoid's geodesics differ from the mean sphere's by at most 0.56 %.
  static let error = 0.01

  static func direction(_ point: Coordinate) -> SIMD3<Double> {
    let (lat, lon) = (point.lat * .pi / 180, point.lon * .pi / 180)
    return SIMD3(cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat))
  }

  /// The straight line between two directions.
  static func chord(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
    let difference = a - b
    return (difference * difference).sum().squareRoot()
  }

  /// Kilometers along the sphere over a straight line.
  static func kilometers(_ chord: Double) -> Double { 2 * 6371.0088 * asin(min(1, chord / 2)) }
}
