import Formats
import Gazetteer
import Geodesy
import Geometry
import Records
import Testing

@Suite struct `The committed coordinates` {
  @Test func `are near those of the reference`() throws {
    guard let table = try Shared.table("data/sy_places.tsv") else { return }
    let index = try Committed.index.get()
    var distances: [(kilometers: Double, name: String)] = []
    for row in table.rows {
      guard let number = row["geonameid"], let lat = try row.double("lat"), let lon = try row.double("lon"),
        let place = index.place(id: "geonames:\(number)"), place.kind.isSettlement, let point = place.point
      else { continue }
      distances.append((Ellipsoid.distance(point, Coordinate(lon: lon, lat: lat)).kilometers, place.name))
    }
    distances.sort { $0.kilometers < $1.kilometers }
    try #require(distances.count > 300)
    let median = distances[distances.count / 2]
    let worst = distances[distances.count - 1]
    print(
      "\(distances.count) Syrian settlements: median \(median.kilometers) km, worst \(worst.kilometers) km (\(worst.name))"
    )
    #expect(median.kilometers < 0.1)
    #expect(worst.kilometers < 10)
  }
}
