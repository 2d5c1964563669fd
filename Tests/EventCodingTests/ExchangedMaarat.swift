import Records

extension ExchangedVariant {
  /// A place captured, as the captors claim.
  private static func captured(_ place: String, _ lon: Double, _ lat: Double, days: ClosedRange<String>)
    -> ExpectedEvent
  {
    ExpectedEvent(
      types: [.capture], place: place, lon: lon, lat: lat, days: days, status: .claimed, actor: "Syria")
  }

  /// A bombardment told in a caption.
  private static func bombarded(
    _ place: String, _ lon: Double, _ lat: Double, on day: String, by actor: String = "Syria",
    types: Set<EventType> = [.shelling, .airstrike]
  ) -> ExpectedEvent {
    ExpectedEvent(
      types: types, place: place, lon: lon, lat: lat, days: day...day, precision: 1, zones: [.caption], actor: actor)
  }

  private static let maaratCaptured = captured("Maarat al-Numan", 36.67693, 35.6483, days: "2020-01-27"..."2020-01-28")
  private static let rumaBombarded = bombarded("Kafr Ruma", 36.63293, 35.63661, on: "2020-01-27")

  static let maarat = [
    ExchangedVariant(
      name: "001 Saraqib and Afis", seed: .maarat,
      exchanges: [
        ("Maarat al-Numan in southern Idlib", "Saraqib in eastern Idlib"), ("Kafr Ruma", "Afis"),
        ("Maaret al-Numan", "Saraqeb"),
      ],
      events: [
        captured("Saraqib", 36.80591, 35.86447, days: "2020-01-27"..."2020-01-28"),
        bombarded("Afis", 36.8042, 35.9069, on: "2020-01-27"),
      ]),
    ExchangedVariant(
      name: "001 Khan Shaykhun and Kafr Ayn", seed: .maarat,
      exchanges: [
        ("Maarat al-Numan", "Khan Shaykhun"), ("Kafr Ruma", "Kafr Ayn"), ("Maaret al-Numan", "Khan Sheikhoun"),
      ],
      events: [
        captured("Khan Shaykhun", 36.651, 35.4421, days: "2020-01-27"..."2020-01-28"),
        bombarded("Kafr Ayn", 36.5666, 35.4449, on: "2020-01-27"),
      ]),
    ExchangedVariant(
      name: "001 another village of the same outskirts", seed: .maarat,
      exchanges: [("town of Kafr Ruma", "village of Hass")],
      events: [maaratCaptured, bombarded("Hass", 36.5907, 35.6161, on: "2020-01-27")]),
    ExchangedVariant(
      name: "001 in February", seed: .maarat, exchanges: [("January 27, 2020", "February 10, 2020")],
      events: [
        captured("Maarat al-Numan", 36.67693, 35.6483, days: "2020-02-10"..."2020-02-11"),
        bombarded("Kafr Ruma", 36.63293, 35.63661, on: "2020-02-10"),
      ]),
    ExchangedVariant(
      name: "001 Thursday and Wednesday, abbreviated date", seed: .maarat,
      exchanges: [
        ("said Tuesday", "said Thursday"), ("issued Monday", "issued Wednesday"), ("January 27, 2020", "Jan. 29, 2020"),
      ],
      events: [
        captured("Maarat al-Numan", 36.67693, 35.6483, days: "2020-01-29"..."2020-01-30"),
        bombarded("Kafr Ruma", 36.63293, 35.63661, on: "2020-01-29"),
      ]),
    ExchangedVariant(
      name: "001 in December of the year before, day first", seed: .maarat,
      exchanges: [("January 27, 2020", "2 December 2019"), ("began in December", "began in October")],
      events: [
        captured("Maarat al-Numan", 36.67693, 35.6483, days: "2019-12-02"..."2019-12-03"),
        bombarded("Kafr Ruma", 36.63293, 35.63661, on: "2019-12-02"),
      ]),
    ExchangedVariant(
      name: "001 an offensive that began in the month of publication", seed: .maarat,
      exchanges: [("January 27, 2020", "2 December 2019")],
      events: [
        captured("Maarat al-Numan", 36.67693, 35.6483, days: "2019-12-02"..."2019-12-03"),
        bombarded("Kafr Ruma", 36.63293, 35.63661, on: "2019-12-02"),
      ]),
    ExchangedVariant(
      name: "001 government for regime, seized for captured, 51 settlements", seed: .maarat,
      exchanges: [
        ("which regime forces", "which government forces"), ("to have captured.", "to have seized."),
        ("Syrian regime forces", "Syrian government forces"), ("captured 46 settlements", "seized 51 settlements"),
        ("123 square miles", "140 square miles"),
      ], events: [maaratCaptured, rumaBombarded], claims: [(.count, 51)]),
    ExchangedVariant(
      name: "001 taken, square kilometers", seed: .maarat,
      exchanges: [("to have captured.", "to have taken."), ("123 square miles", "320 square kilometers")],
      events: [maaratCaptured, rumaBombarded], claims: [(.count, 46), (.area, 320)]),
    ExchangedVariant(
      name: "001 airstrikes by Russian warplanes", seed: .maarat,
      exchanges: [("reported bombardment by Syrian regime forces on", "reported airstrikes by Russian warplanes on")],
      events: [
        maaratCaptured,
        bombarded("Kafr Ruma", 36.63293, 35.63661, on: "2020-01-27", by: "Russia", types: [.airstrike]),
      ]),
    ExchangedVariant(
      name: "001 shelling by Turkish forces", seed: .maarat,
      exchanges: [("reported bombardment by Syrian regime forces on", "shelling by Turkish forces on")],
      events: [
        maaratCaptured,
        bombarded("Kafr Ruma", 36.63293, 35.63661, on: "2020-01-27", by: "Turkey", types: [.shelling]),
      ]),
  ]
}
