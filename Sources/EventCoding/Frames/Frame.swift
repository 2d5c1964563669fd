import NewsText
import Records

/// Why words that look like an event are none.
struct Miss: Equatable {
  var kind: NearMissKind
  var reason: String
}

/// One telling of an event: what one trigger in one clause says.
struct Frame {
  var rule: EventRule
  var type: EventType
  var sentence: Int
  var clause: Int
  /// The trigger's tokens.
  var trigger: Range<Int>
  /// The tokens that carry it.
  var quote: Range<Int>
  var zone: Zone
  var agents: [Actor] = []
  var targets: [Actor] = []
  /// Its places: several where a list tells one event each.
  var spots: [PlaceSpot] = []
  /// Its place stands in its own clause, not in one near by.
  var placeIsOwn = false
  /// Its clause names a place that is on no map.
  var isOfUnknownPlace = false
  /// Nothing but unnamed places: "towns and villages in ...".
  var isUnnamedMany = false
  /// "the strikes": speaks of what was told before.
  var isDefinite = false
  /// "They also recaptured it": who acts, or the place, was told before.
  var hasPronounAgent = false
  var hasPronounPlace = false
  /// "another", "a second": is not what was told before.
  var isAnother = false
  /// A digest of its words: said twice, "another" is the same.
  var words: UInt64 = 0
  /// "Attacked", "an attack": may have been done by any means that the text tells besides.
  var isLoose = false
  /// The clause is one that only sums up, such as a headline.
  var isSummary = false
  /// Tells only the city; what is told close by names a part of it.
  var isRough = false
  /// Told in the first two sentences of the body.
  var isLead = false
  var time: FrameTime?
  var toll = Toll()
  var status: EventStatus = .reported
  var attribution: String?
  /// Somebody says that it did not happen: none by itself, but it disputes what others tell.
  var isDenial = false
  var miss: Miss?
  /// Why, for `explain`.
  var cues: [String] = []
}

/// When a frame says it happened.
struct FrameTime {
  var date: ResolvedDate
  var text: String?
  var clock: String?
  /// Said of this event itself, not taken from the day of reporting or from a telling before.
  var isOwn: Bool
  /// Told as so long before something else: what follows goes on with the day of that.
  var isBefore = false
}

extension Frame {
  /// The same telling without its figures, which differ from source to source.
  var withoutToll: Frame {
    var frame = self
    frame.toll = Toll()
    return frame
  }
}

extension ResolvedDate {
  /// A day, or a night with the day after; no week, no month.
  var isDay: Bool { basis != "month" && window.end - window.start <= 2 }
}
