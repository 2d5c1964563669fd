public import Geometry
public import Records

/// What was found in a story, as far as it is compared.
public struct StoryPrediction: Hashable, Sendable {
  /// An event that was found.
  public struct Event: Hashable, Sendable {
    /// Its type.
    public var type: String
    /// Its day.
    public var day: Day?
    /// The place's name.
    public var place: String?
    /// Its point, or a point for its area.
    public var point: Coordinate?
    /// The dead.
    public var fatalities: Int?
    /// The sentence that tells it.
    public var evidence: String
    /// The words that carry it.
    public var span: Span?
    /// The rules that carried it, one entry a mention.
    public var rules: [String]
    /// The rule that carries it first and the band of its place (ACLED's geo_precision): `airstrike.noun 1`.
    public var band: String?
  }

  /// A toponym that was found.
  public struct Mention: Hashable, Sendable {
    /// Where it stands.
    public var span: Span
    /// The words.
    public var text: String
    /// Where its place lies.
    public var point: Coordinate?
  }

  /// The events.
  public var events: [Event]
  /// The toponyms, each span once. Demonyms are not among them: the annotation has none (Codebook 11).
  public var mentions: [Mention]

  /// What a reader found.
  public init(_ findings: Findings) {
    events = findings.events.map { event in
      Event(
        type: event.type.rawValue, day: event.time.day ?? event.time.window?.start,
        place: event.location?.place.name, point: event.location?.point, fatalities: event.toll.fatalities,
        evidence: StoryText.collapsed(event.mentions.first?.sentence ?? ""), span: event.mentions.first?.span,
        rules: event.mentions.map(\.rule), band: RuleBand.of(event))
    }
    var seen: Set<Span> = []
    mentions = findings.mentions.filter { $0.role != .demonym && seen.insert($0.span).inserted }.map {
      Mention(span: $0.span, text: $0.text, point: $0.place?.point)
    }
  }
}
