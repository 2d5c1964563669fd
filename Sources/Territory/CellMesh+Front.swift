import Geodesy
import Geometry

/// The line between two labels of a mesh.
struct MeshLine {
  /// The label on the left of the line, and the one on its right.
  let labels: (left: Int, right: Int)
  let lines: [LineString]
  let length: Meters
  let segmentCount: Int
}

extension CellMesh {
  /// The lines where cells of different labels meet, each pair of labels once with the lower on the left. Negative labels
  /// bound nothing.
  func lines(between labels: [Int]) -> [MeshLine] {
    var pairs: [[Int]: [Edge]] = [:]
    for edge in edges {
      guard let other = across(edge) else { continue }
      let (left, right) = (labels[Int(edge.cell)], labels[other])
      if left >= 0, right > left { pairs[[left, right], default: []].append(edge) }
    }
    return pairs.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { pair in
      let border = pairs[pair] ?? []
      let length = border.reduce(Meters(0)) { $0 + self.length($1) }
      return MeshLine(
        labels: (pair[0], pair[1]), lines: strung(border), length: length, segmentCount: border.count)
    }
  }

  /// Edges strung together to lines as long as they go on.
  private func strung(_ border: [Edge]) -> [LineString] {
    var leaving: [Int32: [Int]] = [:]
    var arrivals: [Int32: Int] = [:]
    for (index, edge) in border.enumerated() {
      leaving[edge.from, default: []].append(index)
      arrivals[edge.to, default: 0] += 1
    }
    for key in leaving.keys { leaving[key]?.reverse() }
    var isUsed = [Bool](repeating: false, count: border.count)
    // Lines that begin somewhere first, then what closes on itself.
    let heads = border.indices.filter { (leaving[border[$0].from]?.count ?? 0) > arrivals[border[$0].from, default: 0] }
    return (heads + Array(border.indices)).compactMap { start in
      guard !isUsed[start] else { return nil }
      var path = [positions[Int(border[start].from)]]
      var next: Int? = start
      while let edge = next {
        isUsed[edge] = true
        path.append(positions[Int(border[edge].to)])
        next = nil
        while next == nil, let candidate = leaving[border[edge].to]?.popLast() {
          if !isUsed[candidate] { next = candidate }
        }
      }
      return try? LineString(path)
    }
  }
}
