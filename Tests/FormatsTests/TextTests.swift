import TestSupport
import Formats
import Testing

@Suite struct `The UTF-8 check` {
  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
      [0xE2, 0x28, 0xA1], [0xF0, 0x9F, 0x28, 0x80],
    ] as [[UInt8]]) func `finds where a bad sequence begins`(bad: [UInt8])
  {
    let before = Array("0123\n56é\n".utf8)
    let fault = UTF8Check.firstFault(in: before + bad + Array("x".utf8))
    #expect(fault?.offset == before.count)
    #expect(fault?.line == 3)
    #expect(UTF8Check.firstFault(in: before + bad)?.offset == before.count)
  }

  @Test func `lets every scalar pass`() {
    var text = ""
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 97) {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    #expect(UTF8Check.firstFault(in: Array(text.utf8)) == nil)
    #expect(UTF8Check.firstFault(in: []) == nil)
  }

  @Test func `agrees with the standard library on random bytes`() {
    var random = Random(seed: 3629)
    for _ in 0..<50_000 {
      let pieces: [UInt8] = [0x41, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0x8F]
      let bytes = (0..<random.below(7)).map { _ in pieces[random.below(pieces.count)] }
      #expect((UTF8Check.firstFault(in: bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    }
  }
}

@Suite struct `A scalar map` {
  static let texts = [
    "", "plain ASCII", "إدلب", "aéb", String(repeating: "x", count: 300) + "é" + String(repeating: "إ", count: 200),
    String(repeating: "🛰é", count: 64), String(repeating: "ab", count: 64) + "é",
    "é" + String(repeating: "c", count: 126),
  ]

  @Test(arguments: texts) func `agrees with counting`(text: String) {
    let map = ScalarMap(text)
    #expect(map.scalarCount == text.unicodeScalars.count)
    #expect(map.byteCount == text.utf8.count)
    var (byte, scalar) = (0, 0)
    for next in text.unicodeScalars {
      #expect(map.scalarOffset(ofByte: byte) == scalar)
      #expect(map.byteOffset(ofScalar: scalar) == byte)
      byte += UTF8.width(next)
      scalar += 1
    }
    #expect(map.scalarOffset(ofByte: byte) == scalar)
    #expect(map.byteOffset(ofScalar: scalar) == byte)
  }

  @Test func `stays inside the text`() {
    let map = ScalarMap("aé")
    #expect(map.scalarOffset(ofByte: -1) == 0)
    #expect(map.scalarOffset(ofByte: 99) == 2)
    #expect(map.byteOffset(ofScalar: -1) == 0)
    #expect(map.byteOffset(ofScalar: 99) == 3)
    #expect(map.scalarOffset(ofByte: 2) == 2)
  }

  @Test func `finds lines in any order`() {
    Array("a\nbb\n\nc".utf8).withUnsafeBytes {
      var finder = LineFinder($0, firstLine: 10)
      // In order, backward, at both ends and beyond.
      #expect([0, 1, 2, 6, 3, 7, 0, 99].map { finder.line(at: $0) } == [10, 10, 11, 13, 11, 13, 10, 13])
    }
  }
}
