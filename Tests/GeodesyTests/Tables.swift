// Numbers computed elsewhere, to all digits.
import Geometry
import Testing

struct InverseRow: CustomTestStringConvertible, Sendable {
  let a, b: Coordinate
  let azimuth, backAzimuth, distance: Double
  var testDescription: String { "\(a) to \(b)" }

  init(_ aLat: Double, _ aLon: Double, _ bLat: Double, _ bLon: Double, _ out: Double, _ back: Double, _ s: Double) {
    a = Coordinate(lon: aLon, lat: aLat)
    b = Coordinate(lon: bLon, lat: bLat)
    (azimuth, backAzimuth, distance) = (out, back, s)
  }
}

// Computed by PROJ 9.1.1's program geod, which prints azimuth, back azimuth and meters for lines `LAT1 LON1 LAT2 LON2`:
//   geod -I +ellps=WGS84 -f '%.10f' -F '%.6f'
let inverseRows = [
  InverseRow(36.20124, 37.16117, 36.1391, 36.8252, -102.7508554219, 77.0508595685, 31003.530688),
  InverseRow(36.20124, 37.16117, 33.5102, 36.29128, -164.8292212049, 14.6734823498, 308950.769681),
  InverseRow(35.93, 36.64, 35.64842, 36.67693, 173.8897427386, -6.0886603497, 31420.609125),
  InverseRow(47.8517, 35.1175, 48.0159, 37.8028, 83.8050084689, -94.2013357688, 201466.212078),
  InverseRow(50.4501, 30.5234, 46.4825, 30.7233, 178.0057278140, -1.8445438897, 441441.589543),
  InverseRow(15.5518, 32.5324, 19.6158, 37.2164, 47.1803120972, -131.4030344629, 670357.514156),
  InverseRow(15.5518, 32.5324, 13.6289, 25.3493, -104.4440852930, 73.7439531266, 802633.493050),
  InverseRow(36.0, 180.0, 36.1, -179.9, 39.0494488967, -140.8917019681, 14293.818178),
  InverseRow(-16.5, 179.95, -16.6, -179.95, 136.0492710315, -43.9792141826, 15375.087838),
  InverseRow(89.9, 0.0, 89.9, 180.0, 0.0000000000, 0, 22338.795683),
  InverseRow(-89.9, 45.0, -89.95, -100.0, -168.4997260477, 156.5002489253, 16066.673003),
  InverseRow(90.0, 0.0, -90.0, 0.0, 180.0000000000, 0, 20003931.458625),
  InverseRow(0.0, 0.0, 0.0, 179.5, 55.9664951402, -55.9664951402, 19980861.908891),
  InverseRow(0.0, 0.0, 0.5, 179.5, 25.6718728683, -25.6729145301, 19936288.578965),
  InverseRow(0.0, 0.0, 0.0, 180.0, 0.0000000000, 0, 20003931.458625),
  InverseRow(-30.0, 10.0, 29.9, -170.2, 161.8905247363, -161.9092627543, 19989832.827610),
  InverseRow(0.0, -0.0, 0.0, 1.0, 90.0000000000, -90.0000000000, 111319.490793),
  InverseRow(51.4778, 0.0, 40.6413, -73.7781, -71.7419335755, 51.2569392195, 5584638.234691),
]

struct DirectRow: CustomTestStringConvertible, Sendable {
  let start: Coordinate
  let azimuth, distance: Double
  let end: Coordinate
  var testDescription: String { "\(distance) m from \(start) at \(azimuth)" }

  init(_ lat: Double, _ lon: Double, _ azimuth: Double, _ distance: Double, _ endLat: Double, _ endLon: Double) {
    start = Coordinate(lon: lon, lat: lat)
    (self.azimuth, self.distance) = (azimuth, distance)
    end = Coordinate(lon: endLon, lat: endLat)
  }
}

// Computed by PROJ 9.1.1's program geod for lines `LAT LON AZIMUTH METERS`:
//   geod +ellps=WGS84 -f '%.10f'
let directRows = [
  DirectRow(36.20124, 37.16117, 250, 25000, 36.1238974787, 36.9002091131),
  DirectRow(36.20124, 37.16117, 0, 1_000_000, 45.2063104002, 37.16117),
  DirectRow(-89.99, 12, 180, 5000, -89.9652348298, -168),
  DirectRow(0, 179.9, 90, 50000, 0, -179.6508423579),
  DirectRow(15.5518, 32.5324, -135, 700_000, 11.0348803189, 28.0071732557),
]

struct AreaRow: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let path: [(Double, Double)]
  let area, perimeter: Double

  init(_ name: String, _ path: [(Double, Double)], _ area: Double, _ perimeter: Double) {
    testDescription = name
    (self.path, self.area, self.perimeter) = (path, area, perimeter)
  }
}

// Computed by PROJ 9.5.1 through pyproj 3.7.2:
//   Geod(ellps="WGS84").polygon_area_perimeter([lon, ...], [lat, ...])
let areaRows = [
  AreaRow("a degree at the equator", [(0, 0), (1, 0), (1, 1), (0, 1)], 12308778361.469452, 443770.91724830196),
  AreaRow(
    "a cell by Saraqib", [(36.75, 35.8), (36.9, 35.8), (36.9, 35.95), (36.75, 35.95)], 225450558.28948212,
    60378.70789681667),
  AreaRow(
    "a triangle by Bakhmut, clockwise", [(37.9, 48.5), (38.1, 48.7), (38.2, 48.5)], 246432534.39744568,
    72289.55770067753),
  AreaRow(
    "a bend by El Fasher", [(25.2, 13.5), (25.5, 13.45), (25.6, 13.7), (25.4, 13.62), (25.1, 13.8)], 957833593.5862083,
    159013.15277390333),
  AreaRow("round the south pole", [(0, -80), (-90, -80), (180, -80), (90, -80)], 2507270031169.875, 6301599.963614223),
  AreaRow("round the north pole", [(0, 60), (90, 60), (180, 60), (-90, 60)], 23441600180227.0, 18485137.463186584),
  AreaRow(
    "over the antimeridian", [(179, -17), (-179, -17), (-179, -16), (179, -16)], 23631413768.383423, 648366.5327767831),
  AreaRow(
    "over the antimeridian, run on", [(179, -17), (181, -17), (181, -16), (179, -16)], 23631413768.383423,
    648366.5327767831),
]
