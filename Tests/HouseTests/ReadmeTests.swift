import Foundation
import Testing

@Suite struct `The README` {
  /// Lines of its code blocks.
  static let commands: [String] = {
    var isCode = false
    var lines: [String] = []
    for line in (Repository.text("README.md") ?? "").split(separator: "\n").map(String.init) {
      if line.hasPrefix("```") { isCode.toggle() } else if isCode { lines.append(line) }
    }
    return lines
  }()

  static let makefile = Repository.text("Makefile") ?? ""

  @Test func `every make command exists`() {
    guard Repository.text("README.md") != nil else { return print("SKIPPED: there is no README.md") }
    let targets = Self.commands.flatMap { Self.words(after: "make", in: $0) }
    #expect(!targets.isEmpty)
    for target in targets { #expect(Self.makefile.contains("\n\(target):"), "make \(target)") }
  }

  @Test func `every verb exists`() {
    guard Repository.text("README.md") != nil else { return print("SKIPPED: there is no README.md") }
    let program = Repository.sources.filter { $0.module == "EventMapperCommand" }
    let names = Set(program.flatMap { $0.lines.flatMap(Self.verbName) })
    #expect(names.contains("resolve") && names.contains("gazetteer"))
    for verb in Self.commands.flatMap({ Self.words(after: "eventmapper", in: $0) }) {
      #expect(names.contains(verb), "eventmapper \(verb)")
    }
  }

  @Test func `it has at most 150 lines`() {
    guard let text = Repository.text("README.md") else { return print("SKIPPED: there is no README.md") }
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 151)
  }

  /// The first plain word after the program's name, wherever it is called in the line.
  private static func words(after program: String, in line: String) -> [String] {
    let words = line.split { $0 == " " || $0 == "|" }.map(String.init)
    return words.indices.dropLast().compactMap { index in
      let isCall = words[index] == program || words[index].hasSuffix("/" + program)
      let next = words[index + 1]
      return isCall && next.allSatisfy { $0.isLowercase || $0 == "-" } && !next.hasPrefix("-") ? next : nil
    }
  }

  /// `map` of `commandName: "map"`, and of `struct Map: ParsableCommand`.
  private static func verbName(_ line: String) -> [String] {
    if let range = line.range(of: "commandName: \"") {
      return [String(line[range.upperBound...].prefix { $0 != "\"" })]
    }
    let words = line.split { $0 == " " || $0 == ":" }.map(String.init)
    guard words.first == "struct", words.last == "{", line.contains(": ParsableCommand") else { return [] }
    return [words[1].lowercased()]
  }
}
