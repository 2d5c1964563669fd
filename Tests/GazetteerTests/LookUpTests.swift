import Gazetteer
import Geometry
import Records
import Testing

@testable import Gazetteer

@Suite struct `Looking names up in the committed tables` {
  let index: PlaceIndex

  init() throws { index = try Committed.index.get() }

  private func first(_ query: ResolveQuery) throws -> RankedPlace { try #require(index.resolve(query).first) }

  @Test func `the name of a town under siege, in marks and all`() throws {
    let found = index.resolve(ResolveQuery("Ma'arrat an-Nu'man"))
    #expect(found.map(\.place.id).first == "geonames:167611")
    #expect(found.first?.place.admin1 == "Idlib")
    #expect(found.first?.reasons.first == "the name as written")
  }

  @Test func `an Arabic name exactly, then its like`() throws {
    let found = index.resolve(ResolveQuery("كفر عمة"))
    #expect(found.first?.place.name == "Kafr Amma")
    #expect(found.first?.reasons == ["the name as written", "village"])
    for other in found.dropFirst() { #expect(other.match.cost > 0 && !other.match.reasons.isEmpty) }
  }

  @Test func `the Nayrab near Saraqib before the one near Aleppo`() throws {
    let saraqib = try #require(try first(ResolveQuery("Saraqib")).place.point)
    let found = index.resolve(ResolveQuery("Nayrab", near: saraqib))
    #expect(found.prefix(2).map(\.place.admin1) == ["Idlib", "Aleppo"])
    #expect(found.first?.reasons == ["the name as written", "8 km away", "town"])
  }

  @Test func `a town in its governorate alone`() throws {
    let found = index.resolve(ResolveQuery("Tell Rifaat", inRegion: "Aleppo"))
    #expect(found.first?.place.id == "geonames:163476")
    #expect(found.allSatisfy { $0.place.admin1 == "Aleppo" })
  }

  /// What is written, the place it means, and why.
  @Test(arguments: [
    ("Saraqqib", "Saraqib", "doubled q"), ("Kharkow", "Kharkiv", "Ukrainian i, Russian o: Kharkiv/Kharkov"),
    ("Харькiв", "Kharkiv", "from another script"), ("Londn", "London", "o missing"),
    ("Lodnon", "London", "n and d in turn"),
  ])
  func `a misspelt name and what differs`(written: String, name: String, reason: String) throws {
    let found = try first(ResolveQuery(written))
    #expect(found.place.name == name)
    #expect(found.match.cost > 0)
    #expect(found.reasons.contains(reason) || reason == "n and d in turn" && found.reasons.contains("d and n in turn"))
  }

  @Test func `letters of Arabic names are read as Latin ones where no row has them`() throws {
    let files = Fixture.files(places: Fixture.row("x", "village", "Kafr Nabl", "35.6", "36.6"))
    let found = try #require(try Fixture.index(files).lookUp("كفرنبل").first)
    #expect(found.written == "Kafr Nabl")
    #expect(found.reasons.first == "from another script")
  }

  @Test func `exact matches are those of a look-up that cost nothing`() {
    for name in ["Aleppo", "حلب", "Kafr Ruma", "Nayrab", "Atlantis", ""] {
      let exact = index.exactMatches(name, limit: 100)
      #expect(exact == index.lookUp(name, limit: 100).filter { $0.cost == 0 })
    }
  }

  @Test func `names by their first letters, in order`() {
    let names = index.names(withPrefix: "kafr na", limit: 50).map(\.written)
    #expect(names.contains("Kafr Nabl"))
    #expect(names.allSatisfy { NameFold.fold($0).starts(with: NameFold.fold("kafr na")) })
  }
}

@Suite struct `The price of a spelling` {
  private static func rules() throws -> SpellingRules {
    let file = Committed.spelling + "/arabic-latin.tsv"
    return try SpellingRules(language: "x", bytes: Array(try MappedBytes.read(file)), file: file)
  }

  private static func content(_ text: String, _ rules: SpellingRules) -> ContentWords {
    NameFold.fold(text).withUnsafeBufferPointer { ContentWords($0, articles: rules.articles) }
  }

  static let names = [
    "Kafr Nabl", "Kafranbel", "Ma'arrat al-Nu'man", "Maaret en Naamane", "Khan Shaykhun", "Cheikhoun", "Tall", "b",
    "Ariha", "al-Atarib", "Sarmin", "Saraqib", "Serakeb", "Jisr ash-Shughur", "كفرنبل", "معرة النعمان",
  ]

  @Test func `is the same both ways, nothing for the same, and no more than another price allows`() throws {
    let rules = try Self.rules()
    for a in Self.names {
      let there = Alignment(Self.content(a, rules), rules)
      for b in Self.names {
        let back = Alignment(Self.content(b, rules), rules)
        let price = try #require(there.to(Self.content(b, rules), limit: 100)?.cost)
        let other = try #require(back.to(Self.content(a, rules), limit: 100)?.cost)
        #expect(abs(price - other) < 0.0001, "\(a) \(b)")
        #expect((price == 0) == (Self.content(a, rules).bytes == Self.content(b, rules).bytes) || price < 0.03)
        // A lower limit changes no price, it only refuses.
        if price > 0.05 { #expect(there.to(Self.content(b, rules), limit: price - 0.01) == nil) }
        #expect(there.to(Self.content(b, rules), limit: price + 0.0001)?.cost == price)
      }
    }
  }

  @Test func `is what the plain table of all cells says`() throws {
    let rules = try Self.rules()
    for a in Self.names.filter({ $0.utf8.count < 12 }) {
      for b in Self.names.filter({ $0.utf8.count < 12 }) {
        let (x, y) = (Self.content(a, rules), Self.content(b, rules))
        let table = AlignmentTable(rules)
        table.take(x.bytes)
        let price = y.bytes.withUnsafeBufferPointer { table.price($0, limit: 100) }
        let plain = Self.plain(x.bytes, y.bytes, rules)
        #expect(abs((price ?? -1) - plain) < 0.0001, "\(a) \(b)")
      }
    }
  }

  /// The same price cell by cell, every operation tried everywhere.
  private static func plain(_ a: [UInt8], _ b: [UInt8], _ rules: SpellingRules) -> Float {
    var cells = [[Float]](repeating: [Float](repeating: .infinity, count: b.count + 1), count: a.count + 1)
    cells[0][0] = 0
    for i in 0...a.count {
      for j in 0...b.count {
        func offer(_ left: Int, _ right: Int, _ price: Float) {
          if i >= left, j >= right { cells[i][j] = min(cells[i][j], cells[i - left][j - right] + price) }
        }
        if i > 0 { offer(1, 0, rules.prices.single(a[i - 1])) }
        if j > 0 { offer(0, 1, rules.prices.single(b[j - 1])) }
        if i > 0, j > 0 {
          let (x, y) = (a[i - 1], b[j - 1])
          if x == y { offer(1, 1, 0) } else if x != 0x20, y != 0x20 { offer(1, 1, rules.prices.exchange(x, y)) }
          if i > 1, j > 1, x == b[j - 2], a[i - 2] == y, x != y, x != 0x20, y != 0x20 { offer(2, 2, rules.prices.turn) }
        }
        for operation in rules.families.operations
        where ends(a, i, operation.left) && ends(b, j, operation.right) {
          offer(operation.left.count, operation.right.count, operation.price)
        }
      }
    }
    return cells[a.count][b.count]
  }

  private static func ends(_ text: [UInt8], _ end: Int, _ piece: PackedPiece) -> Bool {
    guard piece.count <= end else { return false }
    return (0..<piece.count).allSatisfy {
      text[end - piece.count + $0] == UInt8(truncatingIfNeeded: piece.bytes >> UInt64($0 * 8))
    }
  }
}
