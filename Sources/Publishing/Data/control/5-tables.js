// The areas by week, the roads, the figures of others. Every figure is a button that opens what it stands on.
const figure = (words, open, more) => h("button", Object.assign({ type: "button", class: "figure", onclick: open }, more), words);
const cells = (tag, ...all) => all.map((content, index) => h(tag, { class: index ? "n" : null, scope: tag === "th" ? "col" : null }, content));
const range = (area) => area.low !== null && h("small", {}, spanWords(area));
const WHY = isPublished ? "the publisher's lines may be off by as much as was said" : "the line runs somewhere between settlements of the two sides, so that half of the cells along it may be either's";

function openWeek(index, whole) {
  const week = data.weeks[index];
  const after = whole || index === 0 ? first : data.weeks[index - 1].at;
  const until = index === 0 ? first : week.at;
  const list = changesBetween(after, until).filter((change) => change.from === data.side || change.to === data.side);
  const area = whole ? week.since_start : week.net;
  const words = `${signed(area.km2)} km\u00b2, ${dayWords(isPublished ? after : after + 1)} to ${dayWords(until)}`;
  openAudit(words, list, area.low !== null && list.length > 0 && `Between ${number(area.low)} and ${number(area.high)} km\u00b2: ${WHY}.`);
}
function buildWeeks() {
  const rows = data.weeks.map((week, index) => {
    const held = week.areas[data.sides.findIndex((side) => side.name === data.side)] || 0;
    const open = () => openWeek(index, false);
    return h("tr", { "data-day": week.day }, h("th", { scope: "row" }, index === 0 ? startWords(isPublished ? null : "short") : dayWords(week.at)),
      h("td", { class: "n" }, number(held)), h("td", { class: "n" }, figure(signed(week.net.km2), open)), h("td", { class: "n" }, figure(signed(week.since_start.km2), () => openWeek(index, true)), range(week.since_start)),
      h("td", { class: "n" }, figure(number(week.gained), open)), h("td", { class: "n" }, figure(number(week.lost), open)), h("td", { class: "n" }, number(week.front_km)));
  });
  byID("weeks").appendChild(h("table", {}, h("caption", {}, `${data.side}, ${isPublished ? "as the maps have it" : "at the end of each day"}; square kilometers on the ellipsoid`),
    h("thead", {}, h("tr", {}, cells("th", isPublished ? "Map of" : "End of", "Held, km\u00b2", isPublished ? "Net since the row before" : "Net in the week", "Since the beginning", "Settlements gained", "Lost", "Front, km"))), h("tbody", {}, rows)));
}
function buildRoads() {
  byID("roads-section").hidden = !data.roads.length;
  for (const road of data.roads) {
    const days = (list) => (list.length ? list.map((day) => dayWords(dayNumber(day))).join(", ") : "never in these days");
    byID("roads").appendChild(h("div", { class: "road" }, h("h3", {}, `${road.name}, ${road.direction}`),
      h("p", {}, `${number(road.length_km, 1)} km of it run through the region. Wholly in the hands of ${data.side}: `, h("b", {}, days(road.taken)), "; cut: ", h("b", {}, days(road.cut)), "."), strip(road)));
  }
}
// One stripe a day, in the colors of the sides.
function strip(road) {
  const [wide, high] = [720, 46];
  const svg = s("svg", { class: "strip", viewBox: `0 0 ${wide} ${high + 18}`, role: "img", "aria-label": `How much of the ${road.name} each side held, day by day` });
  const days = road.days.map((day) => Object.assign({ at: dayNumber(day.day) }, day));
  const x = (day) => ((day - first) / (last - first + 1)) * wide;
  days.forEach((day, index) => {
    const end = index + 1 < days.length ? days[index + 1].at : last + 1;
    let top = 0;
    const group = s("g", {}, s("title", {}, `${dayWords(day.at)}: ${data.sides.map((side, number_) => `${side.name} ${number(day.km[number_] || 0, 1)} km`).join(", ")}${day.missing.length ? "; not held: " + day.missing.join(", ") : ""}`));
    data.sides.forEach((side, index_) => {
      const size = ((day.km[index_] || 0) / (road.length_km || 1)) * high;
      if (size > 0) group.appendChild(s("rect", { x: x(day.at), y: top, width: x(end) - x(day.at) + 0.4, height: size, fill: side.color }));
      top += size;
    });
    svg.appendChild(group);
  });
  // A last week of few days would stand on the one before.
  const apart = data.weeks.filter((week, index) => index + 1 < data.weeks.length ? x(data.weeks[index + 1].at) - x(week.at) > 44 : true);
  for (const week of apart) svg.appendChild(s("text", { x: Math.min(wide - 18, Math.max(18, x(week.at))), y: high + 14, "text-anchor": "middle" }, dayWords(week.at, "short")));
  return svg;
}
function buildClaims() {
  byID("claims-section").hidden = !data.verdicts.length;
  const rows = data.verdicts.map((verdict) => {
    const unit = verdict.kind === "area" ? "km\u00b2" : "settlements";
    const said = verdict.kind === "area" ? `${number(verdict.value_km2)} km\u00b2${verdict.unit === "km2" ? "" : ` (${number(verdict.value)} ${verdict.unit === "mi2" ? "square miles" : verdict.unit})`}` : `${number(verdict.value)} settlements`;
    const open = () => openAudit(`${number(verdict.computed)} ${unit}, ${dayWords(dayNumber(verdict.since))} to ${dayWords(dayNumber(verdict.until))}`, verdict.changes.map((index) => data.changes[index]), verdict.reasons.join("; ") + ".");
    return h("tr", {}, h("th", { scope: "row" }, said, verdict.within && ` in ${verdict.within}`, h("small", {}, `${verdict.side}, ${dayWords(dayNumber(verdict.since), "short")} to ${dayWords(dayNumber(verdict.until), "short")}. ${verdict.sources.join("; ")}${verdict.quote ? `: \u201c${verdict.quote}\u201d` : ""}`)),
      h("td", { class: "n" }, figure(number(verdict.computed), open), h("small", {}, `${number(verdict.low)} to ${number(verdict.high)}`)),
      h("td", {}, h("span", { class: `verdict ${verdict.verdict}` }, verdict.verdict), h("small", {}, verdict.reasons[verdict.reasons.length - 1], verdict.note && `. ${verdict.note}`)));
  });
  byID("claims").appendChild(h("table", { class: "claims" }, h("thead", {}, h("tr", {}, cells("th", "What was said", "The map's figure"), h("th", { scope: "col" }, "Verdict"))), h("tbody", {}, rows)));
}
