import EventMapper
import Publishing
import Records

/// What a run keeps of its findings: all of them where an output needs them at the end, else no more than a table that
/// people read, so that memory stays flat.
struct RunTally {
  /// Everything found, where it is kept.
  private(set) var kept: [Findings] = []

  private let keepsAll: Bool
  private var lean: [Findings] = []
  private var articles = 0
  private var events = 0

  /// The longest table that is printed.
  private static let tableLimit = 200
  /// So many articles at most are kept for a table, however little they told.
  private static let articleLimit = 10_000

  private var isTooLong: Bool { events > Self.tableLimit || !keepsAll && articles > Self.articleLimit }

  init(keepsAll: Bool) { self.keepsAll = keepsAll }

  mutating func take(_ findings: Findings) {
    articles += 1
    events += findings.events.count
    if keepsAll {
      kept.append(findings)
    } else if isTooLong {
      lean = []
    } else {
      lean.append(RunTally.counted(findings))
    }
  }

  /// Makes one event of what several articles tell of it, and says which went into which.
  mutating func link(_ review: inout CorrectionReview) -> [EventMerge] {
    let linked = review.link(kept)
    kept = linked.findings
    events = kept.reduce(0) { $0 + $1.events.count }
    return linked.merges
  }

  /// The table, or its closing line alone where it would be too long.
  func summary(by publisher: Publisher, since start: ContinuousClock.Instant) -> String {
    let elapsed = (ContinuousClock.now - start).components
    let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    if !isTooLong { return publisher.summary(keepsAll ? kept : lean, seconds: seconds) }
    return "\(events) events in \(articles) articles in \(Int(seconds.rounded())) s\n"
  }

  /// What the table and its closing line need.
  private static func counted(_ findings: Findings) -> Findings {
    var lean = Findings(docID: findings.docID, text: "")
    (lean.events, lean.claims) = (findings.events, findings.claims)
    (lean.nearMisses, lean.assertions) = (findings.nearMisses, findings.assertions)
    return lean
  }
}
