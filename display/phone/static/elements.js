/** Makes and changes elements. Only text is set, never markup. */

const SVG = "http://www.w3.org/2000/svg";

export const at = (id) => document.getElementById(id);

/** An element with attributes (a function is what it does when pressed), and elements or texts inside. */
export function make(name, attributes = {}, ...inside) {
  return furnished(document.createElement(name), attributes, inside);
}

/** The same for pictures. */
export function draw(name, attributes = {}, ...inside) {
  return furnished(document.createElementNS(SVG, name), attributes, inside);
}

/** Replaces what is in `element`. */
export function put(element, ...inside) {
  while (element.firstChild) {
    element.removeChild(element.firstChild);
  }
  element.append(...inside.filter((each) => each !== null));
}

/** A text that did not change is left alone, or a screen reader would say it again; an empty one is not shown. */
export function say(id, text, parts = [text]) {
  const element = at(id);
  if (element.textContent !== text) {
    put(element, ...parts);
  }
  element.hidden = text === "";
}

/** Texts as spans, so that figures are set larger. */
export function withFigures(text) {
  return text.split(/(\d+)/).filter(Boolean)
    .map((part) => make("span", { class: /^\d+$/.test(part) ? "count" : "" }, part));
}

/** Clauses as spans that are not broken if they can be kept whole. */
export function inClauses(text) {
  return (text.match(/[^，。；,;·]+[，。；,;·]*\s*/g) || []).map((part) => make("span", { class: "clause" }, part));
}

/** Sets `element` as large as fits into its line; a number may have more digits, and people set letters larger. */
export function fit(element) {
  element.style.fontSize = "";
  const room = element.clientWidth;
  const wanted = element.scrollWidth;
  if (wanted > room && room > 0) {
    element.style.fontSize = `${Math.floor((parseFloat(getComputedStyle(element).fontSize) * room) / wanted)}px`;
  }
}

function furnished(element, attributes, inside) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name, value);
    } else if (value !== null && value !== false && value !== "") {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...inside.filter((each) => each !== null));
  return element;
}
