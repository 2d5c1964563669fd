// Records: plain values that are stored or leave the program.
//
// Nothing here reads, decides or writes. A record is what one step of the way through the house hands to the next
// (Article -> Mention -> Event ...) and what Publishing turns into features. Offsets are Unicode scalars; days are
// local days; distances are meters unless the name says otherwise; a missing value is nil, never 0 or "".
