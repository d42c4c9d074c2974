// The explorer as a widget: filters at the left, tabs at the right, and one state that all of them follow.
//
// What is chosen lives in Python (unanalysis.explorer.state); this side shows it and says what the reader wants changed.
// Object.entries puts "15", "30" … in the order of numbers, as is wanted of the list of sizes.
import { h, keepFocus, keepKeys, many, numbers } from "./dom.js";
import { buildPanel } from "./facets.js";
import { drawLetter } from "./reader.js";
import { VIEWS } from "./tabs.js";

const TABS = { network: "Network", timeline: "Timeline", matrix: "Matrix", letters: "Letters", problems: "Problems" };
const EXPORTS = {
  "tables.xlsx": "Tables (Excel)", "tables.zip": "Tables (CSV)", "graph.gexf": "Graph (GEXF, for Gephi)", "graph.graphml": "Graph (GraphML)",
  "picture.svg": "Picture (SVG)", "picture.png": "Picture (PNG)", "report.html": "Report (HTML)",
};

export function renderExplorer({ model, el }) {
  const set = (values) => {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
  };
  const send = (command, detail) => model.send({ do: command, ...detail });
  const act = {
    /** Change some filters; `adding` keeps what they have already. An empty value clears one. */
    choose(changes, adding = false) {
      const choices = { ...model.get("choices") };
      for (const [name, value] of Object.entries(changes)) {
        choices[name] = adding && Array.isArray(value) ? [...new Set([...(choices[name] || []), ...value])] : value;
        if (!value || !value.length) delete choices[name];
      }
      wait("Looking …");
      set({ choices });
    },
    option: (changes) => set({ options: { ...model.get("options"), page: 0, ...changes } }),
    open: (id) => set({ reading: id, beside: "" }),
  };

  // ---- elements
  const button = (label, onclick, extra = {}) => h("button", { type: "button", onclick, ...extra }, label);
  const back = button("‹ Back", () => send("back"), { title: "To what was chosen before" });
  const forward = button("Forward ›", () => send("forward"));
  const reset = button("Reset", () => set({ choices: {} }));
  const said = h("span", { class: "un-summary", role: "status", "aria-live": "polite" });
  const code = h("pre", { class: "un-code", tabindex: "0", hidden: true, "aria-label": "Python code of this selection" });
  const codeButton = button("Show the code", () => {
    code.hidden = !code.hidden;
    codeButton.setAttribute("aria-expanded", String(!code.hidden));
    if (!code.hidden) send("code");
  }, { "aria-expanded": "false" });
  const menu = h("details", { class: "un-export" }, h("summary", {}, "Export"), h("div", { class: "un-menu" },
    Object.entries(EXPORTS).map(([name, label]) =>
      button(label, () => { menu.open = false; told.textContent = `Making ${name} …`; send("export", { name }); }))));
  const told = h("span", { class: "un-quiet", role: "status" });
  const chips = h("div", { class: "un-chips", role: "group", "aria-label": "Filters that are set" });
  const left = h("div", { class: "un-left" });
  const tabs = h("div", { class: "un-tabs", role: "tablist", "aria-label": "Views" });
  const page = h("div", { class: "un-right-page", role: "tabpanel", tabindex: "-1" });
  const reader = h("section", { class: "un-over", hidden: true, "aria-label": "Letter" });
  const root = h("div", { class: "un-explore" },
    h("div", { class: "un-top" }, back, forward, reset, said, h("span", { class: "un-room" }), told, codeButton, menu),
    code, chips,
    h("div", { class: "un-body" }, h("div", { class: "un-left-frame", role: "region", "aria-label": "Filters", tabindex: "-1" }, left), h("div", { class: "un-right" }, tabs, page, reader)));
  el.append(keepKeys(root));

  let waiting = 0, prepared = false;
  /** Say what takes time, should it take more than a moment. */
  function wait(message) {
    clearTimeout(waiting);
    waiting = setTimeout(() => { told.textContent ||= message; }, 500);
  }
  function done() {
    clearTimeout(waiting);
    told.textContent = "";
  }
  function prepare() { // while the first word is being typed
    if (prepared) return;
    prepared = true;
    send("words");
    wait("Indexing the words of all letters, once …");
  }
  const panel = buildPanel(left, model.get("vocabulary"), (changes) => act.choose(changes), prepare);
  const views = {};
  for (const [name, label] of Object.entries(TABS)) {
    tabs.append(h("button", { type: "button", role: "tab", id: `${idOf(root)}-${name}`, "data-tab": name, onclick: () => set({ tab: name }) }, label));
  }
  tabs.addEventListener("keydown", (event) => {
    const names = Object.keys(TABS), at = names.indexOf(model.get("tab"));
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = names[(at + step + names.length) % names.length];
    set({ tab: next });
    tabs.querySelector(`[data-tab="${next}"]`).focus();
    event.preventDefault();
  });

  // ---- what the model says
  function drawChoices() {
    done();
    const status = model.get("status"), choices = status.choices;
    panel.update(choices, numbers(model.get("counts"), Uint32Array), status.histogram);
    back.disabled = !status.back;
    forward.disabled = !status.forward;
    reset.disabled = !Object.keys(choices).length;
    said.textContent = status.works === status.all ? many(status.works, "letter") : `${status.works.toLocaleString("en")} of ${many(status.all, "letter")}`;
    if (status.letters !== status.works) said.textContent += ` (${status.letters.toLocaleString("en")} with their versions)`;
    keepFocus(chips, () => chips.replaceChildren(...Object.entries(choices).flatMap(([name, value]) => chipsOf(name, value))));
    if (!code.hidden) send("code");
  }
  function chipsOf(name, value) {
    const values = Array.isArray(value) ? value : [value];
    if (values.length > 5) return [chip(name, `${values.length} values`, [])];
    return values.map((each) => chip(name, panel.label(name, each), values.filter((other) => other !== each)));
  }
  function chip(name, label, rest) {
    const without = Array.isArray(model.get("choices")[name]) ? rest : "";
    return h("button", { type: "button", class: "un-chip", "data-key": `chip-${name}-${label}`, title: "Take this filter away", onclick: () => act.choose({ [name]: without }) },
      h("span", { class: "un-quiet" }, `${panel.heading(name)}: `), h("bdi", {}, label), h("span", { "aria-hidden": "true" }, " ✕"));
  }
  function drawTab() {
    const shown = model.get("shown"), tab = model.get("tab");
    for (const each of tabs.children) {
      const open = each.dataset.tab === tab;
      each.setAttribute("aria-selected", String(open));
      each.setAttribute("tabindex", open ? "0" : "-1");
    }
    page.setAttribute("aria-labelledby", `${idOf(root)}-${tab}`);
    if (shown.tab !== tab) return; // it is on its way
    const view = (views[tab] ||= VIEWS[tab](act));
    if (page.firstChild !== view.element) page.replaceChildren(view.element);
    keepFocus(page, () => view.update(shown, shown.choices));
    root.dataset.drawn = String(Number(root.dataset.drawn || 0) + 1); // tests wait for it
  }
  function drawReader() {
    const letter = model.get("letter");
    reader.hidden = !letter.panes;
    page.hidden = Boolean(letter.panes);
    if (!letter.panes) { reader.replaceChildren(); return; }
    const body = h("div");
    const close = button("‹ Close the letter", () => { set({ reading: "", beside: "" }); tabs.querySelector('[aria-selected="true"]')?.focus(); }, { class: "un-small" });
    const single = letter.panes.length > 1 && button("One version", () => set({ beside: "" }), { class: "un-small" });
    reader.replaceChildren(h("div", { class: "un-controls" }, close, single || ""), body);
    drawLetter(body, letter, { onopen: act.open, onbeside: (id) => set({ beside: id }) });
    close.focus({ preventScroll: true });
  }
  const listeners = { "change:status": drawChoices, "change:shown": drawTab, "change:tab": drawTab, "change:letter": drawReader, "msg:custom": heard };
  function heard(message, buffers) {
    if (message.words !== undefined) done();
    if (message.code !== undefined) code.textContent = message.code;
    if (message.problem !== undefined) told.textContent = message.problem;
    if (message.file !== undefined) {
      told.textContent = "";
      const link = h("a", { href: URL.createObjectURL(new Blob([buffers[0]], { type: message.type })), download: message.file });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }
  }
  for (const [event, listener] of Object.entries(listeners)) model.on(event, listener);
  reader.addEventListener("keydown", (event) => { if (event.key === "Escape") set({ reading: "", beside: "" }); });

  // The theme of JupyterLab: canvas and cells do not follow it by themselves.
  const theme = new MutationObserver(() => { for (const view of Object.values(views)) view.refresh(); });
  theme.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light", "data-jp-theme-name", "data-theme"] });
  drawChoices();
  requestAnimationFrame(() => { drawTab(); drawReader(); }); // once the element has its width
  return () => {
    theme.disconnect();
    views.network?.network()?.destroy();
    for (const [event, listener] of Object.entries(listeners)) model.off(event, listener);
  };
}

let count = 0;
const ids = new WeakMap();
function idOf(element) {
  if (!ids.has(element)) ids.set(element, `un-${Date.now().toString(36)}-${++count}`);
  return ids.get(element);
}

export default { render: renderExplorer };
