// Everything together.
// A loss is told without its sign: its bounds are, too, the nearer to nothing first.
function betweenWords(area) {
  if (area.low === null) return "";
  const [least, most] = area.km2 < 0 ? [-area.high, -area.low] : [area.low, area.high];
  return ` (between ${number(least)} and ${number(most)})`;
}
function balanceWords(km2) {
  if (Math.abs(km2) < 0.5) return "neither gained nor lost a square kilometer";
  return `${km2 > 0 ? "gained" : "lost"} ${number(Math.abs(km2))} km\u00b2`;
}
function buildDek() {
  const end = data.weeks[data.weeks.length - 1];
  if (!end) return;
  const moved = new Set(data.changes.filter(movesHands).map((change) => change.id)).size;
  replace(byID("dek"), `From ${dayWords(isPublished ? first : first + 1)} to ${dayWords(last)} ${data.side} `, h("b", {}, balanceWords(end.since_start.km2)),
    ` on balance${betweenWords(end.since_start)}. ${isPublished ? `${number(data.n_settlements)} settlements of the gazetteer lie on ground that` : `${number(moved)} of ${number(data.n_settlements)} ${data.basis === "advanced" ? "settlements on the map" : "listed settlements"}`} changed hands. Click any figure to see what it stands on.`);
}
function buildMethod() {
  const list = (title, items) => items.length > 0 && h("details", {}, h("summary", {}, `${title} (${items.length})`), h("ul", {}, items.map((item) => h("li", {}, item))));
  fill(byID("method"), {}, [
    list("What was said and changed nothing", data.idle.map((step) => `${step.date} ${step.name}: ${step.kind}${step.side ? ` by ${step.side}` : ""}; ${step.reason}${step.sources ? ` (${step.sources})` : ""}`)),
    list("Notes", data.notes), list("Files it is made from", data.inputs.map((input) => [input.name, " ", h("code", {}, `sha256 ${input.sha256}`)])),
    h("p", { class: "soft" }, [`Made by ${data.generator.name} ${data.generator.version}.`, ...data.ground.credits].join(" "))]);
}
const asked = /^#day=(\d{4}-\d\d-\d\d)$/.exec(location.hash);
if (isPublished) byID("weeks-label").textContent = "Areas by date";
buildDek();
buildLegend();
buildTime();
buildChart();
buildWeeks();
buildRoads();
buildClaims();
buildMethod();
home();
setDay(asked && !Number.isNaN(dayNumber(asked[1])) ? dayNumber(asked[1]) : last);
drawLabels();
map.on("zoomend moveend resize", drawLabels);
document.body.dataset.ready = "yes";
