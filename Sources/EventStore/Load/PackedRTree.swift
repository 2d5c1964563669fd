import GRDBSQLite

/// Fills an empty R*Tree of SQLite at once: leaves packed full with points that lie together, then their parents, up to
/// the root. The tables behind a virtual R*Tree are ordinary tables; the form of a node is in SQLite's `rtree.c`: depth
/// and count in 2 bytes each, then cells of a 64-bit id and four 32-bit floats, big-endian, boxes rounded outward.
struct PackedRTree {
  /// What a node has room for: a page of 4096 bytes less 64, but no more than 51 cells.
  static let capacity = 51
  static let cell = 24
  static let nodeSize = 4 + capacity * cell

  struct Box {
    var id: Int64
    var (minX, maxX, minY, maxY): (Float, Float, Float, Float)

    init(id: Int64, lon: Double, lat: Double) {
      self.id = id
      (minX, maxX) = (Self.down(lon), Self.up(lon))
      (minY, maxY) = (Self.down(lat), Self.up(lat))
    }

    init(id: Int64, of boxes: ArraySlice<Box>) {
      self.id = id
      (minX, maxX, minY, maxY) = (.infinity, -.infinity, .infinity, -.infinity)
      for box in boxes {
        (minX, maxX) = (min(minX, box.minX), max(maxX, box.maxX))
        (minY, maxY) = (min(minY, box.minY), max(maxY, box.maxY))
      }
    }

    static func down(_ value: Double) -> Float {
      let near = Float(value)
      return Double(near) > value ? near.nextDown : near
    }

    static func up(_ value: Double) -> Float {
      let near = Float(value)
      return Double(near) < value ? near.nextUp : near
    }
  }

  let connection: SQLiteConnection
  let name: String

  /// Whether the tree is empty and its nodes have the form that is written here.
  func isEmpty() throws -> Bool {
    let size = try connection.rows("SELECT length(data), (SELECT count(*) FROM \(name)_rowid) FROM \(name)_node").first
    return size?[0].int == Self.nodeSize && size?[1].int == 0
  }

  /// - Parameter leaves: the boxes in an order in which neighbors are near each other.
  func fill(_ leaves: [Box]) throws {
    guard !leaves.isEmpty else { return }
    var sizes: [Int] = []
    var count = leaves.count
    repeat {
      count = (count + Self.capacity - 1) / Self.capacity
      sizes.append(count)
    } while count > 1
    try connection.run("DELETE FROM \(name)_node")
    // The root is node 1; below it the levels are numbered from the top.
    var first = 2
    var starts: [Int] = Array(repeating: 1, count: sizes.count)
    for level in stride(from: sizes.count - 2, through: 0, by: -1) {
      starts[level] = first
      first += sizes[level]
    }
    var boxes = leaves
    for level in sizes.indices {
      boxes = try write(
        boxes, level: level, start: starts[level], depth: sizes.count - 1, isRoot: level == sizes.count - 1)
    }
    try writeRows(leaves, start: starts[0])
  }

  /// Writes one level; the boxes of its nodes.
  private func write(_ boxes: [Box], level: Int, start: Int, depth: Int, isRoot: Bool) throws -> [Box] {
    var parents: [Box] = []
    for (index, low) in stride(from: 0, to: boxes.count, by: Self.capacity).enumerated() {
      let part = boxes[low..<min(low + Self.capacity, boxes.count)]
      let node = start + index
      try connection.run(
        "INSERT INTO \(name)_node VALUES (?, ?)", .int(node), .blob(Self.node(part, depth: isRoot ? depth : 0)))
      parents.append(Box(id: Int64(node), of: part))
      guard level > 0 else { continue }
      for child in part {
        try connection.run("INSERT INTO \(name)_parent VALUES (?, ?)", .int(Int(child.id)), .int(node))
      }
    }
    return parents
  }

  /// Which leaf holds which row, in the order of the rows.
  private func writeRows(_ leaves: [Box], start: Int) throws {
    var rows = leaves.indices.map { (id: leaves[$0].id, node: Int64(start + $0 / Self.capacity)) }
    rows.sort { $0.id < $1.id }
    try connection.use { handle in
      var statement: OpaquePointer?
      sqlite3_prepare_v2(handle, "INSERT INTO \(name)_rowid VALUES (?, ?)", -1, &statement, nil)
      defer { sqlite3_finalize(statement) }
      for row in rows {
        sqlite3_bind_int64(statement, 1, row.id)
        sqlite3_bind_int64(statement, 2, row.node)
        let code = sqlite3_step(statement)
        guard code == SQLITE_DONE else { throw connection.fault(code, handle) }
        sqlite3_reset(statement)
      }
    }
  }

  private static func node(_ boxes: ArraySlice<Box>, depth: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(nodeSize)
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }
    append(UInt16(depth))
    append(UInt16(boxes.count))
    for box in boxes {
      append(box.id)
      for side in [box.minX, box.maxX, box.minY, box.maxY] { append(side.bitPattern) }
    }
    bytes += repeatElement(0, count: nodeSize - bytes.count)
    return bytes
  }
}
