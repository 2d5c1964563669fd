import Foundation
import Testing

@Suite struct `The habits of the house` {
  /// What would make two runs differ, or reach out of the machine.
  static let banned = [
    "Date()", "Date.now", "ContinuousClock", "SuspendingClock", "clock_gettime", "gettimeofday", "time(nil)",
    "URLSession", "socket(", "SystemRandomNumberGenerator", ".randomElement", ".shuffled(", "UUID()",
    "NSRegularExpression", "String(format:",
  ]

  @Test(arguments: Repository.sources.filter { $0.module != "EventMapperCommand" })
  func `a library file asks no clock, no network and no chance`(file: Repository.File) {
    for line in file.code {
      for word in Self.banned { #expect(!line.text.contains(word), "\(file.path):\(line.number): \(word)") }
    }
  }

  @Test(arguments: Repository.sources + Repository.tests)
  func `a file has at most 300 lines`(file: Repository.File) {
    #expect(file.lines.count <= 301, "\(file.path) has \(file.lines.count - 1) lines; split it")
  }

  @Test(arguments: Repository.sources) func `an exception gives its reason`(file: Repository.File) {
    for (index, line) in file.lines.enumerated() {
      let code = line.range(of: "//").map { String(line[..<$0.lowerBound]) } ?? line
      guard ["nonisolated(unsafe)", " try!", "@unchecked Sendable"].contains(where: code.contains) else { continue }
      let above = index > 0 ? file.lines[index - 1] : ""
      #expect(line.contains("//") || above.contains("//"), "\(file.path):\(index + 1): say why")
    }
  }

  @Test func `text for the public names no machine and no work order`() {
    for path in ["README.md", "CHANGELOG.md", "Makefile", "Gazetteer/README.md"] {
      let text = Repository.text(path) ?? ""
      for word in ["/work/", "/tmp/", "/root/"] { #expect(!text.contains(word), "\(path): \(word)") }
    }
  }
}

@Suite struct `Data files` {
  static let tables = Repository.files("Sources", endings: [".tsv"]) + Repository.files("Gazetteer", endings: [".tsv"])
  static let maps = Repository.files("Gazetteer", endings: [".geojson"])

  @Test func `there are data files to look at`() {
    #expect(Self.tables.count >= 10)
    #expect(!Self.maps.isEmpty)
  }

  @Test(arguments: tables) func `a table names its source and licence on line 1`(file: Repository.File) {
    let line = file.lines.first ?? ""
    #expect(line.hasPrefix("# source: "), "\(file.path)")
    #expect(line.contains("licence: ") || line.contains("license: "), "\(file.path)")
  }

  @Test(arguments: maps) func `a map names its source and licence before its features`(file: Repository.File) {
    let head = (file.lines.first ?? "").prefix(4000)
    #expect(head.contains("\"source\""), "\(file.path)")
    #expect(head.contains("\"licence\"") || head.contains("\"license\""), "\(file.path)")
  }
}
