import Formats
import Testing

@Suite struct `Hashes` {
  /// FIPS 180-4 examples and NIST's CAVP SHA256ShortMsg.rsp.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ]) func `by SHA-256 are NIST's`(text: String, wanted: String) {
    #expect(SHA256.hexDigest(of: Array(text.utf8)) == wanted)
    #expect(SHA256.hexDigest(of: MappedFile(copying: Array(text.utf8), path: "x")) == wanted)
  }

  @Test func `by SHA-256 of a million letters are NIST's, in pieces of any length`() {
    let wanted = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    for piece in [1_000_000, 1000, 64, 63, 65, 125] {
      var hash = SHA256()
      for _ in 0..<1_000_000 / piece { hash.combine([UInt8](repeating: 0x61, count: piece)) }
      hash.combine([UInt8](repeating: 0x61, count: 1_000_000 % piece))
      #expect(hash.hexDigest == wanted)
    }
  }

  @Test func `by SHA-256 do not end by being looked at`() {
    var hash = SHA256()
    hash.combine("a")
    _ = hash.digest
    hash.combine("bc")
    #expect(hash.hexDigest == SHA256.hexDigest(of: Array("abc".utf8)))
  }

  /// Every padding length, against Python's hashlib.
  @Test func `by SHA-256 of every length are Python's`() throws {
    let script = """
      import hashlib, sys
      data = sys.stdin.buffer.read()
      print('\\n'.join(hashlib.sha256(data[:n]).hexdigest() for n in range(len(data))))
      """
    let data = (0..<200).map { UInt8($0) }
    guard let output = try Python.run(script, input: data) else { return }
    let theirs = output.text.split(separator: "\n").map(String.init)
    #expect(theirs == data.indices.map { SHA256.hexDigest(of: Array(data[..<$0])) })
  }

  /// From the reference code of Fowler, Noll and Vo (test_fnv.c).
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("b", 0xaf63_df4c_8601_f1a5),
      ("foobar", 0x8594_4171_f739_67e8), ("chongo was here!\n", 0x4681_0940_eff5_f915),
    ] as [(String, UInt64)]) func `by FNV-1a are the authors'`(text: String, wanted: UInt64)
  {
    #expect(FNV1a64.hash(text) == wanted)
    var hash = FNV1a64()
    for byte in text.utf8 { hash.combine(byte) }
    #expect(hash.value == wanted)
  }

  @Test func `by FNV-1a have sixteen digits`() {
    #expect(FNV1a64().hexDigest == "cbf29ce484222325")
  }
}
