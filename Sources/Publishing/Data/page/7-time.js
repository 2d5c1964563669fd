// Time: how many events a day, which days are shown, and playing them one after the other.
const timeBox = byID("time");
const PLAY = "M6 4l12 8-12 8z";
const PAUSE = "M6 4h4v16H6zM14 4h4v16h-4z";
const timeView = {};

function bars() {
  const count = last - first + 1;
  const bins = Math.min(count, 120);
  const bin = (day) => Math.min(bins - 1, Math.floor(((day - first) / count) * bins));
  const stacks = Array.from({ length: bins }, () => []);
  for (const event of events) if (event.day !== null) stacks[bin(event.day)].push(event);
  const most = Math.max(3, ...stacks.map((stack) => stack.length));
  const svg = s("svg", { class: "bars", viewBox: "0 0 1000 40", preserveAspectRatio: "none", "aria-hidden": "true" });
  const wide = 1000 / bins;
  const thick = Math.min(wide * 0.7, 26);
  const middle = (index) => (bins === 1 ? 500 : count === bins ? (index / (bins - 1)) * 1000 : (index + 0.5) * wide);
  timeView.bars = [];
  stacks.forEach((stack, index) => {
    stack.sort((a, b) => data.styles.indexOf(a.style) - data.styles.indexOf(b.style));
    stack.forEach((event, level) => {
      const height = 38 / most;
      const bar = s("rect", { x: middle(index) - thick / 2, y: 40 - (level + 1) * height, width: thick, height: Math.max(height - 1, height * 0.8), fill: event.style.color });
      timeView.bars.push({ bar, event });
      svg.appendChild(bar);
    });
  });
  return svg;
}

function ticks() {
  const count = last - first;
  const room = Math.max(2, Math.min(6, Math.floor(timeBox.clientWidth / 150)));
  const step = Math.max(1, Math.ceil(count / room));
  const axis = h("div", { class: "axis", "aria-hidden": "true" });
  const marks = [];
  for (let day = first; day <= last - step * 0.6; day += step) marks.push(day);
  if (count) marks.push(last);
  marks.forEach((day, index) => {
    const tick = h("span", { class: index === 0 ? "first" : day === last ? "last" : null }, dayWords(day, "short"));
    tick.style.left = `${count ? ((day - first) / count) * 100 : 0}%`;
    axis.appendChild(tick);
  });
  return axis;
}

function handle(name, label) {
  return h("input", { type: "range", min: first, max: last, step: 1, value: state[name], "aria-label": label, oninput: (input) => {
    stop();
    const value = Number(input.target.value);
    setTime(name === "from" ? value : Math.min(state.from, value), name === "to" ? value : Math.max(state.to, value));
  } });
}

function buildTime() {
  if (!allDays.length || first === last) {
    timeBox.hidden = true;
    return;
  }
  timeView.icon = s("path", { d: PLAY, fill: "currentColor" });
  timeView.play = h("button", { class: "play", type: "button", "aria-label": "Play day by day", onclick: () => (timeView.timer ? stop() : play()) },
    s("svg", { width: 22, height: 22, viewBox: "0 0 24 24", "aria-hidden": "true" }, timeView.icon));
  timeView.fill = h("i");
  timeView.from = handle("from", "First day shown");
  timeView.to = handle("to", "Last day shown");
  timeView.words = h("b", { id: "span" });
  timeView.all = h("button", { type: "button", onclick: () => { stop(); setTime(first, last); } }, "Show all days");
  replace(timeBox, timeView.play, h("div", { class: "range" }, bars(), h("div", { class: "track" }, timeView.fill), ticks(), timeView.from, timeView.to),
    h("div", { class: "span" }, timeView.words, timeView.all));
  drawTime();
}

function drawTime() {
  if (timeBox.hidden) return;
  const part = (day) => ((day - first) / (last - first)) * 100;
  timeView.fill.style.left = `${part(state.from)}%`;
  timeView.fill.style.right = `${100 - part(state.to)}%`;
  timeView.from.value = state.from;
  timeView.to.value = state.to;
  // Where both handles meet, the one that can still move lies on top.
  timeView.from.style.zIndex = state.from > (first + last) / 2 ? 3 : 2;
  timeView.to.style.zIndex = 2;
  for (const [input, day] of [[timeView.from, state.from], [timeView.to, state.to]]) input.setAttribute("aria-valuetext", dayWords(day));
  timeView.words.textContent = spanWords(state.from, state.to);
  timeView.all.disabled = wholeTime();
  for (const { bar, event } of timeView.bars) bar.setAttribute("opacity", isShown(event) ? 1 : 0.18);
}

function setTime(from, to) {
  state.from = from;
  state.to = to;
  refresh();
}

function stop() {
  clearInterval(timeView.timer);
  timeView.timer = null;
  if (!timeView.icon) return;
  timeView.icon.setAttribute("d", PLAY);
  timeView.play.setAttribute("aria-label", "Play day by day");
}

function play() {
  timeView.icon.setAttribute("d", PAUSE);
  timeView.play.setAttribute("aria-label", "Pause");
  const start = state.to >= last ? first : state.from;
  const step = Math.max(1, Math.round((last - first) / 60));
  let day = state.to >= last ? first : state.to;
  setTime(start, day);
  timeView.timer = setInterval(() => {
    day = Math.min(last, day + step);
    setTime(start, day);
    if (day >= last) stop();
  }, 650);
}
