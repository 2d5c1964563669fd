/// Where a place stands in a `PlaceIndex`; valid for that index alone.
public struct PlaceRef: Hashable, Sendable {
  /// The index file, in the order in which they were opened.
  let layer: UInt8
  /// The record in that file.
  let number: UInt32

  /// Differs between places: for tables by place.
  public var mark: UInt64 { UInt64(number) << 8 | UInt64(layer) }
}
