import TestSupport
import NewsText
import Records
import Testing

@Suite struct `Reading JSON Lines` {
  let scratch = Scratch()

  @Test func `every member is read`() {
    let told = scratch.read(
      "a.jsonl",
      #"{"id":"n1","text":"Idlib\r\nإ\u0041","title":"Head","published":"2020-02-11T23:30:00-05:00","url":"u","source":"AFP"}"#
    )
    let article = told.articles.first
    #expect(told.texts == ["Idlib\r\nإA"])
    #expect(told.titles == ["Head"])
    #expect(told.days == ["2020-02-11"])
    #expect(article?.docID == "n1" && article?.sourceURL == "u" && article?.sourceName == "AFP")
    #expect(article?.origin.hasSuffix("a.jsonl:1") == true)
  }

  @Test func `docid, whole numbers and missing ids`() {
    let told = scratch.read(
      "a.ndjson", "{\"docid\":\"d\",\"text\":\"x\"}\r\n\n{\"id\":7,\"text\":\"y\",\"title\":null}\n{\"text\":\"z\"}")
    #expect(told.ids == ["d", "7", "a-4"])
    #expect(told.faults.isEmpty)
  }

  @Test(arguments: [
    (#"{"id": 1, "text": }"#, "a.jsonl:2: column 19: `}` where a value must stand"),
    (#"{"id": "x"}"#, "a.jsonl:2: no `text`; give every row a `text` with words in it"),
    (#"{"text": "  "}"#, "a.jsonl:2: no `text`; give every row a `text` with words in it"),
    (#"{"text": 5}"#, "a.jsonl:2: `text` is a number; write a string"),
    (#"{"id": [], "text": "x"}"#, "a.jsonl:2: `id` is an array; write a string or a whole number"),
    (#"["x"]"#, #"a.jsonl:2: an array where an article must stand; write {"id": "...", "text": "..."}"#),
    (
      #"{"text": "a\u0000b"}"#,
      "a.jsonl:2: is not text (a NUL byte at offset 1); give text, HTML, JSON Lines, CSV or a feed"
    ),
  ]) func `a broken row costs only itself`(row: String, sentence: String) {
    let told = scratch.read("a.jsonl", "{\"text\":\"before\"}\n" + row + "\n{\"text\":\"after\"}\n")
    #expect(told.faults == [sentence])
    #expect(told.texts == ["before", "after"])
  }

  @Test func `bytes that are not UTF-8 cost only their row`() {
    let told = scratch.read("a.jsonl", Array("{\"text\":\"caf".utf8) + [0xE9] + Array("\"}\n{\"text\":\"after\"}".utf8))
    #expect(told.faults == ["a.jsonl:1: column 13: bytes that are not UTF-8; save the file as UTF-8"])
    #expect(told.texts == ["after"])
  }

  @Test func `an unknown date is a fault of the date alone`() {
    let told = scratch.read("a.jsonl", #"{"id":"x","text":"y","published":"02/11/2020"}"#)
    #expect(
      told.faults == [
        "a.jsonl:1: `published` is no date that is known, the article is read without it; write it as YYYY-MM-DD"
      ])
    #expect(told.ids == ["x"])
    #expect(told.days == [nil])
  }

  @Test func `ten thousand levels of brackets are refused`() {
    let told = scratch.read("a.jsonl", #"{"text":"x","y":"# + String(repeating: "[", count: 10_000))
    #expect(told.faults == ["a.jsonl:1: column 528: nested more than 512 levels deep; flatten it"])
  }

  @Test func `rows longer than a chunk are read whole`() {
    let long = String(repeating: "Kafr Nabl. ", count: 100_000)
    let told = scratch.read("a.jsonl", "{\"text\":\"\(long)\"}\n{\"text\":\"\(long)!\"}")
    #expect(told.texts == [long, long + "!"])
  }
}

@Suite struct `Reading CSV` {
  let scratch = Scratch()

  @Test func `columns are found by their names`() {
    let told = scratch.read(
      "a.csv",
      "\u{FEFF}Title,id,TEXT,published\r\nHead,n1,\"He said \"\"no\"\",\r\nthen left\",11 February 2020\r\n,,y,\r\n")
    #expect(told.texts == ["He said \"no\",\r\nthen left", "y"])
    #expect(told.ids == ["n1", "a-4"])
    #expect(told.titles == ["Head", nil])
    #expect(told.days == ["2020-02-11", nil])
  }

  @Test func `semicolons and tabs part cells too`() {
    #expect(scratch.read("a.csv", "id;text\nx;one, two\n").texts == ["one, two"])
    #expect(scratch.read("a.tsv", "id\ttext\nx\tone, two\n").texts == ["one, two"])
  }

  @Test func `a table without texts is refused, a broken row costs only itself`() {
    #expect(
      scratch.read("a.csv", "id,body\nx,y\n").faults
        == ["a.csv:1: no `text` among the columns; give every row a `text` with words in it"])
    let told = scratch.read("b.csv", "id,text\nx,y,z\nn,w\n")
    #expect(
      told.faults == ["b.csv:2: 3 cells where the header has 2; put cells that hold the delimiter in double quotes"])
    #expect(told.texts == ["w"])
  }
}

@Suite struct `Dates of publication` {
  @Test(arguments: [
    ("2020-02-11", "2020-02-11"), ("2020-02-11T01:15:00Z", "2020-02-11"), ("2020-02-11 23:59:59+0300", "2020-02-11"),
    ("2020/2/11", "2020-02-11"), ("20200211", "2020-02-11"), ("20200211T101500Z", "2020-02-11"),
    ("20200211101500", "2020-02-11"), ("Tue, 11 Feb 2020 14:03:00 GMT", "2020-02-11"),
    ("11 Feb 20 14:03 EST", "2020-02-11"), ("Feb. 11, 2020", "2020-02-11"), ("February 11th, 2020", "2020-02-11"),
    ("11 February 2020", "2020-02-11"), ("Tuesday, February 11, 2020 5:00 PM", "2020-02-11"),
    ("Sept. 3, 2019", "2019-09-03"), ("29 Feb 2020", "2020-02-29"), ("  2020-02-11  ", "2020-02-11"),
    ("4/21/2017", "2017-04-21"), ("21.04.2017 10:00", "2017-04-21"), ("3/3/2017", "2017-03-03"),
  ]) func `known forms`(text: String, day: String) {
    #expect(PublishedDate.day(in: text)?.description == day)
  }

  @Test(arguments: [
    "02/11/2020", "11.02.2020", "13/13/2020", "31/4/2020", "4/21/17", "2020-02", "2020-02-30", "30 Feb 2020",
    "Feb 2020", "yesterday", "", "1581379200",
    "2020-13-01", "2020-02-111", "February 11", "11 Foo 2020", "0000-00-00", "99999999999999999999",
  ]) func `all else is refused`(text: String) {
    #expect(PublishedDate.day(in: text) == nil)
  }
}
