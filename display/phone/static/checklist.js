/** The materials of a matter, to be ticked off; the ticks stay on this phone for a month. */

import { inClauses, make } from "./elements.js";
import { fill, nameOf } from "./language.js";
import { amend, forgetOld, recall } from "./storage.js";

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

export function checklist(matter, texts, language) {
  forgetOld("ticks:", MONTH_MS);
  if (matter.materials.length === 0) {
    return [make("p", {}, texts.materials.none)];
  }
  return [
    make("p", { class: "quiet" }, texts.materials.about),
    make("ul", { class: "plain checklist" }, ...matter.materials.map((material) => line(matter.code, material, texts, language))),
  ];
}

function line(code, material, texts, language) {
  const kept = `ticks:${code}`;
  const name = nameOf(material.names, "zh-CN"); // what was ticked in one language is so in another
  const ticked = () => (recall(kept) || {}).ticked || [];
  const tick = make("input", {
    type: "checkbox",
    checked: ticked().includes(name),
    change: () => amend(kept, { ticked: ticked().filter((each) => each !== name).concat(tick.checked ? [name] : []) }),
  });
  const counts = [
    material.originals ? fill(texts.materials.originals, { n: material.originals }) : "",
    material.copies ? fill(texts.materials.copies, { n: material.copies }) : "",
  ];
  return make("li", {}, make("label", { class: "choice" }, tick,
    make("span", {}, nameOf(material.names, language), " ", make("span", { class: "quiet" }, ...inClauses(counts.filter(Boolean).join(" · "))))));
}
