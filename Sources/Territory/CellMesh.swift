import Geodesy
public import Geometry

/// Ground parted into cells that share their edges position by position, so that areas add up and cells are joined
/// without any overlay: an edge that two joined cells share goes, every other edge stays.
///
/// A cell is known by its number. It may have no ground, or several pieces.
public struct CellMesh: Sendable {
  /// An edge of a cell, with the cell on its left.
  struct Edge: Sendable {
    let from: Int32
    let to: Int32
    let cell: Int32
    /// The same edge seen from the cell across; -1 at the border of the mesh.
    var twin: Int32
  }

  /// Every position once.
  let positions: [Coordinate]
  /// The edges of all cells, those of a cell together.
  private(set) var edges: [Edge]
  /// Where the edges of each cell lie.
  private let starts: [Int]
  /// The area of each cell on the ellipsoid in square kilometers.
  public let areasKM2: [Double]
  private var adjacent: [[Int]] = []

  /// How many cells there are.
  public var count: Int { areasKM2.count }

  /// A mesh of pieces, each with the number of its cell. The pieces must meet edge to edge, as the faces of noded lines do.
  public init(pieces: [(cell: Int, polygon: Polygon)], count: Int) {
    var maker = MeshMaker(count: count)
    for piece in pieces.sorted(by: { $0.cell < $1.cell }) { maker.add(piece.polygon.rightHanded, to: piece.cell) }
    positions = maker.positions
    edges = maker.edges
    starts = maker.starts()
    areasKM2 = maker.areas.map { $0.squareKilometers }
    pairUp()
    adjacent = areasKM2.indices.map { cell in Set(edges(of: cell).compactMap(across)).subtracting([cell]).sorted() }
  }

  private mutating func pairUp() {
    var open: [UInt64: Int32] = Dictionary(minimumCapacity: edges.count)
    for (index, edge) in edges.enumerated() {
      if let twin = open.removeValue(forKey: Self.key(edge.to, edge.from)) {
        edges[index].twin = twin
        edges[Int(twin)].twin = Int32(index)
      } else {
        open[Self.key(edge.from, edge.to)] = Int32(index)
      }
    }
  }

  private static func key(_ from: Int32, _ to: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: to))
  }

  /// The edges of a cell.
  func edges(of cell: Int) -> ArraySlice<Edge> { edges[starts[cell]..<starts[cell + 1]] }

  /// The cell across an edge, nil at the border.
  func across(_ edge: Edge) -> Int? { edge.twin < 0 ? nil : Int(edges[Int(edge.twin)].cell) }

  /// The cells that share an edge with this one, ascending, each once.
  public func neighbors(of cell: Int) -> [Int] { adjacent[cell] }

  /// Whether the cell lies at the border of the mesh.
  public func isAtBorder(_ cell: Int) -> Bool { edges(of: cell).contains { $0.twin < 0 } }

  /// The length of an edge.
  func length(_ edge: Edge) -> Meters { Ellipsoid.distance(positions[Int(edge.from)], positions[Int(edge.to)]) }
}

/// Gathers the positions and edges of a mesh.
private struct MeshMaker {
  private(set) var positions: [Coordinate] = []
  private(set) var edges: [CellMesh.Edge] = []
  private(set) var areas: [SquareMeters]
  private var numbers: [Coordinate: Int32] = [:]

  init(count: Int) { areas = [SquareMeters](repeating: SquareMeters(0), count: count) }

  mutating func add(_ polygon: Polygon, to cell: Int) {
    areas[cell] += Ellipsoid.area(of: polygon)
    for ring in polygon.rings {
      let path = ring.coordinates.map { number($0) }
      for (from, to) in zip(path, path.dropFirst()) where from != to {
        edges.append(CellMesh.Edge(from: from, to: to, cell: Int32(cell), twin: -1))
      }
    }
  }

  /// Where the edges of each cell begin, and after the last where they end.
  func starts() -> [Int] {
    var starts = [Int](repeating: 0, count: areas.count + 1)
    for edge in edges { starts[Int(edge.cell) + 1] += 1 }
    for cell in areas.indices { starts[cell + 1] += starts[cell] }
    return starts
  }

  private mutating func number(_ position: Coordinate) -> Int32 {
    if let known = numbers[position] { return known }
    let next = Int32(positions.count)
    numbers[position] = next
    positions.append(position)
    return next
  }
}
