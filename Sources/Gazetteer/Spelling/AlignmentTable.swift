/// The table of an alignment: cell (i, j) holds the price of reading the first i bytes of a query as the first j of a
/// name. One table serves a query against many names. Prices are pushed onwards from the cells within the limit alone,
/// so a name that soon costs too much is soon done with.
final class AlignmentTable {
  private let families: FamilyLists
  private let reasons: [String]
  private let costs: UnsafeMutablePointer<Float>
  /// The first and last cell of each row that a price was pushed to.
  private let first: UnsafeMutablePointer<Int>
  private let last: UnsafeMutablePointer<Int>
  private let query = AlignmentSide()
  private let name = AlignmentSide()
  /// How each cell was reached, while reasons are asked for.
  private let steps: UnsafeMutablePointer<Step>
  private var isExplaining = false
  private let prices: SpellingPrices

  private static let width = Alignment.longest + 1

  /// One step of the alignment: how many bytes of each side it takes, and why.
  private struct Step {
    var left: Int8
    var right: Int8
    /// The number of a family's reason, or one of these.
    var reason: UInt16

    static let none: UInt16 = 0xFFFF, exchanged: UInt16 = 0xFFFE, added: UInt16 = 0xFFFD
    static let dropped: UInt16 = 0xFFFC, turned: UInt16 = 0xFFFB
  }

  convenience init(_ rules: SpellingRules) { self.init(rules.families, rules.prices) }

  init(_ table: FamilyTable, _ prices: SpellingPrices) {
    self.prices = prices
    reasons = table.reasons
    steps = .allocate(capacity: Self.width * Self.width)
    families = FamilyLists(table)
    costs = .allocate(capacity: Self.width * Self.width)
    first = .allocate(capacity: Self.width + 8)
    last = .allocate(capacity: Self.width + 8)
  }

  deinit {
    costs.deallocate()
    steps.deallocate()
    first.deallocate()
    last.deallocate()
    query.free()
    name.free()
  }

  /// Takes the query, of at most `Alignment.longest` bytes.
  func take(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { query.take($0) }
    families.forget()
  }

  /// The price of reading the query as this name, nil when it is over the limit.
  func price(_ text: UnsafeBufferPointer<UInt8>, limit: Float) -> Float? {
    guard limit >= 0, text.count <= Alignment.longest else { return nil }
    name.take(text)
    clear()
    let board = Board(self)
    let rows = query.count
    for i in 0...rows {
      var j = first[i]
      while j <= last[i] {
        let cost = costs[i * board.width + j]
        if cost <= limit { push(i, j, cost, limit, board) }
        j += 1
      }
    }
    let cost = costs[rows * board.width + board.width - 1]
    return cost <= limit ? cost : nil
  }

  private func clear() {
    costs.update(repeating: .infinity, count: (query.count + 1) * (name.count + 1))
    first.update(repeating: .max, count: query.count + 1)
    last.update(repeating: -1, count: query.count + 1)
    costs[0] = 0
    first[0] = 0
    last[0] = 0
  }

  /// The table's memory, so that the inner loop need not ask where it lies.
  private struct Board {
    let costs: UnsafeMutablePointer<Float>
    let first: UnsafeMutablePointer<Int>
    let last: UnsafeMutablePointer<Int>
    /// nil while no reasons are asked for.
    let steps: UnsafeMutablePointer<Step>?
    let width: Int

    init(_ table: AlignmentTable) {
      (costs, first, last) = (table.costs, table.first, table.last)
      steps = table.isExplaining ? table.steps : nil
      width = table.name.count + 1
    }

    /// Tells a cell that it can be reached at a cost by a step of so many bytes.
    @inline(__always)
    func offer(_ i: Int, _ j: Int, _ left: Int, _ right: Int, _ cost: Float, _ reason: UInt16) {
      let (row, column) = (i + left, j + right)
      let cell = row * width + column
      guard cost < costs[cell] else { return }
      costs[cell] = cost
      if column < first[row] { first[row] = column }
      if column > last[row] { last[row] = column }
      if let steps { steps[cell] = Step(left: Int8(left), right: Int8(right), reason: reason) }
    }
  }

  // MARK: Steps

  /// Pushes the price of a cell onwards by every step that can be taken from it.
  @inline(__always)
  private func push(_ i: Int, _ j: Int, _ cost: Float, _ limit: Float, _ board: Board) {
    let (x, y) = (query[i], name[j])  // 0 behind the end
    if x == y, x != 0 {
      board.offer(i, j, 1, 1, cost + prices.same, Step.none)
    } else if x != 0, y != 0, x != 0x20, y != 0x20 {
      let price = prices.exchange(x, y)
      if cost + price <= limit { board.offer(i, j, 1, 1, cost + price, Step.exchanged) }
      if x == name[j + 1], y == query[i + 1], cost + prices.turn <= limit {
        board.offer(i, j, 2, 2, cost + prices.turn, Step.turned)
      }
    }
    if x != 0 {
      let price = prices.single(x)
      if cost + price <= limit { board.offer(i, j, 1, 0, cost + price, Step.dropped) }
    }
    if y != 0 {
      let price = prices.single(y)
      if cost + price <= limit { board.offer(i, j, 0, 1, cost + price, Step.added) }
    }
    pushFamilies(i, j, cost, limit, x, y, board)
  }

  @inline(__always)
  private func pushFamilies(
    _ i: Int, _ j: Int, _ cost: Float, _ limit: Float, _ x: UInt8, _ y: UInt8, _ board: Board
  ) {
    let right = name.going(on: j)
    let second = FamilyTable.letter(y)
    if x != 0 {
      families.prepare(i, x, query.going(on: i))
      pushList(families.range(i, 0), i, j, cost, limit, right, board)
      if y != 0 { pushList(families.range(i, second), i, j, cost, limit, right, board) }
    }
    if y != 0 { pushList(families.added(second), i, j, cost, limit, right, board) }
  }

  /// Operations whose left piece is known to fit.
  @inline(__always)
  private func pushList(
    _ list: UnsafeBufferPointer<FamilyLists.Fitting>, _ i: Int, _ j: Int, _ cost: Float, _ limit: Float,
    _ right: UInt64, _ board: Board
  ) {
    for number in 0..<list.count {
      let operation = list.baseAddress.unsafelyUnwrapped[number]
      let rest = UInt64(64 - 8 * Int(operation.rightCount))
      // A shift by all 64 bits leaves nothing, as it should where nothing is asked for.
      guard (right ^ operation.right) << rest == 0 else { continue }
      let sum = cost + operation.price
      if sum <= limit {
        board.offer(i, j, Int(operation.leftCount), Int(operation.rightCount), sum, operation.reason)
      }
    }
  }

  // MARK: Reasons

  /// The price of reading the query as this name, and each kind of difference once, in the order of the name.
  func explain(_ text: UnsafeBufferPointer<UInt8>, limit: Float) -> Alignment.Result? {
    isExplaining = true
    defer { isExplaining = false }
    guard let cost = price(text, limit: limit) else { return nil }
    var found: [String] = []
    var (i, j) = (query.count, name.count)
    while i > 0 || j > 0 {
      let step = steps[i * (name.count + 1) + j]
      i -= Int(step.left)
      j -= Int(step.right)
      if let text = self.text(step, i, j), !found.contains(text) { found.append(text) }
    }
    return Alignment.Result(cost: cost, reasons: found.reversed())
  }

  private func text(_ step: Step, _ i: Int, _ j: Int) -> String? {
    switch step.reason {
    case Step.none: nil
    case Step.exchanged: "\(Self.letter(query[i])) for \(Self.letter(name[j]))"
    case Step.turned: "\(Self.letter(query[i])) and \(Self.letter(name[j])) in turn"
    case Step.dropped: query[i] == 0x20 ? "words apart" : "\(Self.letter(query[i])) too many"
    case Step.added: name[j] == 0x20 ? "words together" : "\(Self.letter(name[j])) missing"
    default: reasons[Int(step.reason)]
    }
  }

  private static func letter(_ byte: UInt8) -> String {
    byte < 0x80 ? String(UnicodeScalar(byte)) : "a letter"
  }
}

extension SpellingPrices {
  /// A byte on one side only.
  @inline(__always)
  func single(_ byte: UInt8) -> Float { byte == 0x20 ? edge : Self.isVowel(byte) ? vowel : consonant }

  /// One byte for another, neither of them a word's edge.
  @inline(__always)
  func exchange(_ x: UInt8, _ y: UInt8) -> Float { Self.isVowel(x) && Self.isVowel(y) ? vowel : consonant }
}
