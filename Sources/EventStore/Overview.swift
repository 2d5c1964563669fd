// EventStore: events kept and found again.
//
// Today it finds what is near a place or a road among values in memory; files and databases come behind the same search.
//
//   NearSearch.swift       the question: which events are within so far of, or nearest to, a point or a line
//   NearResult.swift       the answer, and how sure it is
//   ShapeDistance.swift    the shortest way from a point or a line to a shape
//   LatitudeBand.swift     a bound that spares most of the work and changes no answer
//
// Distances are exact on the ellipsoid. The store knows no text, no gazetteer and no HTTP.
