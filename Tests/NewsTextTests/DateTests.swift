import NewsText
import Records
import Testing

/// All held against Wednesday, 2020-02-12.
@Suite struct DateTests {
  @Test(arguments: [
    ("on January 27, 2020", "January 27, 2020 -> 2020-01-27"), ("on Jan. 27th", "Jan. 27th -> 2020-01-27"),
    ("on 27 January", "27 January -> 2020-01-27"), ("the 27th of January", "27th of January -> 2020-01-27"),
    ("on 2020-01-27.", "2020-01-27 -> 2020-01-27"), ("24.09.2014 Strikes", "24.09.2014 -> 2014-09-24"),
    ("24-02-2015 Strikes", "24-02-2015 -> 2015-02-24"), ("24/9/2014", "24/9/2014 -> 2014-09-24"),
    ("9/24/2014", "9/24/2014 -> 2014-09-24"), ("Wed 05 Apr 2017", "Wed 05 Apr 2017 -> 2017-04-05"),
    ("on Friday, Feb. 7, 2020", "Friday, Feb. 7, 2020 -> 2020-02-07"),
    ("on January 27-28, 2020", "January 27-28, 2020 -> 2020-01-27"),
    ("since Jan. 12", "Jan. 12 [since] -> 2020-01-12"), ("on December 31", "December 31 -> 2019-12-31"),
    ("on February 12", "February 12 -> 2020-02-12"), ("on February 13", "February 13 -> 2019-02-13"),
    ("on Feb. 29", "Feb. 29 -> 2016-02-29"),
  ])
  func `a day of the calendar without a year is the last such day`(text: String, told: String) {
    #expect(dates(text) == [told])
  }

  @Test(arguments: [
    ("on Wednesday", "Wednesday -> 2020-02-12"), ("on Thursday", "Thursday -> 2020-02-06"),
    ("last Friday", "last Friday -> 2020-02-07"), ("next Friday", "next Friday -> 2020-02-14"),
    ("late on Tuesday", "Tuesday [late] -> 2020-02-11"),
    ("on Tuesday night", "Tuesday night [night] -> 2020-02-11 2020-02-11..2020-02-12"),
    ("since Tuesday night", "Tuesday night [since|night] -> 2020-02-11 2020-02-11..2020-02-12"),
    ("in the early hours of Friday", "Friday [early] -> 2020-02-07"),
    ("by Thursday he will go", "Thursday [by] -> 2020-02-06"), ("killed by Tuesday's strike", "Tuesday -> 2020-02-11"),
    ("early Monday morning", "Monday morning [early|morning] -> 2020-02-10"),
    ("Thursday last week", "Thursday last week -> 2020-02-06"),
    ("on Monday of last week", "Monday of last week -> 2020-02-03"),
    ("on Tues. Feb. 4", "Tues. Feb. 4 -> 2020-02-04"),
  ])
  func `a weekday is the last such day up to publication`(text: String, told: String) { #expect(dates(text) == [told]) }

  @Test func `on the night of publication the window ends with it`() {
    #expect(dates("on Wednesday night") == ["Wednesday night [night] -> 2020-02-12"])
  }

  @Test func `a night into a day began the day before`() {
    #expect(
      dates("overnight into Wednesday")
        == ["overnight [night] -> ?", "Wednesday [into|night] -> 2020-02-11 2020-02-11..2020-02-12"])
  }

  @Test(arguments: [
    ("today", "today -> 2020-02-12"), ("yesterday evening", "yesterday evening [evening] -> 2020-02-11"),
    ("this morning", "this morning [morning] -> 2020-02-12"),
    ("last night", "last night [night] -> 2020-02-11 2020-02-11..2020-02-12"), ("overnight", "overnight [night] -> ?"),
    ("two days ago", "two days ago -> 2020-02-10"),
    ("the day before yesterday", "the day before yesterday -> 2020-02-10"),
    ("tomorrow", "tomorrow -> 2020-02-13"),
  ])
  func `a day is told against publication`(text: String, told: String) { #expect(dates(text) == [told]) }

  @Test(arguments: [
    ("the previous night", "previous night [night] -> 2020-01-26 2020-01-26..2020-01-27"),
    ("two days earlier", "two days earlier -> 2020-01-25"), ("a day later", "a day later -> 2020-01-28"),
    ("the next day", "next day -> 2020-01-28"), ("the day before.", "the day before -> 2020-01-26"),
    ("that day", "that day -> 2020-01-27"), ("that night", "that night [night] -> 2020-01-27 2020-01-27..2020-01-28"),
    ("since then", "then [since] -> 2020-01-27"),
    ("the following morning", "following morning [morning] -> 2020-01-28"),
  ])
  func `a day is told against the day last spoken of`(text: String, told: String) {
    #expect(dates(text, context: "2020-01-27") == [told])
  }

  @Test func `since then without a day spoken of tells none`() { #expect(dates("since then") == ["then [since] -> ?"]) }

  @Test(arguments: [
    ("last week", "last week -> 2020-02-06 2020-02-03..2020-02-09"),
    ("this month", "this month -> 2020-02-12 2020-02-01..2020-02-12"),
    ("earlier this month", "this month -> 2020-02-12 2020-02-01..2020-02-12"),
    ("last month", "last month -> 2020-01-15 2020-01-01..2020-01-31"),
    ("last year", "last year -> 2019-07-02 2019-01-01..2019-12-31"),
    ("over the weekend", "the weekend -> 2020-02-08 2020-02-08..2020-02-09"),
    ("in the past 24 hours", "past 24 hours -> 2020-02-11 2020-02-11..2020-02-12"),
    ("in recent days", "recent days -> 2020-02-09 2020-02-07..2020-02-12"),
    ("the last two months", "last two months -> 2020-01-13 2019-12-14..2020-02-12"),
  ])
  func `a stretch of time has a window`(text: String, told: String) { #expect(dates(text) == [told]) }

  @Test(arguments: [
    ("in November", "November -> 2019-11-15 2019-11-01..2019-11-30"),
    ("in February", "February -> 2020-02-12 2020-02-01..2020-02-12"),
    ("since the start of December", "December [since|early] -> 2019-12-05 2019-12-01..2019-12-10"),
    ("in mid-January", "January [mid] -> 2020-01-15 2020-01-11..2020-01-20"),
    ("since late January", "January [since|late] -> 2020-01-26 2020-01-21..2020-01-31"),
    ("in September 2018", "September 2018 -> 2018-09-15 2018-09-01..2018-09-30"),
    ("until May", "May [until] -> 2019-05-15 2019-05-01..2019-05-31"),
    ("since 2011", "2011 [since] -> 2011-07-02 2011-01-01..2011-12-31"),
  ])
  func `a month alone is its fifteenth, early and late ones their thirds`(text: String, told: String) {
    #expect(dates(text) == [told])
  }

  @Test(arguments: [
    ("at 1:15 am", "01:15"), ("around 1:15 a.m.", "01:15"), ("at 9 p.m.", "21:00"), ("at 12 a.m.", "00:00"),
    ("at 12:30pm", "12:30"), ("at 13:00", "13:00"), ("at nine o'clock", "09:00"),
    ("at nine o’clock in the evening", "21:00"),
    ("at 10:30 at night", "22:30"), ("0130 hrs", "01:30"), ("at noon", "12:00"), ("at dawn", "05:00"),
  ])
  func `a time of day is local and has 24 hours`(text: String, clock: String) {
    #expect(analyzed(text).dates.map(\.clock) == [clock])
  }

  @Test func `a time told in UTC has no local time`() { #expect(analyzed("at 0130 GMT").dates.map(\.clock) == [nil]) }

  @Test(arguments: [
    "The Sun reported", "Theresa May left", "they may march on", "a 2:1 vote", "a scale of 1:100,000", "John won 25:61",
    "two days before the vote", "in 3 towns", "he said so then", "John sat and left", "9 men",
  ])
  func `words that look like dates are none`(text: String) { #expect(dates(text).isEmpty) }

  @Test(arguments: [
    ("next week", true), ("tomorrow", true), ("later this month", true), ("by the end of the year", true),
    ("next March", true), ("last week", false), ("this month", false), ("by Thursday", false), ("Thursday", false),
  ])
  func `what lies ahead says so`(text: String, isFuture: Bool) throws {
    #expect(try #require(analyzed(text).dates.first).isFuture == isFuture)
  }

  @Test func `next March lies behind publication`() {
    #expect(dates("next March") == ["next March [later] -> 2020-03-15 2020-03-01..2020-03-31"])
    #expect(dates("next January") == ["next January [later] -> 2021-01-15 2021-01-01..2021-01-31"])
  }

  @Test(arguments: [
    "on Tuesday", "yesterday", "two days ago", "last week", "on January 27", "in November", "over the weekend",
  ])
  func `without a day of publication nothing that leans on it is told`(text: String) {
    #expect(dates(text, published: nil).allSatisfy { $0.hasSuffix("-> ?") })
    #expect(DateResolver(publication: nil).reportingDay() == nil)
  }

  @Test func `a weekday that leans on an inferred day is never certain`() throws {
    let document = analyzed("On Jan. 27, 2020 it began. It fell on Tuesday.")
    let resolver = DateResolver(publication: document.publication)
    #expect(document.publication?.basis == .inferred)
    #expect(try #require(resolver.resolve(document.dates[1])).isExact == false)
    #expect(try #require(resolver.resolve(document.dates[0])).isExact)
  }

  @Test(arguments: 0..<400)
  func `every weekday resolves to one of the seven days up to publication`(offset: Int) throws {
    let published = Day(number: 18_000 + offset)
    for name in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] {
      let document = analyzed("on \(name)", published: published.description)
      let day = try #require(DateResolver(publication: document.publication).resolve(document.dates[0])).day
      #expect((0...6).contains(published - day))
    }
  }
}
