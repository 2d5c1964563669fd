import Formats
import Testing

@Suite struct `The JSON writer` {
  @Test func `writes an example`() {
    var writer = JSONWriter()
    writer.object {
      $0.member("place", "Saraqib")
      $0.member("radius_m", 500.0)
      $0.member("fatalities", Int?.none)
      $0.key("list")
      $0.array {
        $0.int(-3)
        $0.bool(false)
        $0.null()
        $0.array { _ in }
        $0.object { _ in }
        $0.raw(Array("[1]".utf8))
      }
      $0.member("last", true)
    }
    #expect(
      writer.bytes.text
        == #"{"place":"Saraqib","radius_m":500,"fatalities":null,"list":[-3,false,null,[],{},[1]],"last":true}"#)
  }

  @Test func `escapes what must be escaped, wherever it stands, and nothing else`() {
    for byte in 0..<UInt8(0x80) {
      let text = String(UnicodeScalar(byte))
      let escaped =
        switch byte {
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        case 0x0A: "\\n"
        case 0x0D: "\\r"
        case 0x09: "\\t"
        case 0..<0x20: "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        default: text
        }
      for before in 0..<18 {
        let (head, tail) = (String(repeating: "é!", count: before), String(repeating: "~ü", count: 17 - before))
        #expect(JSONValue.string(head + text + tail).bytes.text == "\"\(head)\(escaped)\(tail)\"")
      }
    }
  }

  @Test(arguments: ["", "n", "näme", "a \"quoted\" name", "line\nfeed"])
  func `a member's name is escaped as a string is`(name: String) {
    var writer = JSONWriter()
    writer.object { $0.member(name, 1) }
    let quoted = JSONValue.string(name).bytes.text
    #expect(writer.bytes.text == "{\(quoted):1}")
  }

  @Test func `room grows with what is written`() {
    var writer = JSONWriter()
    writer.array { for number in 0..<1000 { $0.string(String(repeating: "é", count: number % 90)) } }
    let wanted = (0..<1000).map { "\"" + String(repeating: "é", count: $0 % 90) + "\"" }.joined(separator: ",")
    #expect(writer.bytes.text == "[" + wanted + "]")
  }

  @Test func `indents for people`() {
    var writer = JSONWriter(indent: 2)
    writer.value(["a": [1, [:], []], "b": "x"])
    #expect(
      writer.bytes.text == """
        {
          "a": [
            1,
            {},
            []
          ],
          "b": "x"
        }
        """)
  }

  @Test func `breaks lines where it is told to`() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("features")
    writer.beginArray()
    for index in 0..<3 {
      writer.breakLine()
      writer.value(["n": .int(index)])
    }
    writer.breakLine()
    writer.endArray()
    writer.endObject()
    writer.endLine()
    #expect(writer.bytes.text == "{\"features\":[\n{\"n\":0},\n{\"n\":1},\n{\"n\":2}\n]}\n")
  }

  @Test func `gives its bytes away in pieces`() {
    var writer = JSONWriter()
    var all: [UInt8] = []
    writer.beginArray()
    for index in 0..<4 {
      writer.int(index)
      all += writer.drain()
    }
    writer.endArray()
    #expect((all + writer.drain()).text == "[0,1,2,3]")
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "-0.0"), (25.0, "25"), (-1.5, "-1.5"), (0.1, "0.1"), (1e-7, "1e-07"), (1e21, "1e+21"),
    (9_007_199_254_740_991, "9007199254740991"), (Double.nan, "null"), (Double.infinity, "null"),
    (-Double.infinity, "null"), (1.0 / 3, "0.3333333333333333"),
  ]) func `writes the shortest decimal, and null for what is no number`(value: Double, wanted: String) {
    var writer = JSONWriter()
    writer.double(value)
    #expect(writer.bytes.text == wanted)
  }

  @Test(arguments: [Int.min, -1, 0, 9, 10, 99, 100, Int.max]) func `writes any integer`(value: Int) {
    var writer = JSONWriter()
    writer.int(value)
    #expect(writer.bytes.text == String(value))
  }
}
