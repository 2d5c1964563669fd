// NewsText: documents of every input kind -> an analyzed text, without knowing any place.
//
//   Reading/             files, folders, stdin, HTML, JSON Lines, CSV, feeds -> Article
//   Tokenizer            bytes -> tokens (words, numbers, punctuation) with integer word codes
//   ZoneReader           lines -> blocks with their zone: headline, caption, keywords, credit, body
//   SentenceSplitter     tokens -> sentences; abbreviations do not end one
//   NumberReader         "at least four", "between 20 and 30", "dozens" -> NumberExpression
//   DateReader           "on Jan. 27", "Tuesday night", "two days earlier" -> DateExpression
//   PublicationReader    header, dateline, captions and weekdays -> the day of publication, and how it is known
//   Analyzer             all of these in order -> Document
//
// Offsets inside the program are bytes of `Document.bytes`; `Document.span` turns them into Unicode scalars.
// Language knowledge is in Data/<language>/*.tsv.
