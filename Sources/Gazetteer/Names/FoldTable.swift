/// Latin letters with marks and the plain letters they fold to.
///
/// Generated once from the Unicode character database (NFKD without combining marks, plus the letters that have no
/// decomposition: Ł Đ Ø Æ ß Þ ı ə ...); reviewed by eye, kept as text so that a diff shows a letter.
enum FoldTable {
  static let families: [(plain: String, marked: String)] = [
    ("a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẚẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"),
    ("ae", "ÆæǢǣǼǽ"),
    ("b", "ƀƁƂƃɃɓḂḃḄḅḆḇ"),
    ("c", "ÇçĆćĈĉĊċČčƇƈȻȼḈḉ"),
    ("d", "ÐðĎďĐđƉƊƋƌɖɗḊḋḌḍḎḏḐḑḒḓ"),
    ("dz", "ǄǅǆǱǲǳ"),
    ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěƎƏƐǝȄȅȆȇȨȩɆɇəɛḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ"),
    ("f", "ƑƒḞḟ"),
    ("ff", "ﬀ"),
    ("fi", "ﬁ"),
    ("fl", "ﬂ"),
    ("g", "ĜĝĞğĠġĢģǤǥǦǧǴǵḠḡ"),
    ("gh", "Ɣɣ"),
    ("h", "ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ"),
    ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıƖƗǏǐȈȉȊȋɨɩḬḭḮḯỈỉỊị"),
    ("ij", "Ĳĳ"),
    ("j", "ĴĵǰɈɉ"),
    ("k", "ĶķĸƘƙǨǩḰḱḲḳḴḵ"),
    ("l", "ĹĺĻļĽľŁłƛḶḷḸḹḺḻḼḽ"),
    ("lj", "Ǉǈǉ"),
    ("m", "ḾḿṀṁṂṃ"),
    ("n", "ÑñŃńŅņŇňŉƝǸǹɲṄṅṆṇṈṉṊṋ"),
    ("ng", "Ŋŋ"),
    ("nj", "Ǌǋǌ"),
    ("o", "ÒÓÔÕÖØòóôõöøŌōŎŏŐőƆƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱɔṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ"),
    ("oe", "Œœ"),
    ("p", "ƤƥṔṕṖṗ"),
    ("r", "ŔŕŖŗŘřȐȑȒȓɌɍṘṙṚṛṜṝṞṟ"),
    ("s", "ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛ"),
    ("ss", "ßẞ"),
    ("st", "ﬅﬆ"),
    ("t", "ŢţŤťŦŧƬƭȚțṪṫṬṭṮṯṰṱẗ"),
    ("th", "Þþ"),
    ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗɄʉṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự"),
    ("v", "ṼṽṾṿ"),
    ("w", "ŴŵẀẁẂẃẄẅẆẇẈẉẘ"),
    ("x", "ẊẋẌẍ"),
    ("y", "ÝýÿŶŷŸƳƴȲȳɎɏẎẏẙỲỳỴỵỶỷỸỹ"),
    ("z", "ŹźŻżŽžƵƶẐẑẒẓẔẕ"),
  ]

  /// Two plain letters (low byte first, high byte 0 for one letter) of each marked letter, 0 where there is none.
  /// U+00C0...U+02AF lie at 0..., U+1E00...U+1EFF behind them, U+FB00...U+FB06 last.
  static let letters: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0x1F0 + 0x100 + 7)
    for family in families {
      let plain = Array(family.plain.utf8)
      let value = UInt16(plain[0]) | (plain.count > 1 ? UInt16(plain[1]) << 8 : 0)
      for scalar in family.marked.unicodeScalars {
        if let slot = slot(of: scalar.value) { table[slot] = value }
      }
    }
    return table
  }()

  /// Where a letter's entry lies in `letters`.
  static func slot(of scalar: UInt32) -> Int? {
    switch scalar {
    case 0xC0...0x2AF: Int(scalar - 0xC0)
    case 0x1E00...0x1EFF: Int(scalar - 0x1E00) + 0x1F0
    case 0xFB00...0xFB06: Int(scalar - 0xFB00) + 0x2F0
    default: nil
    }
  }
}
