import Records

/// Claims and their verdicts in words.
enum ClaimWords {
  /// "consistent: 25 km claimed, 26.7 km computed", with the reason after it.
  static func verdict(_ claim: Claim) -> String {
    let figures = [
      claim.claimed.map { "\(figure($0, claim.unit)) claimed" },
      claim.computed.map { "\(figure($0, claim.unit)) computed" },
    ].compactMap { $0 }
    let head = label(claim.verdict) + (figures.isEmpty ? "" : ": " + figures.joined(separator: ", "))
    return claim.note.map { "\(head); \($0)" } ?? head
  }

  static func label(_ verdict: Verdict) -> String {
    switch verdict {
    case .consistent: "consistent"
    case .inconsistent: "inconsistent"
    case .cannotTell: "cannot tell"
    }
  }

  /// "26.7 km", "318.6 km²", "257°", "46".
  static func figure(_ value: Double, _ unit: String) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "?" }
    switch unit {
    case "km": return "\(number(value)) km"
    case "km2": return "\(number(value)) km²"
    case "deg": return "\(Int(value.rounded()))°"
    default: return number(value)
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() || value.magnitude >= 1000
      ? TollWords.count(Int(value.rounded())) : Kilometers.oneDecimal(value)
  }
}
