// The chart by week: ground gained since the beginning, with the span in which it lies.
const chart = { marks: [] };
function buildChart() {
  const weeks = data.weeks;
  if (!weeks.length) return;
  const [wide, high, left, bottom, top] = [720, 260, 58, 34, 12];
  const values = weeks.flatMap((week) => [week.since_start.low ?? week.since_start.km2, week.since_start.high ?? week.since_start.km2, 0]);
  const [least, most] = [Math.min(...values), Math.max(...values, 1)];
  const step = niceStep((most - least) / 4);
  const [floor, ceiling] = [Math.floor(least / step) * step, Math.ceil(most / step) * step];
  const y = (value) => top + ((ceiling - value) / (ceiling - floor || 1)) * (high - top - bottom);
  const slot = (wide - left - 8) / weeks.length;
  const x = (index) => left + slot * (index + 0.5);
  const svg = s("svg", { class: "chart", viewBox: `0 0 ${wide} ${high}`, role: "img", "aria-label": `Ground that ${data.side} gained since the beginning, in square kilometers` });
  for (let tick = floor; tick <= ceiling + step / 2; tick += step) {
    svg.appendChild(s("line", { x1: left, x2: wide - 8, y1: y(tick), y2: y(tick), stroke: tick === 0 ? "#1d1d1b" : "#e2ded4", "stroke-width": 1 }));
    svg.appendChild(s("text", { x: left - 7, y: y(tick) + 4, "text-anchor": "end" }, tick + step / 2 >= ceiling ? `${number(tick)} km\u00b2` : number(tick)));
  }
  weeks.forEach((week, index) => svg.appendChild(bar(week, index, { x: x(index), slot, y, high, bottom })));
  byID("chart").appendChild(svg);
}
function bar(week, index, at) {
  const gain = week.since_start;
  const [a, b] = [at.y(Math.max(0, gain.km2)), at.y(Math.min(0, gain.km2))];
  const open = () => openWeek(index, true);
  const group = s("g", { class: "bar", tabindex: 0, role: "button", "aria-label": `${dayWords(week.at)}: ${number(gain.km2)} km\u00b2${gain.low === null ? "" : `, between ${number(gain.low)} and ${number(gain.high)}`}`, onclick: open, onkeydown: (press) => { if (press.key === "Enter" || press.key === " ") { press.preventDefault(); open(); } } },
    s("rect", { x: at.x - at.slot / 2, y: 0, width: at.slot, height: at.high - at.bottom, fill: "transparent" }),
    s("rect", { class: "value", x: at.x - at.slot * 0.32, y: a, width: at.slot * 0.64, height: Math.max(1, b - a), fill: colors.get(data.side) || "#555" }),
    gain.low !== null && s("path", { d: `M${at.x} ${at.y(gain.low)}V${at.y(gain.high)}M${at.x - 5} ${at.y(gain.low)}h10M${at.x - 5} ${at.y(gain.high)}h10`, stroke: "#1d1d1b", "stroke-width": 1.4 }),
    index % Math.ceil(46 / at.slot) === 0 && s("text", { x: at.x, y: at.high - 16, "text-anchor": "middle" }, dayWords(week.at, "short")));
  chart.marks.push({ group, at: week.at });
  return group;
}
function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1e-9)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough);
}
function markChart() {
  let found = null;
  for (const mark of chart.marks) if (mark.at <= state.day) found = mark;
  for (const mark of chart.marks) mark.group.classList.toggle("now", mark === found);
}
