/// Where a place stands in a `PlaceIndex`; valid for that index alone.
public struct PlaceRef: Hashable, Sendable {
  /// The index file, in the order in which they were opened.
  let layer: UInt8
  /// The record in that file.
  let number: UInt32
}
