public import Gazetteer
import Geodesy
import Geometry
public import Records

/// Holds claims against the map.
public struct ClaimChecker: Sendable {
  private let index: PlaceIndex

  /// A checker that knows the places of that index.
  public init(index: PlaceIndex) { self.index = index }

  /// The claim with computed figure, tolerance, verdict and a note.
  public func check(_ claim: Claim) -> Claim {
    switch claim.kind {
    case .distance: measured(claim, judgeDistance)
    case .azimuth: measured(claim, judgeAzimuth)
    case .adjacency: measured(claim, judgeAdjacency)
    case .area, .count: untold(claim)
    }
  }

  private func measured(_ claim: Claim, _ judge: (inout Claim, _ from: Place, _ to: Place, Measure) -> Void) -> Claim {
    guard claim.places.count == 2, let point = claim.places[0].point, let anchor = claim.places[1].point else {
      return noted(claim, "a place without a point")
    }
    var claim = claim
    let line = Ellipsoid.inverse(anchor, point)
    claim.shape = (try? LineString([anchor, point])).map { .lineString($0) }
    judge(
      &claim, claim.places[1], claim.places[0],
      Measure(kilometers: line.distance.rawValue / 1000, azimuth: line.azimuth))
    return claim
  }

  /// Nothing but a control map of that day could check an area or a count of places.
  private func untold(_ claim: Claim) -> Claim {
    noted(claim, "no control map to measure it on; give one to `control change`")
  }

  private func noted(_ claim: Claim, _ note: String) -> Claim {
    var claim = claim
    claim.verdict = .cannotTell
    claim.note = note
    return claim
  }

  // MARK: Verdicts

  /// Consistent where the difference is within the rounding, a tenth of the figure, and the size of the two places.
  private func judgeDistance(_ claim: inout Claim, _ anchor: Place, _ place: Place, _ measure: Measure) {
    guard let claimed = claim.claimed else { return }
    let tolerance = (claim.tolerance ?? 0) + 0.1 * claimed + size(anchor) + size(place)
    claim.computed = measure.kilometers
    claim.tolerance = tolerance
    let difference = measure.kilometers - claimed
    claim.verdict = abs(difference) <= tolerance ? .consistent : .inconsistent
    claim.note =
      "\(place.name) lies \(Text.oneDecimal(measure.kilometers)) km from \(anchor.name), "
      + (abs(difference) <= tolerance ? "" : "beyond the tolerance, ")
      + "\(Text.oneDecimal(abs(difference))) km \(difference < 0 ? "less" : "more") than claimed"
  }

  /// A point of the compass is good to 30 degrees, more where the places are large for their distance.
  private func judgeAzimuth(_ claim: inout Claim, _ anchor: Place, _ place: Place, _ measure: Measure) {
    guard let claimed = claim.claimed else { return }
    let size = size(anchor) + size(place)
    claim.computed = measure.azimuth < 0 ? measure.azimuth + 360 : measure.azimuth
    guard measure.kilometers > size else {
      claim.verdict = .cannotTell
      claim.note = "the places are too near each other for their size"
      return
    }
    let tolerance = min(90, 30 + Angle.degrees(opposite: size, adjacent: measure.kilometers))
    let difference = Angle.between(claim.computed ?? 0, claimed)
    claim.tolerance = tolerance
    claim.verdict = difference <= tolerance ? .consistent : .inconsistent
    claim.note = "\(place.name) lies at \(Text.oneDecimal(claim.computed ?? 0)) degrees from \(anchor.name)"
  }

  /// "On the outskirts of", "near", "within X of": as far as the places reach, and a walk.
  private func judgeAdjacency(_ claim: inout Claim, _ anchor: Place, _ place: Place, _ measure: Measure) {
    let limit = claim.claimed ?? 3 + 2 * size(anchor) + size(place)
    claim.computed = measure.kilometers
    claim.tolerance = claim.claimed == nil ? limit : size(anchor) + size(place)
    let reach = claim.claimed == nil ? limit : limit + size(anchor) + size(place)
    claim.verdict =
      measure.kilometers <= reach ? .consistent : measure.kilometers <= 2 * reach ? .cannotTell : .inconsistent
    claim.note = "\(place.name) lies \(Text.oneDecimal(measure.kilometers)) km from \(anchor.name)"
  }

  /// How far a place reaches from its point, in kilometers.
  private func size(_ place: Place) -> Double { index.info(of: place.kind).builtUpRadius / 1000 }
}

/// Where a place lies from its anchor.
struct Measure {
  var kilometers: Double
  /// Degrees clockwise from north, -180 to 180.
  var azimuth: Double
}

/// Angles on a compass.
enum Angle {
  /// The smaller angle between two azimuths, in degrees.
  static func between(_ left: Double, _ right: Double) -> Double {
    let difference = abs(left - right).truncatingRemainder(dividingBy: 360)
    return min(difference, 360 - difference)
  }

  /// The angle under which `opposite` is seen at the distance `adjacent`; the small-angle form bounded at 45 degrees.
  static func degrees(opposite: Double, adjacent: Double) -> Double {
    min(45, opposite / adjacent * 180 / Double.pi)
  }
}

/// Numbers for readers.
enum Text {
  /// One decimal, by rounding.
  static func oneDecimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
