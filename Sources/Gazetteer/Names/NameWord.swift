/// A word of running text, folded and ready for `PlaceIndex.step`.
///
/// For example: `NameWord("Ma'arrat")`, or `NameWord("al", isJoined: true)` for the `al-` of `al-Bab`. A token that
/// holds hyphens may be given whole: `NameWord("al-Bab")`.
public struct NameWord: Hashable, Sendable {
  /// The folded bytes; empty when nothing is left of the token.
  public let folded: [UInt8]
  /// It begins with an upper-case ASCII letter, or with any letter that is not ASCII.
  public let isCapitalized: Bool
  /// A hyphen joins it to the next word.
  public let isJoined: Bool

  /// Folds UTF-8 bytes.
  public init(utf8: UnsafeRawBufferPointer, isJoined: Bool = false) {
    folded = NameFold.fold(utf8)
    isCapitalized = Self.isCapitalized(utf8)
    self.isJoined = isJoined
  }

  /// Whether the first letter is no lower-case letter of ASCII.
  static func isCapitalized(_ utf8: UnsafeRawBufferPointer) -> Bool {
    let first = utf8.first { $0 > 0x40 } ?? 0
    return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
  }

  /// Folds a string.
  public init(_ text: String, isJoined: Bool = false) {
    var text = text
    self = text.withUTF8 { NameWord(utf8: UnsafeRawBufferPointer($0), isJoined: isJoined) }
  }
}

/// How far into the gazetteer's names a run of words has come.
public struct NameState: Hashable, Sendable {
  /// Chain of the exact words, 0 when no name goes so.
  var exact: UInt64
  /// Chain of skeletons for each spelling set, 0 when no name goes so.
  var sets: SIMD4<UInt64>
  /// The article waiting for its word, for each set; 0 none.
  var pending = SIMD4<UInt8>()
  /// The hash of the waiting article's skeleton, for each set: what the chain goes on with if it is no article.
  var waiting = SIMD4<UInt64>()
  /// The folded words so far, joined by spaces.
  var folded: [UInt8] = []

  var isAlive: Bool { exact != 0 || sets != SIMD4() }
}
