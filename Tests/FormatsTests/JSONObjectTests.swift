import Formats
import Testing

@Suite struct `A JSON object` {
  @Test func `keeps the order of its members`() {
    let object: JSONObject = ["z": 1, "a": 2, "m": 3]
    #expect(object.map(\.key) == ["z", "a", "m"])
    #expect(object != ["a": 2, "m": 3, "z": 1])
  }

  @Test func `lets the last of a repeated key hold, in the first one's place`() throws {
    #expect(try JSONValue.parse(#"{"a":1,"b":2,"a":3}"#).bytes.text == #"{"a":3,"b":2}"#)
  }

  @Test(arguments: [3, 16, 17, 200]) func `finds, replaces and removes, small or large`(count: Int) {
    var object = JSONObject((0..<count).map { ("key\($0)", .int($0)) })
    for index in 0..<count { #expect(object["key\(index)"] == .int(index)) }
    object["key1"] = "new"
    object["key0"] = nil
    object["more"] = true
    #expect(object.count == count)
    #expect(object.first?.key == "key1")
    #expect(object["key1"] == "new")
    #expect(object["key0"] == nil)
    #expect(object["key\(count - 1)"] != nil)
    #expect(object["more"] == true)
    #expect(object.last?.key == "more")
  }

  @Test func `with a hundred thousand repeated keys is read at once`() throws {
    let members = (0..<100_000).map { "\"k\($0 % 50_000)\":\($0)" }.joined(separator: ",")
    let object = try #require(try JSONValue.parse("{\(members)}").objectValue)
    #expect(object.count == 50_000)
    #expect(object["k7"] == 50_007)
  }
}
