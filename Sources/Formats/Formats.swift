// Formats: JSON, CSV and tables over bytes.
//
// The lowest floor of the house. It knows bytes, lines and files, and no record of the program.
//
//   Files/    MappedFile (a file's bytes without a copy), WholeFile (written whole or not at all)
//   Bytes/    ByteWriter, decimal numbers in and out by integer arithmetic, lines of a buffer
//   Text/     UTF8Check (the first bad byte), ScalarMap (byte offset <-> Unicode scalar offset)
//   JSON/     JSONCursor (pull reader) -> JSONValue, JSONLines; JSONWriter
//   CSV/      CSVReader and CSVWriter, RFC 4180
//   Table/    Table: the tab-separated data files of this project
//   Hashing/  FNV1a64 for ids, SHA256 for the hashes of data
//
// Three habits hold everywhere:
// - Text is bytes. Readers walk an `UnsafeRawBufferPointer` with class tables; a `String` is made only
//   for a value that is handed out, and is checked UTF-8 by then.
// - Input is broken or hostile until shown otherwise: every reader has a depth or size it refuses, no
//   reader traps, and an error is a typed value of facts whose `description` names file, line and cure.
// - Same input, same bytes: no clock, no locale, no hash order in what is written.
