import Formats
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

extension ClaimWords {
  /// The member `words` of a claim on the page.
  static func object(_ claim: Claim) -> JSONObject {
    let claimed = claim.claimed.map { figure($0, claim.unit) }
    let computed = claim.computed.map { figure($0, claim.unit) }
    var list = Properties()
    list.add("kind", claim.kind.rawValue)
    list.add(
      "figures",
      [claimed.map { "\($0) claimed" }, computed.map { "\($0) computed" }].compactMap { $0 }.joined(separator: ", "))
    list.add("claimed", claimed)
    list.add("computed", computed)
    list.add("tolerance", claim.tolerance.map { "\(figure($0, claim.unit)) either way" })
    list.add("places", claim.places.isEmpty ? nil : PageTitle.listed(claim.places.map(\.name)))
    list.add("note", claim.note.map(EventWords.capitalized))
    return list.object
  }

  /// The member `words` of a control assertion on the page.
  static func object(_ assertion: ControlAssertion) -> JSONObject {
    var list = Properties()
    list.add("title", assertion.side)
    list.add("date", assertion.date.map(DateWords.day))
    list.add(
      "area",
      assertion.assumedWidth.map { "A strip \(figure($0, "km")) wide is assumed; the text gives no width." })
    return list.object
  }
}
