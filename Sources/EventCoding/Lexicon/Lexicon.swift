import Formats
public import NewsText

/// A language as the event coder knows it: verbs, nouns, function words, actors and rules of `Data/<language>`. One for
/// all stages and workers.
public final class Lexicon: Sendable {
  let verbs: VerbLexicon
  let nouns: NounLexicon
  let words: FunctionWords
  let actors: ActorTable
  let confidence: ConfidenceTable
  /// The rules in the order of their file.
  public let rules: [EventRule]
  let adverbs: WordSet
  /// Classes whose nouns act: forces, aircraft, weapons.
  let agents: NounClasses
  /// Classes whose nouns are people.
  let people: NounClasses
  /// Nouns that count settlements: "46 villages".
  let settlements: WordSet
  /// "shot ... dead"
  let shootDead: (verb: Int32, dead: Int32)
  /// The first words of nouns that tell an event, with the rules that name them.
  let nounTriggers: CodeTable<[(words: [Int32], rule: Int)]>
  /// The lemmas of verbs that tell an event, with the rules that name them.
  let verbTriggers: CodeTable<[(pattern: VerbPattern, rule: Int)]>
  /// Every word that can be or begin a trigger: a sentence without one tells no event.
  let triggerWords: CodeSet
  /// Every single word that alone is a noun that tells an event.
  let eventNouns: CodeSet
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
    agents = nouns.named([
      "aircraft", "drone", "artillery", "shell", "airmunition", "bomb", "mine", "suicide", "shooter", "force",
    ])
    people = nouns.named(["civilian", "fighter", "force", "shooter"])
    settlements = words.words("settlement")
    shootDead = (vocabulary.intern("shot"), vocabulary.intern("dead"))
    nounTriggers = Lexicon.nounIndex(rules)
    verbTriggers = Lexicon.verbIndex(rules)
    eventNouns = CodeSet(rules.flatMap(\.nouns).filter { $0.count == 1 }.map { $0[0] })
    triggerWords = Lexicon.triggerWords(rules, verbs)
    contentHash = hash.hexDigest
  }

  /// The files of `Data/actors`, states first.
  private static let conflicts = [
    "states", "syria", "ukraine", "iraq", "yemen", "libya", "sudan", "levant", "afghanistan", "sahel", "horn", "congo",
    "myanmar",
  ]

  private static func nounIndex(_ rules: [EventRule]) -> CodeTable<[(words: [Int32], rule: Int)]> {
    var index = CodeTable<[(words: [Int32], rule: Int)]>()
    for (place, rule) in rules.enumerated() {
      for words in rule.nouns where !words.isEmpty { index[words[0], default: []].append((words, place)) }
    }
    return index
  }

  private static func triggerWords(_ rules: [EventRule], _ verbs: VerbLexicon) -> CodeSet {
    let lemmas = CodeSet(rules.flatMap(\.verbs).map(\.lemma))
    let nouns = rules.flatMap(\.nouns).compactMap(\.first)
    return CodeSet(lemmas.codes + verbs.forms(of: lemmas) + nouns)
  }

  private static func verbIndex(_ rules: [EventRule]) -> CodeTable<[(pattern: VerbPattern, rule: Int)]> {
    var index = CodeTable<[(pattern: VerbPattern, rule: Int)]>()
    for (place, rule) in rules.enumerated() {
      for pattern in rule.verbs { index[pattern.lemma, default: []].append((pattern, place)) }
    }
    return index
  }
}
