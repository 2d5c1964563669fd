/// What parts the cells of a CSV row.
public enum CSVDelimiter: UInt8, Sendable {
  /// RFC 4180's own.
  case comma = 0x2C
  /// What spreadsheets write where the comma parts decimals.
  case semicolon = 0x3B
  /// Tab-separated text with quoting.
  case tab = 0x09
}
