import Foundation
import NewsText
import Records

/// The English tables, read once.
let english: (language: TextLanguage, vocabulary: Vocabulary) = {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  var vocabulary = Vocabulary()
  do {
    let language = try TextLanguage(
      folder: root.appendingPathComponent("Sources/NewsText/Data/en").path, vocabulary: &vocabulary)
    return (language, vocabulary)
  } catch { fatalError("the English tables cannot be read: \(error)") }
}()

/// The analyzed text.
func analyzed(_ text: String, title: String? = nil, published: String? = nil) -> Document {
  let article = Article(
    docID: "t", text: Array(text.utf8), title: title.map { Array($0.utf8) },
    published: published.flatMap { Day(iso: $0) })
  return Analyzer(language: english.language, vocabulary: english.vocabulary).analyze(article)
}

/// Its tokens, parted by bars.
func cut(_ text: String) -> String {
  let document = analyzed(text)
  return document.tokens.map { document.string($0.range) }.joined(separator: "|")
}

/// Its sentences.
func sentences(_ text: String) -> [String] {
  let document = analyzed(text)
  return document.sentences.map { document.string(tokens: $0.tokens) }
}

/// Its numbers as "words = value low..high qualifier"; a hyphen where there is none.
func numbers(_ text: String) -> [String] {
  let document = analyzed(text)
  func told(_ value: Double?) -> String { value.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" } ?? "-" }
  return document.numbers.map { number in
    "\(document.string(tokens: number.tokens)) = \(told(number.value)) \(told(number.low))..\(told(number.high))"
      + (number.qualifier.map { " \($0)" } ?? "")
  }
}

/// Its dates as "words: since|early|night|01:15 -> day start..end basis", held against the day of publication.
func dates(_ text: String, published: String? = "2020-02-12", context: String? = nil) -> [String] {
  let document = analyzed(text, published: published)
  let resolver = DateResolver(publication: document.publication)
  return document.dates.map { date in
    let marks = [date.bound, date.shade, date.part, date.clock].compactMap { $0 }.joined(separator: "|")
    let found = resolver.resolve(date, context: context.flatMap { Day(iso: $0) })
    let day = found.map {
      "\($0.day)" + ($0.window.start == $0.window.end ? "" : " \($0.window.start)..\($0.window.end)")
    }
    return document.string(tokens: date.tokens) + (marks.isEmpty ? "" : " [\(marks)]") + " -> " + (day ?? "?")
  }
}

/// The zones of its blocks, each with its first word.
func zones(_ text: String, title: String? = nil) -> [String] {
  let document = analyzed(text, title: title)
  return document.blocks.map { "\($0.zone) \(document.string(document.tokens[$0.tokens.lowerBound].range))" }
}

/// The words marked as a dateline.
func dateline(_ text: String) -> String {
  let document = analyzed("A headline stands over it\n\n" + text)
  let marked = document.tokens.indices.filter { document.tokens[$0].has(.dateline) }
  return marked.isEmpty ? "" : document.string(tokens: marked[0]..<marked[marked.count - 1] + 1)
}

/// "2020-02-11 inferred 2020-02-11..2020-02-15", or "none".
func publication(_ text: String, title: String? = nil, given: String? = nil) -> String {
  analyzed(text, title: title, published: given).publication.map {
    "\($0.day) \($0.basis) \($0.window.start)..\($0.window.end)"
  } ?? "none"
}
