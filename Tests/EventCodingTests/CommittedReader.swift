import EventCoding
import EventMapper
import Foundation
import Gazetteer

/// Readers over the committed gazetteer, compiled once a run into a temporary file.
enum CommittedReader {
  /// The project's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// Also codes violence of no stated type.
  static let everything = reader([.other])
  /// As the command reads by default.
  static let plain = reader([])

  private static let index: PlaceIndex = {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString).index").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      try GazetteerCompiler(folder: root + "/Gazetteer", spelling: root + "/Sources/Gazetteer/Data/spelling").write(
        to: path)
      return try PlaceIndex(paths: [path])
    } catch { fatalError("\(error)") }
  }()

  private static func reader(_ include: Inclusion) -> Reader {
    do {
      return try Reader(index: index, language: LanguageData(folder: root), options: ReadingOptions(include: include))
    } catch { fatalError("\(error)") }
  }
}
