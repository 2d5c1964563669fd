public import Geometry

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

/// When an event happened.
public struct EventTime: Hashable, Sendable {
  /// The best local day.
  public var day: Day?
  /// The local days that bound it.
  public var window: DayWindow?
  /// The local time of day, `HH:MM`.
  public var local: String?
  /// The words that tell it.
  public var text: String?
  /// How the day was found: `explicit`, `weekday`, `relative`, `reporting_day`, `month`.
  public var basis: String
  /// ACLED's time precision, 1 (day) to 3 (month).
  public var timePrecision: Int
  /// UCDP's date_prec, 1 (day) to 5 (year or more).
  public var datePrec: Int

  /// A time.
  public init(
    day: Day?, window: DayWindow?, local: String? = nil, text: String? = nil, basis: String, timePrecision: Int,
    datePrec: Int
  ) {
    self.day = day
    self.window = window
    self.local = local
    self.text = text
    self.basis = basis
    self.timePrecision = timePrecision
    self.datePrec = datePrec
  }
}

/// How an event's place became known (DESIGN, `location_basis`).
public enum LocationBasis: String, Hashable, Sendable {
  /// The place itself is named.
  case named
  /// Told relative to a named one ("25 km west of", "near").
  case relative
  /// A named region, or a part of one.
  case area
  /// A road or a river.
  case line
}

/// Where an event happened.
public struct EventLocation: Hashable, Sendable {
  /// The place, or the one it is told from.
  public var place: Place
  /// The words that tell it.
  public var text: String
  /// A point, or the honest area.
  public var shape: Shape
  /// A representative point, also of an area.
  public var point: Coordinate
  /// How it became known.
  public var basis: LocationBasis
  /// The relation to the place ("near", "25 km west"), nil where it is the place.
  public var relation: String?
  /// ACLED's geo_precision, 1 (the place) to 3 (a larger region).
  public var geoPrecision: Int
  /// UCDP's where_prec, 1 (the place) to 7.
  public var wherePrec: Int
  /// The true place lies within it of `point` nine times in ten, in meters.
  public var radius: Double
  /// Other places the words may mean: name and id.
  public var alternatives: [String]
  /// Administrative units of the point, as the gazetteer's polygons tell.
  public var admin1: String?
  /// The second-level unit.
  public var admin2: String?
  /// ISO 3166-1 alpha-2.
  public var country: String?

  /// A location; the units are those of its place until polygons tell better.
  public init(
    place: Place, text: String, shape: Shape, point: Coordinate, basis: LocationBasis, relation: String? = nil,
    geoPrecision: Int, wherePrec: Int, radius: Double, alternatives: [String] = []
  ) {
    self.place = place
    self.text = text
    self.shape = shape
    self.point = point
    self.basis = basis
    self.relation = relation
    self.geoPrecision = geoPrecision
    self.wherePrec = wherePrec
    self.radius = radius
    self.alternatives = alternatives
    admin1 = place.admin1
    admin2 = place.admin2
    country = place.country
  }
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

/// Why words that look like an event are none; the first ones are PLOVER's modes.
public enum NearMissKind: String, Hashable, Sendable, CaseIterable {
  /// Of the past, not what the article reports.
  case historical
  /// Yet to come.
  case future
  /// Possible, conditional, planned, asked for.
  case hypothetical
  /// Said not to have happened.
  case negated
  /// A total over several events or a stretch of time.
  case backgroundTotal = "background_total"
  /// A call, a warning, a judgment.
  case statement
  /// A campaign or a habit without a day.
  case ongoing
  /// An accusation.
  case alleged
  /// Told without a place finer than a country.
  case unplaced
  /// A part of another event, such as a missile defence.
  case attribute
  /// Talk of an event, without saying that it took place.
  case reference
  /// A headline that the article does not bear out as one event.
  case summary
  /// Seen or heard elsewhere.
  case heard
  /// Violence that fits no type.
  case other
}

/// Words that look like an event and are none, with the reason: what `--report` lists.
public struct NearMiss: Hashable, Sendable {
  /// The document.
  public var docID: String
  /// What they are.
  public var kind: NearMissKind
  /// Why no event.
  public var reason: String
  /// The event it would have been.
  public var type: EventType
  /// The words.
  public var quote: String
  /// Where they stand.
  public var span: Span
  /// The whole sentence.
  public var sentence: String
  /// The part of the document.
  public var zone: Zone

  /// A near-miss.
  public init(
    docID: String, kind: NearMissKind, reason: String, type: EventType, quote: String, span: Span, sentence: String,
    zone: Zone
  ) {
    self.docID = docID
    self.kind = kind
    self.reason = reason
    self.type = type
    self.quote = quote
    self.span = span
    self.sentence = sentence
    self.zone = zone
  }
}
