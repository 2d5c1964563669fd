import EventMapper
import Formats
import Gazetteer
import Geodesy
import Geometry
import Publishing
import Records
import Territory
import Topology

/// Makes the ground and the story of a case.
struct ControlWorkshop {
  let control: ControlCase
  let index: PlaceIndex
  /// Lines that no settlement's ground crosses: names of roads, GeoJSON files.
  var dividers: [String] = []
  /// A GeoJSON file of the region, where it is not said in units.
  var regionFile: String?
  /// A GeoJSON file of events that are applied beside the list of changes.
  var events: String?
  /// Set when some input was lost.
  private(set) var isFaulty = false
  private(set) var inputs: [ControlInput] = []
  private var settlements: [Settlement] = []

  init(_ control: ControlCase, index: PlaceIndex) { (self.control, self.index) = (control, index) }

  /// The settlements of the list with their ground.
  mutating func ground() throws -> SettledGround {
    let table = try table(control.settlements)
    let reading = try SettlementList.settlements(table) { index.place(id: $0)?.point }
    for fault in reading.faults { tell(fault) }
    settlements = reading.settlements
    guard !settlements.isEmpty else { throw TerritoryError.noSettlements }
    let lines = try dividers.flatMap { try divider($0) }
    return try SettledGround(settlements, region: region(), lines: lines, reach: control.reach)
  }

  /// The dated changes and the events, by day.
  mutating func steps() throws -> [ControlStep] {
    var steps = try control.changes.map { try SettlementList.changes(table($0)) } ?? []
    if let events { steps += try self.steps(ofEvents: events) }
    return ControlAdvance.ordered(steps)
  }

  /// Events alone.
  mutating func steps(ofEvents file: String) throws -> [ControlStep] {
    let features = try Input.features(file, isFaulty: &isFaulty).features
    if file != "-" { inputs.append(try ControlInput(file: file)) }
    let reader = try control.sides.map { try ControlEvents(sides: table($0)) } ?? ControlEvents()
    let (steps, left) = reader.steps(features)
    for sentence in left { Diagnostics.line(sentence) }
    return steps
  }

  mutating func claims() throws -> [ControlClaim] { try control.claims.map { try ClaimList.claims(table($0)) } ?? [] }

  /// The roads that are followed, each as far as it is said: `M5`, or `M5 from Rashideen`.
  func roads() throws -> [ControlStoryMaker.NamedRoad] {
    try control.roads.map { text in
      let words = text.split(separator: " ").map(String.init)
      let cut = words.firstIndex(of: "from") ?? words.count
      let name = words[..<cut].joined(separator: " ")
      guard let road = Places.road(name, in: index) else {
        throw CommandFault.noRoad(name, known: index.roads.map(\.name))
      }
      guard cut + 1 < words.count else {
        return ControlStoryMaker.NamedRoad(name: road.name, direction: road.direction, line: road.line)
      }
      return try part(of: road, from: words[(cut + 1)...].joined(separator: " "))
    }
  }

  /// A road from the place on it that is nearest to a settlement.
  private func part(of road: Road, from place: String) throws -> ControlStoryMaker.NamedRoad {
    let point = try settlements.first { $0.name == place }?.point ?? Places.point(place, in: index)
    let foot = Ellipsoid.distance(from: point, to: road.line)
    let rest = road.line.coordinates[(foot.segment + 1)...].drop { $0 == foot.nearest }
    return ControlStoryMaker.NamedRoad(
      name: road.name, direction: [place, road.to].compactMap { $0 }.joined(separator: " to "),
      line: try LineString([foot.nearest] + rest))
  }

  /// Settlements of the gazetteer that the list does not name.
  func others(around ground: SettledGround) -> [Coordinate] {
    guard let box = ground.region.boundingBox else { return [] }
    let kinds = Set(PlaceKind.allCases.filter { $0.isSettlement && $0 != .neighborhood })
    return index.places(within: box, kinds: kinds).filter { ground.number(of: $0.id) == nil }.compactMap(\.point)
  }

  /// A unit's boundary, without noise.
  func unit(_ name: String) -> Shape? { index.boundary(of: name) }

  private mutating func table(_ path: String) throws -> Table {
    let file = try Input.file(path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    inputs.append(ControlInput(name: name, hash: SHA256.hexDigest(of: file)))
    return try Table(file)
  }

  private mutating func tell(_ fault: String) {
    Diagnostics.fault(fault)
    isFaulty = true
  }

  mutating func count(_ file: String) throws { inputs.append(try ControlInput(file: file)) }

  mutating func features(_ file: String) throws -> FeatureCollection { try Input.features(file, isFaulty: &isFaulty) }

  /// The region in units, cut by a box; else a file's; else ten kilometers round the settlements.
  private mutating func region() throws -> Shape {
    let engine = Engine()
    var region: Shape?
    if let regionFile {
      let shapes = try MapFolder.features(regionFile).features.compactMap(\.geometry).filter { !$0.polygons.isEmpty }
      if shapes.isEmpty { throw TerritoryError.noArea(regionFile) }
      inputs.append(try ControlInput(file: regionFile))
      for shape in shapes {
        guard let fault = try engine.whyInvalid(shape) else { continue }
        let place = fault.place.map { " at \($0)" } ?? ""
        Diagnostics.line("\(regionFile): the region was not valid (\(fault.reason)\(place)) and was repaired")
      }
      region = try engine.union(shapes)
    } else if !control.units.isEmpty {
      let shapes = try control.units.map { name in
        guard let shape = unit(name) else { throw CommandFault.noUnit(name) }
        return shape
      }
      region = try engine.union(shapes)
    }
    if let box = control.box { region = try region.map { try engine.clip($0, to: box) } ?? box.shape }
    return try region ?? around(engine)
  }

  /// The box ten kilometers and more round all settlements.
  private func around(_ engine: Engine) throws -> Shape {
    let boxes = settlements.map { BoundingBox($0.point) }
    guard let box = boxes.dropFirst().reduce(boxes.first, { $0?.union($1) }) else { throw TerritoryError.noSettlements }
    let high = 0.1
    let wide = 0.15
    let wider = BoundingBox(
      west: max(-180, box.west - wide), south: max(-90, box.south - high), east: min(180, box.east + wide),
      north: min(90, box.north + high))
    Diagnostics.line("no region given: the box 10 km round the settlements is shared out; give --unit or --region")
    return wider.shape
  }

  private mutating func divider(_ name: String) throws -> [LineString] {
    if let road = Places.road(name, in: index) { return [road.line] }
    guard name.hasSuffix("json") else { throw CommandFault.noRoad(name, known: index.roads.map(\.name)) }
    inputs.append(try ControlInput(file: name))
    return try Input.features(name, isFaulty: &isFaulty).features.flatMap { $0.geometry?.lines ?? [] }
  }
}

extension ControlInput {
  /// A file as one of the inputs: its name and the hash of its bytes.
  init(file: String) throws {
    self.init(
      name: file.split(separator: "/").last.map(String.init) ?? file, hash: SHA256.hexDigest(of: try MappedFile(file)))
  }
}

extension Road {
  /// "Aleppo to Nasib crossing".
  var direction: String { [from, to].compactMap { $0 }.joined(separator: " to ") }
}
