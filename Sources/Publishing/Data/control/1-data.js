// What the report was given, days as numbers, and what the reader looks at.
const data = JSON.parse(byID("data").textContent);
const DAY = 86400000;
const dayNumber = (iso) => Math.round(Date.parse(iso + "T00:00:00Z") / DAY);
const isoDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
function dayWords(number, form) {
  const date = new Date(number * DAY);
  const month = MONTHS[date.getUTCMonth()];
  if (form === "short") return `${month.slice(0, 3)} ${date.getUTCDate()}`;
  return `${month} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
}
// Only what is shown is rounded.
const number = (value, digits) => value.toLocaleString("en-US", { minimumFractionDigits: digits || 0, maximumFractionDigits: digits || 0 });
// From one day to the next little moves: of a publisher's maps the tenths are told too.
const signed = (value) => {
  const digits = data.basis === "maps" && Math.abs(value) < 100 ? 1 : 0;
  const size = number(Math.abs(value), digits);
  return (Number(size.replaceAll(",", "")) === 0 ? "\u00b1" : value > 0 ? "+" : "\u2212") + size;
};

for (const list of [data.frames, data.weeks, data.changes]) for (const item of list) item.at = dayNumber(item.day);
data.changes.forEach((change, index) => { change.index = index; });
const first = data.frames.length ? data.frames[0].at : 0;
const last = data.weeks.length ? data.weeks[data.weeks.length - 1].at : first;
const colors = new Map(data.sides.map((side) => [side.name, side.color]));
const state = { day: last, timer: null, marked: null };
// The first frame is the end of the day before the story begins.
const nothing = { areas: [], front: [] };
const frameAt = (day) => data.frames.reduce((found, frame) => (frame.at <= day ? frame : found), data.frames[0] || nothing);
const changesBetween = (after, until) => data.changes.filter((change) => change.at > after && change.at <= until);
// Maps of a publisher, or maps made of settlements: what is said of their lines differs.
const isPublished = data.basis === "maps";
const spanWords = (area) => (area.low === null ? "" : `${number(area.low)} to ${number(area.high)}`);
// A story of settlements begins with a day; a story of maps with a map.
const startWords = (form) => (data.basis !== "settlements" ? dayWords(first, form) : `Beginning of ${dayWords(first + 1, form)}`);
const movesHands = (change) => change.status === "held" && change.from !== change.to;
