import Formats
import Geometry
import Records

/// Compares what concerns no single event: totals, statements of control, claims, days of publication.
struct StatementComparison {
  let findings: [Findings]
  let found: [FoundEvent]
  let truth: TruthFile

  var differences: [Difference] { absent + totals + assertions + claims + published }

  /// Articles that nobody read.
  private var absent: [Difference] {
    let read = Set(findings.map(\.docID))
    return truth.documents.filter { !read.contains($0) }.map {
      Difference(subject: $0, member: "article", wanted: "its findings", got: "none")
    }
  }

  private var totals: [Difference] {
    truth.totals.compactMap { wanted in
      let sum = total(wanted.name)
      return sum == wanted.value
        ? nil : Difference(subject: "totals", member: wanted.name, wanted: "\(wanted.value)", got: "\(sum)")
    }
  }

  private func total(_ name: String) -> Int {
    let events = found.map(\.event)
    return switch name {
    case "fatalities": events.compactMap(\.toll.fatalities).reduce(0, +)
    case "injured": events.compactMap(\.toll.injured).reduce(0, +)
    case "displaced": events.compactMap(\.toll.displaced).reduce(0, +)
    case "points": events.count { $0.location?.shape.typeName == "Point" }
    case "areas": events.count { !($0.location?.shape.polygons.isEmpty ?? true) }
    default: events.count
    }
  }

  // MARK: Control

  private var assertions: [Difference] {
    guard let wanted = truth.assertions else { return [] }
    var left = findings.flatMap(\.assertions)
    var differences: [Difference] = []
    for (index, truth) in wanted.enumerated() {
      let subject = "control_assertions[\(index)]"
      let place = left.firstIndex(where: { found in
        found.docID == truth.docID && truth.spans.contains { $0.overlaps(found.span) }
      })
      if let place {
        differences += complaints(truth, left.remove(at: place), subject)
      } else {
        let words = Wording.spans(truth.spans)
        differences.append(Difference(subject: subject, member: "assertion", wanted: "one in \(words)", got: "none"))
      }
    }
    return differences
      + left.map {
        Difference(
          subject: $0.docID, member: "control assertion", wanted: "none", got: "\($0.span.start)-\($0.span.end)")
      }
  }

  private func complaints(_ truth: TrueAssertion, _ found: ControlAssertion, _ subject: String) -> [Difference] {
    var differences = truth.area.complaints(found.shape, nil).map {
      Difference(subject: subject, member: "geometry", wanted: $0.wanted, got: $0.got)
    }
    if !truth.side.contains(where: found.side.has) {
      differences.append(
        Difference(subject: subject, member: "side", wanted: "\(Wording.either(truth.side)) in it", got: found.side))
    }
    return differences
  }

  // MARK: Claims

  private var claims: [Difference] {
    let all = findings.flatMap(\.claims)
    return truth.claims.enumerated().flatMap { index, wanted in
      let subject = "claims[\(index)]"
      let fitting = all.filter { claim in
        claim.docID == wanted.docID && claim.kind.rawValue == wanted.kind
          && wanted.spans.contains { $0.overlaps(claim.span) }
      }
      guard !fitting.isEmpty else {
        let words = "\(wanted.kind) in \(Wording.spans(wanted.spans))"
        return [Difference(subject: subject, member: "claim", wanted: words, got: "none")]
      }
      return fitting.map { complaints(wanted, $0, subject) }.min { $0.count < $1.count } ?? []
    }
  }

  private func complaints(_ wanted: TrueClaim, _ claim: Claim, _ subject: String) -> [Difference] {
    var differences: [Difference] = []
    func check(_ member: String, _ want: WantedNumber?, _ got: Double?) {
      guard let want, !want.holds(got) else { return }
      let value = got.map { "\(Wording.rounded($0, 1000)) \(claim.unit)" } ?? "null"
      differences.append(Difference(subject: subject, member: member, wanted: want.words, got: value))
    }
    check("claimed", wanted.claimed, claim.claimed)
    check("computed", wanted.computed, claim.computed)
    if let verdict = wanted.verdict, verdict != claim.verdict.rawValue {
      differences.append(
        Difference(subject: subject, member: "verdict", wanted: verdict, got: claim.verdict.rawValue))
    }
    return differences
  }

  // MARK: Publication

  private var published: [Difference] {
    truth.published.flatMap { wanted -> [Difference] in
      guard let finding = findings.first(where: { $0.docID == wanted.docID }) else { return [] }
      let (day, basis) = (finding.publication?.day, finding.publication?.basis.rawValue)
      var differences: [Difference] = []
      if !(day.map { day in wanted.days.contains { $0.holds(day) } } ?? false) {
        let days = Wording.either(wanted.days.map(\.description))
        differences.append(
          Difference(subject: wanted.docID, member: "published", wanted: days, got: day?.description ?? "null"))
      }
      if basis != wanted.basis {
        differences.append(
          Difference(subject: wanted.docID, member: "published_basis", wanted: wanted.basis, got: basis ?? "null"))
      }
      return differences
    }
  }
}
