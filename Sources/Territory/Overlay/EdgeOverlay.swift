import Geodesy
import Geometry
import Records

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The ground between each pair of holders, by cutting the plane once along the edges of both maps.
struct EdgeOverlay {
  /// All sides of both maps; their numbers are those of the outlines.
  let names: [String]
  let before: Outline
  let after: Outline
  /// How many positions of the later map were put back onto the earlier one, because only their decimals had changed.
  let redrawnCount: Int
  private let leftover: Leftover

  init(_ before: Holdings, _ after: Holdings, names: [String]) {
    self.names = names
    self.before = before.outline(names)
    let drawn = after.outline(names)
    let first = Leftover(self.before, drawn)
    let redrawing = Redrawing(self.before, drawn, first)
    self.after = redrawing?.outline ?? drawn
    redrawnCount = redrawing?.count ?? 0
    leftover = redrawing == nil ? first : Leftover(self.before, self.after)
  }

  /// Whether both maps have the same edges.
  var isUnchanged: Bool { leftover.isEmpty }

  /// The ground of each pair of holders; nil where its areas do not balance with those of the maps.
  func exchanges() -> [Exchange]? {
    // The same two maps are cut in the same order, whichever of them is the earlier one.
    let isAhead = before.fingerprint <= after.fingerprint
    let finder = FaceFinder(
      before: isAhead ? before : after, after: isAhead ? after : before, count: names.count)
    guard let passages = finder.all() else { return nil }
    let found = Self.exchanges(
      isAhead ? passages : passages.map { Passage(from: $0.to, to: $0.from, polygons: $0.polygons) }, names)
    return balances(found) ? found : nil
  }

  /// The ground by names, in the order of the sides, nobody last.
  static func exchanges(_ passages: [Passage], _ names: [String]) -> [Exchange] {
    func place(_ passage: Passage) -> (Int, Int) { (passage.from ?? names.count, passage.to ?? names.count) }
    return passages.sorted { place($0) < place($1) }.map { passage in
      Exchange(
        from: passage.from.map { names[$0] }, to: passage.to.map { names[$0] }, polygons: passage.polygons)
    }
  }

  /// Whether what each side gained less what it lost is what its ground grew by, to a ten-millionth.
  private func balances(_ exchanges: [Exchange]) -> Bool {
    let bend = before.bend(leftover.removed) + after.bend(leftover.added)
    return names.indices.allSatisfy { side in
      let name = names[side]
      let gained = Self.area(exchanges) { $0.to == name && $0.from != name }
      let lost = Self.area(exchanges) { $0.from == name && $0.to != name }
      let (was, will) = (before.area(of: side), after.area(of: side))
      return abs(will - was - gained + lost) <= 1e-7 * max(was, will) + bend
    }
  }

  private static func area(_ exchanges: [Exchange], _ isMeant: (Exchange) -> Bool) -> Double {
    exchanges.filter(isMeant).reduce(0) { $0 + $1.area }
  }
}

extension Holdings {
  /// The outline of all sides, numbered as the names are.
  func outline(_ names: [String]) -> Outline {
    Outline(sides.map { side in (names.firstIndex(of: side.name) ?? 0, side.shape.polygons) })
  }
}

extension Outline {
  /// How much the areas beside these edges may change, in square meters, when they are cut: an edge is a geodesic, and
  /// its parts run L² tan(latitude) / 8R beside it.
  func bend(_ numbers: [Int]) -> Double {
    numbers.reduce(0) { sum, number in
      let (from, to) = (edges[number].from.coordinate, edges[number].to.coordinate)
      let latitude = min(89, max(abs(from.lat), abs(to.lat))) * .pi / 180
      let (east, north) = ((to.lon - from.lon) * cos(latitude), to.lat - from.lat)
      let meters = 111_320 * (east * east + north * north).squareRoot()
      return sum + meters * meters * meters * tan(latitude) / (12 * 6_371_008.8)
    }
  }

  /// The same for the same edges in whatever order.
  var fingerprint: UInt64 { edges.reduce(0) { $0 &+ ($1.from.key &* 0x9E37_79B9_7F4A_7C15 ^ $1.to.key) } }

  /// The area of a side in square meters of the ellipsoid.
  func area(of side: Int) -> Double {
    var sum = LongSum()
    for edge in edges where edge.side == side {
      sum += Ellipsoid.measure(from: edge.from.coordinate, to: edge.to.coordinate).area
    }
    return sum.value
  }
}
