// Marks: a family has a color and a shape, a type its letter, a status its outline.
const PATHS = {
  drop: "M4 2.5h22a2.6 2.6 0 0 1 2.3 3.8L17.3 27.6a2.6 2.6 0 0 1-4.6 0L1.7 6.3A2.6 2.6 0 0 1 4 2.5z",
  burst: "M15 1.5l3.2 4.6 5.3-2-.5 5.7 5.5 1.5-3.9 3.7 3.9 3.7-5.5 1.5.5 5.7-5.3-2-3.2 4.6-3.2-4.6-5.3 2 .5-5.7-5.5-1.5L5.4 15l-3.9-3.7L7 9.8l-.5-5.7 5.3 2z",
  square: "M6 3.5h18A2.5 2.5 0 0 1 26.5 6v18a2.5 2.5 0 0 1-2.5 2.5H6A2.5 2.5 0 0 1 3.5 24V6A2.5 2.5 0 0 1 6 3.5z",
  flag: "M3.5 2.5h24.5L24 11l4 8.5H7.5V29h-4z",
  hexagon: "M15 2l11.3 6.5v13L15 28 3.7 21.5v-13z",
  shield: "M15 2l11.5 3.8v8.7c0 6.8-5 11.3-11.5 13.5C8.5 25.8 3.5 21.3 3.5 14.5V5.8z",
  circle: "M15 2.7a12.3 12.3 0 1 1 0 24.6 12.3 12.3 0 0 1 0-24.6z",
  cross: "M10 2.7h10V10h7.3v10H20v7.3H10V20H2.7V10H10z",
};
const LETTER_Y = { drop: 10.8, flag: 11.2, shield: 14.3 };
const HOLLOW = new Set(["claimed", "disputed", "alleged", "denied"]);
const DASH = { disputed: "4 2.5", alleged: "1.5 2.2" };

function glyph(style, status, size, killed) {
  const hollow = HOLLOW.has(status);
  const path = PATHS[style.shape] || PATHS.circle;
  const mark = s("svg", { class: "glyph", width: size, height: size, viewBox: "0 0 30 30", "aria-hidden": "true", focusable: "false" },
    s("path", { d: path, fill: "#fff", stroke: "#fff", "stroke-width": hollow ? 5 : 3.2, "stroke-linejoin": "round" }),
    s("path", { d: path, fill: hollow ? "#fff" : style.color, stroke: hollow ? style.color : "none", "stroke-width": 2.8,
      "stroke-linejoin": "round", "stroke-dasharray": DASH[status], opacity: status === "historical" ? 0.55 : null }),
    s("text", { x: style.shape === "flag" ? 14.5 : 15, y: LETTER_Y[style.shape] || 15.3, "text-anchor": "middle", "dominant-baseline": "central",
      "font-size": style.shape === "drop" ? 12.5 : 13.5, "font-weight": 700, fill: hollow ? "#1a1a1a" : style.ink }, style.letter),
    status === "denied" && s("path", { d: "M4 26L26 4", stroke: "#1a1a1a", "stroke-width": 2 }));
  if (killed > 0) mark.appendChild(badge(killed));
  return mark;
}

function badge(killed) {
  const text = killed.toLocaleString("en-US");
  const width = 8 + 7 * text.length;
  return s("g", { transform: `translate(${31 - width / 2} 0)` },
    s("rect", { x: -width / 2, y: -7.5, width, height: 15, rx: 7.5, fill: "#1d1d1b", stroke: "#fff", "stroke-width": 1.5 }),
    s("text", { y: 0.5, "text-anchor": "middle", "dominant-baseline": "central", "font-size": 11, "font-weight": 700, fill: "#fff" }, text));
}

// Patterns cannot be named inside a display:none svg, so this one has no size instead.
document.body.appendChild(s("svg", { width: 0, height: 0, "aria-hidden": "true", class: "patterns" },
  s("defs", {}, s("pattern", { id: "hatch", width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    s("rect", { width: 8, height: 8, fill: data.assertion_color, "fill-opacity": 0.08 }),
    s("rect", { width: 2.2, height: 8, fill: data.assertion_color, "fill-opacity": 0.75 })))));
const VERDICTS = {
  consistent: { color: "#00795a", sign: "✓", label: "Consistent" },
  inconsistent: { color: "#c1440e", sign: "✗", label: "Inconsistent" },
  cannot_tell: { color: "#5c5850", sign: "?", label: "Cannot tell" },
};
