import TestSupport
import Formats
import Testing

@Suite struct `A JSON value` {
  @Test func `is read and written back`() throws {
    let text = #"{"a":[1,-2.5,1e+300,"x\n\u0001é\"\\/",true,false,null,{}],"b":{"c":[]},"-":-0.0}"#
    #expect(try JSONValue.parse(text).bytes.text == text)
  }

  @Test func `may have blanks and a byte order mark around it`() throws {
    #expect(try JSONValue.parse("\u{FEFF} \r\n\t[ 1 , { \"a\" : 2 } ] \n") == [1, ["a": 2]])
  }

  @Test(arguments: [
    (#""\u0041\u00e9\u0625""#, "Aéإ"), (#""\ud83d\ude00""#, "😀"), (#""\uD83D\uDE00x""#, "😀x"),
    (#""\b\f\n\r\t\/\\\"""#, "\u{8}\u{C}\n\r\t/\\\""), (#""\u0000""#, "\u{0}"), (#""a\u0301b""#, "a\u{301}b"),
    (#""""#, ""), ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
  ]) func `has its escapes undone`(text: String, wanted: String) throws {
    #expect(try JSONValue.parse(text).stringValue?.unicodeScalars.elementsEqual(wanted.unicodeScalars) == true)
  }

  @Test(arguments: [
    ("0", JSONValue.int(0)), ("-1", .int(-1)), ("9223372036854775807", .int(.max)),
    ("-9223372036854775807", .int(-.max)), ("9223372036854775808", .double(0x1p63)), ("-0", .double(-0.0)),
    ("1.0", .double(1)), ("1e2", .double(100)), ("1E+2", .double(100)), ("5e-324", .double(.leastNonzeroMagnitude)),
    ("1e-400", .double(0)), ("0.1", .double(0.1)), ("123456789012345678901234567890", .double(1.2345678901234568e29)),
    ("1.7976931348623157e308", .double(.greatestFiniteMagnitude)),
  ]) func `keeps integers as integers`(text: String, wanted: JSONValue) throws {
    #expect(try JSONValue.parse(text) == wanted)
  }

  @Test func `goes round through text`() throws {
    var random = Random(seed: 7946)
    for _ in 0..<3000 {
      let value = random.json()
      #expect(try JSONValue.parse(value.bytes) == value)
    }
  }

  @Test func `is written as Python reads it`() throws {
    var random = Random(seed: 8259)
    let values = JSONValue.array((0..<500).map { _ in random.json() })
    let script = "import json,sys; json.dump(json.load(sys.stdin.buffer), sys.stdout, ensure_ascii=True)"
    guard let theirs = try Python.run(script, input: values.bytes) else { return }
    #expect(try JSONValue.parse(theirs) == values)
  }

  @Test func `is asked for by kind`() {
    let value: JSONValue = ["s": "x", "i": 3, "d": 2.5, "whole": 4.0, "b": true, "n": nil, "a": [1]]
    #expect(value["s"]?.stringValue == "x")
    #expect(value["i"]?.intValue == 3)
    #expect(value["i"]?.doubleValue == 3)
    #expect(value["d"]?.intValue == nil)
    #expect(value["whole"]?.intValue == 4)
    #expect(value["b"]?.boolValue == true)
    #expect(value["n"]?.isNull == true)
    #expect(value["a"]?.arrayValue == [1])
    #expect(value["missing"] == nil)
    #expect(value.stringValue == nil)
  }
}
