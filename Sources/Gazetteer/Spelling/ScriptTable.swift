/// How the letters of another script are read as Latin ones: `خ` as `kh`. A language's `script` rules.
///
/// Capitals stand for letters that Latin spellings do not tell apart (`ص` is `S`, `س` is `s`): folded text has none.
struct ScriptTable: Sendable {
  private var readings: [UInt32: [UInt8]] = [:]

  var isEmpty: Bool { readings.isEmpty }

  mutating func add(_ letter: String, _ reading: String) {
    for scalar in letter.unicodeScalars { readings[scalar.value] = Array(reading.utf8) }
  }

  /// Appends the word as it is read; ASCII stays, and so does a letter without a rule.
  func append(_ word: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    if readings.isEmpty || Self.isASCII(word) { return out.append(contentsOf: word) }
    var reader = ScalarReader(bytes: UnsafeRawBufferPointer(word))
    var start = 0
    while let scalar = reader.next() {
      if let reading = readings[scalar] {
        out.append(contentsOf: reading)
      } else {
        out.append(contentsOf: word[start..<reader.position])
      }
      start = reader.position
    }
  }

  static func isASCII(_ word: some Sequence<UInt8>) -> Bool { word.allSatisfy { $0 < 0x80 } }
}
