// What a figure stands on: the settlements, and for each the events, the sources, the words.
let opener = null;
function openAudit(words, list, why) {
  opener = document.activeElement;
  stop();
  if (list.length) {
    state.marked = list;
    drawDay();
  }
  const held = list.filter(movesHands);
  const sum = held.reduce((total, change) => total + change.area_km2, 0);
  const box = replace(byID("audit"),
    h("header", {}, h("h2", {}, words), h("button", { type: "button", class: "close", "aria-label": "Close", onclick: closeAudit }, "\u00d7")),
    h("p", { class: "soft" }, list.length ? `${heldWords(held)}, ${number(sum)} km\u00b2 of ground in all${held.length < list.length ? `; ${list.length - held.length} only claimed, contested or confirmed` : ""}. Hatched on the map.` : "Nothing changed hands in these days."), why && h("p", { class: "soft" }, why),
    h("ol", {}, list.map(change)));
  box.hidden = false;
  box.focus();
}
function heldWords(held) {
  if (!isPublished) return `${held.length} ${held.length === 1 ? "settlement" : "settlements"} changed hands`;
  const days = new Set(held.map((item) => item.at)).size;
  return `Ground changed hands ${days === 1 ? "from one map to the next" : `on ${number(days)} maps`}`;
}
function change(item) {
  return h("li", { class: "change" }, h("p", { class: "head" }, h("b", {}, item.name), ` ${dayWords(item.at)}`, h("span", { class: "area" }, item.area_km2 ? `${number(item.area_km2, 1)} km\u00b2` : "")),
    h("p", { class: "way" }, `${item.from} \u2192 ${item.to}`, item.status !== "held" && h("span", { class: "status" }, item.status)), item.causes.map(cause));
}
function cause(item) {
  return h("div", { class: "cause" }, item.quote && h("blockquote", {}, item.quote), item.sources.length > 0 && h("p", {}, item.sources.join(" \u00b7 ")),
    (item.doubt || item.note) && h("p", { class: item.doubt ? "doubt" : "soft" }, [item.doubt && `in doubt: ${item.doubt}`, item.note].filter(Boolean).join("; ")),
    item.event && h("p", { class: "soft" }, `event ${item.event}${item.doc ? ` in ${item.doc}` : ""}`));
}
function closeAudit() {
  byID("audit").hidden = true;
  state.marked = null;
  drawDay();
  if (opener && document.contains(opener)) opener.focus();
}
document.addEventListener("keydown", (press) => { if (press.key === "Escape" && !byID("audit").hidden) closeAudit(); });
