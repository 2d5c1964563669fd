// What the page was given, indexed, and what the reader has chosen.
const data = JSON.parse(byID("data").textContent);
const styles = new Map(data.styles.map((style) => [style.key, style]));
const events = data.events.map((feature, index) => ({
  index, id: feature.properties.id, p: feature.properties, words: feature.words, mentions: feature.mentions,
  shape: feature.geometry, style: styles.get(feature.properties.event_type),
  at: feature.properties.lat === null ? null : L.latLng(feature.properties.lat, feature.properties.lon),
}));
const eventByID = new Map(events.map((event) => [event.id, event]));

const DAY = 86400000;
const dayNumber = (iso) => (iso ? Math.round(Date.parse(iso + "T00:00:00Z") / DAY) : null);
const isoDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
function dayWords(number, form) {
  const date = new Date(number * DAY);
  const month = MONTHS[date.getUTCMonth()];
  if (form === "short") return `${month.slice(0, 3)} ${date.getUTCDate()}`;
  return `${month} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
}
function spanWords(from, to) {
  const [a, b] = [new Date(from * DAY), new Date(to * DAY)];
  if (from === to) return dayWords(from);
  if (a.getUTCFullYear() !== b.getUTCFullYear()) return `${dayWords(from)} – ${dayWords(to)}`;
  const end = a.getUTCMonth() === b.getUTCMonth() ? b.getUTCDate() : `${MONTHS[b.getUTCMonth()]} ${b.getUTCDate()}`;
  return `${MONTHS[a.getUTCMonth()]} ${a.getUTCDate()}${typeof end === "number" ? "–" : " – "}${end}, ${b.getUTCFullYear()}`;
}

for (const event of events) event.day = dayNumber(event.p.date);
const days = events.map((event) => event.day).filter((day) => day !== null);
// Control maps move with the days too: the days that can be shown are theirs and the events'.
if (data.control) for (const list of [data.control.frames, data.control.changes]) for (const item of list) item.at = dayNumber(item.day);
const allDays = days.concat(data.control ? data.control.frames.map((frame) => frame.at) : []);
const first = allDays.length ? allDays.reduce((a, b) => Math.min(a, b)) : 0;
const last = allDays.length ? allDays.reduce((a, b) => Math.max(a, b)) : 0;

const state = { hiddenTypes: new Set(), hiddenStatuses: new Set(), from: first, to: last, chosen: null };
const wholeTime = () => state.from === first && state.to === last;
const inTime = (event) => (event.day === null ? wholeTime() : event.day >= state.from && event.day <= state.to);
const isShown = (event) => !state.hiddenTypes.has(event.p.event_type) && !state.hiddenStatuses.has(event.p.status) && inTime(event);
const shownEvents = () => events.filter(isShown);
