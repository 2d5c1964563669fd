import Records

extension ExchangedVariant {
  private static let asBefore: [ExpectedEvent] = [.kafrAmma, .westOfAleppo, .khanAlAsal]
  private static let maaratBombarded = ExpectedEvent(
    types: [.shelling, .airstrike], place: "Kafr Ruma", lon: 36.63293, lat: 35.63661, days: "2020-01-27"..."2020-01-27",
    precision: 1, zones: [.caption], actor: "Syria")

  private static func maaratCaptured(by actor: String = "Syria") -> ExpectedEvent {
    ExpectedEvent(
      types: [.capture], place: "Maarat al-Numan", lon: 36.67693, lat: 35.6483, days: "2020-01-27"..."2020-01-28",
      status: .claimed, actor: actor)
  }

  private static func nearDamascus(by actor: String = "Israel") -> ExpectedEvent {
    ExpectedEvent(
      types: [.airstrike, .shelling], place: "Damascus", lon: 36.29128, lat: 33.5102, kilometers: 15,
      days: "2020-02-05"..."2020-02-07", actor: actor)
  }

  /// The same events in sentences built otherwise.
  static let otherSentences = [
    ExchangedVariant(
      name: "002 passive lead", seed: .aleppo,
      exchanges: [
        (
          "as Russian and regime jets struck a village in the western countryside of Syria’s northwestern Aleppo province",
          "when a village in the western countryside of Syria’s northwestern Aleppo province was struck by Russian and regime jets"
        )
      ], events: asBefore),
    ExchangedVariant(
      name: "002 passive detail", seed: .aleppo,
      exchanges: [
        (
          "Two airstrikes targeted the village of Kafr Amma located some 25 kilometers west of central Aleppo.",
          "The village of Kafr Amma, some 25 kilometers west of central Aleppo, was targeted by two airstrikes."
        )
      ], events: asBefore, claims: [(.distance, 25)]),
    ExchangedVariant(
      name: "002 fifteen miles", seed: .aleppo,
      exchanges: [("located some 25 kilometers west of", "which lies about 15 miles west of")], events: asBefore),
    ExchangedVariant(
      name: "002 smoke after shelling", seed: .aleppo,
      exchanges: [
        (
          "Smoke from Assad regime forces shelling is pictured over Khan al-Asal in the Rashideen al-Rabea area",
          "Smoke rises over Khan al-Asal after shelling by Assad regime forces"
        )
      ], events: asBefore
    ),
    ExchangedVariant(
      name: "002 the day before the month", seed: .aleppo, exchanges: [("Feb. 11, 2020", "11 February 2020")],
      events: asBefore),
    ExchangedVariant(
      name: "002 villages fell", seed: .aleppo,
      exchanges: [
        (
          "regime forces have seized a string of towns and villages from opposition forces in the west",
          "regime forces have taken control of several villages from opposition forces in the west"
        )
      ], events: asBefore),
    ExchangedVariant(
      name: "002 another observer", seed: .aleppo,
      exchanges: [
        ("the Syrian Observatory for Human Rights reported", "the White Helmets reported"),
        ("Observatory head Rami Abdul Rahman told", "White Helmets head Raed Saleh told"),
      ], events: asBefore),
    ExchangedVariant(
      name: "001 rebels claim", seed: .maarat,
      exchanges: [("which regime forces now claim to have captured", "which rebels now claim to have captured")],
      events: [maaratCaptured(by: "opposition"), maaratBombarded]),
    ExchangedVariant(
      name: "001 say they have captured", seed: .maarat,
      exchanges: [("now claim to have captured", "now say they have captured")],
      events: [maaratCaptured(), maaratBombarded]),
    ExchangedVariant(
      name: "001 the army claims control", seed: .maarat,
      exchanges: [
        ("which regime forces now claim to have captured", "which the Syrian army now claims to have recaptured")
      ],
      events: [maaratCaptured(), maaratBombarded]),
    ExchangedVariant(
      name: "001 smoke and shells", seed: .maarat,
      exchanges: [
        (
          "Smoke billows following reported bombardment by Syrian regime forces on the town of Kafr Ruma",
          "Smoke billows after Syrian regime forces reportedly shelled the town of Kafr Ruma"
        )
      ], events: [maaratCaptured(), maaratBombarded]),
    ExchangedVariant(
      name: "000 jets struck", seed: .damascus,
      exchanges: [("Israel launched strikes against several targets", "Israeli jets struck several targets")],
      events: [nearDamascus()]),
    ExchangedVariant(
      name: "000 missiles hit", seed: .damascus,
      exchanges: [("Israel launched strikes against several targets", "Israeli missiles hit several targets")],
      events: [nearDamascus()]),
    ExchangedVariant(
      name: "000 a wave of strikes", seed: .damascus,
      exchanges: [
        ("Israel launched strikes against several targets", "Israel carried out a wave of airstrikes on targets")
      ],
      events: [nearDamascus()]),
  ]
}
