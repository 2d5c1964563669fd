/// The closed word classes (`function-words.tsv`).
public struct FunctionClass: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt16
  /// Classes of these bits.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// the, a, this
  @inlinable public static var determiner: FunctionClass { FunctionClass(rawValue: 1) }
  /// he, they, who
  @inlinable public static var pronoun: FunctionClass { FunctionClass(rawValue: 2) }
  /// in, of, near
  @inlinable public static var preposition: FunctionClass { FunctionClass(rawValue: 4) }
  /// and, or, but
  @inlinable public static var conjunction: FunctionClass { FunctionClass(rawValue: 8) }
  /// as, while, which
  @inlinable public static var subordinator: FunctionClass { FunctionClass(rawValue: 16) }
  /// was, have, would
  @inlinable public static var auxiliary: FunctionClass { FunctionClass(rawValue: 32) }
  /// not, never
  @inlinable public static var negation: FunctionClass { FunctionClass(rawValue: 64) }
  /// also, now, later
  @inlinable public static var adverb: FunctionClass { FunctionClass(rawValue: 128) }

  static let names: [String: FunctionClass] = [
    "determiner": .determiner, "pronoun": .pronoun, "preposition": .preposition, "conjunction": .conjunction,
    "subordinator": .subordinator, "auxiliary": .auxiliary, "negation": .negation, "adverb": .adverb,
  ]
}
