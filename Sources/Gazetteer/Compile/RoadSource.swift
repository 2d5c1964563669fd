import Formats
import Geometry

/// A road of `roads/roads.tsv` with the waypoints of its own file.
struct RoadSource: Sendable {
  var id = ""
  var name = ""
  var otherNames: [String] = []
  var from: String?
  var to: String?
  var distanceKey: String?
  var country: String?
  var waypoints: [Coordinate] = []
  var file = ""
  var line = 0

  init(_ row: TableRow) throws(TableError) {
    id = try row.text("id")
    name = try row.text("name")
    otherNames = row.list("other_names")
    from = row["from"]
    to = row["to"]
    distanceKey = row["distance_key"]
    country = row["country"]
    file = row.file
    line = row.line
  }

  /// The name of the file with the waypoints: `road:m5` lies in `m5.tsv`.
  var waypointFile: String { (id.split(separator: ":").last.map(String.init) ?? id) + ".tsv" }

  mutating func addWaypoint(_ row: TableRow) throws(TableError) {
    guard let lat = try row.double("lat") else { throw row.error(.missing(column: "lat")) }
    guard let lon = try row.double("lon") else { throw row.error(.missing(column: "lon")) }
    let point = Coordinate(lon: lon, lat: lat)
    guard point.isOnEarth else { throw row.error(.invalid(column: "lat", wanted: "a latitude from -90 to 90")) }
    waypoints.append(point)
  }
}
