// A letter with what was found in it marked in its text, its facts beside it, and its other versions.
//
//   drawLetter(element, { panes: [letter, …] }, { onopen(letter id), onbeside(letter id or ""), onclose })
//
// A letter is what unanalysis.explorer.reading.read_letter gives. Two panes stand side by side.
import { h } from "./dom.js";

// kinds of marks in the order of the legend; several kinds may share a colour
const MARKS = [
  ["sender", "Sender", ["sender", "on_behalf_of", "signatory"]],
  ["addressee", "Addressee", ["addressee", "copied"]],
  ["date", "Dates", ["date"]],
  ["organ", "Organs", ["organ"]],
  ["state", "States", ["state"]],
  ["citation", "Citations", ["resolution", "decision", "statement", "document"]],
  ["request", "Requests", ["request"]],
  ["other", "Articles, meetings", ["article", "meeting"]],
];
const GROUP_OF = Object.fromEntries(MARKS.flatMap(([group, , kinds]) => kinds.map((kind) => [kind, group])));
const hiddenGroups = new Set(["state"]); // as the reader left the legend, for the next letter as well

export function drawLetter(element, reading, options = {}) {
  const panes = h("div", { class: `un-panes un-panes-${reading.panes.length}` }, reading.panes.map((letter) => pane(letter, options)));
  const root = h("div", { class: "un-letter" }, legend(reading.panes, () => show(root)), panes);
  element.replaceChildren(root);
  show(root);
}

function show(root) {
  for (const [group] of MARKS) root.classList.toggle(`un-hide-${group}`, hiddenGroups.has(group));
}

function legend(panes, changed) {
  const counts = {};
  for (const { marks } of panes) for (const { kind } of marks) counts[GROUP_OF[kind]] = (counts[GROUP_OF[kind]] || 0) + 1;
  return h("div", { class: "un-marks", role: "group", "aria-label": "What is marked in the text" },
    MARKS.filter(([group]) => counts[group]).map(([group, label]) => h("label", { class: `un-toggle un-mark-${group}` },
      h("input", { type: "checkbox", checked: !hiddenGroups.has(group), onchange: (event) => {
        if (event.target.checked) hiddenGroups.delete(group);
        else hiddenGroups.add(group);
        changed();
      } }), h("span", { class: "un-mark" }, label), h("span", { class: "un-count" }, String(counts[group])))));
}

function pane(letter, options) {
  return h("article", { class: "un-pane", "aria-label": letter.title },
    h("div", { class: "un-text", dir: letter.direction, lang: letter.language || undefined, tabindex: "0", role: "region", "aria-label": "Text of the letter" },
      letter.segments.length ? letter.segments.map(([text, marks]) => marked(text, marks.map((number) => letter.marks[number]))) : "The text is not in the corpus."),
    card(letter, options));
}

/** A piece of text inside the marks it belongs to, the longest outside. */
function marked(text, marks) {
  let content = document.createTextNode(text);
  for (const mark of [...marks].reverse()) {
    content = h("span", { class: `un-mark un-mark-${GROUP_OF[mark.kind] || "other"}`, title: tooltip(mark) }, content);
  }
  return content;
}

function tooltip({ kind, value, label, rule }) {
  const canonical = label && label !== value && value ? `${label} (${value})` : label || value;
  return `${kind.replaceAll("_", " ")}: ${canonical}${rule ? `\nfound by: ${rule}` : ""}`;
}

function card(letter, { onopen, onbeside }) {
  const others = letter.versions.filter(({ id }) => id !== letter.id);
  const open = (id, label, extra = {}) => onopen && id !== letter.id
    ? h("button", { type: "button", class: "un-link", onclick: () => onopen(id), ...extra }, label)
    : h("span", { "aria-current": id === letter.id ? "true" : undefined, ...extra }, label);
  return h("section", { class: "un-card", "aria-label": "Facts of the letter" },
    h("h3", { dir: "auto" }, letter.title),
    h("dl", {}, [...letter.parties, ...letter.facts].map(([name, value]) => [h("dt", {}, name), h("dd", { dir: "auto" }, value)])),
    others.length > 0 && [h("h4", {}, "Other versions"), h("ul", {}, others.map(({ id, language }) => h("li", {},
      open(id, language, { title: id }), " ",
      onbeside && h("button", { type: "button", class: "un-small", onclick: () => onbeside(id) }, "side by side"))))],
    letter.tree.length > 1 && [h("h4", {}, "Letter and annexes"), h("ul", {}, letter.tree.map(({ id, label, depth }) =>
      h("li", { style: `margin-inline-start:${depth * 14}px`, dir: "auto" }, open(id, label))))],
    letter.problems.length > 0 && [h("h4", {}, "Doubts"), h("ul", {}, letter.problems.map((message) => h("li", { dir: "auto" }, message)))]);
}
