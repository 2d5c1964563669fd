import NewsText
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    ("at least four civilians", "at least four = 4 4..-"), ("more than 1,800 people", "more than 1,800 = 1800 1800..-"),
    ("no fewer than seventeen", "no fewer than seventeen = 17 17..-"), ("up to 30 men", "up to 30 = 30 -..30"),
    ("some 25 kilometers", "some 25 = 25 25..25"), ("as many as a dozen", "as many as a dozen = 12 -..12"),
    ("only three homes", "only three = 3 3..3"),
  ])
  func `what stands before a figure bounds it`(text: String, told: String) {
    #expect(numbers(text).map { $0.split(separator: " ").dropLast().joined(separator: " ") } == [told])
  }

  @Test(arguments: [
    ("20 to 30 people", "20 to 30 = 20 20..30"), ("20-30 people", "20-30 = 20 20..30"),
    ("20–30 people", "20–30 = 20 20..30"), ("two or three men", "two or three = 2 2..3"),
    ("between 20 and 30 people", "between 20 and 30 = 20 20..30 between"),
    ("from five to ten homes", "from five to ten = 5 5..10 between"),
    ("1 to 2 million people", "1 to 2 million = 1000000 1000000..2000000"),
    ("between one hundred and two hundred", "between one hundred and two hundred = 100 100..200 between"),
  ])
  func `a range keeps both ends and its lower one is the figure`(text: String, told: String) {
    #expect(numbers(text) == [told])
  }

  @Test(arguments: [
    ("1.7 million Syrians", "1.7 million = 1700000 1700000..1700000"),
    ("17bn euros", "17bn = 17000000000 17000000000..17000000000"),
    ("half a dozen men", "half a dozen = 6 6..6"), ("half a million people", "half a million = 500000 500000..500000"),
    ("two dozen men", "two dozen = 24 24..24"), ("a couple of men", "a couple = 2 2..2"),
    ("a hundred and six", "a hundred and six = 106 106..106"), ("twenty-two men", "twenty-two = 22 22..22"),
    ("two hundred thousand", "two hundred thousand = 200000 200000..200000"),
    ("three thousand four hundred and fifty-one", "three thousand four hundred and fifty-one = 3451 3451..3451"),
    ("zero losses", "zero = 0 0..0"),
  ])
  func `digits and words make figures`(text: String, told: String) { #expect(numbers(text) == [told]) }

  @Test(arguments: [
    ("dozens of men", "dozens = - 12..-"), ("scores of men", "scores = - -..-"), ("several men", "several = - -..-"),
    ("hundreds of thousands of people", "hundreds of thousands = - -..-"),
    ("tens of thousands", "tens of thousands = - -..-"), ("several dozen men", "several dozen = - 12..-"),
    ("several hundred men", "several hundred = - -..-"),
  ])
  func `vague words give no figure`(text: String, told: String) { #expect(numbers(text) == [told]) }

  @Test(arguments: [
    "T-72 tanks, an S-400 and COVID-19", "on January 27, 2020", "on 2020-02-07", "since 2011", "at 1:15 a.m. or 13:00",
    "20 to 22 January", "January 27-28", "the M5 and M4", "from the west to the east", "half of the town",
    "hundred names", "99999999999999999999999 grains",
  ])
  func `names, days and times count nothing`(text: String) { #expect(numbers(text).isEmpty) }

  @Test func `two figures side by side are two numbers`() {
    #expect(numbers("two three") == ["two = 2 2..2", "three = 3 3..3"])
    #expect(numbers("in 2015,2016 men") == ["2015 = 2015 2015..2015", "2016 = 2016 2016..2016"].suffix(1))
  }

  @Test func `a falling range is two numbers`() {
    #expect(numbers("lost 3-1") == ["3 = 3 3..3", "1 = 1 1..1"])
  }

  @Test func `between two things is no range`() {
    #expect(numbers("between two villages") == ["two = 2 2..2"])
  }

  @Test(arguments: [
    ("25 km", 0.5), ("300 km", 50), ("2.5 km", 0.05), ("1.7 million men", 50_000), ("two thousand men", 500),
    ("two dozen men", 6), ("0 men", 0.5), ("123 miles", 0.5),
  ])
  func `a figure is rounded to half a unit of its last digit`(text: String, rounding: Double) throws {
    #expect(try abs(#require(analyzed(text).numbers.first).rounding - rounding) < rounding * 1e-9)
  }

  @Test func `a count is a whole number`() {
    #expect(analyzed("4 men").numbers[0].count == 4)
    #expect(analyzed("2.5 km").numbers[0].count == nil)
    #expect(analyzed("dozens").numbers[0].count == nil)
  }
}
