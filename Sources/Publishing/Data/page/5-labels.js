// Labels: towns, governorates, countries, road shields. Who comes first keeps its room; whoever would overlap waits for
// a closer look.
const labelPane = map.getPane("labels");
const measure = document.createElement("canvas").getContext("2d");
const FONTS = { city: "650 13.5px ", town: "400 12px ", village: "400 11.5px ", region: "600 11.5px ", country: "italic 15px " };
const RANK_ZOOM = [3, 6, 7, 8.25, 9.25, 10.25];

function ringCenter(ring) {
  let [area, x, y] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    area += cross;
    x += (ring[i][0] + ring[i + 1][0]) * cross;
    y += (ring[i][1] + ring[i + 1][1]) * cross;
  }
  return { size: Math.abs(area), at: area ? L.latLng(y / (3 * area), x / (3 * area)) : L.latLng(ring[0][1], ring[0][0]) };
}
function polygonCenter(geometry) {
  if (!geometry) return null;
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  return parts.map((part) => ringCenter(part[0])).sort((a, b) => b.size - a.size)[0] || null;
}

const named = new Set(events.filter((event) => event.p.location_basis === "named").map((event) => event.p.place));
const homeNames = new Set(data.home_names);
const candidates = [
  ...data.ground.places.filter((place) => place[4] === "country" && !data.ground.countries.length && !homeNames.has(place[0]))
    .map(([text, lon, lat]) => ({ text, at: L.latLng(lat, lon), rank: 0.5, kind: "country", from: 3, until: 9 })),
  ...data.ground.places.filter((place) => place[4] !== "country").map(([text, lon, lat, rank, where]) => ({ text, away: where === "abroad", at: L.latLng(lat, lon), dot: true,
    rank: named.has(text) ? Math.min(rank, 2) : rank, kind: rank <= 1 ? "city" : rank <= 3 ? "town" : "village", from: named.has(text) ? 6 : RANK_ZOOM[rank] })),
  ...data.ground.regions.map((feature) => ({ text: feature.properties.name, at: (polygonCenter(feature.geometry) || {}).at, rank: 1.5, kind: "region", from: 6.5, until: 9.5 })),
  ...data.ground.countries.filter((feature) => !homes.has(feature.properties.country) || !data.ground.regions.length)
    .map((feature) => ({ text: feature.properties.name, at: (polygonCenter(feature.geometry) || {}).at, rank: 0.5, kind: "country", from: 3, until: 9 })),
].filter((label) => label.at && label.text).sort((a, b) => a.rank - b.rank);
for (const label of candidates) {
  measure.font = FONTS[label.kind] + "system-ui, sans-serif";
  label.width = measure.measureText(label.text).width * (label.kind === "region" ? 1.45 : label.kind === "country" ? 1.15 : 1.04) + 4;
}

const overlaps = (a, b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
const boxAt = (x, y, width, height) => ({ x0: x - width / 2, x1: x + width / 2, y0: y - height / 2, y1: y + height / 2 });

function drawLabels(taken) {
  const zoom = map.getZoom();
  const view = map.getPixelBounds();
  const origin = map.getPixelOrigin();
  const boxes = [...taken];
  const nodes = [];
  const size = view.getSize();
  const low = view.min.subtract(origin);
  const frame = { x0: low.x, y0: low.y, x1: low.x + size.x, y1: low.y + size.y };
  const free = (box) => !boxes.some((other) => overlaps(box, other));
  shields(frame, boxes, free, nodes);
  for (const label of candidates) {
    if (zoom < label.from || (label.until && zoom > label.until)) continue;
    const point = map.latLngToLayerPoint(label.at);
    if (!overlaps(frame, boxAt(point.x, point.y, 1, 1))) continue;
    placeLabel(label, point, taken, boxes, free, nodes);
  }
  replace(labelPane, nodes);
}

function put(node, x, y) {
  node.style.left = `${Math.round(x)}px`;
  node.style.top = `${Math.round(y)}px`;
  return node;
}

function placeLabel(label, point, taken, boxes, free, nodes) {
  if (!label.dot) {
    const box = boxAt(point.x, point.y, label.width, 18);
    if (!free(box)) return;
    boxes.push(box);
    nodes.push(put(h("div", { class: `tag ${label.kind}` }, label.text), point.x, point.y));
    return;
  }
  const radius = label.kind === "city" ? 4 : label.kind === "town" ? 3 : 2.5;
  const spot = boxAt(point.x, point.y, 2, 2);
  const covered = taken.some((other) => overlaps(spot, other));
  // A village under a mark is named by the mark; what is larger keeps its name beside it. Under a label nothing fits.
  if (covered ? label.rank > 2 : !free(spot)) return;
  const away = covered ? 21 : 7;
  const tries = [[1, 0], [-1, 0], [0, 1], [0, -1]];
  for (const [x, y] of tries) {
    const box = boxAt(point.x + x * (label.width / 2 + away), point.y + y * (away + 8), label.width, 15);
    if (!free(box)) continue;
    boxes.push(box);
    if (!covered) {
      const dot = put(h("div", { class: "dot" }), point.x, point.y);
      dot.style.width = dot.style.height = `${2 * radius}px`;
      nodes.push(dot);
    }
    nodes.push(put(h("div", { class: `tag ${label.kind}${label.away ? " abroad" : ""}` }, label.text), (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2));
    return;
  }
}

// A shield every so often along what is seen of a road.
function shields(frame, boxes, free, nodes) {
  for (const feature of data.ground.roads) {
    const lines = !feature.geometry ? [] : feature.geometry.type === "MultiLineString" ? feature.geometry.coordinates : [feature.geometry.coordinates];
    for (const line of lines) {
      let [walked, next, before] = [0, 90, null];
      for (const [lon, lat] of line) {
        const point = map.latLngToLayerPoint(L.latLng(lat, lon));
        if (before) {
          const step = before.distanceTo(point);
          while (step > 0 && next <= walked + step) {
            const at = before.add(point.subtract(before).multiplyBy((next - walked) / step));
            const box = boxAt(at.x, at.y, 34, 22);
            if (overlaps(frame, box) && free(box)) {
              boxes.push(box);
              nodes.push(put(h("div", { class: "tag shield" }, feature.properties.name), at.x, at.y));
              next += 240;
            } else next += 40;
          }
          walked += step;
        }
        before = point;
      }
    }
  }
}
