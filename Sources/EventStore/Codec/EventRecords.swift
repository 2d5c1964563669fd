import Formats
import Geometry
import Records

extension Span: Recorded {
  static var blank: Span { Span(0, 0) }
  mutating func visit(_ members: inout Members) {
    members("start", &start)
    members("end", &end)
  }
}

extension DayWindow: Recorded {
  static var blank: DayWindow { DayWindow(Day(number: 0), Day(number: 0)) }
  mutating func visit(_ members: inout Members) {
    members("start", &start)
    members("end", &end)
  }
}

extension Publication: Recorded {
  static var blank: Publication { Publication(day: Day(number: 0), window: .blank, basis: .given) }
  mutating func visit(_ members: inout Members) {
    members("day", &day)
    members("window", &window)
    members("basis", &basis)
  }
}

extension Coordinate: Recorded {
  static var blank: Coordinate { Coordinate(lon: 0, lat: 0) }
  mutating func visit(_ members: inout Members) {
    members("lon", &lon)
    members("lat", &lat)
  }
}

extension Place: Recorded {
  static var blank: Place { Place(id: "", name: "", kind: .other) }
  mutating func visit(_ members: inout Members) {
    members("id", &id)
    members("name", &name)
    members("kind", &kind)
    members("point", &point)
    members("country", &country)
    members("admin1", &admin1)
    members("admin2", &admin2)
    members("population", &population)
    members("arabic", &arabicName)
    members("source", &source)
  }
}

extension EventTime: Recorded {
  static var blank: EventTime { EventTime(day: nil, window: nil, basis: "", timePrecision: 3, datePrec: 5) }
  mutating func visit(_ members: inout Members) {
    members("day", &day)
    members("window", &window)
    members("local", &local)
    members("text", &text)
    members("basis", &basis)
    members("time_precision", &timePrecision)
    members("date_prec", &datePrec)
  }
}

extension EventLocation: Recorded {
  static var blank: EventLocation {
    EventLocation(
      place: .blank, text: "", shape: .collection([]), point: .blank, basis: .named, geoPrecision: 3, wherePrec: 7,
      radius: 0)
  }
  mutating func visit(_ members: inout Members) {
    members("place", &place)
    members("text", &text)
    members("shape", &shape)
    members("point", &point)
    members("basis", &basis)
    members("relation", &relation)
    members("geo_precision", &geoPrecision)
    members("where_prec", &wherePrec)
    members("radius", &radius)
    members("alternatives", &alternatives)
    members("admin1", &admin1)
    members("admin2", &admin2)
    members("country", &country)
  }
}

extension Toll: Recorded {
  static var blank: Toll { Toll() }
  mutating func visit(_ members: inout Members) {
    members("fatalities", &fatalities)
    members("low", &fatalitiesLow)
    members("high", &fatalitiesHigh)
    members("injured", &injured)
    members("displaced", &displaced)
    members("damage", &damageText)
    members("text", &text)
  }
}

extension EventMention: Recorded {
  static var blank: EventMention {
    EventMention(docID: "", quote: "", span: .blank, sentence: "", zone: .body, rule: "")
  }
  mutating func visit(_ members: inout Members) {
    members("doc", &docID)
    members("quote", &quote)
    members("span", &span)
    members("sentence", &sentence)
    members("zone", &zone)
    members("rule", &rule)
  }
}

extension RoadDistance: Recorded {
  static var blank: RoadDistance { RoadDistance(key: "", distance: 0) }
  mutating func visit(_ members: inout Members) {
    members("key", &key)
    members("distance", &distance)
  }
}

extension Event: Recorded {
  static var blank: Event {
    Event(id: "", type: .other, status: .reported, time: .blank, location: nil, mentions: [])
  }
  mutating func visit(_ members: inout Members) {
    members("id", &id)
    members("type", &type)
    members("status", &status)
    members("attribution", &attribution)
    members("confidence", &confidence)
    members("actor1", &actor1)
    members("assoc1", &assocActor1)
    members("actor2", &actor2)
    members("assoc2", &assocActor2)
    members("state", &actor1IsState)
    members("time", &time)
    members("location", &location)
    members("toll", &toll)
    members("mentions", &mentions)
    members("notes", &notes)
    members("roads", &roadDistances)
    members("explanation", &explanation)
  }
}
