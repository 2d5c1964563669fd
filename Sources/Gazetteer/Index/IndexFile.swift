import Formats
import Geometry
import Records

/// One mapped index file and the records in it.
final class IndexFile: @unchecked Sendable {  // immutable after init; the mapped bytes live as long as `file`
  let path: String
  /// SHA-256 of the content, as the header gives it (`verify` compares).
  let contentHash: String
  let spellings: [SpellingRules]
  let kinds: [PlaceKindInfo]

  private let file: MappedFile
  private let sections: [Window]
  /// The sections that every look-up reads.
  let strings: Window
  let names: Window

  /// Maps the file and checks its header: the cost is the same for any number of places.
  init(path: String) throws(GazetteerError) {
    do { file = try MappedFile(path) } catch { throw .file(error) }
    self.path = path
    let header = IndexHeader(Window(bytes: file.bytes))
    if let problem = header.problem { throw .index(file: path, problem: problem) }
    contentHash = header.contentHash
    sections = header.sections.map { Window(bytes: $0) }
    strings = sections[IndexSection.strings.rawValue]
    names = sections[IndexSection.names.rawValue]
    spellings = try Self.spellings(sections, path: path)
    kinds = Self.kinds(sections)
  }

  /// Reads every byte and compares it with the header's hash.
  func verify() throws(GazetteerError) {
    var hash = SHA256()
    hash.combine(UnsafeRawBufferPointer(rebasing: file.bytes[IndexFormat.headerLength...]))
    if hash.hexDigest != contentHash { throw .index(file: path, problem: "its bytes do not match its hash") }
  }

  subscript(section: IndexSection) -> Window { sections[section.rawValue] }

  var placeCount: Int { self[.places].count / IndexFormat.Place.size }
  var nameCount: Int { self[.names].count / IndexFormat.Name.size }

  /// The numbers of the places of these kinds, ascending.
  func places(of kinds: Set<PlaceKind>) -> [UInt32] {
    let rows = self[.kinds]
    let numbers = self[.placesByKind]
    var found: [UInt32] = []
    for (row, info) in self.kinds.enumerated() where kinds.contains(info.kind) {
      let base = row * IndexFormat.Kind.size
      let first = Int(rows.u32(base + IndexFormat.Kind.firstPlace))
      let end = min(first + Int(rows.u32(base + IndexFormat.Kind.placeCount)), numbers.count / 4)
      for place in min(first, end)..<end { found.append(numbers.u32(place * 4)) }
    }
    return found.sorted()
  }

  // MARK: Strings

  @inline(__always)
  func utf8(_ offset: UInt32) -> UnsafeBufferPointer<UInt8> {
    Self.utf8(strings, offset)
  }

  func string(_ offset: UInt32) -> String { String(decoding: utf8(offset), as: UTF8.self) }

  func text(_ offset: UInt32) -> String? { offset == 0 ? nil : string(offset) }

  @inline(__always)
  private static func utf8(_ pool: Window, _ offset: UInt32) -> UnsafeBufferPointer<UInt8> {
    let length = Int(pool.u16(Int(offset)))
    return pool.part(Int(offset) + 2, length).bindMemory(to: UInt8.self)
  }

  // MARK: What the file brings along

  private static func kinds(_ sections: [Window]) -> [PlaceKindInfo] {
    let window = sections[IndexSection.kinds.rawValue]
    let strings = sections[IndexSection.strings.rawValue]
    return (0..<window.count / IndexFormat.Kind.size).map { row in
      let base = row * IndexFormat.Kind.size
      let name = String(decoding: utf8(strings, window.u32(base + IndexFormat.Kind.name)), as: UTF8.self)
      return PlaceKindInfo(
        kind: PlaceKind(rawValue: name) ?? .other,
        radius: window.double(base + IndexFormat.Kind.radius),
        builtUpRadius: window.double(base + IndexFormat.Kind.builtUp),
        geoPrecision: Int(window.u16(base + IndexFormat.Kind.geoPrecision)),
        wherePrecision: Int(window.u16(base + IndexFormat.Kind.wherePrecision)),
        newsWeight: window.double(base + IndexFormat.Kind.weight),
        featureCodes: String(
          decoding: utf8(strings, window.u32(base + IndexFormat.Kind.codes)), as: UTF8.self
        ).split(separator: "|").map(String.init))
    }
  }

  /// The spelling rules and the bytes they were read from.
  var spellingFiles: [(rules: SpellingRules, bytes: [UInt8])] {
    zip(spellings, Self.spellingBytes(sections)).map { ($0, Array($1.bytes)) }
  }

  private static func spellings(_ sections: [Window], path: String) throws(GazetteerError) -> [SpellingRules] {
    var found: [SpellingRules] = []
    for (language, bytes) in spellingBytes(sections) {
      do {
        found.append(try SpellingRules(language: language, bytes: Array(bytes), file: path))
      } catch {
        throw .index(file: path, problem: "its spelling rules are damaged")
      }
    }
    return found
  }

  private static func spellingBytes(_ sections: [Window]) -> [(language: String, bytes: UnsafeRawBufferPointer)] {
    let window = sections[IndexSection.spellings.rawValue]
    let strings = sections[IndexSection.strings.rawValue]
    return (0..<min(Int(window.u32(0)), IndexFormat.Spelling.most)).map { row in
      let base = 8 + row * IndexFormat.Spelling.size
      let language = String(decoding: utf8(strings, window.u32(base + IndexFormat.Spelling.language)), as: UTF8.self)
      let bytes = window.part(
        Int(window.u32(base + IndexFormat.Spelling.offset)), Int(window.u32(base + IndexFormat.Spelling.length)))
      return (language, bytes)
    }
  }
}
