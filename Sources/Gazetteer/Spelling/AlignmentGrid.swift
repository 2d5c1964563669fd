/// The table of an alignment: cell (i, j) holds the price of reading the first i bytes of `a` as the first j of `b`.
struct AlignmentGrid {
  private let rules: SpellingRules
  private let a: [UInt8]
  private let b: [UInt8]
  private let costs: UnsafeMutableBufferPointer<Float>
  /// The packed endings of `a` at each position, then those of `b`.
  private let packed: UnsafeMutableBufferPointer<UInt64>
  private let width: Int

  /// - Parameters:
  ///   - costs: room for (a + 1) * (b + 1) prices.
  ///   - packed: room for a + b + 2 packed endings.
  init(
    _ a: [UInt8], _ b: [UInt8], _ rules: SpellingRules, costs: UnsafeMutableBufferPointer<Float>,
    packed: UnsafeMutableBufferPointer<UInt64>
  ) {
    self.a = a
    self.b = b
    self.rules = rules
    self.costs = costs
    self.packed = packed
    width = b.count + 1
    PackedPiece.endings(of: a, UnsafeMutableBufferPointer(rebasing: packed[...a.count]))
    PackedPiece.endings(of: b, UnsafeMutableBufferPointer(rebasing: packed[(a.count + 1)...]))
  }

  /// An operation takes at most this many bytes of either spelling (`PackedPiece`).
  private static let reach = 8

  /// Fills the table row by row, but only where a cell within the limit is in reach; nil when none is any more.
  func fill(limit: Float) -> Float? {
    costs.initialize(repeating: .infinity)
    costs[0] = 0
    // The first and last column within the limit, of each of the rows that an operation can reach back to.
    var first = [Int](repeating: .max, count: Self.reach)
    var last = [Int](repeating: -1, count: Self.reach)
    first[Self.reach - 1] = 0
    last[Self.reach - 1] = 0
    for i in 0...a.count {
      let alive = fillRow(i, from: first.min() ?? 0, to: last.max() ?? 0, limit: limit)
      first[i % Self.reach] = alive.first
      last[i % Self.reach] = alive.last
      if (last.max() ?? -1) < 0 { return nil }
    }
    let cost = costs[(a.count + 1) * width - 1]
    return cost <= limit ? cost : nil
  }

  /// Fills the cells of a row that can be within the limit; gives the first and last that are.
  private func fillRow(_ i: Int, from: Int, to: Int, limit: Float) -> (first: Int, last: Int) {
    var alive = (first: Int.max, last: -1)
    var j = from
    while j <= b.count, j <= max(to, alive.last) + Self.reach {
      if i + j > 0 { costs[i * width + j] = cheapest(i, j).cost }
      if costs[i * width + j] <= limit { alive = (min(alive.first, j), j) }
      j += 1
    }
    return alive
  }

  /// Walks the cheapest way back and names each difference once.
  func reasons() -> [String] {
    var found: [String] = []
    var (i, j) = (a.count, b.count)
    while i > 0 || j > 0 {
      let step = cheapest(i, j)
      guard step.left + step.right > 0 else { break }
      if let text = text(step, i, j), !found.contains(text) { found.append(text) }
      i -= step.left
      j -= step.right
    }
    return found.reversed()
  }

  // MARK: Steps

  /// One step of the alignment: what it costs in all, how many bytes of each it takes, and why.
  private struct Step {
    var cost = Float.infinity
    var left = 0
    var right = 0
    var reason = Reason.none
  }

  private enum Reason: Hashable {
    case none
    case family(UInt16)
    case exchanged, added, dropped
  }

  @inline(__always)
  private func cheapest(_ i: Int, _ j: Int) -> Step {
    var best = Step()
    let x = i > 0 ? a[i - 1] : 0
    let y = j > 0 ? b[j - 1] : 0
    if i > 0, j > 0 {
      if x == y {
        offer(i, j, 1, 1, 0, .none, &best)
      } else if x != 0x20, y != 0x20 {
        offer(i, j, 1, 1, rules.prices.exchange(x, y), .exchanged, &best)
      }
      offerFamilies(i, j, x, y, &best)
    }
    if i > 0 {
      offerFamilies(i, j, x, 0, &best)
      offer(i, j, 1, 0, rules.prices.single(x), .dropped, &best)
    }
    if j > 0 {
      offerFamilies(i, j, 0, y, &best)
      offer(i, j, 0, 1, rules.prices.single(y), .added, &best)
    }
    return best
  }

  @inline(__always)
  private func offer(
    _ i: Int, _ j: Int, _ left: Int, _ right: Int, _ price: Float, _ reason: Reason, _ best: inout Step
  ) {
    let cost = costs[(i - left) * width + j - right] + price
    if cost < best.cost { best = Step(cost: cost, left: left, right: right, reason: reason) }
  }

  @inline(__always)
  private func offerFamilies(_ i: Int, _ j: Int, _ x: UInt8, _ y: UInt8, _ best: inout Step) {
    let pair = Int(x) << 8 | Int(y)
    let first = Int(rules.families.starts[pair])
    let end = Int(rules.families.starts[pair + 1])
    guard first < end else { return }
    let endingOfA = packed[i]
    let endingOfB = packed[a.count + 1 + j]
    rules.families.operations.withUnsafeBufferPointer { operations in
      for number in first..<end {
        let operation = operations[number]
        guard endingOfA & operation.left.mask == operation.left.bytes,
          endingOfB & operation.right.mask == operation.right.bytes
        else { continue }
        let reason = Reason.family(operation.reason)
        offer(i, j, operation.left.count, operation.right.count, operation.price, reason, &best)
      }
    }
  }

  private func text(_ step: Step, _ i: Int, _ j: Int) -> String? {
    switch step.reason {
    case .none: nil
    case .family(let number): rules.families.reasons[Int(number)]
    case .exchanged: "\(Self.letter(a[i - 1])) for \(Self.letter(b[j - 1]))"
    case .dropped: a[i - 1] == 0x20 ? "words apart" : "\(Self.letter(a[i - 1])) too many"
    case .added: b[j - 1] == 0x20 ? "words together" : "\(Self.letter(b[j - 1])) missing"
    }
  }

  private static func letter(_ byte: UInt8) -> String {
    byte < 0x80 ? String(UnicodeScalar(byte)) : "a letter"
  }
}

extension SpellingPrices {
  /// A byte on one side only.
  func single(_ byte: UInt8) -> Float { byte == 0x20 ? edge : Self.isVowel(byte) ? vowel : consonant }

  /// One byte for another, neither of them a word's edge.
  func exchange(_ x: UInt8, _ y: UInt8) -> Float { Self.isVowel(x) && Self.isVowel(y) ? vowel : consonant }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"), UInt8(ascii: "w"):
      true
    default: false
    }
  }
}
