import ArgumentParser
import EventMapper
import Records

/// What a reviewer corrected, replayed on the run.
struct ReviewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Replay a reviewer's corrections: JSON Lines with action, id (or doc_id and quote), author, reason.",
      valueName: "file"))
  var corrections: String?

  /// The corrections, and how many lines could not be read; each of these is told on standard error.
  func open() throws -> (corrections: [Correction], faults: Int) {
    guard let corrections else { return ([], 0) }
    let file = CorrectionFile(try Input.file(corrections))
    for fault in file.faults { Diagnostics.fault(fault) }
    return (file.corrections, file.faults.count)
  }

  /// Says which corrections met no event.
  static func tell(_ outcomes: [CorrectionOutcome], of origin: String = "correction in line") {
    for outcome in outcomes where outcome.result != .applied && outcome.result != .withdrawn {
      let event = outcome.correction.event
      let name = event.id ?? "\(event.docID ?? ""): \"\(event.quote ?? "")\""
      Diagnostics.line(
        "\(origin) \(outcome.correction.line) (\(outcome.correction.change.name) \(name)): \(words(outcome))")
    }
  }

  private static func words(_ outcome: CorrectionOutcome) -> String {
    switch outcome.result {
    case .applied: "applied"
    case .withdrawn: "withdrawn"
    case .unmatched where outcome.correction.change.name == "withdraw":
      "no earlier correction does that to the event, by the same id or doc_id and quote; mend the line or take it out"
    case .unmatched: "no event goes by it any more; mend the line or take it out"
    case .ambiguous: "several events bear the quote; give the id or more words"
    case .impossible: "it cannot be done: no such place, or no second mention or event"
    }
  }
}
