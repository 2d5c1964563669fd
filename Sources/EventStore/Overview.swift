// EventStore: events kept and found again, in a GeoPackage, a PostGIS database, or memory.
//
//   Archive/      EventArchive: adding articles, revising, linking, asking, exporting; the same for every database
//   Corrections/  what reviewers corrected: kept, replayed, withdrawn
//   Load/         millions of features at once; SQLite's R*Tree written packed
//   Near/         what is near: a k-d tree in space whose chords decide almost everything, geodesics the rest
//   Schema/       the tables, one list for every database
//   GeoPackage/   SQLite through GRDB, and what makes such a file a GeoPackage that QGIS opens styled
//   PostGIS/      PostgreSQL through libpq
//   Codec/        records as JSON, every member there and back
//   Shapes/       well-known binary
//   SQL/          what is alike in both databases
//
// Distances are exact on the ellipsoid. The store knows no text, no gazetteer and no HTTP: what makes two reports one
// event, and how an event becomes a feature, it is told (`ArchiveRules`).
