import Formats
import Records
import Testing

@testable import Gazetteer

@Suite struct `What a worker remembers` {
  static let runs = [
    ["Maarat", "al-Numan"], ["maarat"], ["al", "Atarib"], ["At", "Tell", "Rifaat"], ["at", "Tell"], ["an-Nayrab"],
    ["Syria"],
    ["الأتارب"], ["with"], ["--"], [""], ["Tell", "Rifat"], ["as", "Syria"],
  ]

  @Test(arguments: [false, true])
  func `the memory gives what the index gives, asked once or again`(isJoined: Bool) throws {
    let index = try Fixture.index()
    let memory = NameMemory(index)
    for words in Self.runs + Self.runs {
      var expected: NameState? = index.step(index.start(), NameWord(words[0], isJoined: isJoined))
      var found = bytes(words[0]) { memory.open($0, hash: hash($0), isJoined: isJoined) }
      #expect(found.map { memory.state($0) } == expected, "\(words)")
      #expect(
        bytes(words[0]) { memory.matches($0, hash: hash($0), isJoined: isJoined) } == expected.map { index.matches($0) }
          ?? [])
      for word in words.dropFirst() {
        expected = expected.flatMap { index.step($0, NameWord(word, isJoined: isJoined)) }
        found = found.flatMap { state in bytes(word) { memory.step(state, $0, hash: hash($0), isJoined: isJoined) } }
        #expect(found.map { memory.state($0) } == expected, "\(words)")
        #expect(found.map { memory.matches($0) } == expected.map { index.matches($0) })
      }
    }
  }

  @Test func `a name looked up is remembered with its limit`() throws {
    let index = try Fixture.index()
    for limit in [1, 20, 1] {
      #expect(index.rememberedLookUp("Nayrab", limit: limit) == index.lookUp("Nayrab", limit: limit))
    }
  }

  @Test func `every kind knows its place among all`() {
    #expect(PlaceKind.allCases.enumerated().allSatisfy { $0.element.number == $0.offset })
  }

  private func hash(_ word: UnsafeRawBufferPointer) -> UInt64 {
    FNV1a64.hash(word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
  }

  private func bytes<Result>(_ word: String, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    Array(word.utf8).withUnsafeBytes(body)
  }
}
