// Letters through time: bars, stacked by what sets them apart, over which one draws to choose a span of time.
//
//   drawBars(element, { every, starts, series: [{ id, label, counts }] }, { chosen: [since, until], onchoose, height })
//
// `starts` has the first day of each period ("2014-01-01") and of the one after the last. `onchoose(since, until)` gets
// the first and the last day. With the keyboard the same is done by two fields for dates, which the explorer has.
import { h, many } from "./dom.js";

const COLOURS = 7;

export function drawBars(element, data, options = {}) {
  const { starts, series } = data;
  const periods = starts.length - 1;
  const height = options.height || 60, axis = height > 100;
  const width = Math.max(element.clientWidth || 240, 120);
  const [left, bottom, top] = axis ? [44, 26, 8] : [0, 14, 2];
  element.replaceChildren();
  if (periods < 1) {
    element.append(h("p", { class: "un-quiet" }, "No letter has a date."));
    return;
  }
  const sums = Array.from({ length: periods }, (_, at) => series.reduce((sum, each) => sum + each.counts[at], 0));
  const highest = Math.max(1, ...sums);
  const wide = (width - left) / periods;
  const tall = height - top - bottom;
  const svg = h("svg", {
    width, height, role: "img", class: "un-bars",
    "aria-label": `${many(sums.reduce((a, b) => a + b, 0), "letter")} by ${data.every}, ${starts[0].slice(0, 4)} to ${lastDay(starts[periods]).slice(0, 4)}`,
  });
  if (axis) {
    for (const tick of ticks(highest)) {
      const y = top + tall * (1 - tick / highest);
      svg.append(
        h("line", { x1: left, x2: width, y1: y, y2: y, class: "un-grid" }),
        h("text", { x: left - 6, y: y + 4, "text-anchor": "end" }, tick.toLocaleString("en")),
      );
    }
  }
  const base = new Array(periods).fill(0);
  series.forEach((each, number) => {
    each.counts.forEach((count, at) => {
      if (!count) return;
      const share = (tall * count) / highest;
      base[at] += share;
      svg.append(h(
        "rect",
        {
          x: left + at * wide + Math.min(1, wide * 0.08), width: Math.max(0.8, wide - Math.min(2, wide * 0.16)),
          y: top + tall - base[at], height: share, fill: colourOfSeries(each.id, number), class: "un-bar-piece",
        },
        h("title", {}, `${period(starts[at], data.every)}${each.label ? ` · ${each.label}` : ""}: ${many(count, "letter")}`),
      ));
    });
  });
  const step = Math.max(1, Math.ceil(periods / Math.max(2, Math.floor((width - left) / (axis ? 62 : 58)))));
  for (let at = 0; at < periods; at += step) {
    const anchor = at === 0 && !axis ? "start" : "middle";
    const x = left + (anchor === "start" ? at * wide : (at + 0.5) * wide);
    if (x < width - 14) svg.append(h("text", { x, y: height - (axis ? 8 : 2), "text-anchor": anchor }, period(starts[at], data.every)));
  }
  const shade = h("rect", { y: top, height: tall, class: "un-brush", visibility: "hidden" });
  svg.append(shade);
  element.append(svg);

  const at = (x) => Math.min(periods - 1, Math.max(0, Math.floor((x - left) / wide)));
  const mark = (from, to) => {
    shade.setAttribute("x", left + from * wide);
    shade.setAttribute("width", (to - from + 1) * wide);
    shade.setAttribute("visibility", "visible");
  };
  const [since, until] = options.chosen || [];
  if (since || until) {
    const inside = starts.slice(0, periods).map((start, index) => (!since || starts[index + 1] > since) && (!until || start <= until));
    if (inside.includes(true)) mark(inside.indexOf(true), inside.lastIndexOf(true));
  }
  if (!options.onchoose) return;
  let from = null;
  const x = (event) => event.clientX - svg.getBoundingClientRect().left;
  svg.classList.add("un-brushed");
  svg.addEventListener("pointerdown", (event) => { from = at(x(event)); svg.setPointerCapture(event.pointerId); mark(from, from); });
  svg.addEventListener("pointermove", (event) => { if (from !== null) mark(Math.min(from, at(x(event))), Math.max(from, at(x(event)))); });
  svg.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const to = at(x(event));
    options.onchoose(starts[Math.min(from, to)], lastDay(starts[Math.max(from, to) + 1]));
    from = null;
  });
}

/** What the colours mean; onchoose(id) where a value can be chosen. */
export function drawKey(element, series, onchoose) {
  element.replaceChildren(...series.map((each, number) => {
    const total = each.counts.reduce((sum, count) => sum + count, 0).toLocaleString("en");
    const content = [
      h("span", { class: "un-swatch", style: `background:${colourOfSeries(each.id, number)}`, "aria-hidden": "true" }),
      h("bdi", {}, each.label), h("span", { class: "un-count" }, total),
    ];
    const able = onchoose && each.id && each.id !== "others";
    return able
      ? h("button", { type: "button", class: "un-plain", onclick: (event) => onchoose(each.id, event.shiftKey), "data-key": `key-${each.id}` }, content)
      : h("span", { class: "un-plain" }, content);
  }));
}

function colourOfSeries(id, number) {
  if (id === "") return "var(--un-none)";
  return id === "others" ? "var(--un-others)" : `var(--un-series-${(number % COLOURS) + 1})`;
}

function period(start, every) {
  if (every === "year") return start.slice(0, 4);
  return every === "month" ? start.slice(0, 7) : `${start.slice(0, 4)}-Q${(Number(start.slice(5, 7)) + 2) / 3}`;
}

function lastDay(next) {
  return new Date(Date.parse(`${next}T00:00Z`) - 864e5).toISOString().slice(0, 10);
}

function ticks(highest) {
  const rough = highest / 6;
  const size = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = [1, 2, 5, 10].map((factor) => factor * size).find((each) => each >= rough) || 1;
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, number) => number * step);
}
