import Geodesy
import NewsText
import Records

/// Tellings of one event in one document, with what they add up to.
struct Cluster {
  var type: EventType
  /// The tellings, the one that carries the event first.
  var frames: [Frame]
  var spot: PlaceSpot?
  var agents: [Actor]
  var targets: [Actor]
  var toll: Toll
  var time: FrameTime?
  /// A time of day told elsewhere, of what was heard.
  var clock: String?
  /// Somebody denies it.
  var isDisputed = false
  var notes: [String] = []
  var explanation: [String] = []

  /// No telling says by what means.
  var isLoose: Bool { frames.allSatisfy(\.isLoose) }

  init(_ frame: Frame, _ spot: PlaceSpot?) {
    type = frame.type
    frames = [frame]
    self.spot = spot
    agents = frame.agents
    targets = frame.targets
    toll = frame.toll
    time = frame.time
  }
}

/// Whether two tellings can be of one event: type, place, day, side and toll (Codebook 2).
struct Compatibility {
  static func fits(_ cluster: Cluster, _ frame: Frame, _ spot: PlaceSpot?) -> Bool {
    isNew(cluster, frame)
      && (types(cluster.type, frame.type) || loosely(cluster, frame)
        || isOneToll(cluster, frame) && areFire(cluster, frame))
      && (places(cluster.spot, spot) || vaguely(cluster, frame, spot) || leads(cluster, frame, spot))
      && (days(cluster.time, frame.time) || isOneToll(cluster, frame) && areNear(cluster.time, frame.time))
      && (sides(cluster.agents, frame.agents) && !turned(cluster, frame) || meet(cluster, frame))
      && tolls(cluster.toll, frame.toll)
  }

  /// The same number of dead, too many to be chance.
  private static func isOneToll(_ cluster: Cluster, _ frame: Frame) -> Bool {
    guard let dead = frame.toll.fatalities, dead == cluster.toll.fatalities else { return false }
    if let hurt = frame.toll.injured, hurt == cluster.toll.injured, dead > 0, hurt >= 3 { return true }
    return dead >= 4
  }

  /// An air strike here is a drone's there.
  private static func areFire(_ cluster: Cluster, _ frame: Frame) -> Bool {
    let fire: Set<EventType> = [.airstrike, .droneStrike, .shelling, .bombing]
    return fire.contains(cluster.type) && fire.contains(frame.type)
  }

  /// Two days apart at most, one of which the text does not say of the event itself.
  private static func areNear(_ left: FrameTime?, _ right: FrameTime?) -> Bool {
    guard let left, let right, !left.isOwn || !right.isOwn else { return false }
    return abs(left.date.day - right.date.day) <= 2
  }

  /// "Terrorists attacked Fuah", then "they shelled it with mortars": the attack is of the kind that is told close by.
  private static func loosely(_ cluster: Cluster, _ frame: Frame) -> Bool {
    guard cluster.isLoose || frame.isLoose, isViolent(cluster.type), isViolent(frame.type), !frame.isAnother else {
      return false
    }
    // planes that come to meet an attack are others'
    let isFromAir = [cluster.type, frame.type].contains { $0 == .airstrike || $0 == .droneStrike }
    if isFromAir, !cluster.agents.contains(where: frame.agents.contains) { return false }
    return cluster.frames.contains { abs($0.sentence - frame.sentence) <= 5 }
  }

  /// "On the outskirts of Damascus", "near Damascus": one place, where the day and the toll are the same.
  private static func vaguely(_ cluster: Cluster, _ frame: Frame, _ spot: PlaceSpot?) -> Bool {
    guard let here = cluster.spot?.location, let there = spot?.location, here.place.id == there.place.id,
      let dead = frame.toll.fatalities, dead > 0
    else { return false }
    return dead == cluster.toll.fatalities
  }

  /// "Strikes outside Damascus killed 70", then "strikes on Douma": what the lead told of roughly.
  private static func leads(_ cluster: Cluster, _ frame: Frame, _ spot: PlaceSpot?) -> Bool {
    guard let here = cluster.spot, let there = spot, !here.isCoarse || !there.isCoarse else { return false }
    // "on two cities in Quneitra": both figures are the same, close by
    if cluster.type == frame.type, isOneToll(cluster, frame), frame.toll.injured != nil,
      frame.toll.injured == cluster.toll.injured,
      Ellipsoid.distance(here.location.point, there.location.point).rawValue <= 2 * vagueReach
    {
      return true
    }
    if isOneToll(cluster, frame), isQuarter(here, of: there) || isQuarter(there, of: here) { return true }
    if lies(here, inTown: there) || lies(there, inTown: here) {
      return frame.isRough || cluster.frames.contains(where: \.isRough)
    }
    guard isVague(here) != isVague(there),
      isVague(here) ? cluster.frames.contains(where: \.isLead) : frame.isLead,
      !cluster.agents.isEmpty && !frame.agents.isEmpty || isOneDay(cluster.time, frame.time)
    else { return false }
    if isVague(here) ? isWithinReach(there, of: here) : isWithinReach(here, of: there) { return true }
    // "a village near Hama", struck by the same side
    return cluster.type == frame.type && cluster.agents.contains(where: frame.agents.contains)
      && Ellipsoid.distance(here.location.point, there.location.point).rawValue <= 2.5 * vagueReach
  }

  /// As near as "outside" and "near" reach.
  static func isWithinReach(_ spot: PlaceSpot, of vague: PlaceSpot) -> Bool {
    let reach = max(vague.location.radius, vagueReach)
    return Ellipsoid.distance(spot.location.point, vague.location.point).rawValue <= reach
  }

  /// Both say the day themselves, and it is the same.
  private static func isOneDay(_ left: FrameTime?, _ right: FrameTime?) -> Bool {
    guard let left, let right, left.isOwn, right.isOwn else { return false }
    return left.date.isExact && right.date.isExact && left.date.day == right.date.day
  }

  /// A quarter or a building of a city.
  static func lies(_ part: PlaceSpot, inTown town: PlaceSpot) -> Bool {
    town.location.relation == nil && isQuarter(part, of: town)
  }

  /// "Central Damascus" may be told of as a whole too.
  private static func isQuarter(_ part: PlaceSpot, of town: PlaceSpot) -> Bool {
    guard town.kind == .city, !town.isStandIn, !part.isCoarse,
      !part.kind.isSettlement
        || part.kind == .neighborhood, part.kind != .road, part.location.place.id != town.location.place.id
    else { return false }
    return Ellipsoid.distance(part.location.point, town.location.point).rawValue <= townReach
  }

  /// The quarters of a city lie within so many meters of its middle.
  private static let townReach = 12_000.0

  /// "Outside", "near" and "on the outskirts of" a city reach so many meters.
  private static let vagueReach = 15_000.0

  /// A place told by its nearness to another, without a distance.
  static func isVague(_ spot: PlaceSpot) -> Bool {
    guard let relation = spot.location.relation, spot.location.basis == .relative else { return false }
    return spot.location.geoPrecision > 1 && !relation.utf8.contains { (0x30...0x39).contains($0) }
  }

  /// "Another bomb" is not what was told before; what the same sentence goes on to say of it is.
  private static func isNew(_ cluster: Cluster, _ frame: Frame) -> Bool {
    !frame.isAnother
      || cluster.frames.contains { $0.isAnother && ($0.sentence == frame.sentence || $0.words == frame.words) }
  }

  /// The same type; an act of violence of no stated kind goes with any; a reported blast goes with what caused it.
  static func types(_ left: EventType, _ right: EventType) -> Bool {
    if left == right { return true }
    if left == .other { return isViolent(right) }
    if right == .other { return isViolent(left) }
    return isBattle(left) && isBattle(right)
  }

  private static func isViolent(_ type: EventType) -> Bool {
    switch type {
    case .airstrike, .shelling, .droneStrike, .bombing, .armedClash, .groundAssault, .execution: true
    default: false
    }
  }

  private static func isBattle(_ type: EventType) -> Bool { type == .armedClash || type == .groundAssault }

  /// The same place, or a region that holds it.
  static func places(_ left: PlaceSpot?, _ right: PlaceSpot?) -> Bool {
    guard let left, let right else { return true }
    if left.location.place.id == right.location.place.id { return sameRelation(left, right) }
    return holds(left, right) || holds(right, left)
  }

  private static func sameRelation(_ left: PlaceSpot, _ right: PlaceSpot) -> Bool {
    left.location.relation == right.location.relation || left.location.relation == nil || right.location.relation == nil
      || left.isCoarse || right.isCoarse
  }

  /// Whether a place lies in a region.
  static func holds(_ region: PlaceSpot, _ place: PlaceSpot) -> Bool {
    guard region.isCoarse else { return false }
    switch region.location.place.kind {
    case .country: return region.location.country == place.location.country
    case .governorate, .province, .city:
      return place.location.admin1 == region.location.place.name && place.location.country == region.location.country
    case .region:
      return region.location.country == place.location.country
        && Ellipsoid.distance(region.location.point, place.location.point).rawValue <= region.location.radius
    case .district: return place.location.admin2 == region.location.place.name
    default: return false
    }
  }

  static func days(_ left: FrameTime?, _ right: FrameTime?) -> Bool {
    guard let left, let right else { return true }
    if left.isOwn, right.isOwn, left.date.isExact, right.date.isExact { return left.date.day == right.date.day }
    return left.date.window.overlaps(right.date.window) || isUntold(left, right) || isUntold(right, left)
  }

  /// A telling of no day at all stands on the day of reporting: it may be of any day of the week before.
  private static func isUntold(_ left: FrameTime, _ right: FrameTime) -> Bool {
    !left.isOwn && left.text == nil && left.date.basis == "reporting_day"
      && (0...6).contains(left.date.day - right.date.day)
  }

  /// Sides agree where one is unknown, or they share an actor.
  static func sides(_ left: [Actor], _ right: [Actor]) -> Bool {
    let left = left.filter { $0.kind != .unidentified }
    let right = right.filter { $0.kind != .unidentified }
    return left.isEmpty || right.isEmpty || left.contains { right.contains($0) }
  }

  /// "attacked X but were beaten back by the army": a battle of the same two sides.
  static func meet(_ cluster: Cluster, _ frame: Frame) -> Bool {
    guard isBattle(cluster.type), isBattle(frame.type), !cluster.agents.isEmpty, !frame.targets.isEmpty else {
      return false
    }
    return cluster.agents.contains { frame.targets.contains($0) }
      && cluster.frames.contains { abs($0.sentence - frame.sentence) <= 1 }
  }

  /// Who acted there suffers here: another event.
  static func turned(_ cluster: Cluster, _ frame: Frame) -> Bool {
    cluster.agents.contains { frame.targets.contains($0) && !frame.agents.contains($0) }
      || frame.agents.contains { cluster.targets.contains($0) && !cluster.agents.contains($0) }
  }

  /// "More than 30", then "31": the figure that was rounded down, within a quarter.
  private static func isLeast(_ least: Toll, of toll: Toll) -> Bool {
    guard let low = least.fatalities, low >= 5, least.fatalitiesHigh == nil, let dead = toll.fatalities else {
      return false
    }
    return (low...low + low / 4).contains(dead)
  }

  static func tolls(_ left: Toll, _ right: Toll) -> Bool {
    func agree(_ left: Int?, _ right: Int?) -> Bool { left == nil || right == nil || left == right }
    return (agree(left.fatalities, right.fatalities) || isLeast(left, of: right) || isLeast(right, of: left))
      && agree(left.injured, right.injured)
  }
}
