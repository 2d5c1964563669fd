/// A section of a mapped index. A read outside of it gives 0: a damaged file gives wrong answers, never a crash.
struct Window: @unchecked Sendable {  // mapped read-only
  let bytes: UnsafeRawBufferPointer

  var count: Int { bytes.count }

  @inline(__always)
  func u8(_ offset: Int) -> UInt8 { holds(offset, 1) ? bytes[offset] : 0 }
  @inline(__always)
  func u16(_ offset: Int) -> UInt16 { holds(offset, 2) ? UInt16(littleEndian: load(offset)) : 0 }
  @inline(__always)
  func u32(_ offset: Int) -> UInt32 { holds(offset, 4) ? UInt32(littleEndian: load(offset)) : 0 }
  @inline(__always)
  func u64(_ offset: Int) -> UInt64 { holds(offset, 8) ? UInt64(littleEndian: load(offset)) : 0 }
  @inline(__always)
  func double(_ offset: Int) -> Double { Double(bitPattern: u64(offset)) }

  /// The part from `offset`, `length` bytes long; empty when it is not all inside.
  func part(_ offset: Int, _ length: Int) -> UnsafeRawBufferPointer {
    holds(offset, length)
      ? UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length]) : .init(start: nil, count: 0)
  }

  @inline(__always)
  private func holds(_ offset: Int, _ size: Int) -> Bool {
    offset >= 0 && size >= 0 && offset <= bytes.count && size <= bytes.count - offset
  }

  @inline(__always)
  private func load<Value: BitwiseCopyable>(_ offset: Int) -> Value {
    bytes.loadUnaligned(fromByteOffset: offset, as: Value.self)
  }
}

/// A hash table of an index (`IndexFormat`).
struct SlotTable: Sendable {
  let window: Window

  struct Found {
    let start: Int
    let count: Int
    let continues: Bool
  }

  /// The slot of a key, nil when it is not there.
  func find(_ key: UInt64) -> Found? {
    let slots = window.count / IndexFormat.Slot.size
    guard slots > 0 else { return nil }
    let wanted = key == 0 ? 1 : key
    var slot = Self.home(wanted, slots: slots)
    // A sound table always has a free slot; a damaged one may not.
    for _ in 0..<slots {
      let offset = slot * IndexFormat.Slot.size
      let here = window.u64(offset + IndexFormat.Slot.key)
      if here == 0 { return nil }
      if here == wanted { return found(offset) }
      slot = slot + 1 < slots ? slot + 1 : 0
    }
    return nil
  }

  /// The slot where the search for a key begins: the top bits of the key. `slots` is a power of two; a damaged file's
  /// size may be none.
  static func home(_ key: UInt64, slots: Int) -> Int {
    Int(truncatingIfNeeded: key >> UInt64(64 - slots.trailingZeroBitCount)) & (slots - 1)
  }

  private func found(_ offset: Int) -> Found {
    let count = window.u32(offset + IndexFormat.Slot.count)
    return Found(
      start: Int(window.u32(offset + IndexFormat.Slot.start)), count: Int(count & ~IndexFormat.Slot.continues),
      continues: count & IndexFormat.Slot.continues != 0)
  }
}
