import TestSupport
import Formats
import Testing

@Suite struct `Decimal numbers` {
  static func written(_ value: Double, places: Int) -> String {
    var writer = ByteWriter()
    return writer.append(value, places: places) ? writer.bytes.text : "-"
  }

  @Test(arguments: [
    (36.12345678, 7, "36.1234568"), (36.1, 7, "36.1"), (36.0, 7, "36"), (-0.5, 7, "-0.5"), (-0.00000001, 7, "0"),
    (0.0000001, 7, "0.0000001"), (0.00000005, 7, "0.0000001"), (-180.0, 7, "-180"), (2.5, 0, "3"), (-2.5, 0, "-3"),
    (1.005, 3, "1.005"), (0.1 + 0.2, 9, "0.3"), (1e300, 7, "1e+300"), (.nan, 7, "-"), (.infinity, 7, "-"),
    (9.999999999, 7, "10"), (123456.789, 1, "123456.8"),
  ]) func `are rounded by integer arithmetic`(value: Double, places: Int, wanted: String) {
    #expect(Self.written(value, places: places) == wanted)
  }

  @Test func `written with seven decimals come back within half of the last place, and are written alike again`() throws
  {
    var random = Random(seed: 7)
    for _ in 0..<20_000 {
      let value = Double.random(in: -180...180, using: &random)
      let text = Self.written(value, places: 7)
      let back = try #require(Double(text))
      #expect(abs(back - value) <= 0.500001e-7)
      #expect(Self.written(back, places: 7) == text)
      #expect(text.split(separator: ".").dropFirst().first.map { $0.count <= 7 && $0.last != "0" } ?? true)
    }
  }

  @Test func `are read to the nearest Double, as the standard library reads them`() throws {
    var random = Random(seed: 64)
    for _ in 0..<20_000 {
      let digits = String(random.next()).prefix(1 + random.below(20))
      let split = random.below(digits.count + 1)
      var text = digits.prefix(split).isEmpty ? "0" : String(UInt64(digits.prefix(split)) ?? 0)
      if split < digits.count { text += "." + digits.dropFirst(split) }
      if random.below(3) == 0 { text += "e\(random.below(60) - 30)" }
      if random.below(2) == 0 { text = "-" + text }
      #expect(try JSONValue.parse(text).doubleValue == Double(text), "\(text)")
    }
  }

  @Test func `written in shortest form come back the same`() throws {
    var random = Random(seed: 65)
    for _ in 0..<20_000 {
      let value = random.double()
      #expect(try JSONValue.parse(JSONValue.double(value).bytes).doubleValue == value)
    }
  }
}
