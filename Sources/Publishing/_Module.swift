// Publishing: records -> what leaves the program.
//
// `Stylebook` reads the tables that say how a type is drawn and what ACLED calls it. `FeatureMaker` turns a record into
// a feature with exactly the members of the contract; `CollectionWriter` and `EventTable` turn features and events into
// bytes; `Summary`, `ControlTable` and `ReportWriter` are for people; `HTMLMap` builds the map page, `ControlPage` the
// report on control over time. Nothing here measures or decides, and
// nothing is written to disk: whoever asks gets bytes.
