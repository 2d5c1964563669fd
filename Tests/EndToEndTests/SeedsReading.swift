import TestSupport
import EventMapper
import Evaluation
import Formats
import Foundation
import Gazetteer
import Geometry
import Publishing
import Records
import Testing

/// The three seed articles, read once with the committed gazetteer and shared by all tests.
enum SeedsReading {
  static let names = ["000_91f5bfbed66f5faf", "001_ed468d2604eec858", "002_acccf1519954a37a"]

  /// The index of the committed tables, compiled once into a file that is gone as soon as it is mapped.
  static let index: Result<PlaceIndex, any Error> = Result {
    let compiler = GazetteerCompiler(
      folder: Program.root + "/Gazetteer", spelling: Program.root + "/Sources/Gazetteer/Data/spelling")
    let scratch = Scratch()
    return try PlaceIndex(paths: [scratch.file("gazetteer.index", compiler.bytes())])
  }

  static func reader(_ options: ReadingOptions = ReadingOptions()) throws -> Reader {
    try Reader(index: index.get(), language: LanguageData(folder: Program.root), options: options)
  }

  static let shared: Result<Reader, any Error> = Result { try reader() }

  static let findings: Result<[Findings], any Error> = Result { try read() }

  static func read() throws -> [Findings] {
    let reader = try shared.get()
    return try names.map { reader.read(try article($0)) }
  }

  static func article(_ name: String) throws -> Article {
    let file = try MappedFile(Program.root + "/seeds/" + name + ".txt")
    return Article(docID: name, text: Array(file.bytes), origin: file.path)
  }

  static let maker: Result<FeatureMaker, any Error> = Result {
    FeatureMaker(stylebook: try Stylebook(folder: Program.root + "/Sources/Publishing/Data"))
  }

  /// An event's members as they leave the program.
  static func members(_ event: Event, _ findings: Findings) -> JSONObject {
    (try? maker.get().feature(of: event, sources: SourceIndex([findings])).properties) ?? [:]
  }

  static let truthPath = Program.root + "/Sources/Evaluation/Data/seeds-truth.json"

  static func truth() throws -> TruthFile { try TruthFile(path: truthPath) }

  static let score: Result<TruthScore, any Error> = Result {
    EventEvaluation.compare(findings: try findings.get(), truth: try truth(), members: members)
  }

  /// The event that was found for a true one.
  static func event(_ id: String) throws -> Event {
    let match = try score.get().matches.first { $0.truth.id == id }
    return try #require(match?.event, "\(id) was not found")
  }
}
