// The ground: countries, governorates, roads. All of it came inside this page; nothing is fetched.
const map = L.map("map", { zoomControl: false, attributionControl: false, zoomSnap: 0.25, zoomDelta: 0.5, minZoom: 3, maxZoom: 15,
  wheelPxPerZoomLevel: 90, preferCanvas: false });
const zoomBox = L.control.zoom({ position: "topleft" }).addTo(map).getContainer();
zoomBox.appendChild(h("a", { href: "#", role: "button", title: "Show everything", "aria-label": "Show everything", class: "whole", onclick: (click) => { click.preventDefault(); home(); } },
  s("svg", { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" }, s("path", { d: "M1 5V1h4M9 1h4v4M13 9v4H9M5 13H1V9", fill: "none", stroke: "currentColor", "stroke-width": 1.8 }))));
L.DomEvent.disableClickPropagation(zoomBox);
L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);

const PANES = { land: 210, online: 220, sides: 222, fresh: 224, regions: 230, front: 335, roads: 340, control: 350, areas: 360, circles: 365, leaders: 590, labels: 595 };
for (const [name, z] of Object.entries(PANES)) {
  const pane = map.createPane(name);
  pane.style.zIndex = z;
  if (!["control", "areas", "sides", "fresh"].includes(name)) pane.style.pointerEvents = "none";
}
// One renderer a pane: Leaflet draws a path into the pane of its renderer.
const renderers = {};
for (const name of Object.keys(PANES)) if (!["online", "labels"].includes(name)) renderers[name] = L.svg({ pane: name, padding: 0.6 });
const inPane = (pane, options) => Object.assign({ pane, renderer: renderers[pane], interactive: false }, options);

// Without countries there is no telling land from sea.
if (!data.ground.countries.length) byID("map").classList.add("bare");
const homes = new Set(events.map((event) => event.p.country).filter(Boolean));
const landStyle = (feature) => {
  const home = !homes.size || homes.has(feature.properties.country);
  return { stroke: true, color: home ? "#a39c8b" : "#eceae4", weight: home ? 1.6 : 5, fill: true, fillColor: home ? "#f7f5f0" : "#eceae4", fillOpacity: 1 };
};
// The neighbors first, with a broad rim of their own color: it closes the cracks that borders of two sources leave.
const byHome = data.ground.countries.slice().sort((a, b) => homes.has(a.properties.country) - homes.has(b.properties.country));
const ground = {
  countries: L.geoJSON(byHome, inPane("land", { style: landStyle })).addTo(map),
  borders: L.geoJSON(byHome, inPane("regions", { style: { color: "#c4beb0", weight: 1, fill: false } })).addTo(map),
  regions: L.geoJSON(data.ground.regions, inPane("regions", {
    style: { color: "#b3ab98", weight: 1, dashArray: "4 3", fill: !data.ground.countries.length, fillColor: "#f7f5f0", fillOpacity: 1 } })).addTo(map),
  casing: L.geoJSON(data.ground.roads, inPane("roads", { style: { color: "#fff", weight: 5.5, opacity: 0.95 } })).addTo(map),
  roads: L.geoJSON(data.ground.roads, inPane("roads", { style: { color: "#a8905a", weight: 2.6, opacity: 1 } })).addTo(map),
};

// The online map is a wish of the reader, off until asked for; where it cannot be reached the page says so and goes on.
function onlineSwitch() {
  if (!data.tiles) return null;
  const note = h("small", { role: "status" });
  const box = h("input", { type: "checkbox", id: "online" });
  let layer = null;
  let failures = 0;
  const off = (words) => {
    if (layer) layer.remove();
    layer = null;
    box.checked = false;
    note.textContent = words;
  };
  box.addEventListener("change", () => {
    if (!box.checked) return off("");
    failures = 0;
    note.textContent = "";
    layer = L.tileLayer(data.tiles.url, { pane: "online", maxZoom: 19, opacity: 0.85, crossOrigin: false });
    layer.on("tileerror", () => { if (++failures === 3) off(" The online map cannot be reached."); });
    layer.on("tileload", () => { note.textContent = " " + data.tiles.attribution; });
    layer.addTo(map);
  });
  return h("label", { class: "switch" }, box, h("span", {}, `Online background map (asks ${data.tiles.host})`, note));
}
