import Formats
import Geometry
import Publishing
import Records

/// What one article's mentions add to the output, made beside other articles' pieces.
struct MentionPiece: Sendable {
  /// Features or rows in the output's form; in a collection with a comma and a line feed before each.
  let bytes: [UInt8]
  let count: Int
  /// How many were resolved to a point.
  let placed: Int
  /// The box around them.
  let box: BoundingBox?

  init(_ mentions: [Mention], _ maker: FeatureMaker, as format: OutputFormat, columns: [String]) {
    count = mentions.count
    placed = mentions.count { $0.place?.point != nil }
    box = mentions.reduce(nil) { box, mention in
      guard let next = mention.place?.point.flatMap({ Shape.point($0).boundingBox }) else { return box }
      return box?.union(next) ?? next
    }
    if format == .csv {
      bytes = FeatureTable.rows(mentions.map { maker.feature(of: $0) }, columns: columns)
    } else {
      bytes = MentionPiece.features(mentions, as: format)
    }
  }

  private static func features(_ mentions: [Mention], as format: OutputFormat) -> [UInt8] {
    guard format == .geojson else { return lines(mentions, asSequence: format == .geojsonseq) }
    var bytes = ByteWriter(capacity: 512 * mentions.count)
    for mention in mentions {
      bytes.append(ascii: ",\n")
      var json = JSONWriter(capacity: 512)
      FeatureMaker.write(mention, to: &json)
      bytes.append(contentsOf: json.bytes)
    }
    return bytes.bytes
  }

  private static func lines(_ mentions: [Mention], asSequence: Bool) -> [UInt8] {
    var json = JSONWriter(capacity: 512 * mentions.count)
    for mention in mentions {
      if asSequence { json.beginRecord() }
      FeatureMaker.write(mention, to: &json)
      json.endLine()
    }
    return json.bytes
  }
}
