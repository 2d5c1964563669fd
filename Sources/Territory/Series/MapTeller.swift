import Gazetteer
import Geodesy
import Geometry
import Records
import Topology

/// What the maps of a series say of rows, settlements and roads.
struct MapTeller {
  let days: [SeriesDay]
  let maps: [ControlMap]
  let side: String
  let sides: [String]
  let options: ChangeOptions
  let index: PlaceIndex
  private let engine = Engine()

  init(
    days: [SeriesDay], maps: [ControlMap], side: String, sides: [String], options: ChangeOptions, index: PlaceIndex
  ) {
    (self.days, self.maps, self.side, self.sides) = (days, maps, side, sides)
    (self.options, self.index) = (options, index)
  }

  /// What changed hands, an entry a day and pair of holders.
  struct Found {
    var changes: [SettlementChange] = []
    /// Settlements on it, each once.
    var settlements: [Settlement] = []
    /// How many the side looked at came to hold on each day, and how many it lost.
    var counts: [(gained: Int, lost: Int)] = []
  }

  func changes() throws(TerritoryError) -> Found {
    try onTopology { () throws(TopologyError) in
      var found = Found()
      var known: Set<String> = []
      for (day, map) in zip(days, maps) {
        var count = (gained: 0, lost: 0)
        for change in day.changes where change.from != change.to {
          let places = try index.settlements(on: change, engine)
          if change.to == side { count.gained += places.count }
          if change.from == side { count.lost += places.count }
          found.changes.append(Self.entry(change, places, day, map))
          for place in places where known.insert(place.id).inserted {
            if let point = place.point {
              found.settlements.append(
                Settlement(
                  id: place.id, name: place.name, point: point, side: change.to ?? Settlement.unknownSide,
                  date: day.date))
            }
          }
        }
        found.counts.append(count)
      }
      return found
    }
  }

  private static func entry(_ change: Change, _ places: [Place], _ day: SeriesDay, _ map: ControlMap)
    -> SettlementChange
  {
    let names = places.map(\.name)
    let (from, to) = (change.from ?? Self.nobody, change.to ?? Self.nobody)
    let slivers = change.pieces.count(where: \.isSliver)
    var note = change.pieces.count == 1 ? "one piece" : "\(change.pieces.count) pieces"
    if slivers > 0 { note += ", \(slivers) of them thin as a line drawn twice" }
    if names.count > 3 { note += "; on it: " + names.joined(separator: ", ") }
    let cause = ControlCause(sources: [CitedSource(map.source ?? day.name, day: day.date)], note: note)
    return SettlementChange(
      day: day.date, settlement: "\(day.date) \(from) \(to)", name: title(names), from: from, to: to, status: .held,
      ground: change.shape, areaKM2: change.area.km2, causes: [cause])
  }

  /// Whom ground without a holder is said to belong to.
  static let nobody = "nobody"

  private static func title(_ names: [String]) -> String {
    switch names.count {
    case 0: "Ground without a settlement"
    case 1...3: names.joined(separator: ", ")
    default: names.prefix(2).joined(separator: ", ") + " and \(names.count - 2) more"
    }
  }
}

extension MapTeller {
  /// A row for the first map, then one whenever so many days have gone by, and one for the last map.
  func weeks(every step: Int, _ counts: [(gained: Int, lost: Int)]) throws(TerritoryError) -> [ControlWeek] {
    var rows = [try row(0, after: 0, counts)]
    var before = 0
    for number in days.indices.dropFirst()
    where days[number].date - days[before].date >= step || number == days.count - 1 {
      rows.append(try row(number, after: before, counts))
      before = number
    }
    return rows
  }

  private func row(_ number: Int, after before: Int, _ counts: [(gained: Int, lost: Int)]) throws(TerritoryError)
    -> ControlWeek
  {
    let day = days[number]
    let span = before..<number
    return ControlWeek(
      day: day.date, areasKM2: sides.map { name in day.sides.first { $0.side == name }?.areaKM2 ?? 0 },
      net: try net(before, number), sinceStart: try net(0, number),
      gainedCount: span.reduce(0) { $0 + counts[$1 + 1].gained },
      lostCount: span.reduce(0) { $0 + counts[$1 + 1].lost },
      frontKM: day.sides.first { $0.side == side }?.frontKM ?? 0)
  }

  /// What the side gained from one map to another, less what it lost: the sum of the days between, and where a line's
  /// uncertainty is stated the interval of the two maps beside each other.
  private func net(_ before: Int, _ after: Int) throws(TerritoryError) -> AreaEstimate {
    let km2 = days[(before + 1)..<(after + 1)].reduce(0) { sum, day in
      sum + (day.sides.first { $0.side == side }?.netKM2 ?? 0)
    }
    guard options.lineUncertainty != nil, before < after else { return AreaEstimate(km2: km2) }
    var options = options
    options.allowMixedSources = true
    let report = try ControlChange.between(maps[before], maps[after], options)
    guard let net = report.balances.first(where: { $0.side == side })?.net, let low = net.low, let high = net.high
    else { return AreaEstimate(km2: km2) }
    return AreaEstimate(km2: km2, low: min(low, km2), high: max(high, km2))
  }
}

extension MapTeller {
  /// The roads that run through ground of the maps, day by day.
  func roads() throws(TerritoryError) -> [RoadStory] {
    var stories: [RoadStory] = []
    for road in index.roads {
      let km = try maps.map { map throws(TerritoryError) in try kilometers(of: road, on: map) }
      let most = km.map { $0.reduce(0, +) }.max() ?? 0
      if most > 0.001 { stories.append(story(road, km, most)) }
    }
    return stories
  }

  private func story(_ road: Road, _ km: [[Double]], _ length: Double) -> RoadStory {
    var story = RoadStory(
      name: road.name, direction: [road.from, road.to].compactMap { $0 }.joined(separator: " to "),
      shape: .lineString(road.line), lengthKM: length, days: [], taken: [], cut: [])
    let number = sides.firstIndex(of: side) ?? 0
    // Ten meters: a line that is cut on the grid moves by a centimeter at each cut.
    var wasWhole = km[0][number] > length - 0.01
    for (day, km) in zip(days, km) {
      let isWhole = km[number] > length - 0.01
      if isWhole, !wasWhole { story.taken.append(day.date) }
      if !isWhole, wasWhole { story.cut.append(day.date) }
      wasWhole = isWhole
      if story.days.last?.km != km { story.days.append(RoadDay(day: day.date, km: km, missing: [])) }
    }
    return story
  }

  /// What each side holds of a road.
  private func kilometers(of road: Road, on map: ControlMap) throws(TerritoryError) -> [Double] {
    let line = Shape.lineString(road.line)
    return try onTopology { () throws(TopologyError) in
      try sides.map { name throws(TopologyError) in
        var km = 0.0
        for area in map.areas where area.side == name && area.status != .claimed {
          guard let box = area.shape.boundingBox, let other = line.boundingBox, box.intersects(other) else { continue }
          km += try engine.intersection(line, area.shape).lines.reduce(0) { $0 + Ellipsoid.length(of: $1).kilometers }
        }
        return km
      }
    }
  }
}
