import Formats
import Testing

@Suite struct `Broken JSON` {
  static let sentences: [(String, String)] = [
    ("", "f.json:1:1: no JSON value here; the text is empty"),
    (" \n ", "f.json:2:2: no JSON value here; the text is empty"),
    ("[1,", "f.json:1:4: the text ends inside an array; is the file cut short?"),
    ("{\"a\":1", "f.json:1:7: the text ends inside an object; is the file cut short?"),
    ("{\"a\"", "f.json:1:5: the text ends inside an object; is the file cut short?"),
    ("{\"a\":", "f.json:1:6: the text ends inside a value; is the file cut short?"),
    ("\"ab", "f.json:1:4: the text ends inside a string; is the file cut short?"),
    ("\"ab\\", "f.json:1:5: the text ends inside a string; is the file cut short?"),
    ("\"\\u12", "f.json:1:6: the text ends inside a string; is the file cut short?"),
    ("tru", "f.json:1:4: the text ends inside a value; is the file cut short?"),
    ("[1 2]", "f.json:1:4: `2` where `,` or `]` must stand"),
    ("{\"a\" 1}", "f.json:1:6: `1` where `:` must stand"),
    ("{\"a\":1]", "f.json:1:7: `]` where `,` or `}` must stand"),
    ("{1:2}", "f.json:1:2: `1` where a name in double quotes must stand"),
    ("[1,\n 2,\n]", "f.json:2:3: a comma with nothing after it; remove the comma"),
    ("{\"a\":1,}", "f.json:1:7: a comma with nothing after it; remove the comma"),
    ("[,1]", "f.json:1:2: `,` where a value must stand"),
    ("[NaN]", "f.json:1:2: NaN is not JSON; write null"),
    ("[-Infinity]", "f.json:1:2: a malformed number; write it like -12.5 or 1e6, without leading zeros"),
    ("Infinity", "f.json:1:1: Infinity is not JSON; write null"),
    ("{\"a\":True}", "f.json:1:6: True is not JSON; write true"),
    ("[False]", "f.json:1:2: False is not JSON; write false"),
    ("[None]", "f.json:1:2: None is not JSON; write null"),
    ("[01]", "f.json:1:2: a malformed number; write it like -12.5 or 1e6, without leading zeros"),
    ("[1.]", "f.json:1:2: a malformed number; write it like -12.5 or 1e6, without leading zeros"),
    ("[+1]", "f.json:1:2: a malformed number; write it like -12.5 or 1e6, without leading zeros"),
    ("[.5]", "f.json:1:2: a malformed number; write it like -12.5 or 1e6, without leading zeros"),
    ("[1e]", "f.json:1:2: a malformed number; write it like -12.5 or 1e6, without leading zeros"),
    ("[-]", "f.json:1:2: a malformed number; write it like -12.5 or 1e6, without leading zeros"),
    ("[1e999]", "f.json:1:2: a number beyond 1.8e308; write a smaller one, or a string"),
    ("{'a':1}", "f.json:1:2: a string or name without double quotes; put it in double quotes"),
    ("{a:1}", "f.json:1:2: a string or name without double quotes; put it in double quotes"),
    ("[yes]", "f.json:1:2: a string or name without double quotes; put it in double quotes"),
    ("[1, // one\n2]", "f.json:1:5: a comment; JSON has none, remove it"),
    (#"["\x"]"#, "f.json:1:3: a backslash before a character that JSON does not escape; write \\\\ for a backslash"),
    (
      #"["\u12g4"]"#, "f.json:1:3: a backslash before a character that JSON does not escape; write \\\\ for a backslash"
    ),
    (#"["\ud83d"]"#, "f.json:1:3: half of a surrogate pair; write both \\u escapes or the character itself"),
    (#"["\ud83d\u0041"]"#, "f.json:1:3: half of a surrogate pair; write both \\u escapes or the character itself"),
    (#"["\ude00"]"#, "f.json:1:3: half of a surrogate pair; write both \\u escapes or the character itself"),
    ("[\"a\nb\"]", "f.json:1:4: a raw control character in a string; write it as \\u000a"),
    ("[\"é\u{0}\"]", "f.json:1:4: a raw control character in a string; write it as \\u0000"),
    ("[\u{0}]", "f.json:1:2: byte 0x00 where a value must stand"),
    ("1 2", "f.json:1:3: more text after the value; one value a file, or one a line in a .jsonl file"),
    ("[1]]", "f.json:1:4: more text after the value; one value a file, or one a line in a .jsonl file"),
  ]

  @Test(arguments: sentences) func `is told by place and cure`(text: String, wanted: String) {
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(text, file: "f.json") }
    #expect(error?.description == wanted)
  }

  @Test func `has its column in characters and its line in the file`() {
    let error = #expect(throws: JSONError.self) { try JSONValue.parse("[1,\n\"إدلب\" 2]") }
    #expect(error?.description == "line 2, column 8: `2` where `,` or `]` must stand")
  }

  @Test func `of bytes that are not UTF-8 is told at the first of them`() {
    let bytes: [UInt8] = Array("[\"ab".utf8) + [0xC3, 0x28] + Array("\"]".utf8)
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(bytes, file: "f.json") }
    #expect(error?.description == "f.json:1:5: bytes that are not UTF-8; save the file as UTF-8")
  }

  @Test func `in a cursor asked for another kind says both`() {
    let error = #expect(throws: JSONError.self) {
      try Array("[\"x\"]".utf8).withUnsafeBytes {
        var cursor = JSONCursor($0, file: "f.json")
        try cursor.beginArray()
        _ = try cursor.nextElement()
        _ = try cursor.double()
      }
    }
    #expect(error?.description == "f.json:1:2: a string where a number must stand")
  }
}
