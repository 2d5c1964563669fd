/// Where found toponyms of some kind were put.
public struct Placement: Hashable, Sendable {
  /// Distances at which the share is told, in kilometers.
  public static let limits = [5, 20, 161]

  /// Toponyms with a known place.
  public var wanted = 0
  /// Those that were found at all.
  public var found = 0
  /// How far off each placed one was, in kilometers.
  public var distances: [Double] = []

  /// The share of the wanted that was put within so many kilometers.
  public func accuracy(_ kilometers: Int) -> Double? {
    share(distances.count { $0 <= Double(kilometers) }, of: wanted)
  }

  /// The median of the distances.
  public var medianKilometers: Double? { median(distances) }

  static func += (sum: inout Placement, part: Placement) {
    sum.wanted += part.wanted
    sum.found += part.found
    sum.distances += part.distances
  }

  func figures(_ set: String, _ name: String) -> [Figure] {
    Placement.limits.map { Figure(set, "\(name) acc@\($0)km", accuracy($0)) }
      + [Figure(set, "\(name) median km", medianKilometers)]
  }
}

/// How a found event resembles the true one, over all found.
public struct Likeness: Hashable, Sendable {
  /// Of the very type.
  public var type = 0
  /// On the very day.
  public var day = 0
  /// With the very number of dead, of those for which one is known.
  public var fatalities = 0
  /// With a number of dead that is accepted.
  public var fatalitiesInRange = 0
  /// Those for which a number of dead is known.
  public var withFatalities = 0
  /// Without one, where none is known.
  public var nullKept = 0
  /// Those for which none is known.
  public var withoutFatalities = 0
  /// How far off each was, in kilometers.
  public var distances: [Double] = []

  static func += (sum: inout Likeness, part: Likeness) {
    sum.type += part.type
    sum.day += part.day
    sum.fatalities += part.fatalities
    sum.fatalitiesInRange += part.fatalitiesInRange
    sum.withFatalities += part.withFatalities
    sum.nullKept += part.nullKept
    sum.withoutFatalities += part.withoutFatalities
    sum.distances += part.distances
  }
}

/// What came of comparing findings with annotated stories.
public struct StoryScore: Hashable, Sendable {
  /// Stories that were compared.
  public var stories = 0
  /// Literal toponyms found with the very same span.
  public var exact = Detection()
  /// Literal toponyms found with any overlap.
  public var overlap = Detection()
  /// Words that look like places and are none.
  public var decoys = 0
  /// How often one was taken for a place.
  public var decoysTaken = 0
  /// Where toponyms were put: `all`, `point`, `area`, `geonames`.
  public var placement: [String: Placement] = [:]
  /// Events of the same type group, place and day.
  public var events = Detection()
  /// Events of the same type group and place.
  public var eventsWithoutDate = Detection()
  /// Events of the same place and day.
  public var eventsWithoutType = Detection()
  /// Events that a coder may find, found.
  public var optionalFound = 0
  /// How found events resemble the true ones.
  public var likeness = Likeness()
  /// Wanted and found events of each type.
  public var types: [String: Detection] = [:]
  /// Events raised by sentences that must raise none.
  public var falseFromNotEvents = 0
  /// How many of those sentences raised one.
  public var notEventsTriggered = 0
  /// How many of those sentences there are.
  public var notEvents = 0
  /// Events out of other words that match nothing.
  public var falseFromElsewhere = 0
  /// Every rule that fired, by name; an event that a coder may find counts as right.
  public var rules: [RuleHits] = []
  /// The same by rule and band of the place, an event counting once.
  public var bands: [RuleHits] = []
  /// Everything that is wrong.
  public var misses: [Miss] = []

  /// Nothing compared yet.
  public init() {}

  /// Adds up.
  public static func += (sum: inout StoryScore, part: StoryScore) {
    sum.stories += part.stories
    sum.exact += part.exact
    sum.overlap += part.overlap
    sum.decoys += part.decoys
    sum.decoysTaken += part.decoysTaken
    for (kind, placement) in part.placement { sum.placement[kind, default: Placement()] += placement }
    sum.events += part.events
    sum.eventsWithoutDate += part.eventsWithoutDate
    sum.eventsWithoutType += part.eventsWithoutType
    sum.optionalFound += part.optionalFound
    sum.likeness += part.likeness
    for (type, detection) in part.types { sum.types[type, default: Detection()] += detection }
    sum.falseFromNotEvents += part.falseFromNotEvents
    sum.notEventsTriggered += part.notEventsTriggered
    sum.notEvents += part.notEvents
    sum.falseFromElsewhere += part.falseFromElsewhere
    sum.misses += part.misses
    var tally = RuleTally()
    tally.add(sum.rules + part.rules)
    sum.rules = tally.sorted
    var bands = RuleTally()
    bands.add(sum.bands + part.bands)
    sum.bands = bands.sorted
  }
}
