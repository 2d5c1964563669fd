/// One of the two spellings of an alignment, laid out for reading eight bytes from any place.
struct AlignmentSide {
  private let bytes: UnsafeMutablePointer<UInt8>
  private let length: UnsafeMutablePointer<Int>

  var count: Int { length.pointee }

  static let room = Alignment.longest + 8

  init() {
    bytes = .allocate(capacity: Self.room)
    bytes.initialize(repeating: 0, count: Self.room)
    length = .allocate(capacity: 1)
    length.initialize(to: 0)
  }

  func free() {
    bytes.deallocate()
    length.deallocate()
  }

  /// Takes a text of at most `Alignment.longest` bytes.
  func take(_ text: UnsafeBufferPointer<UInt8>) {
    length.pointee = min(text.count, Alignment.longest)
    if let start = text.baseAddress { bytes.update(from: start, count: count) }
    // What lies behind the end matches no piece: pieces hold no zero.
    UnsafeMutableRawPointer(bytes + count).storeBytes(of: 0, as: UInt64.self)
  }

  @inline(__always)
  subscript(position: Int) -> UInt8 { bytes[position] }

  /// The eight bytes from here on, the first lowest.
  @inline(__always)
  func going(on position: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes + position).loadUnaligned(as: UInt64.self))
  }
}
