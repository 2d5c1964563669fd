import Formats
public import NewsText

/// A language as the event coder knows it: verbs, nouns, function words, actors and rules of `Data/<language>`.
public struct Lexicon: Sendable {
  let verbs: VerbLexicon
  let nouns: NounLexicon
  let words: FunctionWords
  let actors: ActorTable
  let confidence: ConfidenceTable
  /// The rules in the order of their file.
  public let rules: [EventRule]
  let adverbs: Set<Int32>
  /// Classes whose nouns act: forces, aircraft, weapons.
  let agents: NounClasses
  /// Classes whose nouns are people.
  let people: NounClasses
  /// Nouns that count settlements: "46 villages".
  let settlements: Set<Int32>
  /// "shot ... dead"
  let shootDead: (verb: Int32, dead: Int32)
  /// The first words of nouns that tell an event, with the rules that name them.
  let nounTriggers: [Int32: [(words: [Int32], rule: Int)]]
  /// The lemmas of verbs that tell an event, with the rules that name them.
  let verbTriggers: [Int32: [(pattern: VerbPattern, rule: Int)]]
  /// Every single word that alone is a noun that tells an event.
  let eventNouns: Set<Int32>
  /// A digest of all files read, for the collection's `generator`.
  public let contentHash: String

  /// Reads a folder of tables and rules, and adds their words to the vocabulary. `actors` is the folder of actor tables.
  public init(folder: String, actors actorFolder: String, vocabulary: inout Vocabulary) throws {
    var hash = FNV1a64()
    func table(_ path: String) throws -> Table {
      let file = try MappedFile(path)
      hash.combine(file.bytes)
      return try Table(file)
    }
    verbs = try VerbLexicon(table(folder + "/verbs.tsv"), &vocabulary)
    nouns = try NounLexicon(table(folder + "/nouns.tsv"), &vocabulary)
    words = try FunctionWords(table(folder + "/grammar.tsv"), &vocabulary)
    actors = try ActorTable(
      Lexicon.conflicts.map { try table("\(actorFolder)/\($0).tsv") }, table(folder + "/actors.tsv"), &vocabulary)
    confidence = try ConfidenceTable(table(folder + "/confidence.tsv"))
    let ruleFile = try MappedFile(folder + "/rules.txt")
    hash.combine(ruleFile.bytes)
    rules = try RuleFile(file: ruleFile.path).read(Array(ruleFile.bytes), nouns, &vocabulary)
    adverbs = words.words("adverbs")
    agents = ["aircraft", "drone", "artillery", "shell", "airmunition", "bomb", "mine", "suicide", "shooter", "force"]
      .reduce(into: NounClasses()) { [nouns] in $0.formUnion(nouns.named($1)) }
    people = ["civilian", "fighter", "force", "shooter"].reduce(into: NounClasses()) { [nouns] in
      $0.formUnion(nouns.named($1))
    }
    settlements = words.words("settlement")
    shootDead = (vocabulary.intern("shot"), vocabulary.intern("dead"))
    nounTriggers = Lexicon.nounIndex(rules)
    verbTriggers = Lexicon.verbIndex(rules)
    eventNouns = Set(nounTriggers.values.joined().compactMap { $0.words.count == 1 ? $0.words[0] : nil })
    contentHash = hash.hexDigest
  }

  /// The files of `Data/actors`, states first.
  private static let conflicts = [
    "states", "syria", "ukraine", "iraq", "yemen", "libya", "sudan", "levant", "afghanistan", "sahel", "horn", "congo",
    "myanmar",
  ]

  private static func nounIndex(_ rules: [EventRule]) -> [Int32: [(words: [Int32], rule: Int)]] {
    var index: [Int32: [(words: [Int32], rule: Int)]] = [:]
    for (place, rule) in rules.enumerated() {
      for words in rule.nouns where !words.isEmpty { index[words[0], default: []].append((words, place)) }
    }
    return index
  }

  private static func verbIndex(_ rules: [EventRule]) -> [Int32: [(pattern: VerbPattern, rule: Int)]] {
    var index: [Int32: [(pattern: VerbPattern, rule: Int)]] = [:]
    for (place, rule) in rules.enumerated() {
      for pattern in rule.verbs { index[pattern.lemma, default: []].append((pattern, place)) }
    }
    return index
  }
}
