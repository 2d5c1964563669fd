import Gazetteer

/// How the words of stories are compared.
enum StoryText {
  /// One blank between words and none around them.
  static func collapsed(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isGap = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isGap = !scalars.isEmpty
      } else {
        if isGap { scalars.append(" ") }
        isGap = false
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Whether two sentences are the same, one part of the other, or share three words of five.
  static func overlap(_ one: String, _ other: String) -> Bool {
    let (one, other) = (collapsed(one), collapsed(other))
    guard !one.isEmpty, !other.isEmpty else { return false }
    if one.unicodeScalars.count > 25, other.has(one) { return true }
    if other.unicodeScalars.count > 25, one.has(other) { return true }
    let (words, others) = (words(one), words(other))
    let shared = words.intersection(others).count
    return Double(shared) / Double(max(1, words.union(others).count)) >= 0.6
  }

  /// The different words, in lower case.
  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().unicodeScalars.split { !isWordPart($0) }.map { String($0) })
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: scalar == "_"
    }
  }

  /// Articles that transcriptions of Arabic put before a name.
  private static let articles: Set<String> = ["al", "el", "an", "ar", "as", "ash", "at", "ad", "az"]

  /// A name without case, marks, articles, brackets and blanks.
  static func nameKey(_ name: String) -> String {
    let open = name.split(separator: "(").enumerated().map { index, part in
      index == 0 ? part : part.split(separator: ")", maxSplits: 1).dropFirst().first ?? ""
    }
    let words = NameFold.words(open.joined(separator: " ")).map { String(decoding: $0, as: UTF8.self) }
    return words.enumerated().filter { $0.offset == words.count - 1 || !articles.contains($0.element) }
      .map(\.element).joined()
  }
}
