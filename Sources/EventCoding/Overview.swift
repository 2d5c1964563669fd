// EventCoding: resolved text -> events, as a cascade of small stages (FASTUS, Hobbs et al. 1997).
//
//   Lexicon/     verbs, nouns, actors and rules, read from Data/<language>
//   Groups/      tokens -> tags -> noun groups and verb groups -> clauses with subject, object and phrases
//   Frames/      clauses -> triggers by rule -> frames: agent, target, place, time, toll, modality, attribution
//   Linking/     frames of one document that tell of the same event -> one event; what is none -> near-misses
//   Statements/  who holds what (control assertions), and checkable figures (claims)
//
// Each stage reads what the one before left and adds to it, in time linear in the text. Nothing here decides by a
// word near a place: what an event needs is asked of the clause that holds its trigger first.
