import TestSupport
import EventMapper
import Evaluation
import Formats
import Foundation
import Geometry
import Records
import Testing

@Suite struct `Scores of toponyms` {
  @Test(arguments: [0.0, 0.4]) func `equal those of the scorer that came with them`(shift: Double) throws {
    let scratch = Scratch()
    guard let scorer = SeedsShared.path("eval/score_toponyms.py"),
      let folder = try SeedsShared.part("geovirus", count: 30, scratch)
    else { return }
    let set = try ToponymSet(folder: folder)
    let reader = try SeedsReading.shared.get()
    let found = set.articles.map { article in
      reader.read(article).mentions.map { mention in
        var mention = mention
        mention.place?.point?.lat += shift * Double(mention.span.start % 5)
        return mention
      }
    }
    let byID = Dictionary(uniqueKeysWithValues: zip(set.articles.map(\.docID), found))
    let score = ToponymEvaluation(set).score { byID[$0.docID] ?? [] }
    let rows = zip(set.articles, found).flatMap { article, mentions in
      mentions.filter { $0.role != .demonym }.map { row(article.docID, $0) }
    }
    let predictions = scratch.file("predictions.jsonl", rows.joined(separator: "\n") + "\n")
    guard let theirs = SeedsShared.python([scorer, folder, predictions]) else { return }
    for line in ours(score) { #expect(theirs.contains(line), "\(line) is not in\n\(theirs)") }
    #expect(score.distances.count > 50)
  }

  private func row(_ id: String, _ mention: Mention) -> String {
    let point = mention.place?.point.map { "\"lat\":\($0.lat),\"lon\":\($0.lon)" } ?? "\"lat\":null,\"lon\":null"
    return "{\"docid\":\"\(id)\",\"start\":\(mention.span.start),\"end\":\(mention.span.end),\(point)}"
  }

  /// The figures as the other scorer prints them.
  private func ours(_ score: ToponymScore) -> [String] {
    func three(_ value: Double?) -> String { String(format: "%.3f", value ?? 0) }
    let exact = score.exact
    return [
      "recognition strict P=\(three(exact.precision)) R=\(three(exact.recall)) F1=\(three(exact.f1))",
      "overlap P=\(three(score.overlap.precision)) R=\(three(score.overlap.recall))",
      "(gold \(exact.right + exact.missed), pred \(exact.right + exact.surplus))",
      "(all gold coords): n=\(score.distances.count) acc161=\(three(score.accuracy(161))) acc20=\(three(score.accuracy(20)))",
      "acc5=\(three(score.accuracy(5))) median=\(String(format: "%.1f", score.medianKilometers ?? 0))km",
      "AUC=\(three(score.areaUnderCurve))\nresolution on matched only: n=\(score.matchedDistances.count) ",
    ]
  }
}
