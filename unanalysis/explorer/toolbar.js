// What surrounds the picture of a graph: the bar of tools, the legend, the tip beside a node, and what is read aloud.
import { SHAPES } from "./strokes.js";

export function build(element, words, theme) {
  const root = document.createElement("div");
  root.className = "un-network";
  if (theme) root.dataset.theme = theme;
  const list = `un-nodes-${Math.random().toString(36).slice(2)}`;
  const button = (action, sign, pressed) =>
    `<button type="button" data-action="${action}" title="${words[action]}"${pressed === undefined ? "" : ` aria-pressed="${pressed}"`}>` +
    `<span aria-hidden="true">${sign}</span><span class="un-label">${words[action]}</span></button>`;
  root.innerHTML =
    `<div class="un-bar" role="toolbar" aria-label="${words.move}, ${words.box}, ${words.lasso}">` +
    button("move", "✥", true) + button("box", "▭", false) + button("lasso", "◌", false) +
    button("closer", "+") + button("farther", "−") + button("whole", "⤢") +
    `<input type="search" list="${list}" placeholder="${words.find}" aria-label="${words.find}"><datalist id="${list}"></datalist>` +
    `<span class="un-legend"></span></div>` +
    `<div class="un-page"><canvas tabindex="0" role="application"></canvas><div class="un-tip" hidden></div></div>` +
    `<div class="un-said" role="status" aria-live="polite"></div>`;
  element.append(root);
  const get = (selector) => root.querySelector(selector);
  return {
    root, bar: get(".un-bar"), canvas: get("canvas"), tip: get(".un-tip"), said: get(".un-said"),
    finder: get("input"), names: get("datalist"), legend: get(".un-legend"),
  };
}

export function drawLegend(legend, graph, words) {
  const kinds = graph.group || graph.shade ? [] : [...new Set(graph.kind)];
  legend.replaceChildren(...kinds.map((kind) => {
    const item = document.createElement("span");
    item.className = `un-kind un-${SHAPES[kind] || "circle"}`;
    item.style.setProperty("--un-colour", `var(--un-${kind}, var(--un-quiet))`);
    item.textContent = words[kind] || kind;
    return item;
  }));
}
