/** Fields of the panels' forms, large enough for a thumb. */

import { draw, make } from "./elements.js";

let serial = 0;

export function fieldset(title) {
  return make("fieldset", {}, make("legend", {}, title));
}

/** One of several; `inside` is what stands beside the button. */
export function choice(name, value, inside, isChosen, chosen) {
  return make("label", { class: "choice" },
    make("input", { type: "radio", name, value, checked: isChosen, change: chosen }), ...inside);
}

/** One of any number. */
export function tick(value, name, isTicked, changed) {
  const box = make("input", { type: "checkbox", value, checked: isTicked, change: () => changed(box.checked) });
  return make("label", { class: "choice tick" }, box, make("span", {}, name));
}

export function menu(title, options, value, chosen) {
  serial += 1;
  const id = `menu-${serial}`;
  const select = make("select", { id, change: () => chosen(select.value) },
    ...options.map(([code, name]) => make("option", { value: code, selected: code === value }, name)));
  return make("div", { class: "field" }, make("label", { for: id }, title), select);
}

/** A class by its letter, its word and its colour. */
export function classWord(ticketClass, texts) {
  return [
    make("span", { class: `letter ${ticketClass}`, "aria-hidden": "true" }, texts.letters[ticketClass]),
    make("span", {}, texts.classes[ticketClass]),
  ];
}

export function classesOf(hall, code) {
  const category = hall.categories.find((each) => each.code === code);
  return category ? category.classes : [];
}

/** A face between very sad (1) and very glad (5). */
export function face(level) {
  const bend = 20 + (level - 3) * 4;
  const corner = 20 - (level - 3) * 1.5;
  return draw("svg", { viewBox: "0 0 32 32", class: `face level-${level}`, "aria-hidden": "true", focusable: "false" },
    draw("circle", { cx: 16, cy: 16, r: 14, class: "head" }),
    draw("circle", { cx: 11, cy: 12.5, r: 1.8, class: "eye" }),
    draw("circle", { cx: 21, cy: 12.5, r: 1.8, class: "eye" }),
    draw("path", { d: `M9.5 ${corner} Q16 ${bend} 22.5 ${corner}`, class: "mouth" }));
}
