import EventMapper
import Formats
import Foundation
import Gazetteer
import Records
import Testing

/// Reads the seeds with words exchanged.
enum ExchangedReading {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// A reader over the committed gazetteer, compiled once into a file that is gone as soon as it is mapped.
  static let reader: Result<Reader, any Error> = Result {
    let spelling = root + "/Sources/Gazetteer/Data/spelling"
    let compiler = GazetteerCompiler(folder: root + "/Gazetteer", spelling: spelling)
    let path = NSTemporaryDirectory() + "exchanged-" + UUID().uuidString
    try compiler.write(to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try Reader(index: PlaceIndex(paths: [path]), language: LanguageData(folder: root))
  }

  static func findings(_ variant: ExchangedVariant) throws -> Findings {
    let text = Array(try variant.text().utf8)
    return try reader.get().read(Article(docID: variant.seed.rawValue, text: text))
  }
}

/// A seed with words exchanged, and what a careful coder reads in it then.
struct ExchangedVariant: CustomTestStringConvertible, Sendable {
  enum Seed: String {
    case damascus = "000_91f5bfbed66f5faf", maarat = "001_ed468d2604eec858", aleppo = "002_acccf1519954a37a"
  }

  var name: String
  var seed: Seed
  /// Every occurrence of the first becomes the second, in this order.
  var exchanges: [(String, String)]
  var events: [ExpectedEvent]
  /// Statements of control; nil where the variant does not ask.
  var control: ExpectedControl?
  /// Claims in the unit that they are told in: kind, figure.
  var claims: [(ClaimKind, Double)] = []
  /// Why it is not read so yet.
  var fault: String?

  var testDescription: String { name }

  struct NotThere: Error, CustomStringConvertible {
    var description: String
  }

  func text() throws -> String {
    let file = try MappedFile("\(ExchangedReading.root)/seeds/\(seed.rawValue).txt")
    var text = String(decoding: file.bytes, as: UTF8.self)
    for (old, new) in exchanges {
      guard text.contains(old) else { throw NotThere(description: "\(name): nothing to exchange for \(old)") }
      text = text.replacingOccurrences(of: old, with: new)
    }
    return text
  }

  /// What is not read so, a sentence each.
  func complaints(_ findings: Findings) -> [String] {
    var left = findings.events
    var complaints: [String] = []
    for wanted in events {
      let ranked = left.indices.map { (place: $0, faults: wanted.faults(left[$0])) }
      guard let best = ranked.min(by: { $0.faults.count < $1.faults.count }), best.faults.count <= 4 else {
        complaints.append("missing: \(wanted.name)")
        continue
      }
      complaints += best.faults.map { "\(wanted.name): \($0)" }
      left.remove(at: best.place)
    }
    complaints += left.map {
      "surplus: \($0.type.rawValue) at \($0.location?.text ?? "-"): \($0.mentions.first?.sentence ?? "")"
    }
    if let control { complaints += control.faults(findings.assertions) }
    for (kind, figure) in claims {
      let isThere = findings.claims.contains { $0.kind == kind && abs(($0.claimed ?? -1) - figure) < 0.01 }
      if !isThere { complaints.append("missing: a claim of \(kind.rawValue) \(figure)") }
    }
    return complaints
  }
}
