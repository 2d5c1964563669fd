public import Formats
public import Geometry
public import Records

extension FeatureMaker {
  /// An event: a point, the honest area, or no geometry.
  public func feature(of event: Event, sources: SourceIndex) -> Feature {
    var list = Properties()
    add(event, sources, to: &list)
    return Feature(id: .string(event.id), geometry: event.location?.shape, properties: list.object)
  }

  /// Writes an event as a feature: the bytes of `feature(of:sources:)`, without making it.
  public func write(_ event: Event, sources: SourceIndex, to json: inout JSONWriter) {
    json.beginObject()
    json.member("type", "Feature")
    json.member("id", event.id)
    json.key("geometry")
    json.geometry(event.location?.shape)
    json.key("properties")
    json.object { add(event, sources, to: &$0) }
    json.endObject()
  }

  private func add(_ event: Event, _ sources: SourceIndex, to list: inout some MemberSink) {
    list.add("feature", "event")
    list.add("id", event.id)
    addKind(event, to: &list)
    addTime(event.time, to: &list)
    addPlace(event.location, to: &list)
    addToll(event.toll, to: &list)
    addText(event, to: &list)
    addSource(event, sources, to: &list)
    addDistances(event, to: &list)
    let style = stylebook.style(of: event.type)
    list.add("description", EventSentence.compose(event, label: style.label))
    addStyle(style, to: &list)
  }

  private func addKind(_ event: Event, to list: inout some MemberSink) {
    let acled = stylebook.acled(of: event)
    list.add("event_type", event.type.rawValue)
    list.add("acled_event_type", acled?.eventType)
    list.add("acled_sub_event_type", acled?.subEventType)
    list.add("status", event.status.rawValue)
    list.add("attribution", event.attribution)
    list.add("confidence", event.confidence.map { ($0 * 10).rounded() / 10 })
    list.add("actor1", event.actor1)
    list.add("assoc_actor_1", event.assocActor1)
    list.add("actor2", event.actor2)
    list.add("assoc_actor_2", event.assocActor2)
  }

  private func addTime(_ time: EventTime, to list: inout some MemberSink) {
    list.add("date", time.day?.description)
    list.add("start", time.window?.start.description)
    list.add("end", time.window?.end.description)
    list.add("time_local", time.local)
    list.add("date_text", time.text)
    list.add("date_basis", time.basis)
    list.add("time_precision", time.timePrecision)
    list.add("date_prec", time.datePrec)
  }

  private func addPlace(_ location: EventLocation?, to list: inout some MemberSink) {
    let point = location?.point.rounded
    list.add("place", location?.place.name)
    list.add("place_text", location?.text)
    list.add("place_id", location?.place.id)
    list.add("place_kind", location?.place.kind.rawValue)
    list.add("lat", point?.lat)
    list.add("lon", point?.lon)
    list.add("admin1", location?.admin1)
    list.add("admin2", location?.admin2)
    list.add("country", location?.country)
    list.add("geo_precision", location?.geoPrecision)
    list.add("where_prec", location?.wherePrec)
    list.add("radius_m", location?.radius)
    list.add("location_basis", location?.basis.rawValue)
    list.add("alternatives", location?.alternatives ?? [])
  }

  private func addToll(_ toll: Toll, to list: inout some MemberSink) {
    list.add("fatalities", toll.fatalities)
    list.add("fatalities_low", toll.fatalitiesLow)
    list.add("fatalities_high", toll.fatalitiesHigh)
    list.add("injured", toll.injured)
    list.add("displaced", toll.displaced)
    list.add("damage_text", toll.damageText)
    list.add("toll_text", toll.text)
  }

  private func addText(_ event: Event, to list: inout some MemberSink) {
    let best = event.mentions.first
    list.add("quote", best?.quote)
    list.add("span_start", best?.span.start)
    list.add("span_end", best?.span.end)
    list.add("sentence", best?.sentence)
    list.add("zone", best?.zone.rawValue)
  }

  private func addSource(_ event: Event, _ sources: SourceIndex, to list: inout some MemberSink) {
    let documents = sources.documents(of: event)
    let first = documents.first.flatMap { sources[$0] }
    list.add("doc_id", documents.first)
    list.add("n_mentions", event.mentions.count)
    list.add("n_sources", documents.count)
    list.add("source_ids", documents)
    list.add("source_name", first?.sourceName)
    list.add("source_url", first?.sourceURL)
    list.add("title", first?.title)
    list.add("published", first?.publication?.day.description)
    list.add("published_basis", first?.publication?.basis.rawValue)
  }

  private func addDistances(_ event: Event, to list: inout some MemberSink) {
    for key in roads {
      let found = event.roadDistances.first { $0.key == key }
      list.add("distance_km_\(key)", found.map { $0.distance / 1000 })
    }
  }
}
