import Formats

/// Sorts pairs of a key and a number that need not fit into memory: sorted runs on disk, merged as they are read.
final class EntrySorter {
  struct Entry {
    var key: UInt64
    var number: UInt32
  }

  /// Entries in memory at a time, 16 bytes each.
  private let run: Int
  private let entries: ScratchBytes
  private(set) var count = 0

  init(folder: String, run: Int = 1 << 22) {
    self.run = run
    entries = ScratchBytes(folder: folder)
  }

  func add(key: UInt64, number: UInt32) {
    entries.put(key)
    entries.put(number)
    count += 1
  }

  /// A write that failed.
  var failure: FileError? { entries.failure }

  /// Gives all entries by key and, where keys are equal, by `before` or else by number.
  ///
  /// - Parameter before: the order of two different numbers with the same key.
  func forEach(before: ((UInt32, UInt32) -> Bool)? = nil, _ body: (UInt64, UInt32) -> Void) {
    let order: (Entry, Entry) -> Bool = { a, b in
      a.key != b.key ? a.key < b.key : before?(a.number, b.number) ?? (a.number < b.number)
    }
    guard count > run else {
      for entry in entries.withBytes({ Self.sorted($0, 0..<count, order) }) { body(entry.key, entry.number) }
      return entries.rest()
    }
    let runs = ScratchBytes(folder: entries.folder)
    let ends = write(runs, order)
    entries.rest()
    runs.withBytes { Self.merge($0, ends, order, body) }
  }

  private func write(_ runs: ScratchBytes, _ order: (Entry, Entry) -> Bool) -> [Int] {
    var ends: [Int] = []
    entries.withBytes { bytes in
      for start in stride(from: 0, to: count, by: run) {
        let end = min(start + run, count)
        for entry in Self.sorted(bytes, start..<end, order) {
          runs.put(entry.key)
          runs.put(entry.number)
        }
        ends.append(end)
      }
    }
    return ends
  }

  private static func sorted(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ order: (Entry, Entry) -> Bool
  ) -> [Entry] {
    var entries = range.map { entry(bytes, $0) }
    entries.sort(by: order)
    return entries
  }

  private static func merge(
    _ bytes: UnsafeRawBufferPointer, _ ends: [Int], _ order: (Entry, Entry) -> Bool, _ body: (UInt64, UInt32) -> Void
  ) {
    var heads = zip([0] + ends, ends).map { (next: $0 + 1, end: $1, entry: entry(bytes, $0)) }
    while !heads.isEmpty {
      var least = 0
      for head in heads.indices.dropFirst() where order(heads[head].entry, heads[least].entry) { least = head }
      body(heads[least].entry.key, heads[least].entry.number)
      if heads[least].next < heads[least].end {
        heads[least].entry = entry(bytes, heads[least].next)
        heads[least].next += 1
      } else {
        heads.remove(at: least)
      }
    }
  }

  private static func entry(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Entry {
    guard index * 12 + 12 <= bytes.count else { return Entry(key: 0, number: 0) }
    return Entry(
      key: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 12, as: UInt64.self)),
      number: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 12 + 8, as: UInt32.self)))
  }
}
