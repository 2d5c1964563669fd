import Foundation
import Gazetteer
import TestSupport

/// Three villages in a row from west to east, a road along them, and the governorate that the first two lie in.
enum SmallGazetteer {
  static func index() throws -> PlaceIndex {
    let head = "# source: made up for tests; licence: CC0-1.0\n"
    let scratch = Scratch()
    let columns =
      "id\tkind\tname\tarabic_name\tother_names\tdemonyms\tlat\tlon\tcountry\tadmin1\tadmin2\tadmin3\tpopulation"
    let rows = [("a", "Alpha", 36.25), ("b", "Beta", 36.45), ("c", "Gamma", 36.75)].map { id, name, lon in
      "t:\(id)\tvillage\t\(name)\t\t\t\t35.5\t\(lon)\tSY\t\t\t\t\ttest\n"
    }
    let unit = "t:w\tgovernorate\tWest\t\t\t\t35.5\t36.25\tSY\t\t\t\t\ttest\n"
    scratch.file("places/syria.tsv", head + columns + "\tsource\n" + rows.joined() + unit)
    scratch.file(
      "boundaries/units.geojson",
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"t:w","name":"West",
      "kind":"governorate","country":"SY"},"geometry":{"type":"Polygon","coordinates":
      [[[36,35],[36.5,35],[36.5,36],[36,36],[36,35]]]}}]}
      """)
    scratch.file(
      "kinds.tsv",
      head + "kind\tradius_m\tbuilt_up_km\tgeo_precision\twhere_prec\tnews_weight\tgeonames_codes\tnote\n"
        + "village\t2000\t1\t1\t1\t1\t\t\ngovernorate\t50000\t\t3\t4\t0.6\tADM1\t\n")
    scratch.file(
      "roads/roads.tsv", head + "id\tname\tother_names\tfrom\tto\tdistance_key\nroad:r\tR1\t\tAlpha\tGamma\tr\n")
    scratch.file("roads/r.tsv", head + "name\tlat\tlon\tsource\nAlpha\t35.5\t36.25\tx\nGamma\t35.5\t36.75\tx\n")
    let compiler = GazetteerCompiler(
      folder: scratch.path, spelling: Facts.root.appendingPathComponent("Sources/Gazetteer/Data/spelling").path)
    return try PlaceIndex(paths: [scratch.file("index", compiler.bytes())])
  }
}
