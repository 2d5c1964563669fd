import Formats
import Records

extension PlaceKindInfo {
  /// A row of `kinds.tsv`.
  init(_ row: TableRow) throws(TableError) {
    let name = try row.text("kind")
    guard let kind = PlaceKind(rawValue: name) else {
      throw row.error(.invalid(column: "kind", wanted: "a kind that the program knows (\"\(name)\")"))
    }
    func number(_ column: String) throws(TableError) -> Double {
      guard let value = try row.double(column) else { throw row.error(.missing(column: column)) }
      return value
    }
    self.init(
      kind: kind, radius: try number("radius_m"), builtUpRadius: (try row.double("built_up_km") ?? 0) * 1000,
      geoPrecision: Int(try number("geo_precision")), wherePrecision: Int(try number("where_prec")),
      newsWeight: try number("news_weight"), featureCodes: row.list("geonames_codes"))
  }
}
