import TestSupport
import NewsText
import Records
import Testing

@Suite struct `Reading plain text` {
  let scratch = Scratch()

  @Test func `a text is kept byte for byte`() {
    let text = " date 2020-02-07 \r\nKafr Nabl\tfell \u{A0}…\r\n\n\u{202B}إدلب\u{202C}\n"
    let told = scratch.read("a.b.txt", text)
    #expect(told.texts == [text])
    #expect(told.ids == ["a.b"])
    #expect(told.faults.isEmpty && told.notes.isEmpty)
  }

  @Test func `a byte order mark is skipped and said so`() {
    let told = scratch.read("a.txt", [0xEF, 0xBB, 0xBF] + Array("Idlib\r\n".utf8))
    #expect(told.texts == ["Idlib\r\n"])
    #expect(told.notes == ["a.txt: byte order mark skipped; offsets count from behind it"])
  }

  @Test(arguments: [true, false]) func `UTF-16 with a mark is converted`(isBigEndian: Bool) {
    let units = [0xFEFF] + Array("Idlib إدلب 🏚\n".utf16)
    let bytes = units.flatMap { isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    let told = scratch.read("a.txt", bytes)
    #expect(told.texts == ["Idlib إدلب 🏚\n"])
    #expect(told.notes == ["a.txt: converted from UTF-16; offsets count in the converted text"])
  }

  @Test(
    arguments: [
      ([], "a.txt: is empty; give a text with words in it"),
      (Array(" \r\n\t".utf8), "a.txt: is empty; give a text with words in it"),
      ([0xEF, 0xBB, 0xBF], "a.txt: is empty; give a text with words in it"),
      (
        Array("Idlib".utf8) + [0, 1, 2],
        "a.txt: is not text (a NUL byte at offset 5); give text, HTML, JSON Lines, CSV or a feed"
      ),
      (
        Array("one\ntwo caf".utf8) + [0xE9, 0x20],
        "a.txt:2: byte 0xE9 at offset 11 is not UTF-8; if it is a Western text, convert it: "
          + "iconv -f WINDOWS-1252 -t UTF-8 a.txt"
      ),
      ([0xFF, 0xFE, 0x41], "a.txt: broken UTF-16 at offset 2; save the text as UTF-8"),
      ([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x41, 0x00], "a.txt: broken UTF-16 at offset 4; save the text as UTF-8"),
      (Array("%PDF-1.7 ...".utf8), "a.txt: is a PDF, not text; extract its text first: pdftotext FILE.pdf"),
      ([0x1F, 0x8B, 8, 0, 0], "a.txt: is a gzip archive, not text; unpack it first: gunzip FILE.gz"),
    ] as [([UInt8], String)]) func `what is no text is refused with the cure`(bytes: [UInt8], sentence: String)
  {
    let told = scratch.read("a.txt", bytes)
    #expect(told.faults == [sentence])
    #expect(told.articles.isEmpty)
  }

  @Test func `a text of 4 MB is read, one of 8 MB refused`() {
    let large = [UInt8](repeating: UInt8(ascii: "a"), count: 4_000_000)
    #expect(scratch.read("a.txt", large).articles.first?.text.count == large.count)
    let told = scratch.read("b.txt", large + large)
    #expect(
      told.faults == [
        "b.txt: holds \(2 * large.count) bytes, more than the 4194304 an article may have; "
          + "split it, one article a file or a row"
      ])
  }
}

@Suite struct `Reading folders` {
  let scratch = Scratch()

  @Test func `known endings are read in the order of their paths' bytes`() {
    for name in ["b.txt", "B.TXT", "sub/a.text", ".hidden.txt", ".git/x.txt", "picture.jpg", "notes", "a.html.bak"] {
      _ = scratch.file(name, "Text of \(name)")
    }
    for folder in [scratch.path, scratch.path + "/"] {
      let told = Told(ArticleReader([folder]), without: scratch.path + "/")
      #expect(told.texts == ["Text of B.TXT", "Text of b.txt", "Text of sub/a.text"])
      #expect(told.faults.isEmpty)
    }
  }

  @Test func `a folder with nothing readable is a fault`() {
    _ = scratch.file("picture.jpg", "x")
    let told = Told(ArticleReader([scratch.path]), without: scratch.path)
    #expect(
      told.faults == [
        ": no file in it can be read; it needs files that end in "
          + ".txt .text .html .htm .xhtml .jsonl .ndjson .csv .tsv .xml .rss .atom"
      ])
  }

  @Test func `a missing file costs only itself`() {
    let good = scratch.file("good.txt", "Idlib")
    let told = Told(ArticleReader([scratch.path + "/none.txt", good]), without: scratch.path + "/")
    #expect(told.faults == ["cannot read none.txt: no such file; check the spelling and the folder"])
    #expect(told.ids == ["good"])
  }

  @Test func `a second document of a name gets a number`() {
    let names = ["x/a.txt", "y/a.txt", "y/a-2.txt", "z/a.txt"].map { scratch.file($0, "Text of \($0)") }
    let told = Told(ArticleReader(names), without: scratch.path + "/")
    #expect(told.ids == ["a", "a-2", "a-2-2", "a-3"])
    #expect(
      told.notes == [
        "y/a.txt: a document named a was read before; this one is a-2",
        "y/a-2.txt: a document named a-2 was read before; this one is a-2-2",
        "z/a.txt: a document named a was read before; this one is a-3",
      ])
  }

  @Test func `a file without an ending is known by its first bytes`() {
    #expect(scratch.read("rows", #"{"id": "x", "text": "Idlib"}"#).ids == ["x"])
    #expect(
      scratch.read("page", "<!DOCTYPE html><article><p>Kafr Nabl was shelled again.</p></article>").texts
        == ["Kafr Nabl was shelled again.\n"])
    #expect(scratch.read("text", "{sic} they said").texts == ["{sic} they said"])
    #expect(scratch.read("less", "< 5 people").texts == ["< 5 people"])
  }
}
