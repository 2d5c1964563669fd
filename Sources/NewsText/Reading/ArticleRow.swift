import Records

/// One row's members, whatever the format it stands in.
struct ArticleRow {
  var id: String?
  var text: String?
  var title: String?
  var published: String?
  var url: String?
  var source: String?

  /// The members of a row, each with the names it is known by.
  enum Member: CaseIterable {
    case id, text, title, published, url, source

    /// The member of that name, nil for a name that is not read.
    init?(named name: String) {
      let plain = name.lowercased()
      guard let member = Member.allCases.first(where: { $0.names.contains(plain) }) else { return nil }
      self = member
    }

    private var names: [String] {
      switch self {
      case .id: ["id", "docid", "doc_id"]
      case .text: ["text"]
      case .title: ["title"]
      case .published: ["published"]
      case .url: ["url", "source_url"]
      case .source: ["source", "source_name"]
      }
    }
  }

  /// What the member holds.
  subscript(member: Member) -> String? {
    get {
      switch member {
      case .id: id
      case .text: text
      case .title: title
      case .published: published
      case .url: url
      case .source: source
      }
    }
    set {
      switch member {
      case .id: id = newValue
      case .text: text = newValue
      case .title: title = newValue
      case .published: published = newValue
      case .url: url = newValue
      case .source: source = newValue
      }
    }
  }

  /// The article, before it a fault where its date cannot be read; or the fault that keeps it from being one.
  ///
  /// - Parameter fallbackID: the id of a row that gives none.
  func results(origin: String, line: Int, fallbackID: String) -> [ReadResult] {
    guard let text, !text.utf8.allSatisfy({ $0 <= 0x20 }) else {
      return [.fault(ArticleFault(.noText(members: ""), origin: origin, line: line))]
    }
    let bytes = Array(text.utf8)
    do throws(ArticleFault) {
      try DecodedText.check(bytes, origin: origin, line: line)
    } catch { return [.fault(error)] }
    let day = published.flatMap(PublishedDate.day)
    let article = Article(
      docID: id.filled ?? fallbackID, text: bytes, title: title.filled.map { Array($0.utf8) }, published: day,
      sourceName: source.filled, sourceURL: url.filled, origin: "\(origin):\(line)")
    let isUnknown = published.filled != nil && day == nil
    let faults = isUnknown ? [ReadResult.fault(ArticleFault(.unknownDate, origin: origin, line: line))] : []
    return faults + [.article(article, notes: [])]
  }
}

extension String {
  /// The text, nil when it is blank.
  var filled: String? { utf8.allSatisfy { $0 <= 0x20 } ? nil : self }
}

extension String? {
  /// The text, nil when it is missing or blank.
  var filled: String? { flatMap(\.filled) }
}
