import Records

extension ExchangedVariant {
  /// A strike near a city, told by state media.
  private static func strike(
    _ place: String, _ lon: Double, _ lat: Double, by actor: String = "Israel", days: ClosedRange<String>
  ) -> ExpectedEvent {
    ExpectedEvent(
      types: [.airstrike, .shelling], place: place, lon: lon, lat: lat, kilometers: 15, days: days, actor: actor)
  }

  static let damascus = [
    ExchangedVariant(
      name: "000 near Homs", seed: .damascus,
      exchanges: [
        ("near Damascus", "near Homs"), ("west of the capital", "west of the city"),
        ("districts of Damascus", "districts of Homs"),
      ], events: [strike("Homs", 36.72339, 34.72682, days: "2020-02-05"..."2020-02-07")]),
    ExchangedVariant(
      name: "000 near Aleppo, east of it", seed: .damascus,
      exchanges: [
        ("near Damascus", "near Aleppo"), ("west of the capital", "east of the city"),
        ("districts of Damascus", "districts of Aleppo"), ("launched strikes", "carried out airstrikes"),
      ], events: [strike("Aleppo", 37.16117, 36.20124, days: "2020-02-05"..."2020-02-07")]),
    ExchangedVariant(
      name: "000 published in April", seed: .damascus,
      exchanges: [("date 2020-02-07", "date 2020-04-24"), ("January 12", "March 5")],
      events: [strike("Damascus", 36.29128, 33.5102, days: "2020-04-22"..."2020-04-24")]),
    ExchangedVariant(
      name: "000 published in December of another year, about Daraa", seed: .damascus,
      exchanges: [
        ("date 2020-02-07", "date 2021-12-28"), ("January 12", "March 5"), ("near Damascus", "near Daraa"),
        ("west of the capital", "west of the city"), ("districts of Damascus", "districts of Daraa"),
      ], events: [strike("Daraa", 36.10211, 32.61889, days: "2021-12-26"..."2021-12-28")]),
    ExchangedVariant(
      name: "000 by Turkey", seed: .damascus,
      exchanges: [
        ("said Israel launched", "said Turkey launched"),
        ("confronted an Israeli attack", "confronted a Turkish attack"),
        ("airspace in the Israeli Golan Heights", "airspace in the Turkish province of Hatay"),
      ], events: [strike("Damascus", 36.29128, 33.5102, by: "Turkey", days: "2020-02-05"..."2020-02-07")]),
    ExchangedVariant(
      name: "000 missiles, fifty dead in all the war", seed: .damascus,
      exchanges: [
        ("launched strikes against several targets", "fired missiles at several targets"), ("380,000", "510,000"),
        ("500,000", "900,000"),
      ], events: [strike("Damascus", 36.29128, 33.5102, days: "2020-02-05"..."2020-02-07")]),
  ]
}
