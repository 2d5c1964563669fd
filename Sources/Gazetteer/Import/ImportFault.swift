/// A line that could not be taken in.
public struct ImportFault: Hashable, Sendable, CustomStringConvertible {
  /// The file; `SY.zip/SY.txt` for one inside an archive.
  public let file: String
  /// From 1, nil where there are no lines.
  public let line: Int?
  /// What is wrong and what to do.
  public let problem: String

  /// `FILE:LINE: what is wrong; what to do`
  public var description: String { "\(file):\(line.map { "\($0): " } ?? " ")\(problem)" }
}
