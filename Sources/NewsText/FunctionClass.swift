/// The closed word classes (`function-words.tsv`).
public struct FunctionClass: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt16
  /// Classes of these bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// the, a, this
  public static let determiner = FunctionClass(rawValue: 1)
  /// he, they, who
  public static let pronoun = FunctionClass(rawValue: 2)
  /// in, of, near
  public static let preposition = FunctionClass(rawValue: 4)
  /// and, or, but
  public static let conjunction = FunctionClass(rawValue: 8)
  /// as, while, which
  public static let subordinator = FunctionClass(rawValue: 16)
  /// was, have, would
  public static let auxiliary = FunctionClass(rawValue: 32)
  /// not, never
  public static let negation = FunctionClass(rawValue: 64)
  /// also, now, later
  public static let adverb = FunctionClass(rawValue: 128)

  static let names: [String: FunctionClass] = [
    "determiner": .determiner, "pronoun": .pronoun, "preposition": .preposition, "conjunction": .conjunction,
    "subordinator": .subordinator, "auxiliary": .auxiliary, "negation": .negation, "adverb": .adverb,
  ]
}
