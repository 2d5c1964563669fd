import TestSupport
import Foundation
import NewsText
import Records

extension Scratch {
  /// What the reader gives for one such file; faults are told without the folder's path.
  func read(_ name: String, _ bytes: [UInt8]) -> Told { Told(ArticleReader([file(name, bytes)]), without: path + "/") }

  func read(_ name: String, _ text: String) -> Told { read(name, Array(text.utf8)) }
}

/// Everything that a reader gave, for comparing.
struct Told {
  var articles: [Article] = []
  var notes: [String] = []
  var faults: [String] = []

  init(_ reader: ArticleReader, without folder: String = "") {
    for result in reader {
      switch result {
      case .article(let article, let notes):
        articles.append(article)
        self.notes += notes.map { $0.replacingOccurrences(of: folder, with: "") }
      case .fault(let fault): faults.append(fault.description.replacingOccurrences(of: folder, with: ""))
      }
    }
  }

  var texts: [String] { articles.map { String(decoding: $0.text, as: UTF8.self) } }
  var titles: [String?] { articles.map { $0.title.map { String(decoding: $0, as: UTF8.self) } } }
  var days: [String?] { articles.map { $0.published?.description } }
  var ids: [String] { articles.map(\.docID) }
}
