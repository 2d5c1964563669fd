import Records

/// Why a reading costs what it costs: codes, put into words only when somebody reads them. Texts of their own lie in
/// lists beside the readings.
struct ReasonList: Sendable {
  /// A reason that has the same words for every place.
  enum Standing: UInt8 {
    case asKnown = 1, called, inFocus, near, sense
  }

  /// The codes of the reasons in their order, a byte each, the first lowest; 0 stands for the next of the texts.
  private var codes: UInt64 = 0
  private var count: UInt8 = 0
  /// The reasons of the match come first.
  private var beginsWithMatch = false
  /// The kind that the text says, for `called`.
  private var kind: PlaceKind?
  /// One more than the number of its own list of texts, 0 without one; those before `settled` come before all codes.
  private var own: Int32 = 0
  private var settled: Int32 = 0

  init(_ reason: Standing) { append(reason) }

  private init() {}

  /// The reasons of the match that brought a reading.
  static let ofMatch = {
    var list = ReasonList()
    list.beginsWithMatch = true
    return list
  }()

  /// Whether the codes must be settled before one more is appended.
  var isFull: Bool { count == 8 }

  mutating func append(_ reason: Standing) { append(code: reason.rawValue) }

  mutating func append(called kind: PlaceKind) {
    self.kind = kind
    append(code: Standing.called.rawValue)
  }

  mutating func append(_ text: String, to lists: inout [[String]]) {
    append(code: 0)
    makeList(&lists)
    lists[Int(own) - 1].append(text)
  }

  private mutating func makeList(_ lists: inout [[String]]) {
    guard own == 0 else { return }
    lists.append([])
    own = Int32(lists.count)
  }

  private mutating func append(code: UInt8) {
    codes |= UInt64(code) << UInt64(8 * count)
    count += 1
  }

  /// Puts all reasons into words, so that there is room for more.
  mutating func settle(_ match: [String], _ lists: inout [[String]]) {
    let words = words(match, lists)
    makeList(&lists)
    lists[Int(own) - 1] = words
    (settled, codes, count, beginsWithMatch) = (Int32(words.count), 0, 0, false)
  }

  /// The reasons in words.
  func words(_ match: [String], _ lists: [[String]]) -> [String] {
    let texts = own > 0 ? lists[Int(own) - 1] : []
    var words = (beginsWithMatch ? match : []) + texts[..<Int(settled)]
    var next = Int(settled)
    for place in 0..<Int(count) {
      if let standing = Standing(rawValue: UInt8(truncatingIfNeeded: codes >> UInt64(8 * place))) {
        words.append(text(standing))
      } else {
        words.append(texts[next])
        next += 1
      }
    }
    return words
  }

  private func text(_ reason: Standing) -> String {
    switch reason {
    case .asKnown: "spelled as known"
    case .called: "called a \(kind?.rawValue ?? "place")"
    case .inFocus: "in the country that the text is about"
    case .near: "near other places of the text"
    case .sense: "the sense that the text tells elsewhere"
    }
  }
}
