import Formats

/// Walks a GeoJSON text and gathers features and faults. Only broken JSON is thrown.
struct GeoJSONParser {
  var cursor: JSONCursor
  var place = GeoJSONPlace()
  var reading = GeoJSONReading()
  /// Why the file is not read at all.
  var refusal: GeoJSONFault?
  /// Numbers after lon and lat that were dropped so far.
  var extraNumbers = 0
  var featureCount = 0
  /// Where the feature that is being read begins.
  var featureStart = 0
  /// Is the object that is being read to be left out?
  var isLost = false
  /// The box as given, and where it stands.
  var box: (value: BoundingBox, offset: Int)?

  let file: String
  var lines: LineFinder

  init(_ bytes: UnsafeRawBufferPointer, file: String) {
    cursor = JSONCursor(bytes, file: file)
    lines = LineFinder(bytes)
    self.file = file
  }

  /// Where the next value begins.
  mutating func here() throws(JSONError) -> Int {
    _ = try cursor.peek()
    return cursor.offset
  }

  mutating func report(_ problem: GeoJSONProblem, at offset: Int) {
    // Beyond the limit faults are only counted: their lines need not be looked for.
    let isTold = reading.faults.count < GeoJSONReading.faultLimit
    report(problem, line: isTold ? lines.line(at: offset) : 0)
  }

  mutating func report(_ problem: GeoJSONProblem, line: Int) {
    report(GeoJSONFault(file: file, line: line, place: place, problem: problem))
  }

  mutating func report(_ fault: GeoJSONFault) {
    reading.faultCount += 1
    if reading.faults.count < GeoJSONReading.faultLimit { reading.faults.append(fault) }
    if fault.severity == .lost { isLost = true }
  }

  /// Reports what makes the whole file unreadable.
  mutating func refuse(_ problem: GeoJSONProblem, at offset: Int) {
    guard refusal == nil else { return }
    let line = lines.line(at: offset)
    refusal = GeoJSONFault(file: file, line: line, place: GeoJSONPlace(), problem: problem)
  }
}
