// The day shown: a slider, a button that plays the days, and the words for it.
const slider = h("input", { type: "range", min: first, max: last, step: 1, value: last, "aria-label": "The day shown", oninput: () => { stop(); setDay(Number(slider.value)); } });
const PLAY = "M6 4l12 8-12 8z";
const PAUSE = "M6 4h4v16H6zM14 4h4v16h-4z";
const icon = s("path", { d: PLAY, fill: "currentColor" });
const play = h("button", { type: "button", class: "play", "aria-label": "Play the days", onclick: () => (state.timer ? stop() : start()) },
  s("svg", { width: 24, height: 24, viewBox: "0 0 24 24", "aria-hidden": "true" }, icon));
const dayLabel = h("output", { class: "day", "aria-live": "polite" });

function setDay(day) {
  state.day = Math.min(last, Math.max(first, day));
  slider.value = state.day;
  state.marked = null;
  drawDay();
  drawDayWords();
  markChart();
  try { history.replaceState(null, "", state.day === last ? location.pathname + location.search : `#day=${isoDay(state.day)}`); } catch (refused) { /* a page opened from disk may be forbidden to */ }
}
function drawDayWords() {
  const side = data.sides.findIndex((side) => side.name === data.side);
  const frame = frameAt(state.day);
  const held = frame.areas.filter((area) => area.side === data.side && area.status !== "claimed").reduce((sum, area) => sum + area.area_km2, 0);
  const words = state.day === first ? startWords() : isPublished ? dayWords(state.day) : `End of ${dayWords(state.day)}`;
  replace(dayLabel, h("b", {}, words), h("span", {}, side < 0 ? "" : `${data.side}: ${number(held)} km\u00b2`));
}
function start() {
  if (state.day >= last) setDay(first);
  icon.setAttribute("d", PAUSE);
  play.setAttribute("aria-label", "Pause");
  state.timer = setInterval(() => { if (state.day >= last) stop(); else setDay(state.day + 1); }, 220);
}
function stop() {
  clearInterval(state.timer);
  state.timer = null;
  icon.setAttribute("d", PLAY);
  play.setAttribute("aria-label", "Play the days");
}
function buildTime() {
  fill(byID("time"), {}, [play, h("div", { class: "slide" }, slider), dayLabel]);
  if (first === last) byID("time").hidden = true;
}
function buildLegend() {
  const swatch = (attributes) => s("svg", { width: 26, height: 15, "aria-hidden": "true" }, s("rect", Object.assign({ x: 0.5, y: 0.5, width: 25, height: 14, stroke: "#1d1d1b", "stroke-width": 0.5 }, attributes)));
  const looked = data.sides.find((side) => side.name === data.side) || data.sides[0];
  const claims = data.frames.some((frame) => frame.areas.some((area) => area.status === "claimed"));
  const rows = data.sides.map((side) => [swatch({ fill: side.color, "fill-opacity": 0.42 }), side.name]);
  if (looked) rows.push([swatch({ fill: `url(#${patternID("hatch", looked.name)})` }), "Changed hands in the seven days before"]);
  if (claims && looked) rows.push([swatch({ fill: `url(#${patternID("dots", looked.name)})` }), "Claimed, not confirmed"]);
  rows.push([s("svg", { width: 26, height: 15, "aria-hidden": "true" }, s("path", { d: "M0 8h26", stroke: "#1d1d1b", "stroke-width": 2.4 })), data.basis !== "settlements" ? "Front line, as drawn" : "Front line, midway between settlements"]);
  fill(byID("legend"), {}, [h("dl", {}, rows.map(([sign, words]) => [h("dt", {}, sign), h("dd", {}, words)]))]);
}
