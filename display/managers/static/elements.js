/** Elements by name, and made of what is given: text is text, never markup. */

const SVG = "http://www.w3.org/2000/svg";

export const at = (id) => document.getElementById(id);

/** `props` are attributes; children are elements or texts. */
export function make(name, props = {}, ...children) {
  return filled(document.createElement(name), props, children);
}

export function draw(name, props = {}, ...children) {
  return filled(document.createElementNS(SVG, name), props, children);
}

export function put(parent, ...children) {
  parent.textContent = "";
  parent.append(...children.filter(Boolean));
}

function filled(element, props, children) {
  Object.entries(props).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
