// The data of a graph as drawing and hands need it, and what is said of a node.

export function prepare(data) {
  const count = data.id.length, edgeCount = data.edges.length / 2;
  const ties = Array.from({ length: count }, () => []);
  let heaviest = 1;
  for (let edge = 0; edge < edgeCount; edge++) {
    ties[data.edges[2 * edge]].push(edge);
    ties[data.edges[2 * edge + 1]].push(edge);
    if (data.relation[edge] !== "adopted_by") heaviest = Math.max(heaviest, data.weight[edge]);
  }
  const order = Array.from({ length: count }, (_, node) => node).sort((a, b) => data.size[b] - data.size[a]);
  return {
    title: "Network", ...data, count, edgeCount, ties, heaviest, order,
    thin: count > 1500 ? 0.5 : count > 300 ? 0.75 : 1,
    positions: Float32Array.from(data.positions),
  };
}

export function neighbours(graph, node) {
  const near = new Set([node]);
  for (const edge of graph.ties[node]) near.add(graph.edges[2 * edge]).add(graph.edges[2 * edge + 1]);
  return near;
}


export function describe(graph, node, words) {
  const count = graph.letters[node];
  return `${graph.label[node]} · ${words[graph.kind[node]] || graph.kind[node]} · ${count.toLocaleString()} ${count === 1 ? words.letter : words.letters}`;
}

/** The strongest ties of a node in words. */
export function told(graph, node, words) {
  const ties = graph.ties[node].slice().sort((a, b) => graph.weight[b] - graph.weight[a]).slice(0, 5);
  return ties.map((edge) => {
    const [source, target] = [graph.edges[2 * edge], graph.edges[2 * edge + 1]];
    return `${graph.label[source]} ${words[graph.relation[edge]] || graph.relation[edge]} ${graph.label[target]}: ${graph.weight[edge]}`;
  }).join("; ");
}

export function inBox([x, y], [endX, endY]) {
  const [left, right] = [Math.min(x, endX), Math.max(x, endX)];
  const [top, bottom] = [Math.min(y, endY), Math.max(y, endY)];
  return (nodeX, nodeY) => nodeX >= left && nodeX <= right && nodeY >= top && nodeY <= bottom;
}

/** Inside is where a ray to the right crosses the line an odd number of times. */
export function inLasso(line) {
  return (x, y) => {
    let inside = false;
    for (let index = 0, before = line.length - 1; index < line.length; before = index++) {
      const [x1, y1] = line[index], [x2, y2] = line[before];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
    return inside;
  };
}
