/** Finding a matter by its name, by pinyin or by initials. */

import { make, put } from "./elements.js";
import { fill, nameOf } from "./language.js";
import { read } from "./network.js";

const AFTER_MS = 250;
const MOST = 8;

/** A field, and what was found below it; `row(line)` makes the empty button or link of one matter. */
export function searchBox(texts, language, row) {
  const found = make("div", { class: "results", "aria-live": "polite" });
  const field = make("input", { id: "search", type: "search", autocomplete: "off", maxlength: "60", input: later });
  let timer = null;
  let asked = 0;

  function later() {
    clearTimeout(timer);
    timer = setTimeout(find, AFTER_MS);
  }

  async function find() {
    asked += 1;
    const turn = asked;
    const query = `public/matters?query=${encodeURIComponent(field.value.trim())}&limit=${MOST}`;
    try {
      const answer = await read(query);
      if (turn === asked) {
        put(found, ...linesOf(answer, texts, language, row));
      }
    } catch (error) {
      put(found, make("p", { class: "trouble" }, texts.loadTrouble));
    }
  }

  find();
  return make("div", { class: "field" }, make("label", { for: "search" }, texts.search.label), field, found);
}

function linesOf({ matters, total }, texts, language, row) {
  if (total === 0) {
    return [make("p", {}, texts.search.none)];
  }
  const lines = matters.map((line) => {
    const about = [fill(texts.search.minutes, { n: line.usual_minutes }), line.without_queue ? texts.search.withoutQueue : ""];
    const one = row(line);
    one.append(make("span", {}, nameOf(line.names, language)), make("span", { class: "quiet" }, about.filter(Boolean).join(" · ")));
    return make("li", {}, one);
  });
  const more = total > matters.length ? make("p", { class: "quiet" }, fill(texts.search.more, { n: total })) : null;
  return [make("ul", { class: "plain" }, ...lines), more];
}
