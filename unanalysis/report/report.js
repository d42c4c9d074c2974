// The report in the page: filters that timeline, matrix, graph, resolutions and list follow; sorting, search and pages of
// the list; texts that are unpacked when they are asked for. All of it is there without this script, for all letters.
// It stands behind explorer/network.js in one module.
{
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (selector) => document.querySelector(selector);
  const all = data.dates.map((_, work) => work);
  const name = (entity) => data.entities[entity][1];
  const written = (number) => number.toLocaleString(data.language);
  const say = (key, values) => data.words[key].replace(/\{(\w+)\}/g, (_, value) => values[value]);
  const make = (tag, text = "", values = {}) => Object.assign(document.createElement(tag), { textContent: text }, values);
  const drawn = (tag, values) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(values)) element.setAttribute(key, value);
    return element;
  };

  /** How many of the chosen letters have each value, the most frequent first, equal ones in their order. */
  function tally(works, column) {
    const counts = new Map();
    for (const work of works) for (const value of column[work]) counts.set(value, (counts.get(value) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  }
  const pairs = (works, left, right) => {
    const counts = new Map();
    for (const work of works)
      for (const a of left[work]) for (const b of right[work]) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) || 0) + 1);
    return counts;
  };

  // ---- the choice
  const form = $("#filters fieldset");
  const chartWords = $("svg.timeline")?.getAttribute("aria-label");
  const said = [...document.querySelectorAll("[data-follows]")].map((line) => [line, line.textContent]);

  function chosen() {
    const sender = data.entities.findIndex(([id]) => id === form.elements.sender.value);
    const { value: from } = form.elements.from, { value: until } = form.elements.until;
    return all.filter((work) => {
      const year = data.dates[work].slice(0, 4);
      return (sender < 0 || data.senders[work].includes(sender)) &&
        (!(from || until) || (year && (!from || year >= from) && (!until || year <= until)));
    });
  }

  function follow() {
    const works = chosen();
    const { sender, from, until } = form.elements;
    const words = [sender.value && name(data.entities.findIndex(([id]) => id === sender.value)),
      (from.value || until.value) && `${from.value || "…"} – ${until.value || "…"}`].filter(Boolean);
    const count = say("filter_count", { shown: written(works.length), all: written(all.length) });
    $("#status").textContent = words.length ? `${count}: ${words.join(", ")}` : count;
    $("#undated").hidden = !(from.value || until.value) || data.dates.every(Boolean);
    for (const [line, usual] of said) line.textContent = words.length ? `n = ${count} · ${words.join(" · ")}` : usual;
    for (const note of document.querySelectorAll(".fixed")) note.hidden = !words.length;
    for (const part of document.querySelectorAll("[data-whole]")) part.hidden = words.length > 0; // speaks of all letters
    const chart = $("svg.timeline");
    if (chart) chart.setAttribute("aria-label", words.length ? said[0][0].textContent : chartWords);
    drawTimeline(works);
    fillMatrix(works);
    fillCited(works);
    drawGraph(works);
    list(works);
  }

  // ---- timeline
  function ceiling(highest) { // as in timeline.py
    let step = 1, size = 1;
    while (step * 5 < highest) {
      step = [1, 2, 5].map((factor) => size * factor).find((each) => each * 5 >= highest) || size * 10;
      size *= 10;
    }
    return [Math.max(1, Math.ceil(highest / step)) * step, step];
  }

  function drawTimeline(works) {
    const chart = $("svg.timeline");
    if (!chart) return;
    const [width, height] = data.chart;
    const counts = data.periods.map(() => data.bands.map(() => 0));
    for (const work of works) if (data.period[work] >= 0) counts[data.period[work]][data.band[work]]++;
    const [top, line] = ceiling(Math.max(0, ...counts.map((period) => period.reduce((a, b) => a + b, 0))));
    const step = width / data.periods.length, wide = Math.min(step * 0.84, 60);
    const bars = counts.flatMap((period, at) => {
      let below = 0;
      return period.flatMap((count, band) => {
        if (!count) return [];
        below += count;
        const bar = drawn("rect", { fill: data.colours[band], stroke: data.colours[band] === "#ffffff" ? "#8a949e" : "#ffffff", "stroke-width": 0.6, x: at * step + (step - wide) / 2, y: height * (1 - below / top), width: wide, height: (count / top) * height });
        const words = drawn("title", {});
        words.textContent = `${data.periods[at]}, ${data.bands[band]}: ${written(count)}`;
        bar.append(words);
        return [bar];
      });
    });
    chart.querySelector(".bars").replaceChildren(...bars);
    const lines = [];
    for (let at = 0; at <= top; at += line) {
      const y = height * (1 - at / top);
      const number = drawn("text", { x: -8, y, dy: ".35em", "text-anchor": "end" });
      number.textContent = written(at);
      lines.push(drawn("line", { x1: 0, x2: width, y1: y, y2: y, stroke: "#c3ccd4" }), number);
    }
    chart.querySelector(".lines").replaceChildren(...lines);
  }

  // ---- tables of counts
  function fillMatrix(works) {
    const table = $("#matrix-table");
    if (!table) return;
    const [rows, columns, shades] = data.matrix;
    const counts = pairs(works, data.senders, data.organs);
    const both = works.filter((work) => data.senders[work].length && data.organs[work].length);
    const senders = tally(both, data.senders).slice(0, rows), organs = tally(both, data.organs).slice(0, columns);
    const highest = Math.max(1, ...counts.values());
    const head = table.tHead.rows[0];
    head.replaceChildren(head.cells[0], ...organs.map(([organ]) => make("th", name(organ), { scope: "col" })), head.cells[head.cells.length - 1]);
    table.tBodies[0].replaceChildren(...senders.map(([sender, sum]) => {
      const row = document.createElement("tr");
      row.append(make("th", name(sender), { scope: "row" }), ...organs.map(([organ]) => {
        const count = counts.get(`${sender} ${organ}`) || 0;
        const shade = count && Math.max(1, Math.round(shades * Math.sqrt(count / highest)));
        return make("td", count ? written(count) : "", { className: `h${shade}` });
      }), make("td", written(sum)));
      return row;
    }));
  }

  function fillCited(works) {
    const table = $("#cited-table");
    if (!table) return;
    const [most, named] = data.most_cited;
    table.tBodies[0].replaceChildren(...tally(works, data.cited).slice(0, most).map(([resolution, count]) => {
      const citing = works.filter((work) => data.cited[work].includes(resolution));
      const dates = citing.map((work) => data.dates[work]).filter(Boolean).sort();
      const senders = tally(citing, data.senders);
      const names = senders.slice(0, named).map(([sender, times]) => `${name(sender)} (${written(times)})`);
      if (senders.length > named) names.push(`+ ${senders.length - named}`);
      const row = document.createElement("tr");
      row.append(
        make("th", data.resolutions[resolution], { scope: "row" }), make("td", written(count), { className: "number" }),
        make("td", dates[0] || "", { className: "date" }), make("td", dates.at(-1) || "", { className: "date" }),
        make("td", names.join(", ")),
      );
      return row;
    }));
  }

  // ---- graph
  let network = null;

  /** The nodes with the most letters of each layer, in the order of the whole, and the ties between them, in columns. */
  function graphOf(works) {
    const layers = { sender: data.senders, organ: data.organs, resolution: data.cited };
    const across = { sender: 0, organ: 0.5, resolution: 1 };
    const telling = works.filter((work) => data.senders[work].length && (data.organs[work].length || data.cited[work].length));
    const [id, label, kind, letters, positions, number] = [[], [], [], [], [], {}];
    for (const layer of Object.keys(layers)) {
      const kept = new Map(tally(telling, layers[layer]).slice(0, data.top[layer]));
      const order = data.ranks[layer].filter((value) => kept.has(value));
      order.forEach((value, at) => {
        number[`${layer} ${value}`] = id.length;
        id.push(`${layer}:${layer === "resolution" ? data.resolutions[value] : data.entities[value][0]}`);
        label.push(layer === "resolution" ? data.resolutions[value] : name(value));
        kind.push(layer);
        letters.push(kept.get(value));
        positions.push(across[layer], 1 - (at + 0.5) / order.length);
      });
    }
    const [edges, weight, relation] = [[], [], []];
    const tie = (source, target, count, words) => {
      if (number[source] === undefined || number[target] === undefined) return;
      edges.push(number[source], number[target]);
      weight.push(count);
      relation.push(words);
    };
    for (const [words, from, to] of [["writes_to", "sender", "organ"], ["cites", "sender", "resolution"]])
      for (const [pair, count] of pairs(telling, layers[from], layers[to])) {
        const [source, target] = pair.split(" ");
        tie(`${from} ${source}`, `${to} ${target}`, count, words);
      }
    for (const [resolution, count] of tally(telling, data.cited))
      tie(`resolution ${resolution}`, `organ ${data.adopters[resolution]}`, count, "adopted_by");
    const largest = Math.max(1, ...letters);
    return { id, label, kind, letters, size: letters.map((count) => count / largest), positions, edges, weight, relation, layers: true, title: data.graph.title };
  }

  function drawGraph(works) {
    const place = $("#network");
    if (!place) return;
    const graph = graphOf(works);
    const rows = Math.max(...["sender", "organ", "resolution"].map((layer) => graph.kind.filter((kind) => kind === layer).length));
    place.style.setProperty("--un-height", `${Math.min(760, Math.max(300, 60 + 20 * rows))}px`);
    if (network) return network.update(graph);
    place.hidden = false;
    document.documentElement.classList.add("drawn");
    network = drawNetwork(place, graph, { theme: "light", words: data.graph, onselect: ([id]) => {
      if (!id?.startsWith("sender:")) return;
      form.elements.sender.value = id.slice(7);
      follow();
    } });
  }

  // ---- the list of letters
  const SIZE = 50;
  const table = $("#letters-table");
  const rows = table ? [...table.tBodies[0].rows] : [];
  const found = rows.map((row) => row.textContent.toLowerCase());
  const order = { column: -1, down: false };
  let listed = all, start = 0;

  function list(works = listed) {
    if (!table) return;
    listed = works;
    start = 0;
    const words = $("#search").value.toLowerCase().split(/\s+/).filter(Boolean);
    show(sorted(works.filter((work) => words.every((word) => found[work].includes(word)))));
  }

  const values = new Map(); // column → what its cells are sorted by
  function sorted(works) {
    const { column, down } = order;
    if (column < 0) return works;
    if (!values.has(column)) values.set(column, rows.map((row) => {
      const cell = row.cells[column];
      return cell.dataset.n === undefined ? (column === 0 && !/\d/.test(cell.textContent) ? "" : cell.textContent.trim()) : Number(cell.dataset.n);
    }));
    const of = values.get(column), compare = new Intl.Collator(data.language, { numeric: true }).compare;
    const number = (value) => (typeof value === "number" ? value : 0);
    const numbers = of.some((value) => typeof value === "number");
    // What is missing stands last, whichever way one sorts.
    return [...works].sort((a, b) => (of[a] === "") - (of[b] === "") ||
      (down ? -1 : 1) * (numbers ? number(of[a]) - number(of[b]) : compare(of[a], of[b])) || a - b);
  }

  let shown = [];
  function show(works = shown) {
    shown = works;
    table.tBodies[0].replaceChildren(...works.slice(start, start + SIZE).map((work) => rows[work]));
    table.classList.add("ready");
    $("#none").hidden = works.length > 0;
    const pages = $("#pages");
    pages.hidden = works.length <= SIZE;
    const [before, after] = pages.querySelectorAll("button");
    before.disabled = start === 0;
    after.disabled = start + SIZE >= works.length;
    pages.querySelector("span").textContent = say("page", { from: written(start + 1), to: written(Math.min(start + SIZE, works.length)), all: written(works.length) });
  }

  function sortBy(column) {
    order.down = order.column === column && !order.down;
    order.column = column;
    [...table.tHead.rows[0].cells].forEach((cell, at) => {
      if (at === column) cell.setAttribute("aria-sort", order.down ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    });
    list();
  }

  // ---- texts that are packed
  const chunks = [...document.querySelectorAll("script.chunk")];
  const opened = new Map();

  function unpack(number) {
    if (!opened.has(number)) {
      const bytes = Uint8Array.from(atob(chunks[number].textContent), (letter) => letter.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
      opened.set(number, new Response(stream).json());
    }
    return opened.get(number);
  }

  async function open() {
    const match = /^#t(\d+)$/.exec(location.hash), reader = $("#reader");
    if (!match || !reader) return;
    try {
      const articles = await unpack(Math.floor(match[1] / data.chunk));
      const parsed = new DOMParser().parseFromString(articles[match[1] % data.chunk], "text/html");
      reader.replaceChildren(parsed.querySelector("article"));
      reader.scrollIntoView();
      reader.querySelector("h3").focus({ preventScroll: true });
    } catch {
      reader.replaceChildren(make("p", data.words.open_failed));
    }
  }

  // ---- hands on
  if (table) {
    $("#tools").hidden = false;
    $("#search").addEventListener("input", () => list());
    $("#pages").addEventListener("click", (event) => {
      if (!event.target.value) return;
      start += SIZE * Number(event.target.value);
      show();
      table.scrollIntoView();
    });
    [...table.tHead.rows[0].cells].slice(0, 5).forEach((cell, column) => {
      const button = make("button", cell.textContent, { type: "button", title: say("sort", { column: cell.textContent }) });
      button.addEventListener("click", () => sortBy(column));
      cell.replaceChildren(button);
    });
    // On paper the list is whole.
    addEventListener("beforeprint", () => table.tBodies[0].replaceChildren(...shown.map((work) => rows[work])));
    addEventListener("afterprint", () => show());
  }
  addEventListener("hashchange", open);
  if (form) {
    form.addEventListener("change", follow);
    form.querySelector("button").addEventListener("click", () => {
      for (const field of form.querySelectorAll("select")) field.value = "";
      follow();
    });
    follow();
  }
  open();
}
