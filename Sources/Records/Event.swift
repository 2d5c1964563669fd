/// What happened (DESIGN, `event_type`).
public enum EventType: String, Hashable, Sendable, CaseIterable {
  case airstrike, shelling
  case droneStrike = "drone_strike"
  case bombing
  case armedClash = "armed_clash"
  case groundAssault = "ground_assault"
  case capture, withdrawal, interception, abduction, execution, protest, displacement, ceasefire
  case aidDelivery = "aid_delivery"
  case infrastructureDestruction = "infrastructure_destruction"
  /// A dated, placed act of violence that fits none; off by default.
  case other
}

/// How far a report vouches for its event (Codebook 8).
public enum EventStatus: String, Hashable, Sendable {
  case reported, claimed, disputed, denied, alleged
  /// An event of the past, given only with `--include historical`.
  case historical
}

/// What an event cost (Codebook 3 to 5).
public struct Toll: Hashable, Sendable {
  /// The dead: the lower bound of a range or the first-named figure.
  public var fatalities: Int?
  /// The least that is said.
  public var fatalitiesLow: Int?
  /// The most that is said.
  public var fatalitiesHigh: Int?
  /// The wounded.
  public var injured: Int?
  /// Those who had to leave.
  public var displaced: Int?
  /// The words that tell of damage.
  public var damageText: String?
  /// The words that tell the toll.
  public var text: String?

  /// Nothing known.
  public init() {}
}

/// One mention of an event in a document: the words that carry it.
public struct EventMention: Hashable, Sendable {
  /// The document.
  public var docID: String
  /// The words.
  public var quote: String
  /// Where they stand.
  public var span: Span
  /// The whole sentence.
  public var sentence: String
  /// The part of the document.
  public var zone: Zone
  /// The rule that found it.
  public var rule: String

  /// A mention of an event.
  public init(docID: String, quote: String, span: Span, sentence: String, zone: Zone, rule: String) {
    self.docID = docID
    self.quote = quote
    self.span = span
    self.sentence = sentence
    self.zone = zone
    self.rule = rule
  }
}

/// An event, as an ACLED or UCDP coder would record it, with the sentence that proves it.
public struct Event: Hashable, Sendable {
  /// A hash of doc_id, event type and the offset of the first mention: never of place or date, which get corrected.
  public var id: String
  /// What happened.
  public var type: EventType
  /// How far the report vouches for it.
  public var status: EventStatus
  /// Who reports it.
  public var attribution: String?
  /// Share of events that this rule and price band got right on the development sets.
  public var confidence: Double?
  /// The acting side.
  public var actor1: String?
  /// Those who act with it.
  public var assocActor1: [String]
  /// The side acted on.
  public var actor2: String?
  /// Those who suffer with it.
  public var assocActor2: [String]
  /// Whether the acting side is a government recapturing its own territory, for ACLED's sub-event type.
  public var actor1IsState: Bool
  /// When.
  public var time: EventTime
  /// Where, nil where it cannot be told.
  public var location: EventLocation?
  /// What it cost.
  public var toll: Toll
  /// The words that carry it, the best mention first.
  public var mentions: [EventMention]
  /// Notes a reader needs: disagreement between mentions, an attribute such as a missile defence.
  public var notes: [String]
  /// Distance to each road the gazetteer names, in meters, by the road's key.
  public var roadDistances: [RoadDistance]
  /// Why it is what and where it is, line by line, for `explain`.
  public var explanation: [String]

  /// An event.
  public init(
    id: String, type: EventType, status: EventStatus, time: EventTime, location: EventLocation?,
    mentions: [EventMention]
  ) {
    self.id = id
    self.type = type
    self.status = status
    self.time = time
    self.location = location
    self.mentions = mentions
    assocActor1 = []
    assocActor2 = []
    actor1IsState = false
    toll = Toll()
    notes = []
    roadDistances = []
    explanation = []
  }
}

/// How far an event lies from a road.
public struct RoadDistance: Hashable, Sendable {
  /// The road's key: `m5` gives `distance_km_m5`.
  public var key: String
  /// Meters on the ellipsoid.
  public var distance: Double

  /// A distance.
  public init(key: String, distance: Double) {
    self.key = key
    self.distance = distance
  }
}
