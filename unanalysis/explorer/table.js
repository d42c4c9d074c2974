// A table with headings that sort and rows that open.
//
//   drawTable(element, { columns: [{ id, label }], rows: [{ id, cells, part }], sort, descending },
//             { caption, onsort(column id), onopen(row id) })
import { h } from "./dom.js";

export function drawTable(element, data, options = {}) {
  const heading = ({ id, label }) => {
    if (!options.onsort) return h("th", { scope: "col" }, label);
    const sorted = data.sort === id ? (data.descending ? "descending" : "ascending") : undefined;
    const sign = sorted ? (data.descending ? " ▼" : " ▲") : "";
    return h("th", { scope: "col", "aria-sort": sorted },
      h("button", { type: "button", class: "un-plain", "data-key": `sort-${id}`, onclick: () => options.onsort(id) }, label, h("span", { "aria-hidden": "true" }, sign)));
  };
  const row = (each) => {
    const opens = options.onopen && each.id;
    const cells = each.cells.map((cell, at) => {
      const text = typeof cell === "number" ? cell.toLocaleString("en") : cell;
      const content = opens && at === 0
        ? h("button", { type: "button", class: "un-link", "data-key": `row-${each.id}` }, text || "no date")
        : text;
      return h("td", { dir: "auto", class: typeof cell === "number" ? "un-number" : undefined }, content);
    });
    return h("tr", { class: [opens && "un-opens", each.part && each.part !== "letter" && "un-annexed"].filter(Boolean).join(" ") || undefined,
      onclick: opens ? () => options.onopen(each.id) : undefined }, cells);
  };
  element.replaceChildren(
    h("div", { class: "un-scroll", tabindex: "0", role: "region", "aria-label": options.caption },
      h("table", { class: "un-table" },
        h("caption", { class: "un-said" }, options.caption || ""),
        h("thead", {}, h("tr", {}, data.columns.map(heading))),
        h("tbody", {}, data.rows.map(row)))),
  );
}
