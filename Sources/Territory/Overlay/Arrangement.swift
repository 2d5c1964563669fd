import Geometry

/// The plane parted by edges that share ends only: every edge seen from both sides, the faces they go round, and how often
/// each side's outline winds round each face.
struct Arrangement {
  /// The ends of edges, each once.
  private(set) var points: [GridPoint] = []
  /// Of each half edge the number of the point where it begins. The half edges `2k` and `2k + 1` are an edge there and back.
  private(set) var origins: [Int32] = []
  /// The half edge that goes on round the same face, its ground on the left.
  private(set) var nexts: [Int32] = []
  /// The walk round a face that each half edge belongs to. A face with holes has several walks.
  private(set) var walks: [Int32] = []
  /// A half edge of each walk.
  private(set) var starts: [Int32] = []
  /// What crossing each edge from its right to its left adds to the turns of slots.
  private(set) var steps: [Step] = []
  /// Where the steps of each edge begin, and after the last where they end.
  private(set) var firstSteps: [Int32] = [0]

  /// What one slot's turns grow by across an edge.
  struct Step {
    let slot: Int32
    let turns: Int32
  }

  /// An arrangement of edges; the slot of each is its `side`.
  init(_ edges: [GridEdge]) {
    takeUp(edges)
    link()
    walkRound()
  }

  /// The other way along the same edge.
  static func twin(_ half: Int32) -> Int32 { half ^ 1 }

  /// Where a half edge begins.
  func origin(_ half: Int32) -> GridPoint { points[Int(origins[Int(half)])] }

  /// How many edges there are.
  var edgeCount: Int { origins.count / 2 }

  /// An edge put the way that its lower end comes first.
  private struct Drawn {
    let low: UInt64
    let high: UInt64
    let step: Step

    init(_ edge: GridEdge) {
      let (from, to) = (edge.from.key, edge.to.key)
      (low, high) = from < to ? (from, to) : (to, from)
      step = Step(slot: edge.side, turns: from < to ? 1 : -1)
    }
  }

  /// Edges between the same ends become one; where they cancel in all slots, none.
  private mutating func takeUp(_ edges: [GridEdge]) {
    var drawn = edges.map(Drawn.init)
    drawn.sort { ($0.low, $0.high, $0.step.slot) < ($1.low, $1.high, $1.step.slot) }
    var numbers = PointNumbers(capacity: drawn.count)
    var first = 0
    while first < drawn.count {
      let (low, high) = (drawn[first].low, drawn[first].high)
      var end = first
      while end < drawn.count, drawn[end].low == low, drawn[end].high == high { end += 1 }
      addSteps(drawn[first..<end].map(\.step))
      if Int(firstSteps[firstSteps.count - 1]) < steps.count {
        firstSteps.append(Int32(steps.count))
        origins.append(numbers.number(low, &points))
        origins.append(numbers.number(high, &points))
      }
      first = end
    }
  }

  /// The sum of the steps a slot, slots without any left out.
  private mutating func addSteps(_ parts: [Step]) {
    var first = 0
    while first < parts.count {
      var (end, turns) = (first, Int32(0))
      while end < parts.count, parts[end].slot == parts[first].slot {
        turns += parts[end].turns
        end += 1
      }
      if turns != 0 { steps.append(Step(slot: parts[first].slot, turns: turns)) }
      first = end
    }
  }

  /// Finds for each half edge the one that follows it: the first clockwise from the way back.
  private mutating func link() {
    nexts = [Int32](repeating: 0, count: origins.count)
    let fans = Fans(self)
    for point in points.indices {
      let fan = fans.leaving(point)
      var last = fan.last ?? 0
      for half in fan {
        // Counterclockwise `half` follows `last`, so that who comes in along `half` goes on along `last`.
        nexts[Int(Self.twin(half))] = last
        last = half
      }
    }
  }

  private mutating func walkRound() {
    walks = [Int32](repeating: -1, count: origins.count)
    for half in origins.indices where walks[half] < 0 {
      let number = Int32(starts.count)
      starts.append(Int32(half))
      var next = half
      while walks[next] < 0 {
        walks[next] = number
        next = Int(nexts[next])
      }
    }
  }
}

/// Numbers points in the order in which they come.
private struct PointNumbers {
  private var known: [UInt64: Int32]

  init(capacity: Int) { known = Dictionary(minimumCapacity: capacity) }

  mutating func number(_ key: UInt64, _ points: inout [GridPoint]) -> Int32 {
    let next = Int32(points.count)
    let found = known[key, default: next]
    if found == next {
      known[key] = next
      points.append(GridPoint(key: key))
    }
    return found
  }
}

/// The half edges that leave each point, counterclockwise, beginning with the first direction after south.
struct Fans {
  private var starts: [Int32]
  private var halves: [Int32]

  init(_ arrangement: Arrangement) {
    starts = [Int32](repeating: 0, count: arrangement.points.count + 1)
    halves = [Int32](repeating: 0, count: arrangement.origins.count)
    for origin in arrangement.origins { starts[Int(origin) + 1] += 1 }
    for point in arrangement.points.indices { starts[point + 1] += starts[point] }
    var next = starts
    for (half, origin) in arrangement.origins.enumerated() {
      halves[Int(next[Int(origin)])] = Int32(half)
      next[Int(origin)] += 1
    }
    for point in arrangement.points.indices where starts[point + 1] - starts[point] > 1 {
      halves[Int(starts[point])..<Int(starts[point + 1])].sort { Self.isBefore($0, $1, arrangement) }
    }
  }

  /// The half edges that leave a point.
  func leaving(_ point: Int) -> ArraySlice<Int32> { halves[Int(starts[point])..<Int(starts[point + 1])] }

  /// Whether one direction comes before another counterclockwise from south.
  private static func isBefore(_ a: Int32, _ b: Int32, _ arrangement: Arrangement) -> Bool {
    let (ax, ay) = direction(a, arrangement), (bx, by) = direction(b, arrangement)
    let (isWestA, isWestB) = (ax < 0 || ax == 0 && ay < 0, bx < 0 || bx == 0 && by < 0)
    return isWestA == isWestB ? EdgeContact.turn(ax, ay, bx, by) > 0 : isWestB
  }

  private static func direction(_ half: Int32, _ arrangement: Arrangement) -> (Int64, Int64) {
    let (from, to) = (arrangement.origin(half), arrangement.origin(Arrangement.twin(half)))
    return (Int64(to.x) - Int64(from.x), Int64(to.y) - Int64(from.y))
  }
}
