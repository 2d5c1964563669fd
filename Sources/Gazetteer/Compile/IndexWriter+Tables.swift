import Geometry
import Records

extension IndexWriter {
  /// The names' numbers in the order of their folded bytes: the first eight decide, and where they are equal the rest.
  func prefixOrder() -> ScratchBytes {
    let order = ScratchBytes(folder: folder)
    names.withBytes { names in
      strings.bytes.withBytes { pool in
        let (names, pool) = (Window(bytes: names), Window(bytes: pool))
        func folded(_ name: UInt32) -> UnsafeRawBufferPointer {
          let offset = Int(names.u32(Int(name) * IndexFormat.Name.size + IndexFormat.Name.folded))
          return pool.part(offset + 2, Int(pool.u16(offset)))
        }
        tables.prefixes.forEach(before: { a, b in
          let (x, y) = (folded(a), folded(b))
          return x.elementsEqual(y) ? a < b : x.lexicographicallyPrecedes(y)
        }) { _, name in order.put(name) }
      }
    }
    return order
  }

  /// The numbers of places with a point, as `SpatialTree` orders them.
  func spatial() -> ScratchBytes {
    let order = ScratchBytes(folder: folder)
    var entries = points.withBytes { bytes in
      let window = Window(bytes: bytes)
      return (0..<bytes.count / 24).map { row in
        let point = Coordinate(lon: window.double(row * 24), lat: window.double(row * 24 + 8))
        return SpatialTree.Entry(number: UInt32(truncatingIfNeeded: window.u64(row * 24 + 16)), point: point)
      }
    }
    SpatialTree.order(&entries)
    for entry in entries { order.put(entry.number) }
    return order
  }

  /// The places' numbers kind by kind, and how many each kind has.
  func placesByKind() -> (numbers: ScratchBytes, counts: [Int]) {
    let numbers = ScratchBytes(folder: folder)
    let counts = PlaceKind.allCases.indices.map { kind in
      let before = numbers.count
      for (place, own) in kindOfPlace.enumerated() where own == UInt8(kind) { numbers.put(UInt32(place)) }
      return (numbers.count - before) / 4
    }
    return (numbers, counts)
  }

  /// Every kind has a row, so that a place can always say what it is.
  mutating func kinds(_ counts: [Int]) -> ScratchBytes {
    let rows = ScratchBytes(folder: folder)
    var first = 0
    for (kind, count) in zip(PlaceKind.allCases, counts) {
      let info = rules.kinds.first { $0.kind == kind } ?? .unknown(kind)
      rows.put(strings.offset(info.kind.rawValue))
      rows.put(UInt16(clamping: info.geoPrecision))
      rows.put(UInt16(clamping: info.wherePrecision))
      rows.put(info.radius)
      rows.put(info.builtUpRadius)
      rows.put(info.newsWeight)
      rows.put(UInt32(first))
      rows.put(UInt32(count))
      rows.put(strings.offset(info.featureCodes.joined(separator: "|")))
      rows.pad(to: IndexFormat.Kind.size)
      first += count
    }
    return rows
  }

  mutating func spellings() -> ScratchBytes {
    let section = ScratchBytes(folder: folder)
    section.put(UInt64(rules.spellings.count))
    var offset = 8 + rules.spellings.count * IndexFormat.Spelling.size
    for spelling in rules.spellings {
      section.put(strings.offset(spelling.rules.language))
      section.put(UInt32(0))
      section.put(UInt32(offset))
      section.put(UInt32(spelling.bytes.count))
      offset += spelling.bytes.count
    }
    for spelling in rules.spellings { section.put(spelling.bytes) }
    return section
  }
}
