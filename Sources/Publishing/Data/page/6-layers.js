// Events, areas, control assertions and claims on the ground.
const pins = L.layerGroup().addTo(map);
const shapes = L.layerGroup().addTo(map);
const circles = L.layerGroup().addTo(map);
const leaders = L.layerGroup().addTo(map);
const fixtures = L.layerGroup().addTo(map);
const drawn = { taken: [], origin: null };
// A few events stand side by side; of a crowd only the lone ones do, the rest is counted.
const CROWD = 150;
const room = (list) => (list.length > CROWD ? { apart: 58, most: 1 } : { apart: APART, most: 8 });
const APART = 27;

const tipWords = (event) => `${event.words.label}, ${event.words.place}`;
function openBy(layer, open) {
  layer.on("click", open);
  layer.on("keypress", (press) => { if (["Enter", " "].includes(press.originalEvent.key)) open(); });
  return layer;
}

// Marks that would hide each other stand around their middle, each tied to its true point; a crowd becomes one bundle.
function bundles(list, apart) {
  const cells = new Map();
  const groups = [];
  for (const event of list) {
    const point = map.latLngToLayerPoint(event.at);
    const [column, row] = [Math.floor(point.x / apart), Math.floor(point.y / apart)];
    let home = null;
    for (let x = column - 1; x <= column + 1; x++) for (let y = row - 1; y <= row + 1; y++) {
      for (const group of cells.get(`${x}:${y}`) || []) if (!home && group.seed.distanceTo(point) < apart) home = group;
    }
    if (!home) {
      home = { seed: point, members: [] };
      groups.push(home);
      const key = `${column}:${row}`;
      cells.set(key, (cells.get(key) || []).concat(home));
    }
    home.members.push({ event, point });
  }
  return groups;
}

function spread(group) {
  const { members } = group;
  if (members.length === 1) return [members[0].point];
  const middle = members.reduce((sum, member) => sum.add(member.point), L.point(0, 0)).divideBy(members.length);
  const radius = Math.max(APART / 2 + 2, (members.length * APART) / (2 * Math.PI) + 2);
  const order = members.map((member, index) => ({ index, angle: Math.atan2(member.point.y - middle.y, member.point.x - middle.x) || 0 }))
    .sort((a, b) => a.angle - b.angle || a.index - b.index);
  const places = [];
  order.forEach(({ index }, turn) => {
    const angle = order[0].angle + (turn * 2 * Math.PI) / members.length;
    places[index] = middle.add(L.point(Math.cos(angle), Math.sin(angle)).multiplyBy(radius));
  });
  return places;
}

function pin(event, at) {
  const killed = event.p.fatalities;
  const icon = L.divIcon({ className: `pin${state.chosen === event ? " chosen" : ""}`, iconSize: [30, 30], iconAnchor: [15, 15], html: glyph(event.style, event.p.status, 30, killed) });
  const marker = L.marker(at, { icon, keyboard: true, riseOnHover: true, zIndexOffset: state.chosen === event ? 1000 : 0 });
  marker.bindTooltip(h("span", {}, tipWords(event)), { className: "tip", direction: "top", offset: [0, -12] });
  openBy(marker, () => choose(event)).addTo(pins);
  const node = marker.getElement();
  node.setAttribute("role", "button");
  node.setAttribute("aria-label", `${tipWords(event)}, ${event.words.date}`);
  node.dataset.event = event.id;
}

// A bundle tells its number, and by its ring of which families it is.
function bundlePin(group) {
  const count = group.members.length;
  const size = Math.round(28 + Math.min(30, 4 * Math.log2(count)));
  const middle = group.members.reduce((sum, member) => sum.add(member.point), L.point(0, 0)).divideBy(count);
  const marker = L.marker(map.layerPointToLatLng(middle), { icon: L.divIcon({ className: "pin bundle", iconSize: [size, size], html: ring(group, size) }), keyboard: true });
  const bounds = L.latLngBounds(group.members.map((member) => member.event.at));
  openBy(marker, () => {
    if (map.getZoom() >= map.getMaxZoom() - 1) choose(group.members[0].event);
    else map.fitBounds(bounds.pad(0.2), { maxZoom: Math.min(map.getMaxZoom(), map.getZoom() + 4) });
  }).addTo(pins);
  marker.getElement().setAttribute("role", "button");
  marker.getElement().setAttribute("aria-label", plural(count, "event") + " close together; press Enter to look closer");
  return boxAt(middle.x, middle.y, size, size);
}

function ring(group, size) {
  const families = new Map();
  for (const { event } of group.members) families.set(event.style.color, (families.get(event.style.color) || 0) + 1);
  const radius = size / 2 - 4;
  const around = 2 * Math.PI * radius;
  const circle = (more) => s("circle", Object.assign({ cx: size / 2, cy: size / 2, r: radius, fill: "none", "stroke-width": 5 }, more));
  let start = 0;
  const arcs = [...families].sort((a, b) => b[1] - a[1]).map(([color, count]) => {
    const length = (count / group.members.length) * around;
    const arc = circle({ stroke: color, "stroke-dasharray": `${length} ${around - length}`, "stroke-dashoffset": around / 4 - start });
    start += length;
    return arc;
  });
  return s("svg", { width: size, height: size, viewBox: `0 0 ${size} ${size}`, "aria-hidden": "true" },
    s("circle", { cx: size / 2, cy: size / 2, r: size / 2 - 0.5, fill: "#fff" }), arcs,
    s("text", { x: size / 2, y: size / 2 + 0.5, "text-anchor": "middle", "dominant-baseline": "central", "font-size": count3(group.members.length), "font-weight": 700, fill: "#1d1d1b" },
      group.members.length.toLocaleString("en-US")));
}
const count3 = (count) => (count > 999 ? 11 : 13);

function drawEvents() {
  for (const layer of [pins, shapes, circles, leaders]) layer.clearLayers();
  const list = shownEvents();
  for (const event of list) drawExtent(event);
  const taken = [];
  const { apart, most } = room(list);
  for (const group of bundles(list.filter((event) => event.at), apart)) {
    if (group.members.length > most) {
      taken.push(bundlePin(group));
      continue;
    }
    spread(group).forEach((place, index) => {
      const { event, point } = group.members[index];
      if (place.distanceTo(point) > 2) lead(point, place);
      pin(event, map.layerPointToLatLng(place));
      taken.push(boxAt(place.x, place.y, 31, 31));
    });
  }
  drawn.taken = taken;
  drawn.origin = map.getPixelOrigin();
  drawLabels(taken);
}

// After a pan the marks stand where they stood; only the labels of what came into view are missing.
function drawMoved() {
  if (drawn.origin && drawn.origin.equals(map.getPixelOrigin())) drawLabels(drawn.taken);
  else drawEvents();
}

function lead(from, to) {
  const ends = [map.layerPointToLatLng(from), map.layerPointToLatLng(to)];
  L.polyline(ends, inPane("leaders", { color: "#1d1d1b", weight: 1.2 })).addTo(leaders);
  L.circleMarker(ends[0], inPane("leaders", { radius: 2.5, stroke: false, fill: true, fillColor: "#1d1d1b", fillOpacity: 1 })).addTo(leaders);
}

// An area event is its area; a vague point shows how far it may be off, every point does when chosen.
function drawExtent(event) {
  const chosen = state.chosen === event;
  if (event.shape && event.shape.type !== "Point") {
    const style = { color: event.style.color, weight: chosen ? 3 : 1.8, fillColor: event.style.color, fillOpacity: chosen ? 0.26 : 0.15 };
    const layer = L.geoJSON(event.shape, inPane("areas", { interactive: true, style, bubblingMouseEvents: false }));
    layer.bindTooltip(() => h("span", {}, tipWords(event)), { className: "tip", sticky: true });
    openBy(layer, () => choose(event)).addTo(shapes);
  } else if (event.at && event.p.radius_m && (chosen || event.p.geo_precision > 1)) {
    L.circle(event.at, inPane("circles", { radius: event.p.radius_m, color: event.style.color, weight: chosen ? 2 : 1.2, dashArray: "5 4",
      fillColor: event.style.color, fillOpacity: chosen ? 0.12 : 0.05 })).addTo(circles);
  }
}

// What a text says is held belongs to the day it says it of.
function isSaidIn(feature) {
  const day = dayNumber(feature.properties.date);
  return wholeTime() || day === null || (day >= state.from && day <= state.to);
}

function drawFixtures() {
  fixtures.clearLayers();
  data.assertions.forEach((feature, index) => {
    if (!feature.geometry || !isSaidIn(feature)) return;
    const layer = L.geoJSON(feature, inPane("control", { interactive: true, bubblingMouseEvents: false,
      style: { color: data.assertion_color, weight: 1.4, fillColor: "url(#hatch)", fillOpacity: 1 } }));
    layer.bindTooltip(() => h("span", {}, `${feature.words.title} (${feature.properties.status})`), { className: "tip", sticky: true });
    openBy(layer, () => chooseAssertion(index)).addTo(fixtures);
  });
  data.claims.forEach((feature, index) => {
    if (!feature.geometry || !/LineString$/.test(feature.geometry.type)) return;
    const verdict = VERDICTS[feature.properties.verdict];
    const layer = L.geoJSON(feature, inPane("areas", { interactive: true, bubblingMouseEvents: false, style: { color: verdict.color, weight: 2.2, dashArray: "2 6", lineCap: "round" } }));
    layer.bindTooltip(() => h("span", {}, `${verdict.sign} ${feature.words.figures}`), { className: "tip", sticky: true });
    openBy(layer, () => chooseClaim(index)).addTo(fixtures);
  });
}

// Everything found, or the world.
function home() {
  const bounds = L.latLngBounds([]);
  for (const event of events) {
    if (event.at) bounds.extend(event.at);
    if (event.shape && event.shape.type !== "Point") bounds.extend(L.geoJSON(event.shape).getBounds());
  }
  for (const feature of data.assertions) if (feature.geometry) bounds.extend(L.geoJSON(feature).getBounds());
  if (!bounds.isValid() && data.control) for (const area of data.control.frames.slice(-1).flatMap((frame) => frame.areas)) bounds.extend(L.geoJSON(area.shape).getBounds());
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [46, 46], maxZoom: 10, animate: false });
  else map.setView([25, 20], 3, { animate: false });
}
