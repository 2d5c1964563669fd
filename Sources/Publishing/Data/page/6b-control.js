// Who held which ground on the last day shown: the sides, the front, what changed hands in the week before (hatched).
const control = data.control;
const controlLayers = { sides: L.layerGroup().addTo(map), fresh: L.layerGroup().addTo(map), front: L.layerGroup().addTo(map) };
let drawnDay = null;
const controlSide = (name) => (control ? control.sides.findIndex((side) => side.name === name) : -1);
function controlPatterns() {
  const hatch = (side, index) => s("pattern", { id: `side-${index}`, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    s("rect", { width: 8, height: 8, fill: side.color, "fill-opacity": 0.2 }), s("rect", { width: 3, height: 8, fill: side.color, "fill-opacity": 0.75 }));
  const dots = (side, index) => s("pattern", { id: `dots-${index}`, width: 7, height: 7, patternUnits: "userSpaceOnUse" }, s("circle", { cx: 3.5, cy: 3.5, r: 1.7, fill: side.color }));
  const all = control.sides.map(hatch).concat(hatch({ color: "#777" }, -1), control.sides.map(dots));
  document.body.appendChild(s("svg", { width: 0, height: 0, "aria-hidden": "true", class: "patterns" }, s("defs", {}, all)));
}

function controlStyle(area) {
  if (area.status === "claimed") return { stroke: true, color: area.color, weight: 1.5, dashArray: "3 3", fillColor: `url(#dots-${controlSide(area.side)})`, fillOpacity: 1 };
  const faint = area.side === "unknown" ? 0.1 : area.status === "held" ? 0.26 : 0.16;
  return { stroke: area.status !== "held", color: area.color, weight: 1.4, dashArray: "6 3", fillColor: area.side === "unknown" ? "#777" : area.color, fillOpacity: faint };
}

const controlFrame = (day) => control.frames.reduce((found, frame) => (frame.at <= day ? frame : found), null) || { areas: [], front: [] };
const kilometers2 = (value) => `${value.toLocaleString("en-US", { maximumFractionDigits: value < 100 ? 1 : 0 })} km\u00b2`;

function drawControl() {
  if (!control || drawnDay === state.to) return;
  drawnDay = state.to;
  for (const layer of Object.values(controlLayers)) layer.clearLayers();
  const frame = controlFrame(state.to);
  for (const area of frame.areas) {
    const layer = L.geoJSON(area.shape, inPane("sides", { interactive: true, style: controlStyle(area) })).addTo(controlLayers.sides);
    layer.bindTooltip(() => h("span", {}, `${area.side}, ${area.status}: ${kilometers2(area.area_km2)}`), { className: "tip", sticky: true });
  }
  const fresh = control.changes.filter((change) => change.at > state.to - 7 && change.at <= state.to && change.status === "held" && change.from !== change.to);
  for (const change of new Map(fresh.map((change) => [change.id, change])).values()) {
    const style = { color: "#1d1d1b", weight: 0.6, fillColor: `url(#side-${controlSide(change.to)})`, fillOpacity: 1 };
    const layer = L.geoJSON(change.shape, inPane("fresh", { interactive: true, bubblingMouseEvents: false, style }));
    layer.bindTooltip(() => h("span", {}, `${change.name}, ${dayWords(change.at)}: ${change.from} \u2192 ${change.to}`), { className: "tip", sticky: true });
    openBy(layer, () => chooseChange(change)).addTo(controlLayers.fresh);
  }
  for (const line of frame.front) {
    L.geoJSON(line, inPane("front", { style: { color: "#fff", weight: 4.5, opacity: 0.9 } })).addTo(controlLayers.front);
    L.geoJSON(line, inPane("front", { style: { color: "#1d1d1b", weight: 2.2 } })).addTo(controlLayers.front);
  }
}

// Why ground is said to have changed hands: sources, words, doubts, events.
function chooseChange(change) {
  state.chosen = null;
  const causes = change.causes.map((cause) => h("div", {}, cause.quote && h("blockquote", { class: "quote" }, `\u201c${cause.quote}\u201d`),
    h("dl", { class: "facts" }, fact("Source", cause.sources.join(" \u00b7 ")), fact("Doubt", cause.doubt), fact("Note", cause.note), fact("Event", cause.event))));
  open({
    mentions: [],
    head: [h("span", { class: "sign", "aria-hidden": "true" }), h("p", { class: "type" }, "Changed hands", h("span", { class: "status" }, change.status)), h("h2", {}, change.name)],
    body: [h("dl", { class: "facts" }, fact("When", dayWords(change.at)), fact("From", change.from), fact("To", change.to), fact("Ground", kilometers2(change.area_km2))), ...causes],
  });
  refresh();
}

function controlLegend() {
  if (!control) return [];
  const swatch = (attributes) => s("svg", { width: 28, height: 16, "aria-hidden": "true" }, s("rect", Object.assign({ x: 1, y: 1, width: 26, height: 14, stroke: "#1d1d1b", "stroke-width": 0.5 }, attributes)));
  const rows = control.sides.map((side) => [swatch({ fill: side.color, "fill-opacity": 0.26 }), side.name]);
  if (control.changes.length) rows.push([swatch({ fill: `url(#side-${controlSide(control.side)})` }), "Changed hands in the seven days before the last day shown"]);
  if (control.frames.some((frame) => frame.areas.some((area) => area.status === "claimed"))) rows.push([swatch({ fill: `url(#dots-${controlSide(control.side)})` }), "Claimed, not confirmed"]);
  rows.push([s("svg", { width: 30, height: 12, "aria-hidden": "true" }, s("path", { d: "M1 6H29", stroke: "#1d1d1b", "stroke-width": 2.2 })), control.basis !== "settlements" ? "Front line, as drawn" : "Front line, midway between settlements"]);
  return rows;
}
if (control) controlPatterns();
