// Geodesy: lengths, directions and areas on the earth.
//
// Everything here is measured on the WGS 84 ellipsoid with Karney's geodesics (geodesic.h of PROJ), never in degrees and
// never on a sphere. Coordinates are longitude and latitude in degrees; lengths are `Meters`, areas `SquareMeters`;
// azimuths are degrees clockwise from north, 0 up to but not including 360.
//
//   Units.swift        Meters, SquareMeters
//   Ellipsoid.swift    distance, azimuth, direct: the two classic problems
//   Area.swift         areas of rings and shapes, lengths of lines
//   EdgeMeasure.swift  what one edge adds to a ring, for rings that share edges
//   LineDistance.swift how far a point lies from a line, and on which side
//   Making.swift       circles, densified lines
//   LocalPlane.swift   a flat map round one point, on which GEOS can work in meters
//
// An edge between two positions is the geodesic between them. GeoJSON means the straight line in longitude and latitude;
// the two differ by L² tan(latitude) / 8R in the middle of an edge running east-west (2 m for 10 km in Syria), so that
// long edges should be densified by whoever drew them.
//
// This is the only module that imports CPROJ. geodesic.h needs no context and no data files.
