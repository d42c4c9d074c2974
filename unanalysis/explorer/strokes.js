// How a graph is drawn on a canvas: ties in bundles, nodes by kind, names where there is room.

export const SHAPES = { organ: "square", resolution: "diamond", secretariat: "triangle", letter: "diamond" };
const CURVED = 3000; // more edges than this are drawn straight, which is several times as fast

export function themeOf(root) {
  const style = getComputedStyle(root);
  const value = (name, fallback) => style.getPropertyValue(`--un-${name}`).trim() || fallback;
  const kinds = {};
  for (const kind of ["sender", "organ", "resolution", "state", "secretariat", "organization", "group", "person", "entity", "letter", "document"]) {
    kinds[kind] = value(kind, "#767676");
  }
  return {
    kinds, ink: value("ink", "#222"), paper: value("paper", "#fff"), quiet: value("quiet", "#666"),
    edges: { writes_to: value("writes", "#56B4E9"), cites: value("cites", "#E69F00"), adopted_by: value("adopted", "#999") },
    groups: [1, 2, 3, 4, 5, 6, 7].map((number) => value(`series-${number}`, "#0072B2")),
    low: value("low", "#DCEAF4"), high: value("high", "#08519C"),
  };
}

export function drawEdges(pen, graph, at, only, colours, page) {
  // Edges of one colour and width are one path: a stroke a bundle, not a stroke an edge.
  const bundles = new Map();
  const curved = graph.edgeCount <= CURVED;
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const source = graph.edges[2 * edge], target = graph.edges[2 * edge + 1];
    const [x, y, endX, endY] = [at[2 * source], at[2 * source + 1], at[2 * target], at[2 * target + 1]];
    if ((x < 0 && endX < 0) || (y < 0 && endY < 0) || (x > page.width && endX > page.width) || (y > page.height && endY > page.height)) continue;
    const relation = graph.relation[edge];
    const heavy = relation === "adopted_by" ? 0 : Math.round(3 * Math.sqrt(graph.weight[edge] / graph.heaviest));
    const shown = !only || source === only.node || target === only.node;
    const key = `${shown ? 1 : 0}${heavy}${relation}`;
    let bundle = bundles.get(key);
    if (!bundle) bundles.set(key, (bundle = { path: new Path2D(), relation, heavy, shown }));
    bundle.path.moveTo(x, y);
    if (!curved) bundle.path.lineTo(endX, endY);
    else if (graph.layers) bundle.path.bezierCurveTo((x + endX) / 2, y, (x + endX) / 2, endY, endX, endY);
    // Ties to and fro bend away from each other.
    else bundle.path.quadraticCurveTo((x + endX) / 2 + (endY - y) * 0.12, (y + endY) / 2 - (endX - x) * 0.12, endX, endY);
  }
  const faint = graph.edgeCount > 2000 ? 0.25 : graph.edgeCount > 400 ? 0.4 : 0.6;
  for (const key of [...bundles.keys()].sort()) {
    const { path, relation, heavy, shown } = bundles.get(key);
    pen.strokeStyle = colours.edges[relation] || colours.quiet;
    pen.globalAlpha = !shown ? 0.1 : only ? 0.95 : Math.min(0.9, faint + 0.12 * heavy);
    pen.lineWidth = relation === "adopted_by" ? 0.6 : (0.8 + 1.1 * heavy) * graph.thin;
    pen.setLineDash(relation === "adopted_by" && curved ? [1.5, 3] : []);
    pen.stroke(path);
  }
  pen.globalAlpha = 1;
  pen.setLineDash([]);
}

export function drawNodes(pen, graph, at, near, colours, radius, page) {
  const crowd = graph.count > 1500; // then nodes of one colour are one path, without a rim
  const paths = new Map();
  for (let place = graph.count - 1; place >= 0; place--) { // the small ones last, on top of the large
    const node = graph.order[graph.count - 1 - place];
    const x = at[2 * node], y = at[2 * node + 1];
    if (x < -20 || y < -20 || x > page.width + 20 || y > page.height + 20) continue;
    const colour = colourOf(graph, node, colours);
    const alpha = near && !near.has(node) ? 0.25 : 1;
    const key = crowd ? `${alpha}${colour}` : node;
    if (!paths.has(key)) paths.set(key, { path: new Path2D(), colour, alpha });
    outline(paths.get(key).path, SHAPES[graph.kind[node]], x, y, radius(node));
  }
  for (const { path, colour, alpha } of paths.values()) {
    pen.globalAlpha = alpha;
    pen.fillStyle = colour;
    pen.fill(path);
    if (crowd) continue;
    pen.lineWidth = 1;
    pen.strokeStyle = colours.paper;
    pen.stroke(path);
  }
  pen.globalAlpha = 1;
}

function outline(pen, shape, x, y, size) {
  if (shape === "square") pen.rect(x - size * 0.9, y - size * 0.9, size * 1.8, size * 1.8);
  else if (shape === "diamond" || shape === "triangle") {
    const wide = size * 1.2;
    pen.moveTo(x, y - wide);
    pen.lineTo(x + wide, shape === "diamond" ? y : y + wide * 0.8);
    if (shape === "diamond") pen.lineTo(x, y + wide);
    pen.lineTo(x - wide, shape === "diamond" ? y : y + wide * 0.8);
    pen.closePath();
  } else {
    pen.moveTo(x + size, y);
    pen.arc(x, y, size, 0, 2 * Math.PI);
  }
}

function colourOf(graph, node, colours) {
  if (graph.group) return graph.group[node] > colours.groups.length ? colours.quiet : colours.groups[graph.group[node] - 1];
  if (graph.shade) return between(colours.low, colours.high, Math.sqrt(graph.shade[node]));
  return colours.kinds[graph.kind[node]] || colours.quiet;
}

function between(low, high, share) {
  const [from, to] = [low, high].map((colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)));
  return `rgb(${from.map((value, index) => Math.round(value + (to[index] - value) * share)).join(",")})`;
}

/** Names where there is room: of two that would lie on each other the larger node's is written. */
export function drawLabels(pen, graph, at, near, colours, radius, page, zoom) {
  const taken = new Map(); // cells of 24 pixels → boxes that touch them
  const count = near ? 400 : Math.min(graph.count, 220);
  const wide = graph.layers ? Math.min(180, page.width * 0.23) * Math.max(1, zoom) : 190;
  pen.font = font(12);
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  const order = near ? [...graph.order].sort((a, b) => near.has(b) - near.has(a)) : graph.order;
  let written = 0;
  for (const node of order) {
    if (written >= count || (near && written && !near.has(node))) break;
    const x = at[2 * node], y = at[2 * node + 1], kind = graph.kind[node];
    if (x < -60 || y < 0 || x > page.width + 60 || y > page.height) continue;
    const gap = radius(node) + 5;
    const side = !graph.layers ? 0 : kind === "sender" ? -1 : kind === "resolution" ? 1 : 0;
    const room = (side < 0 ? x : side > 0 ? page.width - x : Infinity) - gap - 4; // to the edge
    const most = Math.min(graph.layers && kind === "organ" ? 1.4 * wide : wide, room > 60 ? room : wide);
    const text = shortened(pen, graph.label[node], most);
    const width = pen.measureText(text).width;
    const left = side < 0 ? x - gap - width : side > 0 ? x + gap : x - width / 2;
    const middle = side ? y : y - gap - 4;
    const box = [left, middle - 6, left + width, middle + 6];
    if (collides(taken, box)) continue;
    written++;
    pen.textAlign = "left";
    pen.lineWidth = 3;
    pen.strokeStyle = colours.paper;
    pen.strokeText(text, left, middle);
    pen.fillStyle = colours.ink;
    pen.fillText(text, left, middle);
  }
}

function collides(taken, box) {
  const cells = [];
  for (let x = Math.floor(box[0] / 24); x <= Math.floor(box[2] / 24); x++) {
    for (let y = Math.floor(box[1] / 24); y <= Math.floor(box[3] / 24); y++) {
      const cell = x * 4096 + y;
      for (const other of taken.get(cell) || []) {
        if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return true;
      }
      cells.push(cell);
    }
  }
  for (const cell of cells) taken.set(cell, [...(taken.get(cell) || []), box]);
  return false;
}

function shortened(pen, text, width) {
  if (pen.measureText(text).width <= width) return text;
  let length = text.length;
  while (length > 3 && pen.measureText(`${text.slice(0, length)}…`).width > width) length--;
  return `${text.slice(0, length).trimEnd()}…`;
}

export function font(size) {
  return `${size}px "Noto Sans", "Noto Sans CJK SC", "Noto Sans Arabic", system-ui, sans-serif`;
}

export function drawTrail(pen, trail, mode, colours) {
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 1.2;
  pen.setLineDash([5, 4]);
  pen.beginPath();
  const [x, y] = trail[0], [endX, endY] = trail.at(-1);
  if (mode === "box") pen.rect(x, y, endX - x, endY - y);
  else trail.forEach(([lassoX, lassoY], index) => (index ? pen.lineTo(lassoX, lassoY) : pen.moveTo(lassoX, lassoY)));
  pen.stroke();
  pen.globalAlpha = 0.08;
  pen.fillStyle = colours.ink;
  pen.fill();
  pen.globalAlpha = 1;
  pen.setLineDash([]);
}
