import Formats
import Testing

@Suite struct JSONTests {
  @Test func `a text is read and written back`() throws {
    let text = #"{"a":[1,-2.5,1e300,"x\n\u0001é",true,false,null,{}],"b":{"c":[]},"big":12345678901234567890}"#
    #expect(
      String(decoding: try JSONValue.parse(text).bytes, as: UTF8.self).hasPrefix(
        #"{"a":[1,-2.5,1e+300,"x\n\u0001é",true,false,null,{}],"b":{"c":[]},"big":12345678901234567"#))
  }
}
