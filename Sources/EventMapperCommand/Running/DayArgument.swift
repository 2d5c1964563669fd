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

  /// Refuses days between which there is none.
  static func check(_ since: DayArgument?, _ until: DayArgument?) throws {
    guard let since, let until, since.day > until.day else { return }
    throw ValidationError("--since \(since.day) is after --until \(until.day): change them round")
  }
}
