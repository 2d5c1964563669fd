import Records

extension ExpectedEvent {
  /// A strike on a village, told in headline, lead and detail.
  static func strike(
    _ place: String, _ lon: Double, _ lat: Double, by actor: String = "Russia", days: ClosedRange<String> = aleppoDays,
    killed: Int = 4, injured: Int = 3, damage: String = "two homes"
  ) -> ExpectedEvent {
    ExpectedEvent(
      types: [.airstrike], place: place, lon: lon, lat: lat, days: days, zones: [.headline, .body], actor: actor,
      ally: "Syria", killed: killed, injured: injured, damage: damage)
  }

  /// Unnamed villages of the west of a province.
  static func push(
    _ province: String, holds: [(Double, Double)], holdsNot: [(Double, Double)], days: ClosedRange<String> = aleppoDays
  ) -> ExpectedEvent {
    ExpectedEvent(
      types: [.capture], place: province, lon: 0, lat: 0, holds: holds, holdsNot: holdsNot, days: days, actor: "Syria")
  }

  /// Shelling told in a caption.
  static func shelling(_ place: String, _ lon: Double, _ lat: Double, on day: String = "2020-02-11") -> ExpectedEvent {
    ExpectedEvent(
      types: [.shelling], place: place, lon: lon, lat: lat, days: day...day, precision: 1, zones: [.caption],
      actor: "Syria")
  }

  static let aleppoDays = "2020-02-11"..."2020-02-12"
  /// Atarib and Kafr Amma; not Aleppo, east of it, Maarat al-Numan, Turkey.
  static let westOfAleppo = push(
    "Aleppo", holds: [(36.8252, 36.1391), (36.87256, 36.14524)], holdsNot: notWestOfAleppo)
  static let notWestOfAleppo = [(37.16117, 36.20124), (37.5, 36.4), (36.676, 35.648), (36.16, 36.2)]
  static let kafrAmma = strike("Kafr Amma", 36.87256, 36.14524)
  static let khanAlAsal = shelling("Khan al-Asal", 37.03907, 36.17135)
}

extension ExchangedVariant {
  private static let westOfM5 = ExpectedControl(
    holds: [(36.995, 36.135)], holdsNot: [(37.16117, 36.20124), (36.64, 35.93), (36.8252, 36.1391)])

  static let aleppo = [
    ExchangedVariant(
      name: "002 Darat Izza, 30 kilometers", seed: .aleppo,
      exchanges: [("Kafr Amma", "Darat Izza"), ("some 25 kilometers", "some 30 kilometers")],
      events: [.strike("Darat Izza", 36.8522, 36.2825), .westOfAleppo, .khanAlAsal], control: westOfM5,
      claims: [(.distance, 30)]),
    ExchangedVariant(
      name: "002 Kafr Halab, south-west, 29 miles less", seed: .aleppo,
      exchanges: [("Kafr Amma", "Kafr Halab"), ("some 25 kilometers west", "some 30 kilometers southwest")],
      events: [.strike("Kafr Halab", 36.87215, 36.06287), .westOfAleppo, .khanAlAsal], claims: [(.distance, 30)]),
    ExchangedVariant(
      name: "002 Anadan in the caption, Hayyan in the text", seed: .aleppo,
      exchanges: [
        ("Kafr Amma", "Hayyan"), ("some 25 kilometers west", "some 16 kilometers northwest"),
        ("Khan al-Asal in the Rashideen al-Rabea area", "Anadan"),
      ],
      events: [.strike("Hayyan", 37.0589, 36.3242), .westOfAleppo, .shelling("Anadan", 37.0447, 36.2935)],
      claims: [(.distance, 16)]),
    ExchangedVariant(
      name: "002 seven killed, nine injured, five homes", seed: .aleppo,
      exchanges: [
        ("4 civilians killed", "7 civilians killed"), ("At least four civilians", "At least seven civilians"),
        ("Three civilians", "Nine civilians"), ("two homes", "five homes"),
      ],
      events: [
        .strike("Kafr Amma", 36.87256, 36.14524, killed: 7, injured: 9, damage: "five homes"), .westOfAleppo,
        .khanAlAsal,
      ]),
    ExchangedVariant(
      name: "002 twenty-one killed, in digits and in words", seed: .aleppo,
      exchanges: [
        ("4 civilians killed", "21 civilians killed"), ("At least four civilians", "At least twenty-one civilians"),
        ("Three civilians", "Another 13 civilians"),
      ],
      events: [.strike("Kafr Amma", 36.87256, 36.14524, killed: 21, injured: 13), .westOfAleppo, .khanAlAsal]),
    ExchangedVariant(
      name: "002 Hama", seed: .aleppo,
      exchanges: [
        ("Syria’s northwestern Aleppo", "Syria’s western Hama"), ("Aleppo", "Hama"), ("Kafr Amma", "Kafr Amin"),
        ("some 25 kilometers", "some 16 kilometers"), ("Khan al-Asal in the Rashideen al-Rabea area", "Halfaya"),
      ],
      events: [
        .strike("Kafr Amin", 36.5899, 35.1757),
        .push(
          "Hama", holds: [(36.5899, 35.1757), (36.3909, 35.4147)], holdsNot: [(36.7578, 35.1318), (37.05, 35.01)]),
        .shelling("Halfaya", 36.6058, 35.2601),
      ],
      control: ExpectedControl(holds: [(36.73, 35.25)], holdsNot: [(36.80, 35.25), (36.40, 35.41), (36.64, 35.93)]),
      claims: [(.distance, 16)]),
    ExchangedVariant(
      name: "002 Homs", seed: .aleppo,
      exchanges: [
        ("Syria’s northwestern Aleppo", "Syria’s central Homs"), ("Aleppo", "Homs"), ("Kafr Amma", "Taldou"),
        ("kilometers west of", "kilometers northwest of"), ("Khan al-Asal in the Rashideen al-Rabea area", "Talbiseh"),
      ],
      events: [
        .strike("Taldou", 36.524, 34.8763),
        .push("Homs", holds: [(36.524, 34.8763)], holdsNot: [(36.72339, 34.72682), (38.28, 34.56)]),
        .shelling("Talbiseh", 36.7309, 34.8407),
      ], claims: [(.distance, 25)]),
    ExchangedVariant(
      name: "002 by Israel", seed: .aleppo, exchanges: [("Russian", "Israeli")],
      events: [.strike("Kafr Amma", 36.87256, 36.14524, by: "Israel"), .westOfAleppo, .khanAlAsal]),
    ExchangedVariant(
      name: "002 by Turkey", seed: .aleppo, exchanges: [("Russian", "Turkish")],
      events: [.strike("Kafr Amma", 36.87256, 36.14524, by: "Turkey"), .westOfAleppo, .khanAlAsal]),
    ExchangedVariant(
      name: "002 in March", seed: .aleppo, exchanges: [("Feb. 11, 2020", "March 3, 2020")],
      events: [
        .strike("Kafr Amma", 36.87256, 36.14524, days: "2020-03-03"..."2020-03-04"),
        .push(
          "Aleppo", holds: [(36.87256, 36.14524)], holdsNot: ExpectedEvent.notWestOfAleppo,
          days: "2020-03-03"..."2020-03-04"),
        .shelling("Khan al-Asal", 37.03907, 36.17135, on: "2020-03-03"),
      ]),
    ExchangedVariant(
      name: "002 since Thursday night, in the year before", seed: .aleppo,
      exchanges: [("Feb. 11, 2020", "Oct. 24, 2019"), ("Tuesday night", "Thursday night")],
      events: [
        .strike("Kafr Amma", 36.87256, 36.14524, days: "2019-10-24"..."2019-10-25"),
        .push(
          "Aleppo", holds: [(36.87256, 36.14524)], holdsNot: ExpectedEvent.notWestOfAleppo,
          days: "2019-10-24"..."2019-10-25"),
        .shelling("Khan al-Asal", 37.03907, 36.17135, on: "2019-10-24"),
      ]),
  ]
}
