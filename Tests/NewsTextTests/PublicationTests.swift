import NewsText
import Records
import Testing

@Suite struct PublicationTests {
  @Test func `a day that is given beats every other`() {
    #expect(
      publication(" date 2020-02-07 The E.U. met.", given: "2020-02-09") == "2020-02-09 given 2020-02-09..2020-02-09")
  }

  @Test func `a crawler's header is read and is no prose`() {
    let text = " date 2020-02-07 The E.U. met."
    #expect(publication(text) == "2020-02-07 header 2020-02-07..2020-02-07")
    #expect(sentences(text) == ["The E.U. met."])
    #expect(publication("date 2020-02-07 The E.U. met.") == "2020-02-07 header 2020-02-07..2020-02-07")
  }

  @Test func `a header of a month is a window of that month`() {
    #expect(publication(" date 2020-02 The E.U. met.") == "2020-02-15 inferred 2020-02-01..2020-02-29")
  }

  @Test(arguments: [
    " date 2020-13-07 The", " date 2020-02-31 The", " date 20200207 The", " date palm 2020", " dated 2020-02-07 X",
  ])
  func `what is no header stays in the text`(text: String) {
    #expect(sentences(text).joined().hasPrefix("date"))
  }

  @Test(arguments: [
    "Title of it\n\nBEIRUT, Feb 24, 2020 - Troops took a town.", "Title of it\n\nFeb 24, 2020 - Troops took a town.",
    "Mon 24 Feb 2020 Troops took a town near Idlib.", "24.02.2020 Troops took a town near Idlib and another.",
    "Published February 24 2020 Troops took a town near Idlib.", "Date of publication 24 February 2020 Troops took it.",
    "Troops take a town AFP Monday 24 Feb 2020 Troops took a town.",
    "Title of it\n\nUpdated on 24 Feb 2020\n\nTroops took it.",
    "Title of it\n\n2020-02-24\n\nTroops took a town.",
  ])
  func `a date at the head of a text is its day`(text: String) {
    #expect(publication(text) == "2020-02-24 header 2020-02-24..2020-02-24")
  }

  @Test func `a date inside the text or far down is not the head's`() {
    let lines = (1...8).map { "Paragraph \($0) tells of a town." }.joined(separator: "\n\n")
    #expect(publication(lines + "\n\nFeb 24, 2020 - Troops took a town.").contains("inferred"))
    #expect(publication("Troops took a town on Feb 24, 2020.").contains("inferred"))
  }

  @Test func `captions tell the earliest day and weekdays move it on`() {
    let caption = "Smoke rises over Kafr Ruma on January 27, 2020. (AFP Photo)"
    #expect(publication("Title of it\n\(caption)\n\nTroops took it.") == "2020-01-27 inferred 2020-01-27..2020-01-31")
    #expect(
      publication("Title of it\n\(caption)\n\nLavrov said Tuesday it fell.")
        == "2020-01-28 inferred 2020-01-27..2020-01-31")
    #expect(
      publication("Title of it\n\(caption)\n\nTroops took it on Tuesday night.")
        == "2020-01-29 inferred 2020-01-27..2020-01-31")
  }

  @Test(arguments: [
    "Troops took a town on Tuesday.", "", "It began in September 2018.", "On Jan. 12 a ceasefire began.",
  ])
  func `without a full date nothing tells the day`(text: String) {
    let document = analyzed(text)
    #expect(document.publication == nil)
    #expect(document.notes == ["no date of publication: give --published DATE"])
  }

  @Test func `an inferred day is noted with its window`() {
    #expect(
      analyzed("It fell on Jan. 27, 2020.").notes
        == ["date of publication inferred as 2020-01-27, between 2020-01-27 and 2020-01-31"])
  }
}
