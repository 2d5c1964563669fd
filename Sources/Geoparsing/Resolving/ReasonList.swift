import Records

/// Why a reading costs what it costs: codes, put into words only when somebody reads them.
struct ReasonList {
  /// A reason that has the same words for every place.
  enum Standing: UInt8 {
    case asKnown = 1, called, inFocus, near, sense
  }

  /// The codes of the reasons in their order, a byte each, the first lowest; 0 stands for the next of the texts.
  private var codes: UInt64 = 0
  private var count = 0
  /// The kind that the text says, for `called`.
  private var kind: PlaceKind?
  /// Reasons in words of their own; those before `settled` come before all codes.
  private var texts: [String] = []
  private var settled = 0

  /// The reasons of the match that brought a reading.
  init(_ texts: [String] = []) {
    self.texts = texts
    settled = texts.count
  }

  mutating func append(_ reason: Standing) { append(code: reason.rawValue) }

  mutating func append(called kind: PlaceKind) {
    self.kind = kind
    append(code: Standing.called.rawValue)
  }

  mutating func append(_ text: String) {
    append(code: 0)
    texts.append(text)
  }

  private mutating func append(code: UInt8) {
    if count == 8 {
      texts = words
      (settled, codes, count) = (texts.count, 0, 0)
    }
    codes |= UInt64(code) << UInt64(8 * count)
    count += 1
  }

  /// The reasons in words.
  var words: [String] {
    var words = Array(texts[..<settled])
    var next = settled
    for place in 0..<count {
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
