import NewsText
public import Records

/// A verb of a rule, with the particles that must stand close behind it.
struct VerbPattern {
  var lemma: Int32
  var particles: [Int32]
}

/// Where an event's place stands in its clause.
enum PlaceSlot: String {
  case any, object, subject, from
}

/// How an event is told: a trigger, and what must stand around it. Every telling refers to its rule, so it is a class.
public final class EventRule: Sendable {
  /// Its name.
  public let name: String
  /// What it codes.
  public let type: EventType
  /// Sentences on which it must fire, the trigger in double brackets.
  public let fires: [String]
  /// Sentences on which it must not.
  public let never: [String]
  let verbs: [VerbPattern]
  let nouns: [[Int32]]
  let agent: NounClasses
  let agentIsActor: Bool
  let target: NounClasses
  let targetIsPlace: Bool
  let targetIsActor: Bool
  let with: CodeSet
  let unless: CodeSet
  let needsLight: Bool
  let place: PlaceSlot
  let swaps: Bool
  /// Says only that people were killed: what else is told of the place and day says how.
  let isWeak: Bool

  /// The places told before the trigger are where it was fired from.
  let startsAtSubject: Bool
  /// A weapon or a bearer of one does it: that says more of the kind of attack than who stands behind it.
  let isByWeapon: Bool
  /// Somebody or something must be acted on.
  let asksForTarget: Bool
  /// How much it asks of what stands around its trigger.
  let conditions: Int
  /// How much it asks: of the rules that fit, the one that asks most wins.
  let specificity: Int

  init(
    name: String, type: EventType, fires: [String], never: [String], verbs: [VerbPattern], nouns: [[Int32]],
    agent: NounClasses, agentIsActor: Bool, target: NounClasses, targetIsPlace: Bool, targetIsActor: Bool,
    with: CodeSet, unless: CodeSet, needsLight: Bool, place: PlaceSlot, swaps: Bool, isWeak: Bool,
    startsAtSubject: Bool, isByWeapon: Bool
  ) {
    (self.name, self.type, self.fires) = (name, type, fires)
    (self.never, self.verbs, self.nouns) = (never, verbs, nouns)
    (self.agent, self.agentIsActor, self.target) = (agent, agentIsActor, target)
    (self.targetIsPlace, self.targetIsActor, self.with) = (targetIsPlace, targetIsActor, with)
    (self.unless, self.needsLight, self.place) = (unless, needsLight, place)
    (self.swaps, self.isWeak, self.startsAtSubject) = (swaps, isWeak, startsAtSubject)
    self.isByWeapon = isByWeapon
    asksForTarget = !target.isEmpty || targetIsPlace || targetIsActor
    conditions =
      (isByWeapon ? 3 : 0) + (agent.isEmpty ? 0 : 2) + (asksForTarget ? 2 : 0) + (with.isEmpty ? 0 : 3)
    let words = (verbs.contains { !$0.particles.isEmpty } ? 1 : 0) + (nouns.contains { $0.count > 1 } ? 1 : 0)
    specificity = isWeak ? 0 : conditions + words
  }
}
