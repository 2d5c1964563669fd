import ArgumentParser
import Formats
import Geometry
import Publishing

/// Where a comparison goes and in which forms.
struct ChangeOutput: ParsableArguments {
  @OptionGroup var files: OutputFiles

  func validate() throws {
    if files.forms.contains(where: { $0.1 == .html }) {
      throw ValidationError("html is not written by this verb; give geojson, geojsonl, geojsonseq, csv")
    }
  }

  /// - Parameter table: what CSV files hold; nil for the features' properties.
  func write(_ features: [Feature], totals: JSONObject, table: [UInt8]?, generator: Generator) throws {
    let writer = CollectionWriter(generator: generator)
    for (path, form) in files.forms {
      let bytes =
        switch form {
        case .geojson, .html: writer.collection(features, totals: totals)
        case .geojsonl: writer.lines(features)
        case .geojsonseq: writer.sequence(features)
        case .csv: table ?? FeatureTable.csv(features, byteOrderMark: files.bom)
        }
      try Output.write(bytes, to: path)
    }
  }
}
