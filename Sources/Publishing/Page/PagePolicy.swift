import Formats

/// The page's Content Security Policy: its own scripts and styles by hash, nothing else, no network but the tile host.
enum PagePolicy {
  static func text(scripts: [String], styles: [String], tileHost: String?) -> String {
    let images = ["data:"] + (tileHost.map { ["https://\($0)"] } ?? [])
    return [
      "default-src 'none'", "script-src \(scripts.map(hash).joined(separator: " "))",
      "style-src \(styles.map(hash).joined(separator: " "))", "img-src \(images.joined(separator: " "))",
      "base-uri 'none'", "form-action 'none'",
    ].joined(separator: "; ")
  }

  private static func hash(_ text: String) -> String {
    var sha = SHA256()
    sha.combine(text)
    return "'sha256-\(Base64.text(sha.digest))'"
  }
}
