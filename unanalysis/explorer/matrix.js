// Letters by two features: a table whose cells are the darker the more letters they have.
//
//   drawMatrix(element, { rows: [{ id, label }], columns, cells: [[number]], of: [rows, columns] },
//              { onchoose(row id or null, column id or null, adding), names: ["sender", "organ"] })
//
// Keyboard: Tab enters the table, arrows go from cell to cell, Enter chooses.
import { h, many, mixed } from "./dom.js";

export function drawMatrix(element, data, options = {}) {
  const [down, across] = options.names || ["row", "column"];
  const { rows, columns, cells } = data;
  element.replaceChildren();
  if (!rows.length) {
    element.append(h("p", { class: "un-empty" }, "No letter has both."));
    return;
  }
  const style = getComputedStyle(element);
  const [low, high] = ["low", "high"].map((name) => style.getPropertyValue(`--un-${name}`).trim() || (name === "low" ? "#dceaf4" : "#08519c"));
  const most = Math.max(4, ...cells.flat()); // one letter is pale, also where nothing has more
  const head = h("tr", {}, h("td", {}), columns.map((column, at) =>
    h("th", { scope: "col" }, h("span", { class: `un-cell ${/[\u2e80-\u9fff]/.test(column.label) ? "un-upright" : "un-turned"}`, "data-at": `-1,${at}`, title: column.label }, column.label))));
  const body = rows.map((row, y) => h(
    "tr", {},
    h("th", { scope: "row" }, h("span", { class: "un-cell", "data-at": `${y},-1`, title: row.label, dir: "auto" }, row.label)),
    columns.map((column, x) => {
      const count = cells[y][x];
      if (!count) return h("td", {}, h("span", { class: "un-cell un-none", "data-at": `${y},${x}`, "aria-label": "0" }));
      const { colour, ink } = mixed(low, high, Math.sqrt(count / most));
      return h("td", {}, h("span", {
        class: "un-cell", "data-at": `${y},${x}`, style: `background:${colour};color:${ink}`,
        title: `${row.label} → ${column.label}: ${many(count, "letter")}`,
      }, count.toLocaleString("en")));
    }),
  ));
  const table = h("table", { class: "un-matrix", role: "grid", "aria-label": `Letters by ${down} and ${across}` },
    h("thead", {}, head), h("tbody", {}, body));
  const [allRows, allColumns] = data.of || [rows.length, columns.length];
  if (allRows > rows.length || allColumns > columns.length) {
    element.append(h("p", { class: "un-quiet" }, `The ${rows.length} of ${many(allRows, down)} and ${columns.length} of ${many(allColumns, across)} with the most letters.`));
  }
  element.append(h("div", { class: "un-scroll", tabindex: "-1" }, table));

  const place = (target) => target.closest?.("[data-at]")?.dataset.at.split(",").map(Number);
  const cellAt = (y, x) => table.querySelector(`[data-at="${y},${x}"]`);
  const choose = (at, adding) => {
    if (at && options.onchoose) options.onchoose(at[0] < 0 ? null : rows[at[0]].id, at[1] < 0 ? null : columns[at[1]].id, adding);
  };
  const focus = (y, x) => {
    const next = cellAt(y, x);
    if (!next) return;
    table.querySelector('[tabindex="0"]')?.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  };
  cellAt(0, 0).setAttribute("tabindex", "0");
  table.addEventListener("click", (event) => choose(place(event.target), event.shiftKey));
  table.addEventListener("keydown", (event) => {
    const at = place(event.target);
    if (!at) return;
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (step) focus(at[0] + step[0], at[1] + step[1]);
    else if (event.key === "Enter") choose(at, event.shiftKey);
    else return;
    event.preventDefault();
  });
}
