import Records

/// Kinds of places, a bit each.
struct KindSet: Hashable, Sendable {
  private var bits: UInt32 = 0

  /// No kind.
  init() {}

  /// The kinds that pass a test.
  init(where passes: (PlaceKind) -> Bool) {
    for kind in PlaceKind.allCases where passes(kind) { insert(kind) }
  }

  var isEmpty: Bool { bits == 0 }

  mutating func insert(_ kind: PlaceKind) { bits |= 1 << UInt32(kind.number) }
  mutating func formUnion(_ other: KindSet) { bits |= other.bits }
  func contains(_ kind: PlaceKind) -> Bool { bits >> UInt32(kind.number) & 1 == 1 }
  func isDisjoint(with other: KindSet) -> Bool { bits & other.bits == 0 }
  func isSubset(of other: KindSet) -> Bool { bits & ~other.bits == 0 }

  static let settlements = KindSet(where: \.isSettlement)
  /// What other places can lie in.
  static let containers = KindSet { $0.isArea || $0 == .city }
  fileprivate static let called: [KindSet] = PlaceKind.allCases.map { noun in KindSet { noun.fits($0) } }
}

extension PlaceKind {
  /// The kinds that may be called so (`fits`).
  var called: KindSet { KindSet.called[number] }
}
