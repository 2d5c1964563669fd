/// The edges of an outline sorted into bands of latitude, so that what lies beside a point is found without looking at
/// all of them.
struct Bands: Sendable {
  private let south: Int64
  private let height: Int64
  private let count: Int
  private var starts: [Int32]
  private var items: [Int32]

  init(_ edges: [GridEdge]) {
    let low = edges.lazy.map { min($0.from.y, $0.to.y) }.min() ?? 0
    let high = edges.lazy.map { max($0.from.y, $0.to.y) }.max() ?? 0
    let span = Int64(high) - Int64(low) + 1
    let climbed = edges.reduce(Int64(edges.count)) { $0 + abs(Int64($1.from.y) - Int64($1.to.y)) }
    // As many bands as keep each edge in eight of them on average, so that steep edges cannot fill the memory.
    let most = Double(span) * 8 * Double(edges.count) / Double(climbed)
    let wanted = max(1, min(Int64(edges.count / 6), Int64(min(most, 8192))))
    south = Int64(low)
    height = max(1, (span + wanted - 1) / wanted)
    count = Int((span + height - 1) / height)
    (starts, items) = ([Int32](repeating: 0, count: count + 1), [])
    sort(edges)
  }

  /// Counts, then places: each band's edges stand together, in their order.
  private mutating func sort(_ edges: [GridEdge]) {
    for edge in edges { for band in bands(of: edge) { starts[band + 1] += 1 } }
    for band in 0..<count { starts[band + 1] += starts[band] }
    items = [Int32](repeating: 0, count: Int(starts[count]))
    var next = starts
    for (number, edge) in edges.enumerated() {
      for band in bands(of: edge) {
        items[Int(next[band])] = Int32(number)
        next[band] += 1
      }
    }
  }

  /// The numbers of the bands.
  var indices: Range<Int> { 0..<count }

  /// The latitudes of a band, first to last.
  func latitudes(of band: Int) -> ClosedRange<Int64> {
    let first = south + Int64(band) * height
    return first...first + height - 1
  }

  /// The bands that an edge runs through.
  func bands(of edge: GridEdge) -> ClosedRange<Int> {
    bands(Int64(min(edge.from.y, edge.to.y)), Int64(max(edge.from.y, edge.to.y)))
  }

  /// The bands between two latitudes, the outermost for those beyond.
  func bands(_ low: Int64, _ high: Int64) -> ClosedRange<Int> {
    let first = max(0, min(count - 1, Int((low - south) / height)))
    return first...max(first, min(count - 1, Int((high - south) / height)))
  }

  /// The numbers of the edges in a band.
  func edges(in band: Int) -> ArraySlice<Int32> { items[Int(starts[band])..<Int(starts[band + 1])] }

  /// The numbers of the edges in the band of a latitude; none beyond the outline.
  func edges(at y: Double) -> ArraySlice<Int32> {
    let band = ((y - Double(south)) / Double(height)).rounded(.down)
    return band >= 0 && band < Double(count) ? edges(in: Int(band)) : []
  }
}
