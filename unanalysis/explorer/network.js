// The graph as a picture one can take hold of: Canvas 2D, no library.
//
//   import { drawNetwork } from "./network.js";  // or inline what unanalysis.explorer.modules.script("network") gives
//   const network = drawNetwork(element, data, { onselect(ids, adding) {…}, theme: "light" | "dark" });
//   network.update(data);  network.find("Ukraine");  network.refresh();  network.destroy();
//
// `data`, in columns, so that each may be a plain array (JSON in a report) or a typed array (binary from Python):
//
//   id, label          strings, one a node; label is what is written beside it
//   kind               one a node: "sender", "organ", "resolution" … (colour, shape and side of the label)
//   letters            one a node: how many letters it stands for (told in the tooltip)
//   size               one a node, 0…1: its area
//   group | shade      instead of the colour by kind, one a node: a number of a community from 1 | a measure 0…1
//   positions          two a node: x, y from 0 to 1, y upwards
//   edges              two an edge: numbers of source and target among the nodes
//   weight             one an edge, in letters
//   relation           one an edge: "writes_to", "cites", "adopted_by" …
//   layers             true where positions are columns (names stand at the sides), else false
//   title              what the picture shows, for those who do not see it
//
// `options`: onselect(ids, adding) is called when nodes are chosen by click, Enter, box or lasso (`adding`: with Shift);
// `theme` forces a look, else that of the page is taken from the custom properties in network.css, which goes with this
// file; `words` replaces any of the English WORDS below.
//
// Mouse: drag to move, wheel to zoom, click to choose. Keyboard: arrows go from node to node, Enter chooses, + − 0 zoom.

import { describe, inBox, inLasso, neighbours, prepare, told } from "./graph.js";
import { drawEdges, drawLabels, drawNodes, drawTrail, font, themeOf } from "./strokes.js";
import { build, drawLegend } from "./toolbar.js";

export const WORDS = {
  move: "Move", box: "Box", lasso: "Lasso", closer: "Zoom in", farther: "Zoom out", whole: "Show all",
  find: "Find a node", letter: "letter", letters: "letters", sender: "Sender", organ: "Organ", resolution: "Resolution",
  writes_to: "writes to", cites: "cites", adopted_by: "adopted by", empty: "No nodes to show.",
  keys: "Arrow keys go from node to node, Enter chooses, Shift and Enter adds, plus and minus zoom, 0 shows all.",
};

const CROWDED = 4000; // nodes and ties; more are not drawn anew for each step of a drag, but when it rests
const RADIUS = [3, 11]; // of the smallest and the largest node, in pixels

export function drawNetwork(element, data, options = {}) {
  const words = { ...WORDS, ...options.words };
  const parts = build(element, words, options.theme);
  const { canvas, tip, said, finder, names } = parts;
  const pen = canvas.getContext("2d");
  const view = { zoom: 1, x: 0, y: 0 }; // pixels = position on the fitted page × zoom + (x, y)
  let page = { width: 0, height: 0 };
  let graph = prepare(data);
  let places = graph.positions; // on the way from one layout to the next these lie between the two
  let colours = themeOf(parts.root);
  const drawn = { x: 0, y: 0, zoom: 1, copy: null }; // where the view was when all was drawn, and that picture while it is moved
  let mode = "move", lit = -1, drag = null, trail = null, frame = 0, moving = 0;

  // ---- from positions to pixels
  function fitted(node) {
    const side = graph.layers ? Math.min(190, page.width * 0.24) : 60;
    const top = graph.layers ? 34 : 24;
    return [
      side + places[2 * node] * (page.width - 2 * side),
      top + (1 - places[2 * node + 1]) * (page.height - top - 20),
    ];
  }
  function pixels(node) {
    const [x, y] = fitted(node);
    return [x * view.zoom + view.x, y * view.zoom + view.y];
  }
  function radius(node) {
    return (RADIUS[0] + (RADIUS[1] - RADIUS[0]) * Math.sqrt(graph.size[node])) * Math.min(1.6, Math.max(0.6, view.zoom ** 0.4)) * graph.thin;
  }

  // ---- drawing
  function draw() {
    frame = 0;
    const ratio = window.devicePixelRatio || 1;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (moving && graph.count + graph.edgeCount > CROWDED && shift()) return;
    pen.clearRect(0, 0, page.width, page.height);
    if (!graph.count) {
      pen.fillStyle = colours.quiet;
      pen.font = font(14);
      pen.textAlign = "center";
      pen.fillText(words.empty, page.width / 2, page.height / 2);
      return;
    }
    const at = new Float32Array(2 * graph.count);
    for (let node = 0; node < graph.count; node++) at.set(pixels(node), 2 * node);
    const near = lit < 0 ? null : neighbours(graph, lit);
    drawEdges(pen, graph, at, near && { node: lit }, colours, page);
    drawNodes(pen, graph, at, near, colours, radius, page);
    drawLabels(pen, graph, at, near, colours, radius, page, view.zoom);
    if (trail) drawTrail(pen, trail, mode, colours);
    Object.assign(drawn, view, { copy: null });
  }
  /** Move the picture as it was drawn last, which keeps pace with the hand; false where too much of it has gone. */
  function shift() {
    const [x, y] = [view.x - drawn.x, view.y - drawn.y];
    if (drawn.zoom !== view.zoom || Math.abs(x) > page.width / 4 || Math.abs(y) > page.height / 4) return false;
    if (!drawn.copy) {
      drawn.copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
      drawn.copy.getContext("2d").drawImage(canvas, 0, 0);
    }
    pen.clearRect(0, 0, page.width, page.height);
    pen.drawImage(drawn.copy, x, y, page.width, page.height);
    return true;
  }
  function redraw() {
    if (!frame) frame = requestAnimationFrame(draw);
  }
  function resize() {
    const box = canvas.getBoundingClientRect();
    if (!box.width) return; // in a tab that is not shown
    const ratio = window.devicePixelRatio || 1;
    page = { width: box.width, height: box.height };
    canvas.width = Math.round(box.width * ratio);
    canvas.height = Math.round(box.height * ratio);
    redraw();
  }

  // ---- moving about
  function zoomBy(factor, x = page.width / 2, y = page.height / 2) {
    const zoom = Math.min(40, Math.max(0.3, view.zoom * factor));
    view.x = x - ((x - view.x) * zoom) / view.zoom;
    view.y = y - ((y - view.y) * zoom) / view.zoom;
    view.zoom = zoom;
    redraw();
  }
  function showAll() {
    Object.assign(view, { zoom: 1, x: 0, y: 0 });
    redraw();
  }
  function light(node, tell = true) {
    if (node === lit) return;
    lit = node;
    tip.hidden = node < 0;
    if (node >= 0) {
      const [x, y] = pixels(node);
      tip.textContent = describe(graph, node, words);
      tip.style.left = `${Math.min(Math.max(x + 14, 4), Math.max(4, page.width - tip.offsetWidth - 4))}px`;
      tip.style.top = `${Math.min(Math.max(y + 14, 4), Math.max(4, page.height - tip.offsetHeight - 4))}px`;
      if (tell) said.textContent = `${tip.textContent}. ${told(graph, node, words)}`;
    }
    redraw();
  }
  function bring(node) {
    const [x, y] = pixels(node);
    if (x < 20 || y < 20 || x > page.width - 20 || y > page.height - 20) {
      view.x += page.width / 2 - x;
      view.y += page.height / 2 - y;
    }
    light(node);
  }
  function nodeAt(x, y) {
    let best = -1, nearest = 144; // within 12 pixels
    for (let node = 0; node < graph.count; node++) {
      const [nodeX, nodeY] = pixels(node);
      const distance = (nodeX - x) ** 2 + (nodeY - y) ** 2;
      if (distance < nearest) [best, nearest] = [node, distance];
    }
    return best;
  }
  function choose(nodes, adding) {
    if (nodes.length && options.onselect) options.onselect(nodes.map((node) => graph.id[node]), adding);
  }
  function find(text) {
    const wanted = text.trim().toLocaleLowerCase();
    if (!wanted) return -1;
    const names = (node) => graph.label[node].toLocaleLowerCase();
    const node = graph.order.find((each) => names(each) === wanted) ?? graph.order.find((each) => names(each).includes(wanted)) ?? -1;
    if (node >= 0) bring(node);
    return node;
  }

  // ---- mouse, pen and finger
  const spot = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    canvas.setPointerCapture(event.pointerId);
    light(-1);
    drag = { start: spot(event), last: spot(event), moved: false };
    if (mode !== "move") trail = [spot(event)];
  });
  canvas.addEventListener("pointermove", (event) => {
    const [x, y] = spot(event);
    if (!drag) {
      const node = nodeAt(x, y);
      canvas.style.cursor = node >= 0 ? "pointer" : mode === "move" ? "grab" : "crosshair";
      light(node, false);
      return;
    }
    drag.moved ||= Math.hypot(x - drag.start[0], y - drag.start[1]) > 4;
    if (trail) {
      trail.push([x, y]);
    } else if (drag.moved) {
      moving = 1;
      view.x += x - drag.last[0];
      view.y += y - drag.last[1];
    }
    drag.last = [x, y];
    redraw();
  });
  canvas.addEventListener("pointerup", (event) => {
    if (!drag) return;
    const click = !drag.moved;
    if (click) {
      const node = nodeAt(...spot(event));
      if (node >= 0) choose([node], event.shiftKey);
    } else if (trail) {
      const inside = mode === "box" ? inBox(trail[0], trail.at(-1)) : inLasso(trail);
      choose([...graph.letters.keys()].filter((node) => inside(...pixels(node))), event.shiftKey);
    }
    drag = trail = null;
    moving = 0;
    redraw();
  });
  canvas.addEventListener("pointercancel", () => { drag = trail = null; moving = 0; redraw(); });
  canvas.addEventListener("pointerleave", () => { if (!drag && document.activeElement !== canvas) light(-1); });
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoomBy(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), ...spot(event));
  }, { passive: false });
  canvas.addEventListener("dblclick", (event) => zoomBy(1.6, ...spot(event)));

  // ---- keyboard
  canvas.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (way) bring(toward(way));
    else if (event.key === "Enter" && lit >= 0) choose([lit], event.shiftKey);
    else if (event.key === "+" || event.key === "=") zoomBy(1.3);
    else if (event.key === "-") zoomBy(1 / 1.3);
    else if (event.key === "0") showAll();
    else if (event.key === "Escape") light(-1);
    else return;
    event.preventDefault();
  });
  function toward([right, down]) {
    if (lit < 0) return 0;
    const [x, y] = pixels(lit);
    let best = lit, nearest = Infinity;
    for (let node = 0; node < graph.count; node++) {
      const [nodeX, nodeY] = pixels(node);
      const along = (nodeX - x) * right + (nodeY - y) * down;
      const across = Math.abs((nodeX - x) * down) + Math.abs((nodeY - y) * right);
      if (node !== lit && along > 0.5 && along + 3 * across < nearest) [best, nearest] = [node, along + 3 * across];
    }
    return best;
  }

  // ---- the bar above
  parts.bar.addEventListener("click", (event) => {
    const action = event.target.closest("button")?.dataset.action;
    if (action === "closer") zoomBy(1.4);
    else if (action === "farther") zoomBy(1 / 1.4);
    else if (action === "whole") showAll();
    else if (action) {
      mode = action;
      for (const button of parts.bar.querySelectorAll("[aria-pressed]")) button.setAttribute("aria-pressed", button.dataset.action === mode);
    }
  });
  finder.addEventListener("change", () => { if (find(finder.value) >= 0) canvas.focus(); });

  function listNames() {
    const shown = [...graph.label.keys()].sort((a, b) => graph.letters[b] - graph.letters[a]).slice(0, 300);
    names.replaceChildren(...shown.map((node) => Object.assign(document.createElement("option"), { value: graph.label[node] })));
    canvas.setAttribute("aria-label", `${graph.title}: ${graph.count} nodes, ${graph.edgeCount} ties. ${words.keys}`);
    drawLegend(parts.legend, graph, words);
  }

  const watch = new ResizeObserver(resize);
  watch.observe(canvas);
  listNames();
  resize();

  return {
    element: parts.root,
    find,
    zoomBy,
    refresh() { colours = themeOf(parts.root); redraw(); },
    /** Show other data; nodes that stay glide to their new places. */
    update(next) {
      const before = new Map(graph.id.map((id, node) => [id, [places[2 * node], places[2 * node + 1]]]));
      graph = prepare(next);
      light(-1);
      listNames();
      showAll();
      glide(before);
    },
    /** Move by pixels, as a drag does: what the benchmark measures. */
    pan(x, y) { moving = 1; view.x += x; view.y += y; draw(); moving = 0; },
    destroy() { watch.disconnect(); cancelAnimationFrame(frame); parts.root.remove(); },
  };

  function glide(before) {
    const end = graph.positions;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches || graph.count > 1500;
    if (still || !graph.id.some((id) => before.has(id))) { places = end; redraw(); return; }
    const start = new Float32Array(end);
    graph.id.forEach((id, node) => { if (before.has(id)) start.set(before.get(id), 2 * node); });
    const began = performance.now(), target = graph;
    (function step(now) {
      if (graph !== target) return; // other data came meanwhile
      const share = Math.min(1, Math.max(0, (now - began) / 260));
      const eased = share * (2 - share);
      places = share === 1 ? end : start.map((from, index) => from + (end[index] - from) * eased);
      redraw();
      if (share < 1) requestAnimationFrame(step);
    })(began);
  }
}
