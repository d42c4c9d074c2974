// Reads a graph file with graphology and prints what it found as JSON: `node read.js file`, packages found by NODE_PATH.
const fs = require("node:fs");
const Graph = require("graphology");
const gexf = require("graphology-gexf");
const graphml = require("graphology-graphml");

const file = process.argv[2];
const text = fs.readFileSync(file, "utf8");
let graph;
if (file.endsWith(".gexf")) graph = gexf.parse(Graph, text);
else if (file.endsWith(".graphml")) graph = graphml.parse(Graph, text);
else graph = Graph.from(JSON.parse(text));

process.stdout.write(
  JSON.stringify({
    directed: graph.type === "directed",
    nodes: graph.mapNodes((key, attributes) => [key, attributes]),
    edges: graph.mapEdges((key, attributes, source, target) => [source, target, attributes]),
  }),
);
