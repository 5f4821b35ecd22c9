/** Whether the hall is open, who waits for what, and where the windows are. */

import { make, put } from "./elements.js";
import { clockTime, fill, nameOf } from "./language.js";
import { waitIn, whereIs, windowsIn } from "./wording.js";

/** `{isOpen, said, times}`; without sessions the hall never closes. */
export function openingOf(hall, now_ms, said) {
  const time = (instant_ms) => clockTime(instant_ms, hall.timezone);
  const times = hall.sessions.map((each) => `${time(each.opens_at_ms)}–${time(each.closes_at_ms)}`).join(" ");
  const told = times ? fill(said.sessions, { times }) : "";
  if (hall.is_closed) {
    return { isOpen: false, said: said.stopped, times: told };
  }
  if (hall.sessions.length === 0) {
    return { isOpen: true, said: said.always, times: told };
  }
  const now = hall.sessions.find((each) => each.opens_at_ms <= now_ms && now_ms < each.closes_at_ms);
  const next = hall.sessions.find((each) => now_ms < each.opens_at_ms);
  if (now) {
    return { isOpen: true, said: fill(said.open, { time: time(now.closes_at_ms) }), times: told };
  }
  return { isOpen: false, said: next ? fill(said.opensAt, { time: time(next.opens_at_ms) }) : said.over, times: told };
}

export function showWaiting(section, hall, texts, language) {
  const cards = hall.categories.map((category) => {
    const units = hall.units.filter((unit) => unit.category === category.code);
    return make("li", { class: "card category" },
      make("h3", {}, nameOf(category.names, language)),
      make("ul", { class: "plain" }, ...units.map((unit) => unitLine(unit, texts, language))));
  });
  section.hidden = false;
  put(section, make("h2", {}, texts.hall.waiting), make("ul", { class: "plain cards" }, ...cards));
}

function unitLine(unit, texts, language) {
  const isServed = unit.windows_open > 0 || unit.waiting > 0;
  const people = unit.waiting > 0 ? fill(texts.hall.people, { n: unit.waiting }) : texts.hall.nobody;
  return make("li", { class: "unit" },
    make("span", { class: `letter ${unit.ticket_class}`, "aria-hidden": "true" }, texts.letters[unit.ticket_class]),
    make("div", {},
      make("p", {}, make("b", {}, texts.classes[unit.ticket_class]), " ", isServed ? people : ""),
      make("p", { class: "quiet" }, unit.windows_open > 0 ? waitIn(unit.estimate, language) : texts.hall.noWindow)));
}

export function showPlaces(section, hall, texts, language) {
  section.hidden = hall.places.length === 0;
  put(section, make("h2", {}, texts.hall.places), make("ul", { class: "plain card places" }, ...hall.places.map((place) =>
    make("li", {},
      make("b", {}, windowsIn(place.windows, language)), " ",
      make("span", { class: "quiet" }, whereIs(place, language))))));
}
