import ArgumentParser
import NewsText
import Records

/// A day on the command line: `2020-02-11`, also in the other forms that articles may have.
struct DayArgument: ExpressibleByArgument {
  let day: Day

  init?(argument: String) {
    guard let day = PublishedDate.day(in: argument) else { return nil }
    self.day = day
  }
}
