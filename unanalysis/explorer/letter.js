// One letter as a widget: what un.show_letter gives.
import { h, keepKeys } from "./dom.js";
import { drawLetter } from "./reader.js";

function renderLetter({ model, el }) {
  const root = keepKeys(h("div", { class: "un-reader" }));
  const set = (values) => {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
  };
  const draw = () => drawLetter(root, model.get("letter"), { onopen: (id) => set({ reading: id, beside: "" }), onbeside: (id) => set({ beside: id }) });
  el.append(root);
  model.on("change:letter", draw);
  draw();
  return () => model.off("change:letter", draw);
}

export default { render: renderLetter };
