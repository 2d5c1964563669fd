import Testing

/// A rule that fits only one sentence of one seed is a defect: the same texts with other names, numbers, dates and
/// verbs must give the events that a careful coder reads in them then.
@Suite struct `The seeds with names, numbers and dates exchanged` {
  @Test func `are twelve texts and more`() {
    let all = ExchangedVariant.all
    #expect(all.count >= 12)
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(Set(all.map(\.seed)).count == 3)
  }

  @Test(arguments: ExchangedVariant.all)
  func `give the events exchanged`(variant: ExchangedVariant) throws {
    let complaints = variant.complaints(try ExchangedReading.findings(variant))
    if let fault = variant.fault {
      // Intermittent, so that mending a rule breaks no build; the line below asks for the mark to be taken away.
      if complaints.isEmpty { print("MENDED: \(variant.name): take away its fault") }
      withKnownIssue("\(fault)", isIntermittent: true) {
        #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
      }
    } else {
      #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
    }
  }
}

extension ExchangedVariant {
  static let all = damascus + maarat + aleppo + aleppoWords + otherSentences
}
