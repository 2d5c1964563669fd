// Territory: ground said in words or drawn on maps (functions over values; no text, no store).
//
//   Compass.swift         eight directions and how news writes them
//   Ground.swift          the areas that words mean; one function a phrase
//   Ground+Strip.swift    "adjacent to the M5 from the west": the strip beside a road
//   RoadRuns.swift        which side of each stretch of a road a compass side is
//   RoadZones.swift       whose the ground is between stretches that turn back
//   PlaneLine.swift       beside and beyond a line on a plane
//   Ground+Part.swift     "western Aleppo province": a part of a region
//   CellMesh.swift        ground parted into cells that share their edges; areas, joining, lines between labels
//   SettlementCells.swift the cells of settlements: whatever is nearest to each, inside a region, behind drawn lines
//   SettledGround.swift   settlements with their cells
//   SettlementList.swift  lists of settlements and dated changes; ClaimList.swift: figures of others
//   ControlState.swift    who holds and who claims each settlement, and what a step does to it
//   ControlAdvance.swift  a state moved step by step, its map, its front, its pockets
//   ControlEvents.swift   events -> steps
//   PublishedAdvance.swift  somebody else's map moved by events
//   ControlStoryMaker.swift control over days: weeks, roads (RoadHolding), claims (ControlJudge)
//   GroundEstimate.swift  how far a gained area may be off
//   ControlMaps+Front.swift the line between the sides of any map
//   ControlMaps.swift     control maps as the field publishes them -> `ControlMap` of each side
//   ControlChange.swift   what one side gained, lost and kept between two maps
//   Comparison.swift      the figures behind it
//   ControlChange+Details.swift  units, settlements, roads and the front of a comparison
//   Overlay/              maps as directed edges on the grid: what stands in both says nothing, the rest is cut once
//   PlainOverlay.swift    one overlay a pair of holders: what the quick way must agree with
//   Series/               daily maps, each compared with the one before
//   MapDraft.swift        whose the polygons of a file are; MapDraft+Finishing.swift repairs and parts them
//   DayInName.swift       the day in the name of a map
//   Sliver.swift          pieces too thin to mean anything: flagged, never silently dropped
//   TerritoryError.swift  what can be wrong, in sentences
//
// GEOS does the topology, on a 1e-7 degree grid or, where a width in meters is needed, on a flat map round the place
// (`LocalPlane`); all areas and lengths are the ellipsoid's.
