import ArgumentParser
import Gazetteer

/// `gazetteer import FILE... -o INDEX`: compiles other people's tables into an index of their own.
struct GazetteerImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Compile GeoNames dumps, CSV or GeoJSON into an index of their own.",
    discussion: """
      Takes GeoNames' country dumps and alternateNamesV2.txt, plain or zipped; tables (comma or tab) with a header of \
      id,name,alternate_names,arabic_name,lat,lon,kind,population,admin1, of which name, lat and lon are needed and \
      aliases are parted by |; and GeoJSON points with such properties. A faulty line is named and left out, the rest \
      is taken in (exit code 65). Kinds, spelling rules and what boundaries know come from the gazetteer in use.

      Example: eventmapper gazetteer import SY.zip alternateNamesV2.zip -o syria.index
      Example: eventmapper gazetteer import villages.csv -o villages.index
      Use it:  eventmapper resolve Nayrab --gazetteer built-in --gazetteer villages.index
      """)

  @Argument(help: ArgumentHelp("Tables to import, in any order.", valueName: "file")) var files: [String]
  @Option(name: .shortAndLong, help: ArgumentHelp("The index to write.", valueName: "index")) var output: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let known = try common.openIndex()
    let pulse = Pulse()
    let importer = GazetteerImporter(
      known: known, folder: GazetteerImporter.folder(of: output), onFault: { Diagnostics.fault($0) },
      onProgress: { progress in
        pulse.tell(
          progress.rows > 0
            ? "\(progress.rows) rows, \(progress.places) places"
            : "\(progress.searched) rows looked through for units")
      })
    importer.read(files)
    let progress = importer.progress
    guard progress.places > 0 else {
      Diagnostics.line("\(output): not written, no place was taken in")
      throw ExitCode(65)
    }
    pulse.tell("\(progress.places) places are being sorted")
    try importer.write(to: output)
    let again = progress.repeated > 0 ? ", \(progress.repeated) rows told again" : ""
    let left = progress.faults > 0 ? ", \(progress.faults) faults" : ""
    Diagnostics.line("\(output): \(progress.places) places\(again)\(left)")
    if progress.faults > 0 { throw ExitCode(65) }
  }
}
