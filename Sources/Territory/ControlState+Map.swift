import Geodesy
import Geometry
public import Records

extension ControlAdvance {
  /// The control map of this moment: the ground of each side and status, which together cover the region without overlap;
  /// after it, over it, the layer of claims.
  ///
  /// - Parameter sources: who says so; nil names the sources of the settlements and of all changes.
  public func map(name: String, date: Day? = nil, method: String = "settlements", sources: [String]? = nil)
    -> ControlMap
  {
    let painter = MapPainter(
      ground: ground, state: state, date: date ?? day, method: method, sources: sources ?? knownSources)
    return ControlMap(
      name: name, date: date ?? day, source: nil, areas: painter.holdings + painter.claims, notes: ground.notes)
  }

  /// The lines between the sides of this moment.
  public func front(date: Day? = nil) -> [FrontLine] {
    ground.mesh.lines(between: state.labels).map { line in
      FrontLine(
        left: state.sides[line.labels.left], right: state.sides[line.labels.right], date: date ?? day,
        shape: .multiLineString(line.lines), lengthKM: line.length.kilometers,
        vertexSpacingKM: line.length.kilometers / Double(max(1, line.segmentCount)))
    }
  }

  private var knownSources: [String] {
    let all = ground.settlements.flatMap(\.sources) + changes.flatMap(\.causes).flatMap(\.sources)
    var known: Set<String> = []
    return all.map(\.name).filter { known.insert($0).inserted }
  }
}

/// Paints the areas of a map.
private struct MapPainter {
  let ground: SettledGround
  let state: ControlState
  let date: Day?
  let method: String
  let sources: [String]

  /// The ground of each side and status; no two overlap.
  var holdings: [ControlArea] {
    let besieged = Pockets.cells(of: ground.mesh, held: state.labels)
    let statuses = state.standings.enumerated().map { status($1, isPocket: besieged.contains($0)) }
    var kinds: [(holder: Int?, status: ControlStatus)] = []
    let labels = zip(state.standings, statuses).map { standing, status in
      if let known = kinds.firstIndex(where: { $0.holder == standing.holder && $0.status == status }) { return known }
      kinds.append((standing.holder, status))
      return kinds.count - 1
    }
    let shapes = ground.mesh.grounds(labels, count: kinds.count)
    let order = kinds.indices.sorted { rank(kinds[$0]) < rank(kinds[$1]) }
    return order.compactMap { area(state.name(kinds[$0].holder), kinds[$0].status, shapes[$0]) }
  }

  /// What is claimed and not confirmed, one area a claiming side.
  var claims: [ControlArea] {
    state.sides.indices.compactMap { side in
      let shape = ground.mesh.ground { number in state.standings[number].claims.contains { $0.side == side } }
      return area(state.sides[side], .claimed, shape)
    }
  }

  private func status(_ standing: ControlState.Standing, isPocket: Bool) -> ControlStatus {
    if standing.holder == nil { return standing.isContested ? .contested : .unknown }
    if standing.isContested { return .contested }
    return isPocket || standing.isBesieged ? .besieged : .held
  }

  /// Sides in their order, what nobody holds last; a side's statuses in the order of the contract.
  private func rank(_ kind: (holder: Int?, status: ControlStatus)) -> (Int, Int) {
    (kind.holder ?? .max, ControlStatus.allCases.firstIndex(of: kind.status) ?? 0)
  }

  private func area(_ side: String, _ status: ControlStatus, _ shape: Shape) -> ControlArea? {
    guard !shape.polygons.isEmpty else { return nil }
    return ControlArea(
      side: side, status: status, date: date, shape: shape, areaKM2: Ellipsoid.area(of: shape).squareKilometers,
      method: method, sources: sources)
  }
}

/// Ground cut off from the rest of its side: everything round it is held by one other side.
enum Pockets {
  /// The cells of besieged ground, of which each is joined only to cells of its own side and of one other.
  static func cells(of mesh: CellMesh, held labels: [Int]) -> Set<Int> {
    var found: Set<Int> = []
    var isSeen = [Bool](repeating: false, count: mesh.count)
    for start in 0..<mesh.count where !isSeen[start] && labels[start] >= 0 {
      var (open, ground, besiegers, isFree) = ([start], [Int](), Set<Int>(), false)
      isSeen[start] = true
      while let cell = open.popLast() {
        ground.append(cell)
        isFree = isFree || mesh.isAtBorder(cell)
        for next in mesh.neighbors(of: cell) {
          if labels[next] != labels[cell] {
            besiegers.insert(labels[next])
          } else if !isSeen[next] {
            isSeen[next] = true
            open.append(next)
          }
        }
      }
      if !isFree, besiegers.count == 1, let besieger = besiegers.first, besieger >= 0 { found.formUnion(ground) }
    }
    return found
  }
}
