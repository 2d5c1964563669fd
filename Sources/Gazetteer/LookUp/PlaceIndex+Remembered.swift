import Formats

extension PlaceIndex {
  /// As `lookUp`, for names that are asked for again and again: the latest answers are remembered.
  public func rememberedLookUp(_ name: String, limit: Int) -> [NameMatch] {
    lookUpMemo.value(LookUpQuestion(name: name, limit: limit)) { lookUp($0.name, limit: $0.limit) }
  }
}

/// What was looked up.
struct LookUpQuestion: Hashable {
  let name: String
  let limit: Int
}
