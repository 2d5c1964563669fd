import Geoparsing
import NewsText
import Records
import Testing

/// What is a place's name, and what only looks like one.
@Suite struct NamingTests {
  @Test(arguments: [
    ("Shells fell on Saraqib and Ariha.", ["Saraqib", "Ariha"]),
    ("Jets struck Maarat al-Numan's market.", ["Maarat al-Numan"]),
    ("Rebels left the village of Kafr Amma on Sunday.", ["Kafr Amma"]),
    ("The road from سراقب to Idlib was cut.", ["سراقب", "Idlib"]),
    ("A shell hit the village of Kafr Qantara, south of Saraqib.", ["Kafr Qantara", "Saraqib"]),
    ("Troops took two villages, Tall Zubaydo and Qarmut, on Monday.", ["Tall Zubaydo", "Qarmut"]),
    ("The minister urged Paris, Berlin and Ankara to act.", ["Paris", "Berlin", "Ankara"]),
    (
      "A man from Houston, Texas, and a woman of Knoxville, Tenn., were held.",
      ["Houston", "Texas", "Knoxville", "Tenn."]
    ),
    ("Rebels hold the village of Saraqib an-Nora now.", ["Saraqib an-Nora"]),
    ("The Brisbane River rose at Brisbane.", ["Brisbane River", "Brisbane"]),
  ])
  func `names are found as they stand`(text: String, names: [String]) throws {
    #expect(try read(text).names == names)
  }

  @Test(arguments: [
    "The Aleppo Media Center reported it.", "Samer al-Homsi filmed the rescue.", "Doctor Munir Homs was there.",
    "The Idlib Health Directorate gave a figure.", "Fighters of the Hama Martyrs Brigade fled.",
    "He spoke to Radio Damascus.", "The Syrian Observatory for Human Rights counted them.",
    "Nice weather and a Reading list were all he had.", "Paris Hilton smiled.", "The Libyan National Army advanced.",
    "Kurdish fighters and Sunni clerics met.", "They lost US$543 million.", "aleppo and idlib are in lower case.",
    "James Houston came.  He thanked Houston.", "They prayed on St. Petersburg's Square.",
  ])
  func `what only looks like a place is none`(text: String) throws {
    #expect(try read(text).names.isEmpty)
  }

  @Test func `a surname stays a person when it comes back`() throws {
    let reading = try read("Dr. Munir Homs ran to help. Homs was hurt by glass. Shells fell in Homs later.")
    #expect(reading.names == ["Homs"])
    #expect(reading.text.toponyms.first.map { reading.document.sentence(ofToken: $0.tokens.lowerBound) } == 2)
  }

  @Test func `a common word that the text calls a village is one everywhere`() throws {
    let reading = try read("Bombs fell on the village of Hass. They hit Hass again at noon.")
    #expect(reading.names == ["Hass", "Hass"])
  }

  @Test func `keyword lines and credits give no mention`() throws {
    let text = """
      Shells hit a market

      Two people died in Saraqib on Sunday.

      Syria, Idlib, offensive, Aleppo, rebels
      """
    #expect(try read(text).names == ["Saraqib"])
  }

  @Test(arguments: [
    ("Ankara warned of a new wave.", "Ankara", MentionRole.metonym),
    ("He told Damascus to pull back.", "Damascus", .metonym),
    ("A deal brokered by Ankara and Moscow failed.", "Moscow", .metonym),
    ("The Britain-based monitor said so.", "Britain", .embedded),
    ("Turkey's Defense Ministry denied it.", "Turkey", .embedded),
    ("Russian jets came back.", "Russian", .demonym), ("Shells fell in Damascus.", "Damascus", .literal),
    ("BEIRUT, Feb 24, 2020 - Troops moved on Monday.", "BEIRUT", .dateline),
  ])
  func `roles follow the words around`(text: String, name: String, role: MentionRole) throws {
    #expect(try read(text).toponym(name)?.role == role)
  }

  @Test func `look-ups in the gazetteer stay below one and a half a token`() throws {
    let text = String(
      repeating: "Government troops captured Kafr Nabl, Hass and al-Dana in southern Idlib on Monday, SANA said. ",
      count: 200)
    let reading = try read(text)
    #expect(reading.text.toponyms.count == 800)
    #expect(Double(reading.text.probes) < 1.5 * Double(reading.document.tokens.count))
  }
}
