public import Gazetteer
import Geodesy
public import Geometry
public import Records
import Topology

/// Control maps of many days, each compared with the one before it.
///
/// Most of a map is as it was the day before: only edges that stand in one of two maps and not in the other are cut,
/// checked and measured. Whatever is not plainly a sound map goes the long way, through repair and overlay.
public struct ControlSeries {
  private let options: ChangeOptions
  private let unitsMeeting: (BoundingBox) -> [AdminUnit]
  private let ledger = UnitLedger()
  private let engine = Engine()
  /// What each side holds in each unit, in square kilometers.
  private var unitAreas: [[Double]] = []
  private var names: [String] = []
  private var last: Last?

  /// The map before.
  private struct Last {
    let draft: MapDraft
    let date: Day
    let measured: MeasuredOutline
    let areas: [Double]
    let box: BoundingBox
  }

  /// An empty series.
  ///
  /// - Parameter units: the units of administration to tell apart, by a box that the maps lie in.
  public init(_ options: ChangeOptions = ChangeOptions(), units: @escaping (BoundingBox) -> [AdminUnit] = { _ in [] }) {
    self.options = options
    unitsMeeting = units
  }

  /// Takes up the map of the next day.
  ///
  /// Throws, and stays as it was, for a map without a day, of a day that is not later than the last, or of another source.
  public mutating func add(_ collection: FeatureCollection, file: String) throws(TerritoryError) -> SeriesDay {
    let draft = try MapDraft(collection, file: file)
    guard let date = draft.date else { throw .noDay(file) }
    if let last {
      if last.date == date { throw .sameDay(date, last.draft.file, file) }
      if last.date > date { throw .earlierDay(date, file: file, after: last.date) }
      if !options.allowMixedSources, !last.draft.origin.isSame(as: draft.origin) {
        throw .mixedSources(last.draft.origin.words, draft.origin.words)
      }
    }
    var step = Step(draft: draft, day: SeriesDay(name: draft.name, date: date, previous: last?.date))
    step.day.notes = draft.notes
    let known = names
    do throws(TopologyError) {
      try compare(&step)
      try finish(&step)
    } catch {
      names = known
      throw .topology(error)
    }
    return step.day
  }

  /// What is known of a map on its way into the series.
  private struct Step {
    let draft: MapDraft
    var day: SeriesDay
    var measured: MeasuredOutline?
    var exchanges: [Exchange] = []
  }

  /// The number of a side; a lone nameless one is the lone side known.
  private mutating func number(of side: String, alone: Bool) -> Int {
    if let known = names.firstIndex(of: side) { return known }
    if alone, names.count == 1, side == ControlArea.nameless || names[0] == ControlArea.nameless {
      if names[0] == ControlArea.nameless { names[0] = side }
      return 0
    }
    names.append(side)
    return names.count - 1
  }

  private mutating func outline(_ sides: [(side: String, polygons: [Polygon])]) -> Outline {
    let alone = Set(sides.map(\.side)).count == 1
    return Outline(sides.map { (number(of: $0.side, alone: alone), $0.polygons) })
  }

  /// A map beside the one before: what stands in one of them only.
  private struct Pair {
    let drawn: Outline
    /// Edges that the map as it is drawn has and the one before has not, and the other way round.
    let leftover: Leftover
    /// The map with positions put back of which only the decimals changed.
    let redrawing: Redrawing?
    /// What is compared: the map as it is drawn, or put back.
    let compared: Outline
    let rest: Leftover

    init(_ before: Outline, _ drawn: Outline) {
      self.drawn = drawn
      leftover = Leftover(before, drawn)
      redrawing = Redrawing(before, drawn, leftover)
      compared = redrawing?.outline ?? drawn
      rest = redrawing == nil ? leftover : Leftover(before, compared)
    }
  }

  /// Finds the ground that changed hands, the short way if nothing speaks against it.
  private mutating func compare(_ step: inout Step) throws(TopologyError) {
    if let last {
      let drawn = outline(step.draft.held.map { ($0.side, $0.parts.map(\.polygon)) })
      let pair = Pair(last.measured.outline, drawn)
      if compareShort(&step, last, pair) { return tell(pair, last, &step) }
    }
    step.exchanges = []
    let map = try step.draft.finished()
    step.day.notes = map.notes
    let drawn = outline(map.areas.filter { $0.status != .claimed }.map { ($0.side, $0.shape.polygons) })
    guard let last else { return step.measured = MeasuredOutline(drawn) }
    let pair = Pair(last.measured.outline, drawn)
    step.measured = MeasuredOutline(drawn, from: last.measured, pair.leftover)
    tell(pair, last, &step)
    try compareLong(&step, last, pair, map)
  }

  private func tell(_ pair: Pair, _ last: Last, _ step: inout Step) {
    guard let redrawing = pair.redrawing else { return }
    step.day.redrawnCount = redrawing.count
    step.day.notes.append(
      Redrawing.sentence(redrawing.count, step.draft.name, last.draft.name, isAll: pair.rest.isEmpty))
  }

  /// Whether the changed edges alone told everything.
  private func compareShort(_ step: inout Step, _ last: Last, _ pair: Pair) -> Bool {
    guard Soundness(outline: pair.drawn, added: pair.leftover.added).isPlain else { return false }
    if !pair.rest.isEmpty {
      guard let found = passages(last.measured.outline, pair),
        Soundness(outline: pair.compared, added: pair.rest.added).isClear(found)
      else { return false }
      step.exchanges = EdgeOverlay.exchanges(found, names)
    }
    let measured = MeasuredOutline(pair.drawn, from: last.measured, pair.leftover)
    guard balances(step.exchanges, last, pair, measured) else { return false }
    step.measured = measured
    return true
  }

  /// Maps that were repaired.
  private func compareLong(_ step: inout Step, _ last: Last, _ pair: Pair, _ map: ControlMap) throws(TopologyError) {
    if pair.rest.isEmpty { return }
    if let found = passages(last.measured.outline, pair), let measured = step.measured {
      step.exchanges = EdgeOverlay.exchanges(found, names)
      if balances(step.exchanges, last, pair, measured) { return }
    }
    let before = try last.draft.finished()
    let plain = PlainOverlay(
      before: Holdings(before, beside: map), after: Holdings(map, beside: before), engine: engine)
    step.exchanges = try plain.exchanges().filter { $0.from != $0.to }
  }

  private func passages(_ before: Outline, _ pair: Pair) -> [Passage]? {
    FaceFinder(before: before, after: pair.compared, count: names.count).changed(pair.rest)
  }

  /// Whether what the sides gained and lost is what their ground grew by.
  private func balances(_ exchanges: [Exchange], _ last: Last, _ pair: Pair, _ drawn: MeasuredOutline) -> Bool {
    let old = last.measured
    let compared = pair.redrawing == nil ? drawn : MeasuredOutline(pair.compared, from: old, pair.rest)
    let bend = old.outline.bend(pair.rest.removed) + pair.compared.bend(pair.rest.added)
    let areas = compared.areas(names.count)
    return names.indices.allSatisfy { side in
      let name = names[side]
      let net = exchanges.reduce(0) { sum, part in
        sum + (part.to == name ? part.area : 0) - (part.from == name ? part.area : 0)
      }
      let (was, will) = (side < last.areas.count ? last.areas[side] : 0, areas[side])
      return abs(will - was - net) <= 1e-7 * max(was, will) + bend
    }
  }
}

extension ControlSeries {
  /// Fills in the day's figures, and makes the map the one to compare with.
  private mutating func finish(_ step: inout Step) throws(TopologyError) {
    guard let measured = step.measured else { return }
    let areas = measured.areas(names.count)
    try weigh(&step)
    try tellSides(&step, measured, areas)
    let box = measured.outline.box
    try tellUnits(&step, box)
    last = Last(draft: step.draft, date: step.day.date, measured: measured, areas: areas, box: box)
  }

  private func weigh(_ step: inout Step) throws(TopologyError) {
    let scale = PieceScale(sliverWidth: options.sliverWidth, drop: options.dropSlivers)
    for exchange in step.exchanges {
      let (kept, dropped) = scale.weigh(exchange.pieces)
      step.day.dropped = step.day.dropped + dropped
      guard !kept.isEmpty else { continue }
      let pieces = kept.map(scale.judge)
      step.day.slivers =
        step.day.slivers
        + pieces.filter(\.isSliver).reduce(PieceTotal()) { $0 + PieceTotal(count: 1, km2: $1.areaKM2) }
      let shape = Shape.multiPolygon(MultiPolygon(pieces.map(\.polygon)))
      let km2 = MeasuredPiece.area(of: kept).squareKilometers
      let area = try engine.estimate(shape, km2: km2, uncertainty: options.lineUncertainty)
      let kind = Comparison.kind(exchange.from, exchange.to, seenFrom: options.side ?? names[0])
      step.day.changes.append(
        Change(kind: kind, from: exchange.from, to: exchange.to, shape: shape, area: area, pieces: pieces))
    }
  }

  private func tellSides(_ step: inout Step, _ measured: MeasuredOutline, _ areas: [Double]) throws(TopologyError) {
    let fronts = try fronts(step.draft, measured)
    for (number, name) in names.enumerated() {
      step.day.sides.append(
        SideDay(
          side: name, areaKM2: areas[number] / 1e6, gainedKM2: gained(step.day.changes, name),
          lostKM2: lost(step.day.changes, name), frontKM: fronts[number].km, spacingKM: fronts[number].spacing))
    }
  }

  private func gained(_ changes: [Change], _ side: String) -> Double {
    changes.reduce(0) { $1.to == side && $1.from != side ? $0 + $1.area.km2 : $0 }
  }

  private func lost(_ changes: [Change], _ side: String) -> Double {
    changes.reduce(0) { $1.from == side && $1.to != side ? $0 + $1.area.km2 : $0 }
  }

  /// Each side's front. A lone side's is its outline, whose edges are measured already.
  private func fronts(_ draft: MapDraft, _ measured: MeasuredOutline) throws(TopologyError) -> [(
    km: Double, spacing: Double?
  )] {
    if names.count == 1 {
      let (meters, edges) = measured.lengths(1)
      return [(meters[0] / 1000, edges[0] > 0 ? meters[0] / 1000 / Double(edges[0]) : nil)]
    }
    let lines = (try? ControlMaps.front(of: draft.finished())) ?? []
    return names.map { name in
      let mine = lines.filter { $0.left == name || $0.right == name }
      let km = mine.reduce(0) { $0 + $1.lengthKM }
      let segments = mine.reduce(0) { $1.vertexSpacingKM > 0 ? $0 + $1.lengthKM / $1.vertexSpacingKM : $0 }
      return (km, segments > 0 ? km / segments : nil)
    }
  }

  private mutating func tellUnits(_ step: inout Step, _ box: BoundingBox) throws(TopologyError) {
    let isFirst = last == nil
    if isFirst || last?.box != box { try ledger.add(unitsMeeting(box)) }
    while unitAreas.count < names.count { unitAreas.append([]) }
    for side in names.indices {
      while unitAreas[side].count < ledger.units.count { unitAreas[side].append(0) }
    }
    if isFirst {
      for area in try step.draft.finished().areas where area.status != .claimed {
        guard let side = names.firstIndex(of: area.side) else { continue }
        for (unit, share) in try ledger.shares(of: area.shape.polygons).enumerated() { unitAreas[side][unit] += share }
      }
    }
    let shares = try step.day.changes.map { change throws(TopologyError) in
      try ledger.shares(of: change.shape.polygons)
    }
    for (side, name) in names.enumerated() {
      for unit in ledger.units.indices { tellUnit(unit, side, name, shares.map { $0[unit] }, &step.day) }
    }
  }

  private mutating func tellUnit(
    _ unit: Int, _ side: Int, _ name: String, _ shares: [Double], _ day: inout SeriesDay
  ) {
    func sum(_ isMeant: (Change) -> Bool) -> Double {
      zip(day.changes, shares).reduce(0) { isMeant($1.0) ? $0 + $1.1 : $0 }
    }
    let gained = sum { $0.to == name && $0.from != name }
    let lost = sum { $0.from == name && $0.to != name }
    let before = unitAreas[side][unit]
    unitAreas[side][unit] = max(0, before + gained - lost)
    guard before > 0 || gained > 0 else { return }
    let known = ledger.units[unit]
    day.units.append(
      UnitBalance(
        unitID: known.id, unit: known.name, kind: known.kind, unitKM2: ledger.areas[unit], side: name,
        beforeKM2: before, afterKM2: unitAreas[side][unit], gainedKM2: gained, lostKM2: lost))
  }
}
