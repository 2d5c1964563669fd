import NewsText
import Records

/// Puts names, descriptions and relations together into whole place phrases.
struct PhraseReader {
  private let work: Workspace
  private let text: GeoparsedText
  private var consumed: Set<PlaceReference> = []
  /// The relations of each place that they belong to, and those without one by the place that they are told from.
  private var byOwner: [PlaceReference: [SpatialRelation]] = [:]
  private var byAnchor: [PlaceReference: [SpatialRelation]] = [:]
  private var phrases: [LocationPhrase] = []

  /// The phrases of a document, in the order of the text.
  static func read(_ work: Workspace, _ text: GeoparsedText) -> [LocationPhrase] {
    var reader = PhraseReader(work: work, text: text)
    reader.consume()
    for found in work.relations where found.owner == nil && !reader.isContainer(found.relation.anchor) {
      reader.addRelative(found.relation)
    }
    for index in text.toponyms.indices { reader.addNamed(.toponym(index)) }
    for index in text.definitePlaces.indices { reader.addNamed(.definite(index)) }
    return reader.phrases.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private init(work: Workspace, text: GeoparsedText) {
    self.work = work
    self.text = text
  }

  /// Anchors of relations and containers stand in another phrase.
  private mutating func consume() {
    for found in work.relations {
      if let owner = found.owner {
        byOwner[owner, default: []].append(found.relation)
      } else {
        byAnchor[found.relation.anchor, default: []].append(found.relation)
      }
      if !isContainer(found.relation.anchor) || found.owner != nil { consumed.insert(found.relation.anchor) }
      if case .between(let first, _) = found.relation.kind { consumed.insert(first) }
    }
    for toponym in text.toponyms {
      if let outer = toponym.container { consumed.insert(.toponym(outer)) }
    }
  }

  private func isContainer(_ reference: PlaceReference) -> Bool {
    guard case .toponym(let index) = reference else { return false }
    return !text.toponyms[index].contents.isEmpty
  }

  // MARK: Phrases

  private mutating func addRelative(_ relation: SpatialRelation) {
    let end = endOf(relation.anchor)
    let qualifiers = qualifiers(of: relation.anchor)
    let tokens = spanning(relation.words.lowerBound..<max(end, relation.words.upperBound), qualifiers, nil)
    phrases.append(
      LocationPhrase(
        tokens: tokens, head: relation.anchor, relation: relation, qualifiers: qualifiers,
        container: container(of: relation.anchor), preposition: preposition(at: tokens.lowerBound),
        role: role(of: relation.anchor)))
  }

  private mutating func addNamed(_ reference: PlaceReference) {
    guard !consumed.contains(reference), isPlace(reference) else { return }
    let name = text.tokens(reference)
    let start = modifiers(of: reference, name).start
    let qualifiers = qualifiers(of: reference)
    let container = container(of: reference)
    let tokens = spanning(start..<endOf(reference), qualifiers, container)
    phrases.append(
      LocationPhrase(
        tokens: tokens, head: reference, relation: nil, qualifiers: qualifiers, container: container,
        preposition: preposition(at: tokens.lowerBound), role: role(of: reference)))
  }

  private func modifiers(of reference: PlaceReference, _ tokens: Range<Int>) -> Modifiers {
    if case .toponym(let name) = reference { return work.modifiers[name] }
    return Modifiers(before: tokens.lowerBound, in: work.sentence(of: tokens.lowerBound), work)
  }

  private func isPlace(_ reference: PlaceReference) -> Bool {
    switch reference {
    case .toponym(let index):
      text.toponyms[index].role != .demonym && text.toponyms[index].role != .dateline
    case .definite(let index): text.definitePlaces[index].place != nil
    }
  }

  private func role(of reference: PlaceReference) -> MentionRole {
    if case .toponym(let index) = reference { return text.toponyms[index].role }
    return .literal
  }

  /// One past the name, its kind noun included.
  private func endOf(_ reference: PlaceReference) -> Int {
    let end = text.tokens(reference).upperBound
    if case .toponym(let index) = reference, let noun = work.names[index].kindTokens {
      return max(end, noun.upperBound)
    }
    return end
  }

  private func container(of reference: PlaceReference) -> Int? {
    if case .toponym(let index) = reference { return text.toponyms[index].container }
    return nil
  }

  private func qualifiers(of reference: PlaceReference) -> [SpatialRelation] {
    guard !work.relations.isEmpty else { return [] }
    let own = byOwner[reference] ?? []
    return container(of: reference).map { own + (byAnchor[.toponym($0)] ?? []) } ?? own
  }

  /// The range widened over qualifiers and a container of the same sentence.
  private func spanning(_ range: Range<Int>, _ qualifiers: [SpatialRelation], _ container: Int?) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    for relation in qualifiers {
      low = min(low, relation.words.lowerBound)
      high = max(high, endOf(relation.anchor))
    }
    if let container {
      low = min(low, text.toponyms[container].tokens.lowerBound)
      high = max(high, endOf(.toponym(container)))
    }
    return low..<high
  }

  /// The preposition that governs a phrase: before it, or its own first word ("near", "on the outskirts of").
  private func preposition(at start: Int) -> Int? {
    let sentence = work.sentence(of: start)
    for token in [start - 1, start] where sentence.contains(token) && work.tokens[token].kind == .word {
      if !work.cues(token).isDisjoint(with: [.placePreposition, .otherPreposition]) { return token }
    }
    return nil
  }
}
