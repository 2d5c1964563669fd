#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension NearTree {
  /// How much of a tree one row of a store holds.
  static let blockSize = 1 << 18

  /// The tree's memory in pieces of `blockSize`.
  var blocks: [UnsafeRawBufferPointer] {
    stride(from: 0, to: memory.count, by: Self.blockSize).map { start in
      UnsafeRawBufferPointer(rebasing: memory[start..<min(start + Self.blockSize, memory.count)])
    }
  }

  /// A tree of such pieces; nil where they are none, or of another version.
  static func read(_ block: (Int) throws -> [UInt8]?) rethrows -> NearTree? {
    guard let first = try block(0), let tree = header(first) else { return nil }
    var place = 0
    var (number, bytes) = (0, Optional(first))
    while place < tree.memory.count {
      guard let piece = bytes, piece.count == min(blockSize, tree.memory.count - place) else { return nil }
      UnsafeMutableRawBufferPointer(rebasing: tree.memory[place..<place + piece.count]).copyBytes(from: piece)
      place += piece.count
      number += 1
      bytes = place < tree.memory.count ? try block(number) : nil
    }
    return tree.isSound ? tree : nil
  }

  private static func header(_ bytes: [UInt8]) -> NearTree? {
    bytes.withUnsafeBytes { raw in
      guard raw.count >= header, raw.loadUnaligned(as: UInt64.self) == mark else { return nil }
      let count = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      guard count < UInt64(Int32.max),
        raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self) == UInt64(depth(Int(count)))
      else { return nil }
      return NearTree(count: Int(count))
    }
  }

  /// Damaged boxes would hide points; the root must hold the others, and all numbers be numbers.
  private var isSound: Bool {
    guard count > 0 else { return true }
    let root = boxes[1]
    return (1..<(2 << depth)).allSatisfy { node in
      let box = boxes[node]
      return all(root.low .<= box.low) && root.high.x >= box.high.x && root.high.y >= box.high.y
        && root.high.z >= box.high.z && root.radius >= box.radius
    }
  }
}
