// The tabs at the right: each draws what Python says is to be shown, and says what was chosen in it.
import { drawBars, drawKey } from "./bars.js";
import { h, many, numbers } from "./dom.js";
import { drawMatrix } from "./matrix.js";
import { drawNetwork } from "./network.js";
import { drawTable } from "./table.js";

// feature of letters → filter that chooses by it
const FILTERS = { sender: "sender", organ: "addressee", addressee: "addressee", resolution: "resolution", language: "language", form: "form" };
const MEASURES = { letters: "letters", degree: "neighbours", weight: "weight of ties", pagerank: "PageRank", betweenness: "betweenness" };
const FEATURES = { organ: "organ", sender: "sender", addressee: "addressee", resolution: "resolution", language: "language", form: "form" };

/** A view is { element, update(shown, choices), refresh() }. `act` has choose(changes, adding), option(changes), open(id). */
export const VIEWS = { network: networkView, timeline: timelineView, matrix: matrixView, letters: lettersView, problems: problemsView };

function networkView(act) {
  const page = h("div");
  const twin = h("div", { class: "un-twin" });
  const note = h("span", { class: "un-quiet" });
  const controls = h("div", { class: "un-controls" });
  const details = h("details", { class: "un-more", ontoggle: () => drawTwin() }, h("summary", {}, "The same as a table"), twin);
  const element = h("div", {}, controls, page, details);
  let network = null, data = null;
  function drawTwin() {
    if (!details.open || !data) return;
    const written = (tie) => data.relation[tie] !== "adopted_by"; // what letters do comes before what they speak of
    const ties = [...data.relation.keys()].sort((a, b) => written(b) - written(a) || data.weight[b] - data.weight[a]).slice(0, 300);
    const said = { writes_to: "writes to", cites: "cites", adopted_by: "adopted by" };
    drawTable(twin, {
      columns: ["From", "", "To", "Letters"].map((label) => ({ id: label, label })),
      rows: ties.map((tie) => ({ cells: [data.label[data.edges[2 * tie]], said[data.relation[tie]], data.label[data.edges[2 * tie + 1]], data.weight[tie]] })),
    }, { caption: "Ties of the network, the strongest first" });
  }
  return {
    element,
    update({ options, data: sent, of }) {
      data = {
        ...sent, letters: numbers(sent.letters, Uint32Array), size: numbers(sent.size, Float32Array),
        positions: numbers(sent.positions, Float32Array), edges: numbers(sent.edges, Uint32Array), weight: numbers(sent.weight, Uint32Array),
        group: sent.group && numbers(sent.group, Uint32Array), shade: sent.shade && numbers(sent.shade, Float32Array),
        title: "Senders, organs and resolutions",
      };
      controls.replaceChildren(
        select("Layout", { layers: "layers", forces: "forces" }, options.layout, (layout) => act.option({ layout })),
        select("Size", MEASURES, options.size, (size) => act.option({ size })),
        select("Colour", { kind: "kind", community: "community", ...MEASURES }, options.colour, (colour) => act.option({ colour })),
        select("At most", { 15: "15 of each kind", 30: "30 of each kind", 60: "60 of each kind", 150: "150 of each kind", 1500: "1,500 of each kind" }, String(options.top), (top) => act.option({ top: Number(top) })),
        note,
      );
      const left = Object.entries(of).map(([kind, all]) => [data.kind.filter((each) => each === kind).length, all, kind]).filter(([here, all]) => here < all);
      note.textContent = left.map(([here, all, kind]) => `${here} of ${many(all, kind)}`).join(", ");
      if (network) network.update(data);
      else network = drawNetwork(page, data, { onselect: (ids, adding) => act.choose(ofNodes(ids), adding) });
      drawTwin();
    },
    refresh: () => network?.refresh(),
    network: () => network,
  };
}

/** Of several kinds of node each has to hold, of one kind any. */
function ofNodes(ids) {
  const changes = {};
  for (const id of ids) {
    const [kind, name] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
    (changes[FILTERS[kind]] ||= []).push(name);
  }
  return changes;
}

function timelineView(act) {
  const controls = h("div", { class: "un-controls" });
  const page = h("div", { class: "un-timeline" });
  const key = h("div", { class: "un-key" });
  let shown = null, chosen = null;
  function draw() {
    if (!shown) return;
    drawBars(page, shown.data, { height: 380, chosen: [chosen.since, chosen.until], onchoose: (since, until) => act.choose({ since, until }) });
    drawKey(key, shown.data.series, (value, adding) => act.choose({ [FILTERS[shown.options.by]]: value.split("; ") }, adding));
  }
  new ResizeObserver(draw).observe(page);
  return {
    element: h("div", {}, controls, page, key),
    update(next, choices) {
      [shown, chosen] = [next, choices];
      controls.replaceChildren(
        select("Stacked by", FEATURES, next.options.by, (by) => act.option({ by })),
        h("span", { class: "un-quiet" }, `Draw over the bars to choose a span of time.${next.data.undated ? ` ${many(next.data.undated, "letter")} without a date.` : ""}`),
      );
      draw();
    },
    refresh: draw,
  };
}

function matrixView(act) {
  const controls = h("div", { class: "un-controls" });
  const page = h("div");
  let shown = null;
  function draw() {
    if (!shown) return;
    const { rows, columns } = shown.options;
    drawMatrix(page, shown.data, {
      names: [rows, columns],
      onchoose: (row, column, adding) => act.choose({
        ...(row === null ? {} : { [FILTERS[rows]]: [row] }), ...(column === null ? {} : { [FILTERS[columns]]: [column] }),
      }, adding),
    });
  }
  return {
    element: h("div", {}, controls, page),
    update(next) {
      shown = next;
      controls.replaceChildren(
        select("Rows", FEATURES, next.options.rows, (rows) => act.option({ rows })),
        select("Columns", FEATURES, next.options.columns, (columns) => act.option({ columns })),
        h("span", { class: "un-quiet" }, "A click on a cell or a heading chooses its letters."),
      );
      draw();
    },
    refresh: draw,
  };
}

function lettersView(act) {
  const page = h("div");
  const pager = h("div", { class: "un-controls" });
  return {
    element: h("div", {}, pager, page),
    update({ data }) {
      drawTable(page, data, {
        caption: "Letters", onopen: act.open,
        onsort: (sort) => act.option({ sort, descending: data.sort === sort ? !data.descending : sort === "date", page: 0 }),
      });
      const first = data.total ? data.page * 100 + 1 : 0;
      pager.replaceChildren(
        h("span", {}, `${first.toLocaleString("en")}–${(first + data.rows.length - (data.total ? 1 : 0)).toLocaleString("en")} of ${many(data.total, "letter")}, language versions apart`),
        h("button", { type: "button", class: "un-small", disabled: data.page === 0, "data-key": "page-back", onclick: () => act.option({ page: data.page - 1 }) }, "‹ earlier page"),
        h("button", { type: "button", class: "un-small", disabled: data.page >= data.pages - 1, "data-key": "page-on", onclick: () => act.option({ page: data.page + 1 }) }, "next page ›"),
      );
    },
    refresh() {},
  };
}

function problemsView(act) {
  const page = h("div");
  const note = h("p", { class: "un-quiet" });
  return {
    element: h("div", {}, note, page),
    update({ data }) {
      note.textContent = data.total ? `${many(data.total, "problem")}, errors first${data.rows.length < data.total ? `; the first ${data.rows.length} are shown` : ""}. A click opens the letter.` : "Nothing is doubtful in these letters.";
      drawTable(page, data, { caption: "Problems", onopen: act.open });
    },
    refresh() {},
  };
}

function select(label, values, chosen, onchange) {
  return h("label", { class: "un-select" }, h("span", {}, label),
    h("select", { "data-key": `select-${label}`, onchange: (event) => onchange(event.target.value) },
      Object.entries(values).map(([value, text]) => h("option", { value, selected: value === chosen }, text))));
}
