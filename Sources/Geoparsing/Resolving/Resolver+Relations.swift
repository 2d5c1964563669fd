import Gazetteer
import Geodesy
import Geometry
import Records

extension Resolver {
  /// "Kafr Amma located some 25 kilometers west of central Aleppo" chooses between namesakes.
  mutating func priceRelations(_ work: Workspace) {
    for found in work.relations {
      guard case .toponym(let owner)? = found.owner, let anchor = anchor(of: found.relation, work) else { continue }
      let isSure = isSure(found.relation.anchor)
      for name in members(of: owner, found.relation, work) {
        price(name, found.relation, anchor, isSure: isSure, work)
      }
    }
  }

  /// Whether no other place comes near the one that a relation is told from: what is told from an unsure one refutes
  /// nothing.
  private func isSure(_ anchor: PlaceReference) -> Bool {
    guard case .toponym(let name) = anchor, let best = best(name) else { return true }
    return best.cost == 0 && isAlone(name, by: 1)
  }

  private mutating func price(
    _ name: Int, _ relation: SpatialRelation, _ anchor: Place, isSure: Bool, _ work: Workspace
  ) {
    let most = work.prices[.relationLimit] / max(work.prices[.relationMisfit], 0.1)
    for index in states[name].range {
      guard let point = readings[index].place.point else { continue }
      let check = RelationCheck(relation, from: anchor, to: point, anchorRadius: radius(anchor, work))
      add(min(most, max(0, check.misfit - 0.5)), of: .relationMisfit, index)
      add(max(0, check.turned - 45) / 45, of: .directionMisfit, index)
      note(check.reason, name, index, work)
      if isSure, check.refutes { readings[index].isRefuted = true }
    }
  }

  /// "Ain Zara and Wadi al-Rabie, on the southern edge of Tripoli": told of all that are listed, unless a distance is.
  private func members(of owner: Int, _ relation: SpatialRelation, _ work: Workspace) -> [Int] {
    var members = [owner]
    guard relation.meters == nil else { return members }
    while let first = members.last, first > 0, work.areListed(first - 1, first), !work.names[first - 1].isDemonym {
      members.append(first - 1)
    }
    return members
  }

  private func anchor(of relation: SpatialRelation, _ work: Workspace) -> Place? {
    switch relation.anchor {
    case .toponym(let name): best(name).flatMap { $0.cost > 0.02 ? nil : $0.place }
    case .definite(let definite): work.definites[definite].place
    }
  }

  private func radius(_ place: Place, _ work: Workspace) -> Double { work.index.info(of: place.kind).radius }
}

/// How well a place fits what a relation says.
struct RelationCheck {
  /// How far the distance is off, in tolerances.
  let misfit: Double
  /// Degrees that the direction is off.
  let turned: Double
  /// "25 km west of Aleppo fits: 26.7 km at 257°"
  let reason: String

  init(_ relation: SpatialRelation, from anchor: Place, to point: Coordinate, anchorRadius: Double) {
    guard let start = anchor.point else {
      (misfit, turned, reason) = (0, 0, "\(anchor.name) has no point to measure from")
      isOpposite = false
      return
    }
    let line = Ellipsoid.inverse(start, point)
    let distance = line.distance.rawValue
    let azimuth = Ellipsoid.turned(line.azimuth)
    misfit = Self.misfit(relation, distance, anchorRadius)
    turned = relation.compass.map { Self.angle($0.azimuth, azimuth) } ?? 0
    let fits = misfit <= 1 && turned <= 45
    isOpposite = if case .direction = relation.kind { turned > 90 && distance > 40_000 } else { false }
    let kilometers = (distance / 100).rounded() / 10
    reason =
      "\(Self.words(relation)) \(anchor.name) \(fits ? "fits" : "does not fit"): \(kilometers) km at \(Int(azimuth.rounded()))°"
  }

  /// The words and the place cannot both be right: too far, or far on another side.
  var refutes: Bool { misfit > 6 || isOpposite }
  private let isOpposite: Bool

  private static func misfit(_ relation: SpatialRelation, _ distance: Double, _ radius: Double) -> Double {
    switch relation.kind {
    case .direction(_, let meters?), .distance(let meters):
      return abs(distance - meters) / (max(0.2 * meters, relation.rounding) + min(radius, 0.2 * meters + 1000))
    case .within(let meters): return distance <= meters ? 0 : (distance - meters) / (0.2 * meters + radius)
    case .outskirts: return max(0, distance - radius) / max(3000, radius)
    case .near, .opposite, .center: return max(0, distance - radius) / 15_000
    case .direction(_, nil): return max(0, distance - 60_000) / 20_000
    default: return 0
    }
  }

  private static func angle(_ a: Double, _ b: Double) -> Double {
    let difference = abs(a - b).truncatingRemainder(dividingBy: 360)
    return min(difference, 360 - difference)
  }

  /// The relation in a few words: "25 km west of", "near".
  static func words(_ relation: SpatialRelation) -> String {
    func km(_ meters: Double) -> String {
      let tenths = (meters / 100).rounded() / 10
      return tenths == tenths.rounded() ? "\(Int(tenths)) km" : "\(tenths) km"
    }
    switch relation.kind {
    case .near: return "near"
    case .outskirts(let side): return side.map { "on the \($0.rawValue)ern edge of" } ?? "on the outskirts of"
    case .direction(let side, let meters?): return "\(km(meters)) \(side.rawValue) of"
    case .direction(let side, nil): return "\(side.rawValue) of"
    case .distance(let meters): return "\(km(meters)) from"
    case .within(let meters): return "within \(km(meters)) of"
    case .between: return "between"
    case .inside(let side): return "\(side.rawValue)ern"
    case .countryside: return "countryside of"
    case .sideOfRoad(let side): return "\(side.rawValue) of"
    case .along: return "along"
    case .opposite: return "opposite"
    case .center: return "center of"
    }
  }
}
