import Foundation
import Testing

@Suite struct `The way through the house` {
  @Test func `there is a file for every module of the table, and a row for every module`() {
    let modules = Set(Repository.sources.map(\.module))
    #expect(modules == Set(HouseRules.table.keys))
  }

  @Test(arguments: Repository.sources) func `a file imports what its module may`(file: Repository.File) {
    let allowed = HouseRules.allowed(file.module)
    for line in file.code {
      guard let name = HouseRules.imported(line.text) else { continue }
      let isOurs = allowed.contains(name)
      let isOutside = HouseRules.outside[name].map { $0?.contains(file.module) ?? true } ?? false
      #expect(isOurs || isOutside, "\(file.path):\(line.number): \(file.module) may not import \(name)")
    }
  }

  @Test(arguments: [
    ("public import Formats", "Formats"), ("@testable import Records", "Records"),
    ("import struct Glibc.stat", "Glibc"),
    ("internal import CGEOS", "CGEOS"), ("import Geometry", "Geometry"),
  ]) func `an import line is read`(line: String, module: String) {
    #expect(HouseRules.imported(line) == module)
    #expect(HouseRules.imported("let important = 1") == nil)
  }

  @Test func `the table allows what its closure allows and no more`() {
    #expect(HouseRules.allowed("Records") == ["Geometry", "Formats"])
    #expect(HouseRules.allowed("NewsText").contains("CXML2"))
    #expect(!HouseRules.allowed("NewsText").contains("Gazetteer"))
    #expect(!HouseRules.allowed("Gazetteer").contains("CGEOS"))
    #expect(!HouseRules.allowed("EventCoding").contains("EventStore"))
  }

  @Test func `nobody imports the command`() {
    for file in Repository.sources + Repository.tests {
      let names = file.code.compactMap { HouseRules.imported($0.text) }
      #expect(!names.contains("EventMapperCommand"), "\(file.path)")
    }
  }

  @Test func `no public type bears its module's name`() {
    for file in Repository.sources {
      for line in file.code {
        let words = line.text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
        guard words.first == "public" else { continue }
        for (kind, name) in zip(words, words.dropFirst())
        where ["struct", "class", "enum", "actor", "protocol"].contains(kind) {
          #expect(name != file.module, "\(file.path):\(line.number)")
        }
      }
    }
  }
}
