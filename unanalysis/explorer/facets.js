// The panel of filters: time, words, and for each feature its values with how many letters have them.
import { drawBars } from "./bars.js";
import { h, keepFocus, many } from "./dom.js";

const HEADINGS = {
  sender: "Sender", addressee: "Addressee", mentioned: "Organ mentioned", resolution: "Resolution",
  form: "Form", language: "Language", capacity: "Capacity of sender or signatory",
};
const FEW = 6, MORE = 40;
const OPEN = ["sender", "addressee", "resolution"];

const PAUSE = 300; // ms without a key after which what is typed is looked for

/**
 * `vocabulary`: facet → { ids, labels }; the panel says choose({ key: value }) when a filter is to change, and
 * prepare() when somebody is about to type words.
 */
export function buildPanel(element, vocabulary, choose, prepare) {
  const time = h("div", { class: "un-time" });
  const since = dateField("From", (value) => choose({ since: value }));
  const until = dateField("to", (value) => choose({ until: value }));
  let shown = null, pause = 0;
  const find = () => {
    clearTimeout(pause);
    if (words.value.trim() !== (shown?.choices.text || "")) choose({ text: words.value.trim() });
  };
  const words = h("input", {
    type: "search", "aria-label": "Words in titles and texts", placeholder: "Words in titles and texts",
    onfocus: prepare, onchange: find, oninput: () => { clearTimeout(pause); pause = setTimeout(find, PAUSE); },
  });
  const facets = Object.fromEntries(Object.entries(vocabulary).map(([name, values]) => [name, buildFacet(name, values, choose)]));
  element.append(
    h("form", { role: "search", "aria-label": "Words", onsubmit: (event) => event.preventDefault() }, words),
    h("div", { class: "un-facet" }, h("h3", {}, "Time"), time, h("div", { class: "un-dates" }, since, until)),
    ...Object.values(facets).map((facet) => facet.element),
  );
  function drawTime() {
    if (!shown) return;
    const { histogram, choices } = shown;
    drawBars(time, { every: histogram.every, starts: histogram.starts, series: [{ id: "letters", label: "", counts: histogram.counts }] },
      { chosen: [choices.since, choices.until], onchoose: (first, last) => choose({ since: first, until: last }) });
    if (histogram.undated) time.append(h("p", { class: "un-quiet" }, `${many(histogram.undated, "letter")} without a date`));
  }
  new ResizeObserver(drawTime).observe(element);
  return {
    /** `counts`: numbers for all values of all facets in a row, as in the vocabulary. */
    update(choices, counts, histogram) {
      shown = { choices, histogram };
      since.lastChild.value = choices.since || "";
      until.lastChild.value = choices.until || "";
      if (words !== words.getRootNode().activeElement) words.value = choices.text || ""; // else somebody types on
      drawTime();
      let at = 0;
      for (const [name, facet] of Object.entries(facets)) {
        const size = vocabulary[name].ids.length;
        facet.update(choices[name] || [], counts.subarray(at, at + size));
        at += size;
      }
    },
    label: (name, id) => vocabulary[name]?.labels[vocabulary[name].ids.indexOf(id)] || id,
    heading: (name) => HEADINGS[name] || { text: "Words", letter: "Letters", since: "From", until: "To" }[name] || name,
  };
}

function dateField(label, onchange) {
  return h("label", {}, h("span", {}, label), h("input", { type: "date", onchange: (event) => onchange(event.target.value) }));
}

function buildFacet(name, { ids, labels }, choose) {
  const lower = labels.map((label, at) => `${label}\n${ids[at]}`.toLocaleLowerCase());
  const list = h("ul", { class: "un-values" });
  const more = h("button", { type: "button", class: "un-small", onclick: () => { most = most === FEW ? MORE : FEW; draw(); } });
  const search = h("input", { type: "search", placeholder: "Type to find", "aria-label": `Find in ${HEADINGS[name]}`, oninput: draw });
  const clear = h("button", { type: "button", class: "un-small", hidden: true, "aria-label": `Clear ${HEADINGS[name]}`, onclick: () => choose({ [name]: [] }) }, "clear");
  let most = FEW, chosen = [], counts = new Uint32Array(ids.length);
  const element = h("details", { class: "un-facet", open: OPEN.includes(name) },
    h("summary", {}, h("span", { class: "un-facet-name" }, HEADINGS[name]), h("span", { class: "un-count" }, ids.length.toLocaleString("en"))),
    ids.length > FEW && search, list, h("div", { class: "un-row" }, more, clear));

  function draw() {
    const typed = search.value.trim().toLocaleLowerCase();
    const taken = new Set(chosen);
    const found = [...ids.keys()].filter((at) => (typed ? lower[at].includes(typed) : counts[at] > 0) || taken.has(ids[at]));
    found.sort((a, b) => taken.has(ids[b]) - taken.has(ids[a]) || counts[b] - counts[a] || labels[a].localeCompare(labels[b]));
    const shown = found.slice(0, Math.max(typed ? MORE : most, chosen.length));
    const highest = Math.max(1, ...shown.map((at) => counts[at]));
    keepFocus(list, () => list.replaceChildren(...shown.map((at) => value(at, taken.has(ids[at]), highest))));
    if (!shown.length) list.replaceChildren(h("li", { class: "un-quiet" }, typed ? "Nothing is called so." : "None."));
    const rest = found.length - shown.length;
    more.hidden = Boolean(typed) || (most === FEW && rest <= 0);
    more.textContent = most === FEW ? `${Math.min(rest, MORE - FEW).toLocaleString("en")} more` : "fewer";
    clear.hidden = !chosen.length;
  }
  function value(at, checked, highest) {
    const input = h("input", { type: "checkbox", checked, "data-key": `${name}-${ids[at]}`, onchange: (event) => {
      choose({ [name]: event.target.checked ? [...chosen, ids[at]] : chosen.filter((id) => id !== ids[at]) });
    } });
    return h("li", {}, h("label", { title: labels[at], style: `--share:${((100 * counts[at]) / highest).toFixed(1)}%` },
      input, h("bdi", { class: "un-name" }, labels[at]), h("span", { class: "un-count" }, counts[at].toLocaleString("en"))));
  }
  return {
    element,
    update(nextChosen, nextCounts) {
      [chosen, counts] = [nextChosen, nextCounts];
      if (chosen.length) element.open = true;
      draw();
    },
  };
}
