import Geoparsing
import NewsText
import Records

/// Names the sides: aliases, countries and their demonyms, and words such as "the army" that lean on the text's country.
struct ActorReader {
  let reading: Reading

  /// The actors that noun groups name, in order, each once.
  func actors(_ groups: [NounGroup]) -> [Actor] {
    var found: [Actor] = []
    for group in groups {
      for actor in actors(in: group) where !found.contains(actor) { found.append(actor) }
    }
    return found
  }

  /// The actors of one noun group: "Russian and regime jets" is two.
  func actors(in group: NounGroup) -> [Actor] {
    var found: [Actor] = []
    var token = group.tokens.lowerBound
    while token < group.tokens.upperBound {
      let (actor, length) = actor(at: token, in: group)
      if let actor, !found.contains(actor) { found.append(actor) }
      token += max(1, length)
    }
    if found.isEmpty { found = civilians(group) }
    return withoutGenericTwin(found)
  }

  private func actor(at token: Int, in group: NounGroup) -> (Actor?, Int) {
    let lexicon = reading.lexicon
    if let named = lexicon.actors.named(
      at: token, in: reading.document, limit: group.tokens.upperBound, focus: reading.focus?.code)
    {
      return (named.actor, named.length)
    }
    if let index = reading.places.toponym(at: token) {
      let toponym = reading.places.toponyms[index]
      return (state(of: toponym, in: group), toponym.tokens.upperBound - token)
    }
    if let generic = lexicon.actors.generic(at: token, in: reading.document, limit: group.tokens.upperBound) {
      return (side(generic.kind), generic.length)
    }
    return (nil, 1)
  }

  /// A country that acts, or a demonym before a force: its government.
  private func state(of toponym: Toponym, in group: NounGroup) -> Actor? {
    guard let place = toponym.chosen, let name = country(of: place, toponym) else { return nil }
    let forces = reading.has(group, reading.lexicon.agents)
    let isWhole = group.tokens.upperBound <= toponym.tokens.upperBound + 1
    let bodyOfPeople = reading.has(group, reading.classes("civilian")) && !forces
    switch toponym.role {
    case .demonym: return forces || isEventNoun(group) || !bodyOfPeople && isWhole ? name : nil
    case .metonym: return name
    // "in Engels, Russia, on Monday": what says where another place lies does not act.
    case .literal, .embedded:
      return place.kind == .country && (forces || isWhole && toponym.contents.isEmpty) ? name : nil
    case .dateline: return nil
    }
  }

  private func isEventNoun(_ group: NounGroup) -> Bool {
    reading.lexicon.eventNouns.contains(reading.word(group.head)) || nounTriggerEnds(at: group)
  }

  private func nounTriggerEnds(at group: NounGroup) -> Bool {
    group.tokens.contains { reading.lexicon.nounTriggers.holds(reading.word($0)) }
  }

  private func country(of place: Place, _ toponym: Toponym) -> Actor? {
    if place.kind == .country {
      return Actor(name: "Government of \(place.name)", kind: .state, country: place.country)
    }
    // A capital that speaks or acts stands for its government.
    guard toponym.role == .metonym, let code = place.country, let focus = reading.countries[code] else { return nil }
    return Actor(name: "Government of \(focus)", kind: .state, country: code)
  }

  private func side(_ kind: ActorKind) -> Actor? {
    switch kind {
    case .state: reading.focus.map { Actor(name: "Government of \($0.name)", kind: .state, country: $0.code) }
    case .unidentified: Actor(name: "Unidentified armed group", kind: .unidentified, country: nil)
    case .group: reading.focus.map { Actor(name: "Opposition (\($0.name))", kind: .group, country: $0.code) }
    case .civilians: nil
    }
  }

  private func civilians(_ group: NounGroup) -> [Actor] {
    guard reading.has(group, reading.classes("civilian")), !reading.has(group, reading.classes("fighter")) else {
      return []
    }
    return [Actor(name: reading.focus.map { "Civilians (\($0.name))" } ?? "Civilians", kind: .civilians, country: nil)]
  }

  /// "Syrian army": the demonym says which; "rebel fighters": the alias does.
  private func withoutGenericTwin(_ actors: [Actor]) -> [Actor] {
    guard actors.contains(where: { $0.kind == .unidentified }) else { return actors }
    let named = actors.filter { $0.kind != .unidentified }
    return named.isEmpty ? actors : named
  }
}
