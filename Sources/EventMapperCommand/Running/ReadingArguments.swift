import ArgumentParser
import EventCoding
import EventMapper
import NewsText
import Records

/// What every verb that reads articles takes.
struct ReadingArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders, or - for standard input: plain text, HTML, JSON Lines, CSV, RSS, Atom.", valueName: "input"))
  var inputs: [String] = []
  @Option(help: ArgumentHelp("The day of publication of articles that bring none of their own.", valueName: "day"))
  var published: DayArgument?
  @Option(help: ArgumentHelp("Code also what is off by default: alleged, historical, other.", valueName: "kinds"))
  var include: String?
  @Option(help: ArgumentHelp("Prefer places there.", valueName: "region")) var bias: String?
  @Option(help: ArgumentHelp("Resolve nothing elsewhere.", valueName: "region")) var restrict: String?
  @Option(help: "How many articles are read at a time; the output is the same.") var jobs: Int?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): give 1 or more") }
    _ = try inclusion()
  }

  /// What findings depend on beside article, rules and gazetteer, as text.
  var salt: String { [published?.day.description, include, bias, restrict].map { $0 ?? "" }.joined(separator: "\n") }

  /// The reader that was asked for.
  ///
  /// - Parameters:
  ///   - explains: whether somebody reads why events are what they are.
  ///   - tellsMentions: whether somebody reads the place mentions.
  func reader(explains: Bool = true, tellsMentions: Bool = true) throws -> Reader {
    try check()
    let folder = try DataFolder.find()
    let index = try common.openIndex()
    return try Reader(
      index: index, language: LanguageData(folder: folder.path),
      options: ReadingOptions(
        published: published?.day, include: inclusion(), bias: bias, restrict: restrict, explains: explains,
        tellsMentions: tellsMentions))
  }

  /// A reader of toponyms alone.
  func mentionReader() throws -> MentionReader {
    try check()
    return try MentionReader(index: common.openIndex(), folder: DataFolder.find(), bias: bias, restrict: restrict)
  }

  /// One verb can do without articles; whoever reads needs some.
  private func check() throws {
    if inputs.isEmpty { throw ValidationError("Missing expected argument '<input> ...'") }
  }

  private func inclusion() throws -> Inclusion {
    var included: Inclusion = []
    for word in (include ?? "").split(separator: ",").map({ $0.filter { $0 != " " } }) {
      guard let one = ReadingArguments.kinds[word] else {
        throw ValidationError("--include \(word): give alleged, historical or other, with commas between them")
      }
      included.insert(one)
    }
    return included
  }

  private static let kinds: [String: Inclusion] = ["alleged": .alleged, "historical": .historical, "other": .other]
}
