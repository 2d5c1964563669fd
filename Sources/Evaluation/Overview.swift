// Evaluation: scores against truth that people made, as plain values; printing lives in the command.
//
// Truth/     what a truth file wants of the events, member by member (`Data/seeds-truth.json` explains its form)
// Stories/   annotated conflict stories: events and toponyms of whole texts
// Toponyms/  sets of toponyms with coordinates: recognition and resolution
// Figures/   what all of them give: figures for a table, a row for every miss, and the figures once reached
//
// Nothing here reads articles: the caller runs the reader and hands over its findings.
