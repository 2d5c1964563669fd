import EventStore
import Formats
import Geodesy
import Geometry

/// Where a verb finds events: a store, or a GeoJSON file.
enum EventSource {
  case store(EventArchive)
  case features([Feature])

  /// - Parameter isFaulty: set when a feature of a file was lost.
  init(_ name: String, isFaulty: inout Bool) throws {
    self =
      EventArchive.isName(name)
      ? .store(try EventArchive.open(name)) : .features(try Input.features(name, isFaulty: &isFaulty).features)
  }

  func events(_ query: EventQuery) throws -> [Feature] {
    switch self {
    case .store(let archive): try archive.events(query)
    case .features(let features): features.filter(query.accepts)
    }
  }

  /// One after the other, those of a store not kept.
  func each(_ query: EventQuery, _ body: (Feature) -> Void) throws {
    switch self {
    case .store(let archive): try archive.eachEvent(query, body)
    case .features(let features): features.filter(query.accepts).forEach(body)
    }
  }

  func near(_ center: NearCenter, within limit: Meters?, nearest count: Int?, _ query: EventQuery) throws -> NearAnswer
  {
    switch self {
    case .store(let archive): try archive.answer(near: center, within: limit, nearest: count, query)
    case .features(let features):
      try NearAnswer(features.filter(query.accepts), near: center, within: limit, nearest: count)
    }
  }
}

extension NearCenter {
  /// Is it a road or another line, which has two sides?
  var isLine: Bool { if case .line = self { true } else { false } }
}
