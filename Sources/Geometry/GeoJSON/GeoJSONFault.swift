public import Formats

/// Something wrong at a place of a GeoJSON file.
public struct GeoJSONFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name.
  public let file: String
  /// From 1.
  public let line: Int
  /// The feature, ring and point.
  public let place: GeoJSONPlace
  /// What is wrong.
  public let problem: GeoJSONProblem

  /// What the fault does to the reading.
  public var severity: GeoJSONSeverity { problem.severity }

  /// `FILE:LINE: hole 2 of feature 3, point 17: what is wrong; what to do`
  public var description: String {
    "\(file):\(line): \(place.sentence.map { "\($0): " } ?? "")\(problem.sentence)"
  }
}

/// What was read from a GeoJSON file.
public struct GeoJSONReading: Sendable {
  /// The features that could be read whole; a bare Feature or geometry is a collection of one.
  public internal(set) var collection = FeatureCollection()
  /// Where each of these features stands in the file.
  public internal(set) var origins: [Origin] = []
  /// What was wrong, in the order of the file, up to `faultLimit`.
  public internal(set) var faults: [GeoJSONFault] = []
  /// How many faults there were in all.
  public internal(set) var faultCount = 0
  /// How many features were left out because of their faults.
  public internal(set) var lostFeatureCount = 0

  /// Where a feature stands in its file.
  public struct Origin: Hashable, Sendable {
    /// The line on which it begins, from 1.
    public let line: Int
    /// Which feature of the file it is, from 1, lost ones counted.
    public let number: Int
  }

  /// How many faults are told one by one: a file wrong at every point shall not fill the memory.
  public static let faultLimit = 1000

  /// The faults of a severity and above.
  public func faults(from severity: GeoJSONSeverity) -> [GeoJSONFault] {
    faults.filter { $0.severity >= severity }
  }
}

/// Why nothing of a GeoJSON file can be read.
public enum GeoJSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is not JSON.
  case json(JSONError)
  /// It is JSON and not GeoJSON, or in another coordinate system.
  case refused(GeoJSONFault)

  /// The sentence of the cause, with file and line.
  public var description: String {
    switch self {
    case .json(let error): error.description
    case .refused(let fault): fault.description
    }
  }
}

extension GeoJSONError {
  /// The error as the only fault of its file.
  func fault(in file: String) -> GeoJSONFault {
    switch self {
    case .refused(let fault): fault
    case .json(let error):
      GeoJSONFault(file: file, line: error.line, place: GeoJSONPlace(), problem: .syntax(error.reason))
    }
  }
}
