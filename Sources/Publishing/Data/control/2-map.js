// The map: ground, the sides of the day, what changed in the last seven days (hatched), claims (dotted), the front.
const map = L.map("map", { zoomControl: false, attributionControl: false, zoomSnap: 0.25, minZoom: 5, maxZoom: 14, scrollWheelZoom: false });
L.control.zoom({ position: "topleft" }).addTo(map);
L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
const PANES = { land: 210, sides: 300, fresh: 310, regions: 320, roads: 340, front: 350, labels: 595 };
const renderers = {};
for (const [name, z] of Object.entries(PANES)) {
  map.createPane(name).style.zIndex = z;
  if (!["sides", "fresh"].includes(name)) map.getPane(name).style.pointerEvents = "none";
  if (name !== "labels") renderers[name] = L.svg({ pane: name, padding: 0.5 });
}
const inPane = (pane, options) => Object.assign({ pane, renderer: renderers[pane], interactive: false }, options);
L.geoJSON(data.ground.countries, inPane("land", { style: { color: "#a39c8b", weight: 1.2, fill: true, fillColor: "#f7f5f0", fillOpacity: 1 } })).addTo(map);
L.geoJSON(data.ground.regions, inPane("regions", { style: { color: "#8d8672", weight: 1, dashArray: "4 3", fill: false } })).addTo(map);
L.geoJSON(data.ground.roads, inPane("roads", { style: { color: "#fff", weight: 5, opacity: 0.9 } })).addTo(map);
L.geoJSON(data.ground.roads, inPane("roads", { style: { color: "#6d5a2b", weight: 2.2, opacity: 1 } })).addTo(map);

// A hatch and a dotting for each side, in its color.
const patternID = (kind, name) => `${kind}-${data.sides.findIndex((side) => side.name === name)}`;
function hatch(side) {
  return s("pattern", { id: patternID("hatch", side.name), width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    s("rect", { width: 8, height: 8, fill: side.color, "fill-opacity": 0.25 }), s("rect", { width: 3.4, height: 8, fill: side.color }));
}
function dots(side) {
  return s("pattern", { id: patternID("dots", side.name), width: 7, height: 7, patternUnits: "userSpaceOnUse" }, s("circle", { cx: 3.5, cy: 3.5, r: 1.7, fill: side.color }));
}
document.body.appendChild(s("svg", { class: "patterns", width: 0, height: 0, "aria-hidden": "true" }, s("defs", {}, data.sides.map(hatch), hatch({ name: null, color: "#777" }), data.sides.map(dots))));

const layers = { sides: L.layerGroup().addTo(map), fresh: L.layerGroup().addTo(map), front: L.layerGroup().addTo(map) };
function sideStyle(area) {
  if (area.status === "claimed") return { stroke: true, color: area.color, weight: 1.5, dashArray: "3 3", fillColor: `url(#${patternID("dots", area.side)})`, fillOpacity: 1 };
  const faint = area.side === "unknown" ? 0.12 : area.status === "held" ? 0.42 : 0.24;
  return { stroke: area.status !== "held", color: area.color, weight: 1.6, dashArray: "6 3", fillColor: area.side === "unknown" ? "#777" : area.color, fillOpacity: faint };
}
function drawDay() {
  const frame = frameAt(state.day);
  for (const layer of Object.values(layers)) layer.clearLayers();
  for (const area of frame.areas) {
    const shape = L.geoJSON(area.shape, inPane("sides", { interactive: true, style: sideStyle(area) })).addTo(layers.sides);
    shape.bindTooltip(`${area.side}, ${area.status}: ${number(area.area_km2)} km\u00b2`, { className: "tip", sticky: true });
  }
  for (const change of freshChanges()) {
    const style = { color: "#1d1d1b", weight: 0.6, fillColor: `url(#${patternID("hatch", change.to)})`, fillOpacity: 0.9 };
    const shape = L.geoJSON(change.shape, inPane("fresh", { interactive: true, style })).addTo(layers.fresh);
    shape.bindTooltip(`${change.name}, ${dayWords(change.at)}: ${change.from} \u2192 ${change.to}`, { className: "tip", sticky: true });
    shape.on("click", () => openAudit(`${change.name}, ${dayWords(change.at)}`, [change], null));
  }
  for (const line of frame.front) {
    L.geoJSON(line, inPane("front", { style: { color: "#fff", weight: 5, opacity: 0.9 } })).addTo(layers.front);
    L.geoJSON(line, inPane("front", { style: { color: "#1d1d1b", weight: 2.4 } })).addTo(layers.front);
  }
}
// The last change of each settlement in the seven days up to the day shown; all that a chosen figure stands on instead.
function freshChanges() {
  const list = state.marked || changesBetween(state.day - 7, state.day);
  return [...new Map(list.filter(movesHands).map((change) => [change.id, change])).values()];
}

// Names, the most important first, none over another.
function drawLabels() {
  const pane = map.getPane("labels");
  pane.textContent = "";
  const taken = [];
  const zoom = map.getZoom();
  const most = zoom < 8 ? 2 : zoom < 9.5 ? 3 : 5;
  for (const [name, lon, lat, rank] of data.ground.places) {
    if (rank > most || !map.getBounds().contains([lat, lon])) continue;
    const at = map.latLngToLayerPoint([lat, lon]);
    const box = [at.x - name.length * 3.4, at.y - 16, at.x + name.length * 3.4, at.y + 3];
    if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
    taken.push(box);
    const tag = h("span", { class: rank < 3 ? "tag town" : "tag" }, name);
    tag.style.left = `${at.x}px`;
    tag.style.top = `${at.y - 8}px`;
    const dot = h("span", { class: "dot" });
    dot.style.left = `${at.x}px`;
    dot.style.top = `${at.y}px`;
    pane.append(dot, tag);
  }
}
function home() {
  const moved = L.featureGroup(data.changes.map((change) => L.geoJSON(change.shape)));
  const all = L.featureGroup((data.frames[0] || { areas: [] }).areas.map((area) => L.geoJSON(area.shape)));
  const bounds = data.changes.length ? moved.getBounds() : all.getBounds();
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [16, 16], maxZoom: 10.5 });
  else map.setView([35, 38], 6);
}
