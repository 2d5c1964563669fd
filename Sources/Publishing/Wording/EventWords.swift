import Formats
import Records

/// An event in the words of the map page's panel; the page itself composes nothing.
struct EventWords {
  let event: Event
  let maker: FeatureMaker
  let sources: SourceIndex

  /// The member `words` of an event on the page.
  var object: JSONObject {
    var list = Properties()
    list.add("label", maker.stylebook.style(of: event.type).label)
    addPlace(to: &list)
    addTime(to: &list)
    addSides(to: &list)
    list.add("damage", event.toll.damageText.map(Self.capitalized))
    list.add("toll", TollWords.phrase(event.toll))
    list.add("source", source)
    list.add("n_mentions", mentions)
    list.add("distances", distances)
    list.add("notes", event.notes.isEmpty ? nil : event.notes.map { Self.sentence($0) }.joined(separator: " "))
    list.add("quoted", quoted)
    list.add("codes", codes)
    return list.object
  }

  private func addPlace(to list: inout Properties) {
    let short = event.location.map(PlaceWords.short)
    list.add("place", short ?? "place not told")
    list.add("place_title", Self.capitalized(short ?? "place not told"))
    list.add("place_note", event.location.map(PrecisionWords.place))
    let country = maker.stylebook.country(event.location?.country)?.name ?? event.location?.country
    let units = [event.location?.admin1, country].compactMap { $0 }
    list.add("region", units.isEmpty ? nil : units.joined(separator: ", "))
  }

  private func addTime(to list: inout Properties) {
    let day = DateWords.phrase(event.time, withBounds: false) ?? "day not told"
    list.add("date", Self.capitalized(day) + (event.time.local.map { ", \($0) local time" } ?? ""))
    list.add("date_note", PrecisionWords.time(event.time))
  }

  private func addSides(to list: inout Properties) {
    list.add("actor1", EventSentence.side(event.actor1, event.assocActor1))
    list.add("actor2", EventSentence.side(event.actor2, event.assocActor2))
  }

  private var source: String {
    let status = Self.capitalized(event.status.rawValue)
    return event.attribution.map { "\(status) by \($0)" } ?? status
  }

  private var mentions: String {
    let documents = sources.documents(of: event).count
    return "\(Summary.plural(event.mentions.count, "mention")) in \(Summary.plural(documents, "article"))"
  }

  private var distances: String? {
    let parts = event.roadDistances.map { "\(Kilometers.text($0.distance)) from the \($0.key.uppercased())" }
    guard !parts.isEmpty else { return nil }
    return parts.joined(separator: ", ") + (event.location?.basis == .area ? ", from the middle of the area" : "")
  }

  private var quoted: String? {
    guard let best = event.mentions.first else { return nil }
    let found = sources[best.docID]
    let publisher = found?.sourceName ?? found?.title ?? best.docID
    let day = found?.publication.map { ", \(DateWords.day($0.day))" } ?? ""
    return "\(Self.capitalized(best.zone.rawValue)), \(publisher)\(day)"
  }

  private var codes: String {
    let acled = maker.stylebook.acled(of: event).map { "ACLED: \($0.eventType), \($0.subEventType)" } ?? "ACLED: none"
    let time = "time precision \(event.time.timePrecision) (ACLED), date_prec \(event.time.datePrec) (UCDP)"
    let place =
      event.location.map { "; geo precision \($0.geoPrecision) (ACLED), where_prec \($0.wherePrec) (UCDP)" } ?? ""
    let confidence = event.confidence.map { "; confidence \(Kilometers.oneDecimal($0))" } ?? ""
    return "\(acled); \(time)\(place)\(confidence)."
  }

  /// A note as a sentence: a capital before it, a period behind it.
  private static func sentence(_ note: String) -> String {
    let isEnded = note.last.map { ".!?”\"".contains($0) } ?? true
    return capitalized(note) + (isEnded ? "" : ".")
  }

  static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
