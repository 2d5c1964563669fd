import ArgumentParser
import Formats
import Geometry
import Publishing

/// Where a comparison goes and in which forms.
struct ChangeOutput: ParsableArguments {
  @OptionGroup var files: OutputFiles

  /// Is a page asked for?
  var hasPage: Bool { files.forms.contains { $0.1 == .html } }

  /// - Parameters:
  ///   - table: what CSV files hold; nil for the features' properties.
  ///   - page: makes the report with the map; asked for once at most.
  func write(
    _ features: [Feature], totals: JSONObject, table: [UInt8]?, generator: Generator, page: () throws -> [UInt8]
  ) throws {
    let writer = CollectionWriter(generator: generator)
    for (path, form) in files.forms {
      let bytes =
        switch form {
        case .geojson: writer.collection(features, totals: totals)
        case .html: try page()
        case .geojsonl: writer.lines(features)
        case .geojsonseq: writer.sequence(features)
        case .csv: table ?? FeatureTable.csv(features, byteOrderMark: files.bom)
        }
      try Output.write(bytes, to: path)
    }
  }
}
