import NewsText
import Records
import Testing

@Suite struct ZoneTests {
  @Test func `the first line is a headline where it is no sentence`() {
    #expect(zones("Army takes town\n\nThe army took it.") == ["headline Army", "body The"])
    #expect(zones("The army took it.\n\nThen it left.") == ["body The", "body Then"])
    #expect(zones("Army takes town") == ["body Army"])
    #expect(zones("The army took it", title: "Army takes town") == ["headline Army", "body The"])
  }

  @Test(arguments: [
    "Smoke is pictured over Khan al-Asal on Feb. 11, 2020 (AFP Photo)",
    "A boy walks in Idlib, Syria, January 27, 2020. REUTERS/Khalil Ashawi", "FILE - Rebels walk in Idlib.",
    "In this photo taken on Monday, rebels walk.",
    "Smoke billows following bombardment. OMAR HAJ KADOUR/AFP via Getty Images",
    "Photo: rebels walk in Idlib.",
  ])
  func `the words under a picture are a caption`(text: String) {
    #expect(analyzed("Title of it\n\(text)\n\nTroops took it.").blocks[1].zone == .caption)
  }

  @Test(arguments: [
    "By Suleiman Al-Khalidi", "Reporting by Ellen Francis; Editing by Tom Perry",
    "OMAR HAJ KADOUR/AFP via Getty Images",
    "Source: Reuters",
  ])
  func `who wrote or photographed is a credit`(text: String) {
    #expect(analyzed("Title of it\n\(text)\n\nTroops took it.").blocks[1].zone == .credit)
  }

  @Test(arguments: [
    "By Monday, the army had taken the town.", "The apartment was hit in a raid and/or an air strike.",
    "Strikes on Idlib, Hama, and Aleppo were reported.", "A reporter/april fool sits.",
  ])
  func `prose is neither caption nor credit nor keywords`(text: String) {
    #expect(analyzed("Title of it\n\(text)\n\nTroops took it.").blocks[1].zone == .body)
  }

  @Test func `a long text without paragraphs is no caption`() {
    let text = "A view by AFP Photo. " + String(repeating: "Troops took a town and left it again. ", count: 20)
    #expect(analyzed("Title of it\n" + text).blocks[1].zone == .body)
  }

  @Test func `a line of topics is keywords`() {
    #expect(analyzed("Title of it\nTroops took it.\nSyria, Idlib, offensive, Mike Pompeo").blocks[2].zone == .keywords)
  }

  @Test func `a credit in brackets is marked inside its sentence`() {
    let document = analyzed("Title of it\n\nIt is seen in Aleppo on Feb. 11 (AFP Photo)")
    #expect(document.tokens.filter { $0.has(.credit) }.map { document.string($0.range) } == ["(", "AFP", "Photo", ")"])
    #expect(document.zone(ofToken: document.tokens.count - 2) == .credit)
  }

  @Test func `a photographer behind a caption is a credit`() {
    let document = analyzed("Title of it\nSmoke billows over Idlib. OMAR HAJ KADOUR/AFP via Getty Images/Getty")
    #expect(document.sentences.map(\.zone) == [.headline, .caption, .credit])
  }

  @Test(arguments: [
    "BEIRUT (Reuters) -", "BEIRUT, Feb 24, 2020 -", "BEIRUT, Feb 24 (Reuters) -", "TROY, N.C. (AP) —",
    "HAMA, Syria, Aug 22, 2019 -",
    "AMMAN/BEIRUT (Reuters) -", "GAZIANTEP, Turkey —", "UNITED NATIONS (AP) _", "Damascus, Syria (CNN)", "(CNN) --",
    "BEIRUT:",
    "DAMASCUS, (SANA)-", "Aleppo, Feb 14, 2020 (SANA) -", "Kabul, August 5 (ANI):", "Feb 14, 2020 -", "Idlib –",
    "BEIRUT and AMMAN (Reuters) -",
  ])
  func `every agency's dateline is one`(text: String) {
    let found = dateline(text + " Troops took a town on Monday.")
    // Of two hyphens the first one closes.
    #expect(found == (text.hasSuffix("--") ? String(text.dropLast()) : text))
  }

  @Test(arguments: [
    "Russia — which backs Assad — said so.", "Free Syrian Army (FSA) Commander Ahmed said so.",
    "Troops took a town - and left.",
    "Assad - the president - left.", "1 - The town fell.", "Hama: it fell.",
  ])
  func `prose has no dateline`(text: String) { #expect(dateline(text).isEmpty) }
}
