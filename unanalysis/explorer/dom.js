// Elements in one line, numbers out of binary, and which ink can be read on a colour.

/** h("button", { type: "button", onclick }, "Back"): an element with attributes, listeners and children. */
export function h(tag, attributes = {}, ...children) {
  const svg = ["svg", "g", "rect", "text", "line", "title"].includes(tag);
  const element = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A typed array over the bytes that a widget sends (a DataView), or over nothing. */
export function numbers(bytes, Type) {
  return bytes ? new Type(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)) : new Type(0);
}

/** A colour between two of the form #rrggbb, and black or white, whichever reads better on it (WCAG 2.2, contrast). */
export function mixed(low, high, share) {
  const [from, to] = [low, high].map((colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)));
  const rgb = from.map((value, index) => Math.round(value + (to[index] - value) * share));
  const linear = rgb.map((value) => (value / 255 <= 0.04045 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  const luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  return { colour: `rgb(${rgb.join(",")})`, ink: luminance > 0.179 ? "#000000" : "#ffffff" };
}

/** 12,345 letters; 1 letter. */
export function many(count, one, several = `${one}s`) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : several}`;
}

/** Keys pressed in an element are its own: JupyterLab would take Enter, arrows and letters for its commands. */
export function keepKeys(element) {
  element.dataset.lmSuppressShortcuts = "true";
  element.addEventListener("keydown", (event) => event.stopPropagation());
  return element;
}

/** Set focus again on what replaced the element that had it: that with the same data-key. */
export function keepFocus(element, redraw) {
  const root = element.getRootNode();
  const key = element.contains(root.activeElement) ? root.activeElement.dataset.key : undefined;
  redraw();
  if (key !== undefined) element.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}
