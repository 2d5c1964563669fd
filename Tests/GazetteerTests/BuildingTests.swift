import Formats
import Geometry
import Testing

@testable import Gazetteer

/// What an index is built with when its places are more than memory holds.
@Suite struct `Building in bounded memory` {
  /// Numbers that are the same in every run.
  private func noise(_ count: Int) -> [UInt64] {
    var state: UInt64 = 20_200_207
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test(arguments: [1, 7, 64, 1 << 12]) func `sorted runs on disk come out as one sort would have them`(run: Int) {
    let sorter = EntrySorter(folder: "/tmp", run: run)
    let entries = noise(500).enumerated().map { ($1 % 97, UInt32($0)) }
    for (key, number) in entries { sorter.add(key: key, number: number) }
    var found: [(UInt64, UInt32)] = []
    sorter.forEach { found.append(($0, $1)) }
    #expect(found.map(\.1) == entries.sorted { $0 < $1 }.map(\.1))
    #expect(sorter.failure == nil)
  }

  @Test func `bytes are the same in memory and on disk`() {
    let (small, large) = (ScratchBytes(folder: "/tmp", capacity: 5), ScratchBytes(folder: "/tmp"))
    for bytes in [small, large] {
      for value in noise(100) { bytes.put(value) }
      bytes.put([1, 2, 3])
      bytes.pad(to: 8)
      bytes.put(1.5)
    }
    #expect(small.count == 816)
    #expect(small.withBytes { Array($0) } == large.withBytes { Array($0) })
  }

  @Test func `bytes that find no room say so`() {
    let bytes = ScratchBytes(folder: "/tmp/there/is/no/such/folder", capacity: 4)
    bytes.put(UInt64(1))
    #expect(bytes.failure?.description.contains("/tmp/there/is/no/such/folder/") == true)
    #expect(bytes.withBytes { $0.count } == 0)
  }

  @Test func `a table finds every key with its numbers, and none that was not put in`() {
    let table = SlotTableBuilder(folder: "/tmp")
    // The last thousand begin with 1 bits: their homes are the table's last slots, so that they go round its end.
    let keys = noise(3000) + noise(1000).map { $0 | 0xFFFF << 48 }
    for (number, key) in keys.enumerated() {
      table.add(UInt32(number), to: key)
      table.add(UInt32(number), to: key)
      table.add(UInt32(number) + 10_000, to: key)
    }
    table.markContinuing(keys[5])
    let (slots, postings) = table.build()
    slots.withBytes { slots in
      let found = SlotTable(window: Window(bytes: slots))
      for (number, key) in keys.enumerated() {
        guard let slot = found.find(key) else {
          Issue.record("key \(number) is lost")
          continue
        }
        #expect(slot.continues == (number == 5))
        let first = postings.withBytes { Window(bytes: $0).u32(slot.start * 4) }
        #expect(slot.count == 2 && first == UInt32(number))
      }
      for key in noise(2000).map({ ~$0 }) { #expect(found.find(key) == nil) }
    }
  }

  @Test func `a place has the same neighbors however the tree was ordered`() {
    let values = noise(2000).map { (lon: Double($0 % 3600) / 10 - 180, lat: Double(($0 >> 40) % 1800) / 10 - 90) }
    var entries = values.enumerated().map { number, value in
      SpatialTree.Entry(number: UInt32(number), point: .init(lon: value.lon, lat: value.lat.clamped))
    }
    var mixed = Array(entries.reversed())
    SpatialTree.order(&entries)
    SpatialTree.order(&mixed)
    #expect(entries.map(\.number) == mixed.map(\.number))
    let middle = entries[SpatialTree.middle(0..<entries.count)].point.lon
    #expect(entries[..<1000].allSatisfy { $0.point.lon <= middle })
    #expect(entries[1001...].allSatisfy { $0.point.lon >= middle })
  }
}

extension Double {
  fileprivate var clamped: Double { max(-90, min(90, self)) }
}
