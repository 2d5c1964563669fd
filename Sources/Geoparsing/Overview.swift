// Geoparsing: mentions of places in an analyzed text, what each means, and where the place phrases lead.
//
//   Lexicon              Data/<language>/*.tsv: kind nouns, organisation nouns, titles, directions, relation phrases
//   NameFinder           longest match of the gazetteer's names over tokens; unknown names where the text says "place"
//   NameJudge            persons, organisations, media and common words are no places
//   RoleReader           literal, metonym, embedded, dateline, demonym
//   RelationReader       "25 km west of", "on the outskirts of", "southern", "between X and Y" -> SpatialRelation
//   DefinitePlaceReader  "the capital", "the town", "there" -> a place of the document
//   Resolver             candidates with prices and reasons; decided last, the document as a whole
//   PhraseReader         heads, containers, relations and the governing preposition -> LocationPhrase
//   Locator              a phrase -> point, radius and precision; an AreaRequest where the honest answer is an area
//   Geoparser            all of these in order -> GeoparsedText
//
// All prices stand in Data/prices.tsv, each with its reason.
