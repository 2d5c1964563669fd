import Gazetteer
import Testing

@Suite struct `Folding a name` {
  @Test(arguments: [
    ("Ma'arrat an-Nu‘mān", "maarrat an numan"), ("U.S.", "us"), ("W.Va.", "wva"), ("كفر عمّة", "كفر عمه"),
    ("إدلب", "ادلب"), ("أريحا", "اريحا"), ("اللاذقيّة", "اللاذقيه"), ("حمـص", "حمص"), ("مصطفى", "مصطفي"),
    ("Łódź", "lodz"), ("Đà Nẵng", "da nang"), ("Køln", "koln"), ("Straße", "strasse"), ("Æsir", "aesir"),
    ("IĞDIR ığdır", "igdir igdir"), ("Þingvellir", "thingvellir"), ("Şanlıurfa", "sanliurfa"), ("Kobanê", "kobane"),
    ("Ḩamāh", "hamah"), ("Qal‘at al-Maḑīq", "qalat al madiq"), ("Saint–Denis", "saint denis"),
    ("  two   spaces ", "two spaces"), ("Donets'k", "donetsk"), ("Київ", "київ"), ("МОСКВА", "москва"),
    ("Αθήνα", "αθηνα"),
    ("١٧ نيسان", "17 نيسان"), ("\u{200F}حلب\u{200E}", "حلب"), ("e\u{301}le\u{301}", "ele"), ("", ""), ("---", ""),
    ("'", ""),
  ])
  func `leaves what all spellings share`(name: String, folded: String) {
    #expect(String(decoding: NameFold.fold(name), as: UTF8.self) == folded)
  }

  @Test func `folding twice changes nothing`() {
    for name in ["Ma'arrat an-Nu‘mān", "ĲSSEL", "ǅ", "كفر عمّة", "Ｋ", "ﬁn", "İstanbul"] {
      let once = NameFold.fold(name)
      #expect(NameFold.fold(String(decoding: once, as: UTF8.self)) == once)
    }
  }

  @Test func `bytes that are no UTF-8 part words and never fail`() {
    var seed: UInt64 = 7
    for length in 0..<200 {
      let bytes = (0..<length).map { _ -> UInt8 in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: seed >> 33)
      }
      let folded = bytes.withUnsafeBytes { NameFold.fold($0) }
      #expect(folded.count <= bytes.count)
      #expect(!folded.starts(with: [0x20]) && folded.last != 0x20)
    }
    #expect([UInt8]([0x41, 0xFF, 0x42]).withUnsafeBytes { NameFold.fold($0) } == Array("a b".utf8))
  }

  @Test func `a word knows its case`() {
    #expect(NameWord("Hass").isCapitalized)
    #expect(!NameWord("of").isCapitalized)
    #expect(NameWord("حلب").isCapitalized)
  }
}
