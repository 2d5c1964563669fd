// The side: what the map holds in words, filters, and every event as a line.
const STATUS_WORDS = { reported: "Reported", claimed: "Claimed", disputed: "Disputed", denied: "Denied", alleged: "Alleged", historical: "Historical" };

function tally(list) {
  const sum = (name) => list.reduce((total, event) => total + (event.p[name] || 0), 0);
  return { killed: sum("fatalities"), injured: sum("injured") };
}

function drawDek() {
  const shown = shownEvents();
  const { killed, injured } = tally(shown);
  const count = shown.length === events.length ? [h("b", {}, plural(events.length, "event"))] : [h("b", {}, `${shown.length.toLocaleString("en-US")} of ${plural(events.length, "event")}`)];
  const when = days.length ? `, ${spanWords(state.from, state.to)}` : "";
  const tolls = [killed && plural(killed, "person", "people") + " reported killed", injured && `${injured.toLocaleString("en-US")} injured`].filter(Boolean).join(", ");
  replace(byID("dek"), count, `${when}, from ${plural(data.n_documents, "article")}. `, tolls ? `${tolls}.` : shown.length ? "No toll is told." : "");
  document.body.dataset.shown = shown.length;
}

function chip(label, mark, count, hidden, key) {
  const button = h("button", { type: "button", class: mark ? "chip" : "chip plain", "aria-pressed": "true", "data-key": key, onclick: () => {
    if (hidden.has(key)) hidden.delete(key); else hidden.add(key);
    refresh();
  } }, mark, h("span", { class: "word" }, label), h("span", { class: "n" }, count));
  return { button, key, hidden };
}
const chips = [];

function buildFilters() {
  const count = (name, value) => events.filter((event) => event.p[name] === value).length;
  for (const style of data.styles) {
    const n = count("event_type", style.key);
    if (n) chips.push(chip(style.label, glyph(style, "reported", 22), n, state.hiddenTypes, style.key));
  }
  replace(byID("types"), chips.map((one) => one.button));
  const types = chips.map((one) => one.key);
  byID("all-types").hidden = types.length < 4;
  byID("all-types").addEventListener("click", () => {
    if (state.hiddenTypes.size) state.hiddenTypes.clear(); else types.forEach((key) => state.hiddenTypes.add(key));
    refresh();
  });
  const statuses = Object.keys(STATUS_WORDS).filter((status) => count("status", status))
    .map((status) => chip(STATUS_WORDS[status], null, count("status", status), state.hiddenStatuses, status));
  chips.push(...statuses);
  replace(byID("statuses"), statuses.map((one) => one.button));
}

const kilometers = (value) => (value === null || value === undefined ? null : value >= 100 ? `${Math.round(value)} km` : `${(Math.round(value * 10) / 10).toFixed(1)} km`);

function row(event) {
  return h("li", {}, h("button", { type: "button", class: "row", "data-event": event.id, "aria-current": state.chosen === event ? "true" : null, onclick: (click) => choose(event, click.currentTarget) },
    glyph(event.style, event.p.status, 30), h("span", { class: "what" }, event.words.label, event.p.status === "reported" ? "" : `, ${event.p.status}`),
    h("span", { class: "where" }, event.words.place_title), event.words.toll && h("span", { class: "toll" }, event.words.toll),
    h("span", { class: "day" }, event.day === null ? "no date" : (event.p.time_precision === 1 ? "" : "~") + dayWords(event.day, "short"))));
}

function drawList() {
  const inOrder = shownEvents().sort((a, b) => (a.day ?? 1e9) - (b.day ?? 1e9) || a.index - b.index);
  const LIMIT = 400;
  replace(byID("list"), inOrder.slice(0, LIMIT).map(row), !inOrder.length && h("li", { class: "empty" }, "No event matches these filters."),
    inOrder.length > LIMIT && h("li", { class: "empty" }, `${inOrder.length - LIMIT} more; narrow days or types to list them.`));
}

function buildMore() {
  const assertions = data.assertions.map((feature, index) => h("li", {}, h("button", { type: "button", class: "row", onclick: (click) => chooseAssertion(index, click.currentTarget) },
    h("span", { class: "sign hatched", "aria-hidden": "true" }), h("span", { class: "what" }, `Said to be held, ${feature.properties.status}`), h("span", { class: "where" }, feature.words.title))));
  const claims = data.claims.map((feature, index) => {
    const verdict = VERDICTS[feature.properties.verdict];
    return h("li", {}, h("button", { type: "button", class: "row", onclick: (click) => chooseClaim(index, click.currentTarget) },
      h("span", { class: `sign verdict-${feature.properties.verdict}`, "aria-hidden": "true" }, verdict.sign), h("span", { class: "what" }, `${verdict.label}: ${feature.words.figures}`),
      h("span", { class: "where" }, `“${feature.properties.quote}”`)));
  });
  replace(byID("more"), assertions.length ? [h("h2", { class: "label" }, "Control"), h("ul", { class: "list" }, assertions)] : null,
    claims.length ? [h("h2", { class: "label" }, "Checked claims"), h("ul", { class: "list" }, claims)] : null);
}

function buildLegend() {
  const sample = data.styles.find((style) => events.some((event) => event.style === style)) || data.styles[0];
  const line = (attributes) => s("svg", { width: 30, height: 12, "aria-hidden": "true" }, s("path", Object.assign({ d: "M1 6H29", fill: "none", "stroke-width": 2.5 }, attributes)));
  const disc = (attributes) => s("svg", { width: 28, height: 24, "aria-hidden": "true" }, s("circle", Object.assign({ cx: 14, cy: 12, r: 10, stroke: sample.color, fill: sample.color }, attributes)));
  const rows = [
    [glyph(sample, "reported", 24), "Reported"],
    events.some((event) => HOLLOW.has(event.p.status)) && [glyph(sample, "claimed", 24), "Claimed, not confirmed; dashed: disputed or alleged"],
    events.some((event) => event.p.fatalities) && [s("svg", { width: 26, height: 18, viewBox: "14 -8 26 18", "aria-hidden": "true" }, badge(4)), "People killed"],
    [disc({ "fill-opacity": 0.06, "stroke-dasharray": "4 3" }), "The true place lies in it nine times in ten"],
    events.some((event) => event.shape && event.shape.type !== "Point") && [disc({ "fill-opacity": 0.2, "stroke-width": 1.8 }), "Somewhere in this area"],
    data.assertions.length && [s("svg", { width: 28, height: 18, "aria-hidden": "true" }, s("rect", { x: 1, y: 1, width: 26, height: 16, fill: "url(#hatch)", stroke: data.assertion_color })), "Said to be held"],
    data.claims.some((feature) => feature.geometry) && [line({ stroke: VERDICTS.consistent.color, "stroke-dasharray": "2 5", "stroke-linecap": "round" }), "Distance claimed and measured"],
    data.ground.roads.length && [line({ stroke: "#a8905a" }), "Highway"],
    ...controlLegend(),
  ].filter(Boolean);
  replace(byID("legend-body"), h("dl", {}, rows.map(([mark, words]) => [h("dt", {}, mark), h("dd", {}, words)])));
  byID("legend").open = window.matchMedia("(min-width: 761px)").matches;
}

function buildColophon() {
  const made = data.generator;
  replace(byID("colophon"), onlineSwitch(), data.credits.map((line) => h("p", {}, line)),
    h("p", {}, `Coded by rule from the words of each article by ${made.name} ${made.version}; every figure leads back to its sentence. `,
      h("code", {}, `gazetteer ${(made.gazetteer_hash || "none").slice(0, 12)}, rules ${(made.rules_hash || "none").slice(0, 12)}`)));
}
