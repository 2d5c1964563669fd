import EventCoding
import Formats
import NewsText

/// Where a language's tables lie: an installed data folder (`share/eventmapper`), or the project's own folder.
public struct LanguageData: Hashable, Sendable {
  /// The data folder.
  public let folder: String
  /// The language's folder name: `en`.
  public let language: String
  private let isSource: Bool

  /// The tables of a language in a data folder. The project's own folder, with its `Sources`, serves as well.
  public init(folder: String, language: String = "en") {
    self.folder = folder
    self.language = language
    isSource = (try? MappedFile(folder + "/Package.swift")) != nil
  }

  /// The folder of a module's data.
  func module(_ name: String) -> String {
    isSource ? "\(folder)/Sources/\(name)/Data" : "\(folder)/\(name)"
  }

  /// The folder of a module's tables for the language.
  func tables(_ module: String) -> String { self.module(module) + "/" + language }
}
