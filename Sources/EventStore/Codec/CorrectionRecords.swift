import Formats
import Records

/// Corrections in the form of their file (`Schema/correction.json`), so that what a store holds can be given to another.
extension Correction {
  /// Compact JSON; equal corrections have equal texts, whatever line they stood in.
  var json: String { String(decoding: JSONValue.object(object).bytes, as: UTF8.self) }

  private var object: JSONObject {
    var object: JSONObject = ["action": .string(change.name)]
    event.put("", into: &object)
    switch change {
    case .accept, .reject, .split(nil): break
    case .move(.named(let name)): object["place_id"] = .string(name)
    case .move(.point(let lat, let lon, let radius)):
      (object["lat"], object["lon"], object["radius_m"]) = (.double(lat), .double(lon), .double(radius))
    case .retype(let type): object["event_type"] = .string(type.rawValue)
    case .retoll(let toll): for (name, path) in TollChange.figures { toll[keyPath: path].put(name, into: &object) }
    case .merge(let other): other.put("into", into: &object)
    case .split(let other?): other.put("from", into: &object)
    case .withdraw(let action): object["withdraws"] = .string(action)
    }
    object["author"] = .string(author)
    object["reason"] = .string(reason)
    return object
  }

  /// The correction of such a text, by the number that the store gives it; nil for any other.
  static func of(json: String, number: Int) -> Correction? {
    guard let value = try? JSONValue.parse(json), let change = change(value),
      let author = value["author"]?.stringValue, let reason = value["reason"]?.stringValue
    else { return nil }
    return Correction(
      line: number, event: EventAddress(value, ""), change: change, author: author, reason: reason)
  }

  private static func change(_ value: JSONValue) -> Change? {
    switch value["action"]?.stringValue {
    case "accept": .accept
    case "reject": .reject
    case "move": place(value).map { .move($0) }
    case "retype": value["event_type"]?.stringValue.flatMap(EventType.init).map { .retype($0) }
    case "retoll": .retoll(TollChange(value))
    case "merge": .merge(EventAddress(value, "into"))
    case "split": .split(EventAddress(value, "from").isEmpty ? nil : EventAddress(value, "from"))
    case "withdraw": value["withdraws"]?.stringValue.map { .withdraw($0) }
    default: nil
    }
  }

  private static func place(_ value: JSONValue) -> MovedPlace? {
    if let name = value["place_id"]?.stringValue { return .named(name) }
    guard let lat = value["lat"]?.doubleValue, let lon = value["lon"]?.doubleValue,
      let radius = value["radius_m"]?.doubleValue
    else { return nil }
    return .point(lat: lat, lon: lon, radius: radius)
  }
}

extension EventAddress {
  /// - Parameter prefix: empty for the event itself, `into` or `from` for the other one.
  fileprivate init(_ value: JSONValue, _ prefix: String) {
    let names = Self.names(prefix)
    self.init(
      id: value[names.id]?.stringValue, docID: value[names.docID]?.stringValue, quote: value[names.quote]?.stringValue)
  }

  fileprivate func put(_ prefix: String, into object: inout JSONObject) {
    let names = Self.names(prefix)
    if let id { object[names.id] = .string(id) }
    if let docID { object[names.docID] = .string(docID) }
    if let quote { object[names.quote] = .string(quote) }
  }

  fileprivate var isEmpty: Bool { id == nil && docID == nil }

  private static func names(_ prefix: String) -> (id: String, docID: String, quote: String) {
    prefix.isEmpty ? ("id", "doc_id", "quote") : (prefix, prefix + "_doc_id", prefix + "_quote")
  }
}

extension TollChange {
  fileprivate static var figures: [(name: String, path: WritableKeyPath<TollChange, Int??>)] {
    [
      ("fatalities", \.fatalities), ("fatalities_low", \.fatalitiesLow), ("fatalities_high", \.fatalitiesHigh),
      ("injured", \.injured), ("displaced", \.displaced),
    ]
  }

  fileprivate init(_ value: JSONValue) {
    self.init()
    for (name, path) in Self.figures {
      guard let given = value[name] else { continue }
      self[keyPath: path] = .some(given.intValue)
    }
  }
}

extension Int?? {
  /// Nothing where the figure stays, null where it is cleared.
  fileprivate func put(_ name: String, into object: inout JSONObject) {
    guard let figure = self else { return }
    object[name] = figure.map { .int($0) } ?? .null
  }
}
