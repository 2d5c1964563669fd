import Formats
import Gazetteer
import Geoparsing
import NewsText
import Records
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The geoparser over the committed gazetteer, made once for all tests.
struct Reader: Sendable {
  let geoparser: Geoparser
  let analyzer: Analyzer

  /// The repository.
  static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  static let shared: Result<Reader, any Error> = Result { try Reader() }

  init(bias: String? = nil, restriction: String? = nil) throws {
    var vocabulary = Vocabulary()
    geoparser = try Geoparser(
      index: try Reader.index.get(), folder: Reader.root + "/Sources/Geoparsing/Data/en", vocabulary: &vocabulary,
      bias: bias, restriction: restriction)
    let language = try TextLanguage(folder: Reader.root + "/Sources/NewsText/Data/en", vocabulary: &vocabulary)
    analyzer = Analyzer(language: language, vocabulary: vocabulary)
  }

  /// The mapping outlives the file's name.
  private static let index: Result<PlaceIndex, any Error> = Result {
    let compiler = GazetteerCompiler(folder: root + "/Gazetteer", spelling: root + "/Sources/Gazetteer/Data/spelling")
    var template = Array("/tmp/geoparsing-tests-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer {
      unlink(folder + "/index")
      rmdir(folder)
    }
    try WholeFile.write(compiler.bytes(), to: folder + "/index")
    return try PlaceIndex(paths: [folder + "/index"])
  }

  func read(_ text: String) -> Reading {
    let document = analyzer.analyze(Article(docID: "test", text: Array(text.utf8)))
    return Reading(document: document, text: geoparser.parse(document), geoparser: geoparser)
  }
}

/// What was read of one text.
struct Reading {
  let document: Document
  let text: GeoparsedText
  let geoparser: Geoparser

  /// The names, demonyms apart: "Kafr Amma".
  var names: [String] { text.toponyms.filter { $0.role != .demonym }.map { document.string(tokens: $0.tokens) } }

  /// The toponym with these words.
  func toponym(_ words: String) -> Toponym? {
    text.toponyms.first { document.string(tokens: $0.tokens) == words }
  }

  /// The phrase that holds these words.
  func phrase(_ words: String) -> LocationPhrase? {
    text.phrases.first { document.string(tokens: $0.tokens).contains(words) }
  }

  func location(_ words: String) -> EventLocation? {
    phrase(words).flatMap { geoparser.locate($0, in: text, of: document) }
  }

  func area(_ words: String) -> AreaRequest? {
    phrase(words).flatMap { geoparser.area($0, in: text, of: document) }
  }
}

func read(_ text: String) throws -> Reading { try Reader.shared.get().read(text) }
