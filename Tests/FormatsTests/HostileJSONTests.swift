import TestSupport
import Formats
import Testing

@Suite struct `Hostile JSON` {
  @Test func `may nest 512 levels and no more`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try JSONValue.parse(nested(512)).arrayValue?.count == 1)
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(nested(513), file: "f.json") }
    #expect(error?.description == "f.json:1:513: nested more than 512 levels deep; flatten it")
    let objects = String(repeating: "{\"a\":", count: 100_000)
    #expect(throws: JSONError.self) { try JSONValue.parse(objects) }
  }

  @Test func `cut short anywhere is an error and no crash`() throws {
    let bytes = Array(#"{"a":[1.5e3,"x\u00e9\ud83d\ude00é",true,null,{"b":[]}],"c":-0.25}"#.utf8)
    for count in 0..<bytes.count {
      #expect(throws: JSONError.self) { try JSONValue.parse(Array(bytes[..<count])) }
    }
    #expect(try JSONValue.parse(bytes)["c"] == -0.25)
  }

  @Test func `with any byte changed is read or refused, and what is read goes round`() throws {
    var random = Random(seed: 404)
    let original = Array(#"{"a":[1.5e3,"x\u00e9é",true,null,{"b":[]}],"c":-0.25,"d":"إدلب"}"#.utf8)
    var refused = 0
    for _ in 0..<20_000 {
      var bytes = original
      bytes[random.below(bytes.count)] = UInt8(random.below(256))
      if let value = try? JSONValue.parse(bytes) {
        #expect(try JSONValue.parse(value.bytes).bytes == value.bytes)
      } else {
        refused += 1
      }
    }
    #expect(refused > 5000)
  }

  @Test func `with a number of a million digits is read or refused`() throws {
    let digits = String(repeating: "7", count: 1_000_000)
    #expect(throws: JSONError.self) { try JSONValue.parse(digits) }
    #expect(try JSONValue.parse("0." + digits).doubleValue == 0.7777777777777778)
    #expect(try JSONValue.parse("1e-" + digits) == .double(0))
    #expect(throws: JSONError.self) { try JSONValue.parse("1e" + digits) }
  }
}
