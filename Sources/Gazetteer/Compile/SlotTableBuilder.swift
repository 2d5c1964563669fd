import Formats

/// A hash table in the making (`IndexFormat.Slot`): keys with the numbers that belong to them.
struct SlotTableBuilder {
  private let entries: EntrySorter
  private let folder: String
  /// Stands for "a name goes on from here" among a key's numbers.
  private static let continuing = UInt32.max

  init(folder: String) {
    self.folder = folder
    entries = EntrySorter(folder: folder)
  }

  func add(_ number: UInt32, to key: UInt64) { entries.add(key: key == 0 ? 1 : key, number: number) }

  func markContinuing(_ key: UInt64) { add(Self.continuing, to: key) }

  /// The table and the postings behind it; the same keys give the same bytes in any order of insertion.
  ///
  /// - Parameter single: a key has one number and no postings: the number stands in `start`, the least where there are
  ///   more.
  func build(single: Bool = false) -> (slots: ScratchBytes, postings: ScratchBytes) {
    let postings = ScratchBytes(folder: folder)
    let distinct = ScratchBytes(folder: folder)
    var group = Group(single: single)
    entries.forEach { key, number in
      if key != group.key {
        group.end(distinct)
        group = Group(single: single, key: key, start: single ? number : UInt32(postings.count / 4))
      }
      if group.takes(number), !single { postings.put(number) }
    }
    group.end(distinct)
    return (Self.table(distinct, folder: folder), postings)
  }

  var failure: FileError? { entries.failure }

  /// The numbers of one key as they come along.
  private struct Group {
    let single: Bool
    var key: UInt64 = 0
    var start: UInt32 = 0
    var count: UInt32 = 0
    var last: UInt32?
    var flag: UInt32 = 0

    /// Whether the number is a further one.
    mutating func takes(_ number: UInt32) -> Bool {
      guard number != last else { return false }
      last = number
      if number == SlotTableBuilder.continuing {
        flag = IndexFormat.Slot.continues
        return false
      }
      count += single ? 0 : 1
      return true
    }

    func end(_ distinct: ScratchBytes) {
      guard key != 0 else { return }
      distinct.put(key)
      distinct.put(start)
      distinct.put(count | flag)
    }
  }

  // MARK: The slots

  /// Lays sorted slots out: a slot's home is numbered by the top bits of its key, so one walk over both fills the table.
  private static func table(_ distinct: ScratchBytes, folder: String) -> ScratchBytes {
    let table = ScratchBytes(folder: folder)
    distinct.withBytes { bytes in
      let count = bytes.count / IndexFormat.Slot.size
      let size = size(for: count)
      let fitting = fitting(bytes, count, size: size)
      var (next, over) = (0, fitting)
      for place in 0..<size {
        if next < fitting, SlotTable.home(key(bytes, next), slots: size) <= place {
          table.put(slot(bytes, next))
          next += 1
        } else if over < count {
          table.put(slot(bytes, over))
          over += 1
        } else {
          table.put([UInt8](repeating: 0, count: IndexFormat.Slot.size))
        }
      }
    }
    return table
  }

  /// A power of two with room: five eighths are taken at most.
  private static func size(for count: Int) -> Int {
    var size = 8
    while size * 5 < count * 8 { size *= 2 }
    return size
  }

  /// How many fit before the table's end; those behind go round to its first free slots.
  private static func fitting(_ bytes: UnsafeRawBufferPointer, _ count: Int, size: Int) -> Int {
    var place = -1
    for number in 0..<count {
      place = max(place + 1, SlotTable.home(key(bytes, number), slots: size))
      if place >= size { return number }
    }
    return count
  }

  private static func key(_ bytes: UnsafeRawBufferPointer, _ number: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: number * IndexFormat.Slot.size, as: UInt64.self))
  }

  private static func slot(_ bytes: UnsafeRawBufferPointer, _ number: Int) -> UnsafeRawBufferPointer {
    let start = number * IndexFormat.Slot.size
    return UnsafeRawBufferPointer(rebasing: bytes[start..<start + IndexFormat.Slot.size])
  }
}
