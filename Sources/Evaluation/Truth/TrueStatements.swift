import Formats
public import Records

/// A statement of who holds what, as the truth has it.
public struct TrueAssertion: Hashable, Sendable {
  /// The document.
  public var docID: String
  /// Words of which the side's name has one.
  public var side: [String]
  /// The words that carry it; one of them is enough.
  public var spans: [Span]
  /// What the area holds and does not hold.
  public var area: AreaCheck

  init(_ value: JSONValue, _ part: String, _ reader: TruthReader) throws(EvaluationError) {
    let object = try reader.object(value, part)
    docID = try reader.string(object["doc_id"], part + ".doc_id")
    side = try reader.strings(object["side_has"], part + ".side_has")
    spans = try reader.spans(object["spans"], part + ".spans")
    area = try AreaCheck(value, part, reader)
  }
}

/// A number or the ends of a range.
public struct WantedNumber: Hashable, Sendable {
  /// The least.
  public var low: Double
  /// The most.
  public var high: Double

  init(_ value: JSONValue, _ part: String, _ reader: TruthReader) throws(EvaluationError) {
    if let number = value.doubleValue {
      (low, high) = (number, number)
    } else {
      (low, high) = try reader.pair(value, part)
    }
  }

  /// Whether the number is in it, but for the last digits of a conversion.
  func holds(_ number: Double?) -> Bool { number.map { low - 1e-6 <= $0 && $0 <= high + 1e-6 } ?? false }

  var words: String { low == high ? Wording.number(low) : "\(Wording.number(low)) to \(Wording.number(high))" }
}

/// A claim, as the truth has it.
public struct TrueClaim: Hashable, Sendable {
  /// The document.
  public var docID: String
  /// `distance`, `area` ...
  public var kind: String
  /// The words that carry it; one of them is enough.
  public var spans: [Span]
  /// What is said.
  public var claimed: WantedNumber?
  /// What geometry gives.
  public var computed: WantedNumber?
  /// What geometry says of it.
  public var verdict: String?

  init(_ value: JSONValue, _ part: String, _ reader: TruthReader) throws(EvaluationError) {
    let object = try reader.object(value, part)
    docID = try reader.string(object["doc_id"], part + ".doc_id")
    kind = try reader.string(object["kind"], part + ".kind")
    spans = try reader.spans(object["spans"], part + ".spans")
    verdict = try object["verdict"].map { (value) throws(EvaluationError) in try reader.string(value, part + ".verdict")
    }
    for (key, value) in object {
      if TrueClaim.measures(key, "claimed") { claimed = try WantedNumber(value, "\(part).\(key)", reader) }
      if TrueClaim.measures(key, "computed") { computed = try WantedNumber(value, "\(part).\(key)", reader) }
    }
  }

  /// `claimed`, `claimed_km` and `claimed_km2` say the same of a claim, whose kind has one unit.
  private static func measures(_ key: String, _ name: String) -> Bool {
    [name, name + "_km", name + "_km2"].contains(key)
  }
}
