// Geometry: simple-feature values and GeoJSON.
//
// Plain values in lon/lat degrees on WGS 84 (OGC:CRS84), two dimensions. No C, no measure, no topology: what is
// valid, near or large is asked of Topology and Geodesy.
//
//   Shapes/    Coordinate, LineString, Ring, Polygon, MultiPolygon, Shape; BoundingBox; ShapeError
//   Features/  Feature, FeatureCollection: a shape with properties
//   GeoJSON/   GeoJSONReader (RFC 7946, tolerant of what the field publishes; every fault has its line),
//              GeoJSONWriter (RFC 7946 to the letter; RFC 8142 text sequences; one feature a line)
//
// What holds for every value:
// - A ring has four positions or more and ends where it begins; a line has two or more. The initializers refuse
//   anything else, so no later code asks again.
// - Coordinates of rings and lines are finite.
// - Polygon rings may run either way round: the writer turns them as RFC 7946 wants, GEOS does not care.
