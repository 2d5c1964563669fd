import Gazetteer
import Geodesy
import Geometry
import NewsText
import Records

/// Turns a phrase into a location: always a point with a radius; what is an area in truth comes as an `AreaRequest`.
struct Locator {
  let index: PlaceIndex
  let document: Document
  let text: GeoparsedText

  /// The location, nil where the phrase's place is unknown and nothing tells where it lies.
  func locate(_ phrase: LocationPhrase) -> EventLocation? {
    if let relation = phrase.relation {
      if text.place(relation.anchor) != nil { return relative(relation, phrase) }
    } else if let place = text.place(phrase.head) {
      return named(place, phrase)
    }
    for relation in phrase.qualifiers {
      if let found = relative(relation, phrase) { return found }
    }
    guard let container = phrase.container, let area = text.toponyms[container].chosen else { return nil }
    if area.kind.isSettlement { return somewhere(in: area, phrase) }
    return whole(area, phrase)
  }

  /// The area that the phrase says, nil where it is a point.
  func area(_ phrase: LocationPhrase) -> AreaRequest? {
    guard let place = text.place(phrase.head) else { return nil }
    let within = phrase.container.flatMap { text.toponyms[$0].chosen }
    guard let relation = phrase.relation else { return request(place, place.kind == .road ? .road : .whole, within) }
    switch relation.kind {
    case .inside(let side):
      if place.kind.isArea { return AreaRequest(place: place, shape: .part(side), within: within) }
      return nil
    case .countryside: return request(place, .whole, within)
    case .sideOfRoad(let side): return AreaRequest(place: place, shape: .roadside(side), within: within)
    case .along where place.kind == .road: return AreaRequest(place: place, shape: .road, within: within)
    case .direction(let side, nil) where place.kind.isSettlement:
      return AreaRequest(place: place, shape: .sector(side, meters: reach(of: place)), within: within)
    default: return nil
    }
  }

  private func request(_ place: Place, _ shape: AreaRequest.Shape, _ within: Place?) -> AreaRequest? {
    place.kind.isArea || place.kind == .road ? AreaRequest(place: place, shape: shape, within: within) : nil
  }

  // MARK: Named places

  private func named(_ place: Place, _ phrase: LocationPhrase) -> EventLocation? {
    if place.kind == .road { return road(place, phrase) }
    if place.kind.isArea { return whole(place, phrase) }
    guard let point = place.point else { return nil }
    let info = index.info(of: place.kind)
    return location(
      place, phrase, .point(point), point, .named, nil, info.geoPrecision, info.wherePrecision, info.radius)
  }

  /// A quarter that nobody knows, of a town: somewhere in it.
  private func somewhere(in town: Place, _ phrase: LocationPhrase) -> EventLocation? {
    guard let point = town.point else { return nil }
    let info = index.info(of: town.kind)
    return location(
      town, phrase, .point(point), point, .named, nil, max(info.geoPrecision, 2), info.wherePrecision, info.radius)
  }

  private func whole(_ place: Place, _ phrase: LocationPhrase) -> EventLocation? {
    guard let point = place.point else { return nil }
    let info = index.info(of: place.kind)
    return location(
      place, phrase, .point(point), point, .area, nil, max(info.geoPrecision, 3), info.wherePrecision, info.radius)
  }

  /// A road: the point of it nearest to what the phrase names besides, else its middle.
  private func road(_ place: Place, _ phrase: LocationPhrase) -> EventLocation? {
    guard let line = index.roads.first(where: { $0.id == place.id })?.line else { return nil }
    let beside = phrase.qualifiers.lazy.compactMap { text.place($0.anchor)?.point }.first
    let point =
      beside.map { Ellipsoid.distance(from: $0, to: line).nearest } ?? line.coordinates[line.coordinates.count / 2]
    let radius = beside == nil ? index.info(of: .road).radius : 5000
    return location(
      place, phrase, .lineString(line), point, .line, nil, beside == nil ? 3 : 2, beside == nil ? 5 : 2, radius)
  }

  // MARK: Places told by way of others

  private func relative(_ relation: SpatialRelation, _ phrase: LocationPhrase) -> EventLocation? {
    guard let anchor = text.place(relation.anchor) else { return nil }
    if anchor.kind == .road { return besideRoad(anchor, relation, phrase) }
    guard let point = anchor.point else { return nil }
    let info = index.info(of: anchor.kind)
    switch relation.kind {
    case .center:
      return make(anchor, relation, phrase, point, info.radius, info.geoPrecision, info.wherePrecision)
    case .direction(let side, let meters?):
      let lateral = 0.25 * meters + (relation.isFromCenter ? 0 : info.builtUpRadius)
      let target = Ellipsoid.direct(from: point, azimuth: side.azimuth, distance: Meters(meters))
      return make(anchor, relation, phrase, target, lateral + slack(relation, meters))
    case .distance(let meters), .within(let meters):
      return make(anchor, relation, phrase, point, meters + slack(relation, meters) + info.builtUpRadius)
    case .between(let other, _): return between(anchor, other, relation, phrase)
    case .inside, .countryside: return part(anchor, relation, phrase, point)
    case .outskirts(let side): return outskirts(anchor, side, relation, phrase, point)
    case .direction(let side, nil):
      if anchor.kind.isArea { return part(anchor, relation, phrase, point) }
      let half = reach(of: anchor) / 2
      return make(
        anchor, relation, phrase, Ellipsoid.direct(from: point, azimuth: side.azimuth, distance: Meters(half)),
        half * 1.5)
    case .near, .opposite, .along, .sideOfRoad:
      if anchor.kind.isArea { return whole(anchor, phrase) }
      return make(anchor, relation, phrase, point, max(5000, 2 * info.radius))
    }
  }

  /// How far a rounded, approximate distance may be off.
  private func slack(_ relation: SpatialRelation, _ meters: Double) -> Double {
    max(relation.rounding, (relation.isApproximate ? 0.15 : 0.1) * meters)
  }

  private func outskirts(
    _ anchor: Place, _ side: CompassDirection?, _ relation: SpatialRelation, _ phrase: LocationPhrase,
    _ point: Coordinate
  ) -> EventLocation? {
    let info = index.info(of: anchor.kind)
    let edge = max(info.builtUpRadius, 500)
    guard let side else { return make(anchor, relation, phrase, point, max(3000, 1.5 * edge)) }
    let target = Ellipsoid.direct(from: point, azimuth: side.azimuth, distance: Meters(edge))
    return make(anchor, relation, phrase, target, max(3000, edge))
  }

  private func between(
    _ second: Place, _ first: PlaceReference, _ relation: SpatialRelation, _ phrase: LocationPhrase
  ) -> EventLocation? {
    guard let a = text.place(first)?.point, let b = second.point else { return nil }
    let line = Ellipsoid.inverse(a, b)
    let half = Meters(line.distance.rawValue / 2)
    let middle = Ellipsoid.direct(from: a, azimuth: line.azimuth, distance: half)
    let radius =
      if case .between(_, halfway: true) = relation.kind { max(3000, half.rawValue / 2) } else {
        max(3000, half.rawValue)
      }
    return make(second, relation, phrase, middle, radius)
  }

  /// A part of a region: a point toward that side of its seat, until somebody cuts the area.
  private func part(
    _ place: Place, _ relation: SpatialRelation, _ phrase: LocationPhrase, _ point: Coordinate
  ) -> EventLocation? {
    let info = index.info(of: place.kind)
    let seat = index.seat(of: place)?.point ?? point
    let target =
      relation.compass.map {
        Ellipsoid.direct(from: seat, azimuth: $0.azimuth, distance: Meters(info.radius / 2))
      } ?? point
    guard place.kind.isArea else { return make(place, relation, phrase, target, max(5000, info.radius)) }
    return location(
      place, phrase, .point(target), target, .area, RelationCheck.words(relation), 3, max(4, info.wherePrecision),
      info.radius)
  }

  private func besideRoad(_ road: Place, _ relation: SpatialRelation, _ phrase: LocationPhrase) -> EventLocation? {
    guard var found = self.road(road, phrase) else { return nil }
    found.relation = RelationCheck.words(relation)
    if let side = relation.compass, case .sideOfRoad = relation.kind {
      found.point = Ellipsoid.direct(from: found.point, azimuth: side.azimuth, distance: Meters(1500))
    }
    return found
  }

  // MARK: Making

  /// How far "west of X" reaches, by the size of X.
  private func reach(of place: Place) -> Double {
    let info = index.info(of: place.kind)
    return max(4000, 2 * info.builtUpRadius)
  }

  private func make(
    _ anchor: Place, _ relation: SpatialRelation, _ phrase: LocationPhrase, _ point: Coordinate, _ radius: Double,
    _ geo: Int = 2, _ whereIs: Int = 2
  ) -> EventLocation {
    location(
      anchor, phrase, .point(point), point, .relative, RelationCheck.words(relation), geo, whereIs, radius)
  }

  private func location(
    _ place: Place, _ phrase: LocationPhrase, _ shape: Shape, _ point: Coordinate, _ basis: LocationBasis,
    _ relation: String?, _ geo: Int, _ whereIs: Int, _ radius: Double
  ) -> EventLocation {
    var found = EventLocation(
      place: place, text: document.string(tokens: phrase.tokens), shape: shape, point: point, basis: basis,
      relation: relation, geoPrecision: geo, wherePrec: whereIs, radius: radius, alternatives: alternatives(phrase))
    let units = index.units(at: point)
    found.admin1 = units.admin1 ?? found.admin1
    found.admin2 = units.admin2 ?? found.admin2
    found.country = units.country ?? found.country
    return found
  }

  /// Other readings that cost little more.
  private func alternatives(_ phrase: LocationPhrase) -> [String] {
    guard case .toponym(let index) = phrase.head, let best = text.toponyms[index].readings.first else { return [] }
    return text.toponyms[index].readings.prefix(Toponym.shown).dropFirst().filter { $0.price - best.price < 1.5 }
      .map { "\($0.place.name) (\($0.place.id))" }
  }
}
