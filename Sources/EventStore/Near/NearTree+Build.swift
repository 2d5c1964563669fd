import Geometry

/// Points on their way into a tree: x, y, z, radius and the item, 40 bytes each.
final class NearEntries {
  private(set) var count = 0
  private var capacity: Int
  fileprivate var values: UnsafeMutablePointer<Double>
  static let stride = 5

  init(capacity: Int = 1024) {
    self.capacity = max(1, capacity)
    values = .allocate(capacity: self.capacity * Self.stride)
  }

  deinit { values.deallocate() }

  /// Adds a point, which must be on the earth.
  func append(_ point: Coordinate, radius: Double, item: UInt32) {
    if count == capacity { grow() }
    let place = Geocentric.position(point)
    let entry = values + count * Self.stride
    (entry[0], entry[1], entry[2], entry[3]) = (place.x, place.y, place.z, radius)
    entry[4] = Double(bitPattern: UInt64(item))
    count += 1
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Double>.allocate(capacity: capacity * 2 * Self.stride)
    larger.update(from: values, count: count * Self.stride)
    values.deallocate()
    (values, capacity) = (larger, capacity * 2)
  }
}

extension NearTree {
  /// Sorts the entries into a tree.
  static func build(_ entries: NearEntries) -> NearTree {
    let tree = NearTree(count: entries.count)
    tree.sort(entries.values, node: 1, level: 0, 0, entries.count)
    return tree
  }

  private func sort(_ entries: UnsafeMutablePointer<Double>, node: Int, level: Int, _ low: Int, _ high: Int) {
    guard level < depth else { return fill(entries, leaf: node, low, high) }
    let middle = (low + high) / 2
    Self.select(entries, axis: Self.widest(entries, low, high), low, high, middle)
    sort(entries, node: 2 * node, level: level + 1, low, middle)
    sort(entries, node: 2 * node + 1, level: level + 1, middle, high)
    boxes[node] = boxes[2 * node]
    boxes[node].add(boxes[2 * node + 1])
  }

  private func fill(_ entries: UnsafeMutablePointer<Double>, leaf: Int, _ low: Int, _ high: Int) {
    var box = NearBox.empty
    for index in low..<high {
      let entry = entries + index * NearEntries.stride
      (x[index], y[index], z[index], radii[index]) = (entry[0], entry[1], entry[2], entry[3])
      items[index] = UInt32(entry[4].bitPattern)
      box.add(place(index), radius: entry[3])
    }
    boxes[leaf] = box
  }

  /// The axis along which the entries spread most.
  private static func widest(_ entries: UnsafeMutablePointer<Double>, _ low: Int, _ high: Int) -> Int {
    var (least, most) = (SIMD3(repeating: Double.infinity), SIMD3(repeating: -Double.infinity))
    for index in low..<high {
      let entry = entries + index * NearEntries.stride
      let place = SIMD3(entry[0], entry[1], entry[2])
      least = pointwiseMin(least, place)
      most = pointwiseMax(most, place)
    }
    let width = most - least
    return width.x >= width.y && width.x >= width.z ? 0 : width.y >= width.z ? 1 : 2
  }

  /// Hoare's selection: afterwards nothing before `middle` lies further along the axis than what follows.
  private static func select(
    _ entries: UnsafeMutablePointer<Double>, axis: Int, _ from: Int, _ to: Int, _ middle: Int
  ) {
    let (step, keys) = (NearEntries.stride, entries + axis)
    var (low, high) = (from, to - 1)
    while low < high {
      let (a, b, c) = (keys[low * step], keys[(low + high) / 2 * step], keys[high * step])
      let pivot = max(min(a, b), min(max(a, b), c))
      var (left, right) = (low, high)
      while left <= right {
        while keys[left * step] < pivot { left += 1 }
        while keys[right * step] > pivot { right -= 1 }
        guard left <= right else { break }
        swap(entries + left * step, entries + right * step)
        left += 1
        right -= 1
      }
      if middle <= right { high = right } else if middle >= left { low = left } else { return }
    }
  }

  @inline(__always) private static func swap(
    _ one: UnsafeMutablePointer<Double>, _ other: UnsafeMutablePointer<Double>
  ) {
    for lane in 0..<NearEntries.stride { (one[lane], other[lane]) = (other[lane], one[lane]) }
  }
}
