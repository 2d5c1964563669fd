// Everything together: draw what the state says; the state can be kept in the address (#event=..., &hide=..., &from=...).
function refresh() {
  drawControl();
  drawFixtures();
  drawEvents();
  drawDek();
  drawList();
  drawTime();
  for (const { button, key, hidden } of chips) button.setAttribute("aria-pressed", String(!hidden.has(key)));
  byID("all-types").textContent = state.hiddenTypes.size ? "Show all" : "Hide all";
  remember();
}

function remember() {
  const parts = new URLSearchParams();
  if (state.chosen) parts.set("event", state.chosen.id);
  if (state.hiddenTypes.size) parts.set("hide", [...state.hiddenTypes].join(","));
  if (state.hiddenStatuses.size) parts.set("hide_status", [...state.hiddenStatuses].join(","));
  if (!wholeTime()) { parts.set("from", isoDay(state.from)); parts.set("to", isoDay(state.to)); }
  try {
    history.replaceState(null, "", parts.toString() ? `#${parts}` : location.pathname + location.search);
  } catch (refused) {
    // A browser may forbid it for a page opened from disk; the page works without.
  }
}

function recall() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const list = (name) => (parts.get(name) || "").split(",").filter(Boolean);
  list("hide").forEach((key) => state.hiddenTypes.add(key));
  list("hide_status").forEach((key) => state.hiddenStatuses.add(key));
  const within = (name, otherwise) => {
    const day = dayNumber(/^\d{4}-\d\d-\d\d$/.test(parts.get(name) || "") ? parts.get(name) : null);
    return day === null || Number.isNaN(day) ? otherwise : Math.min(last, Math.max(first, day));
  };
  state.from = within("from", first);
  state.to = Math.max(state.from, within("to", last));
  return eventByID.get(parts.get("event")) || null;
}

const asked = recall();
buildFilters();
buildMore();
buildLegend();
buildColophon();
buildTime();
home();
refresh();
map.on("resize", drawEvents);
map.on("moveend", drawMoved);
if (asked) choose(asked);
document.body.dataset.ready = "yes";
