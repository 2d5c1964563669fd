import Formats
import Gazetteer
import Geodesy
import Geometry
import Geoparsing
import Records
import Territory

/// Cuts areas said in words out of the gazetteer's boundaries and roads (Codebook 10).
struct AreaCutting: Sendable {
  let index: PlaceIndex
  private let areas = Memo<AreaRequest, Shape?>(slots: 512)

  init(index: PlaceIndex) { self.index = index }

  /// The width of a strip along a road where the text gives none.
  static let stripWidth = Meters(5000)

  /// The area; nil where the gazetteer has no boundary or road for it.
  @Sendable func cut(_ request: AreaRequest) -> Shape? { areas.value(request) { newlyCut($0) } }

  private func newlyCut(_ request: AreaRequest) -> Shape? {
    switch request.shape {
    case .whole: return index.boundary(of: request.place.id)
    case .part(let direction): return part(request.place, direction)
    case .roadside(let direction): return roadside(request, direction)
    case .road: return nil
    case .sector(let direction, let meters): return sector(request.place, direction, meters)
    }
  }

  /// The part of a unit on that side of its seat, without the seat's built-up area.
  private func part(_ unit: Place, _ direction: CompassDirection) -> Shape? {
    guard let region = index.boundary(of: unit.id), let compass = Compass(direction) else { return nil }
    let seat = seat(of: unit)
    let builtUp = seat.flatMap { place in
      place.point.map { Ellipsoid.circle(center: $0, radius: Meters(index.info(of: place.kind).builtUpRadius)) }
    }
    return try? Ground.part(of: region, seat: seat?.point, direction: compass, excluding: builtUp.map { .polygon($0) })
  }

  /// The settlement that bears the unit's name, the largest there is.
  private func seat(of unit: Place) -> Place? {
    index.resolve(ResolveQuery(unit.name, inRegion: unit.name, limit: 10)).map(\.place).first {
      $0.kind.isSettlement && $0.country == unit.country
    }
  }

  private func roadside(_ request: AreaRequest, _ direction: CompassDirection) -> Shape? {
    guard let road = index.roads.first(where: { $0.id == request.place.id }), let compass = Compass(direction) else {
      return nil
    }
    let region = request.within.flatMap { index.boundary(of: $0.id) }
    return try? Ground.strip(along: road.line, side: .toward(compass), within: region, width: AreaCutting.stripWidth)
  }

  /// A wedge of 90 degrees outside a settlement, out to `meters`.
  private func sector(_ place: Place, _ direction: CompassDirection, _ meters: Double) -> Shape? {
    guard let center = place.point else { return nil }
    let inner = index.info(of: place.kind).builtUpRadius / 2
    func arc(_ radius: Double, _ angles: [Double]) -> [Coordinate] {
      angles.map { Ellipsoid.direct(from: center, azimuth: direction.azimuth + $0, distance: Meters(radius)) }
    }
    let angles = stride(from: -45.0, through: 45, by: 7.5).map { $0 }
    let outline = arc(inner, angles) + arc(max(meters, inner + 1000), angles.reversed())
    guard let first = outline.first, let ring = try? Ring(outline + [first]) else { return nil }
    return .polygon(Polygon(exterior: ring))
  }
}

extension Compass {
  /// The same direction.
  init?(_ direction: CompassDirection) {
    guard let found = Compass.allCases.first(where: { $0.azimuth == direction.azimuth }) else { return nil }
    self = found
  }
}
