// Topology: how shapes lie to each other, by GEOS.
//
// Values go in and values come out: nobody outside this module sees a GEOS pointer. An `Engine` is one GEOS context; it
// belongs to the worker that made it (it is not Sendable), costs nothing to make, and turns every failure of GEOS into a
// `TopologyError` with GEOS's own sentence.
//
//   Engine.swift           the context, and the gate that no failure passes
//   GeometryOwner.swift    who frees what: owners that cannot be copied
//   ShapeToGEOS.swift      values -> GEOS, non-finite numbers refused
//   GEOSToShape.swift      GEOS -> values, exterior rings counterclockwise
//   Validity.swift         is it valid, why not, make it so
//   Overlay.swift          union, intersection, difference on a grid
//   Predicates.swift       contains, covers, intersects
//   Buffers.swift          the ground within a distance of a shape, on a plane
//   Shaping.swift          a point on the surface, envelope, clip, simplify
//   Splitting.swift        polygons cut by lines
//   Voronoi.swift          who is nearest to which site
//   RegionIndex.swift      which of many regions hold a point
//
// Overlays take their input made valid and laid on a grid of 1e-7 degrees (about a centimeter, the digits that GeoJSON is
// written with), so that what is written is what was computed, and is valid.
//
// This is the only module that imports CGEOS. Above every call stands what it returns on failure, unless that is NULL.
