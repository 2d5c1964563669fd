import Records

extension ExchangedVariant {
  private static let asBefore: [ExpectedEvent] = [.kafrAmma, .westOfAleppo, .khanAlAsal]
  private static let westOfM5 = ExpectedControl(
    holds: [(36.995, 36.135)], holdsNot: [(37.16117, 36.20124), (36.64, 35.93), (36.8252, 36.1391)])

  /// The same events in other words.
  static let aleppoWords = [
    ExchangedVariant(
      name: "002 government for regime", seed: .aleppo, exchanges: [("regime", "government")], events: asBefore,
      control: westOfM5),
    ExchangedVariant(
      name: "002 warplanes hit", seed: .aleppo, exchanges: [("jets struck", "warplanes hit")], events: asBefore),
    ExchangedVariant(
      name: "002 helicopters bombed, air raids hit", seed: .aleppo,
      exchanges: [("jets struck", "helicopters bombed"), ("airstrikes targeted", "air raids hit")], events: asBefore),
    ExchangedVariant(
      name: "002 captured", seed: .aleppo, exchanges: [("have seized a string", "have captured a number")],
      events: asBefore),
    ExchangedVariant(
      name: "002 took", seed: .aleppo, exchanges: [("have seized", "took")], events: asBefore),
    ExchangedVariant(
      name: "002 Homs for Damascus", seed: .aleppo, exchanges: [("capital Damascus", "central Homs")],
      events: asBefore, control: westOfM5),
    ExchangedVariant(
      name: "002 wounded and dead for injured and killed", seed: .aleppo,
      exchanges: [
        ("4 civilians killed", "4 civilians dead"), ("were also injured", "were also wounded"),
        ("completely destroyed", "badly damaged"),
      ], events: asBefore),
    ExchangedVariant(
      name: "002 the M4 from the south in Idlib", seed: .aleppo,
      exchanges: [
        ("adjacent to the M5 from the west in Aleppo province", "adjacent to the M4 from the south in Idlib province")
      ],
      events: asBefore,
      control: ExpectedControl(
        holds: [(36.55, 35.798)], holdsNot: [(36.55, 35.85), (36.63393, 35.93062), (36.67693, 35.6483)])),
    ExchangedVariant(
      name: "002 the M5 from the east in Idlib", seed: .aleppo,
      exchanges: [
        ("adjacent to the M5 from the west in Aleppo province", "adjacent to the M5 from the east in Idlib province")
      ],
      events: asBefore,
      control: ExpectedControl(
        holds: [(36.80, 35.78)], holdsNot: [(36.72, 35.78), (36.995, 36.135), (36.63393, 35.93062)])),
    ExchangedVariant(
      name: "002 held by the opposition", seed: .aleppo, exchanges: [("under regime control", "under rebel control")],
      events: asBefore,
      control: ExpectedControl(side: "Syrian opposition", holds: westOfM5.holds, holdsNot: westOfM5.holdsNot)),
  ]
}
