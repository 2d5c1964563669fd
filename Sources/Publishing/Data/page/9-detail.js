// The chosen one: facts in words, and the quote where it stands in its article.
const detail = byID("detail");
let opener = null;

const scalars = (text) => Array.from(text);
const safeLink = (url) => (/^https?:\/\//i.test(url || "") ? url : null);

// Offsets are Unicode scalars into the text, or into the title for a title given beside it: the words tell which.
function standsIn(text, span) {
  return text !== null && text !== undefined && scalars(text).slice(span.start, span.end).join("") === span.quote;
}

function marked(text, shift, spans) {
  const letters = scalars(text);
  const cuts = spans.map((span) => ({ start: span.start - shift, end: span.end - shift, also: span.also }))
    .filter((span) => span.start >= 0 && span.end <= letters.length && span.start < span.end).sort((a, b) => a.start - b.start || b.end - a.end);
  const nodes = [];
  let at = 0;
  for (const span of cuts) {
    if (span.start < at) continue;
    nodes.push(letters.slice(at, span.start).join(""), h("mark", { class: span.also ? "also" : null }, letters.slice(span.start, span.end).join("")));
    at = span.end;
  }
  nodes.push(letters.slice(at).join(""));
  return nodes;
}

function article(docID, spans) {
  const doc = data.documents[docID];
  if (!doc) return h("p", { class: "empty" }, "The article's text is not part of this page.");
  const here = (span) => standsIn(doc.text, { quote: span.quote, start: span.start - doc.offset, end: span.end - doc.offset });
  const inTitle = spans.filter((span) => span.zone === "headline" && !here(span) && standsIn(doc.title, span));
  const inText = spans.filter((span) => !inTitle.includes(span));
  const ahead = doc.title && !doc.text.trimStart().startsWith(doc.title);
  return h("div", { class: "article", tabindex: 0, role: "region", "aria-label": "The article" },
    ahead && h("h3", {}, marked(doc.title, 0, inTitle)), doc.offset > 0 && h("span", { class: "cut" }, "… the article begins earlier …\n"),
    marked(doc.text, doc.offset, inText), doc.is_cut && h("span", { class: "cut" }, "\n… the article goes on …"));
}

function sources(mentions) {
  const ids = [...new Set(mentions.map((mention) => mention.doc_id))];
  const holder = h("div", {});
  const tabs = [];
  const show = (id) => {
    tabs.forEach((tab) => tab.setAttribute("aria-pressed", String(tab.dataset.key === id)));
    const doc = data.documents[id] || {};
    const link = safeLink(doc.source_url);
    const by = [doc.source_name, doc.published && `${dayWords(dayNumber(doc.published))}${doc.published_basis === "inferred" ? " (inferred)" : ""}`].filter(Boolean).join(", ");
    replace(holder, h("div", { class: "articlehead" }, h("h3", { class: "label" }, ids.length > 1 ? "In the articles" : "In the article"),
      link && h("a", { href: link, rel: "noopener noreferrer", target: "_blank" }, "Original")),
    ids.length > 1 && h("div", { class: "tabs" }, tabs), by && h("p", { class: "sourceline" }, by),
    article(id, mentions.filter((mention) => mention.doc_id === id)));
    const box = holder.querySelector(".article");
    const first = box && (box.querySelector("mark:not(.also)") || box.querySelector("mark"));
    if (first) box.scrollTop = Math.max(0, first.offsetTop - 70);
  };
  for (const id of ids) tabs.push(h("button", { type: "button", class: "chip plain", "data-key": id, onclick: () => show(id) }, (data.documents[id] || {}).source_name || id));
  return { holder, show: () => ids.length && show(ids[0]) };
}

const fact = (name, value, note) => (value ? [h("dt", {}, name), h("dd", {}, value, note && h("small", {}, note))] : null);

function open({ head, body, mentions, from }) {
  const found = sources(mentions);
  opener = from || document.activeElement;
  replace(detail, h("header", {}, head, h("button", { type: "button", class: "close", "aria-label": "Close", onclick: close }, "×")), h("div", { class: "scroll" }, body, found.holder));
  const tech = body.find((node) => node && node.classList && node.classList.contains("tech"));
  if (tech) detail.querySelector(".scroll").appendChild(tech);
  detail.hidden = false;
  found.show();
  detail.querySelector(".scroll").scrollTop = 0;
  detail.focus({ preventScroll: true });
}

function close() {
  if (detail.hidden) return;
  detail.hidden = true;
  const event = state.chosen;
  state.chosen = null;
  refresh();
  // Marks and rows were drawn anew: whoever opened the panel is found again by the event.
  const kind = opener && opener.classList.contains("pin") ? ".pin" : ".row";
  const back = event ? document.querySelector(`${kind}[data-event="${CSS.escape(event.id)}"]`) : opener;
  if (back && back.isConnected) back.focus({ preventScroll: true });
}

function choose(event, from) {
  const { p, words } = event;
  state.chosen = event;
  const best = event.mentions[0];
  const figures = [[p.fatalities, "killed"], [p.injured, "injured"], [p.displaced, "displaced"]].filter(([n]) => n !== null);
  open({
    from, mentions: event.mentions.map((mention, index) => ({ ...mention, also: index > 0 })),
    head: [glyph(event.style, p.status, 38), h("p", { class: "type" }, words.label, h("span", { class: "status" }, p.status)), h("h2", {}, words.place_title), h("p", { class: "under" }, words.region)],
    body: [
      figures.length ? h("div", { class: "figures" }, figures.map(([n, name]) => h("div", {}, h("b", {}, n.toLocaleString("en-US")), h("span", {}, name)))) : null,
      best && h("blockquote", { class: "quote" }, `“${best.quote}”`, h("cite", {}, words.quoted)),
      h("dl", { class: "facts" }, fact("When", words.date, words.date_note), fact("Where", words.place, words.place_note),
        fact("Toll", figures.length ? null : words.toll || "Not told"), fact("Damage", words.damage), fact("By", words.actor1), fact("Against", words.actor2),
        fact("Source", words.source, words.n_mentions), fact("Distance", words.distances), fact("Notes", words.notes)),
      h("details", { class: "tech" }, h("summary", {}, "Codes"), h("p", {}, words.codes), h("p", {}, h("code", {}, `id ${p.id}`), best && h("code", {}, ` · ${best.doc_id} ${best.start}–${best.end}`))),
    ],
  });
  refresh();
  bringIntoView(event.at, from && p.geo_precision === 1 ? 9 : 0);
}

function chooseAssertion(index, from) {
  const { properties: p, words } = data.assertions[index];
  state.chosen = null;
  open({
    from, mentions: [{ doc_id: p.doc_id, start: p.span_start, end: p.span_end, quote: p.quote }],
    head: [h("span", { class: "sign hatched", "aria-hidden": "true" }), h("p", { class: "type" }, "Said to be held", h("span", { class: "status" }, p.status)), h("h2", {}, words.title)],
    body: [h("blockquote", { class: "quote" }, `“${p.quote}”`), h("dl", { class: "facts" }, fact("When", words.date), fact("Source", p.attribution), fact("Area", words.area))],
  });
  refresh();
}

function chooseClaim(index, from) {
  const { properties: p, words, geometry } = data.claims[index];
  const verdict = VERDICTS[p.verdict];
  state.chosen = null;
  open({
    from, mentions: [{ doc_id: p.doc_id, start: p.span_start, end: p.span_end, quote: p.quote }],
    head: [h("span", { class: `sign verdict-${p.verdict}`, "aria-hidden": "true" }, verdict.sign), h("p", { class: "type" }, `Checked claim: ${words.kind}`), h("h2", {}, verdict.label)],
    body: [h("blockquote", { class: "quote" }, `“${p.quote}”`), h("dl", { class: "facts" }, fact("Claimed", words.claimed), fact("Computed", words.computed),
      fact("Tolerance", words.tolerance), fact("Between", words.places), fact("Why", words.note))],
  });
  refresh();
  if (geometry) bringIntoView(L.geoJSON(geometry).getBounds().getCenter(), from ? 9.5 : 0);
}

// The panel covers part of the map: what it covers moves into the open. From the list one also looks closer.
function bringIntoView(at, least) {
  if (!at) return;
  if (least > map.getZoom()) map.setView(at, least, { animate: false });
  const point = map.latLngToContainerPoint(at);
  const size = map.getSize();
  const narrow = window.matchMedia("(max-width: 760px)").matches;
  const right = narrow ? size.x : size.x - detail.offsetWidth;
  const bottom = narrow ? Math.min(size.y, window.innerHeight * 0.2) : size.y;
  if (narrow) window.scrollTo(0, 0);
  if (!(least > 0) && point.x > 40 && point.x < right - 40 && point.y > 40 && point.y < bottom - 20) return;
  map.panBy([point.x - Math.max(40, right) / 2, point.y - bottom / 2], { animate: !window.matchMedia("(prefers-reduced-motion: reduce)").matches });
}

document.addEventListener("keydown", (press) => { if (press.key === "Escape") close(); });
