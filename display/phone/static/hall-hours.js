/** When it is quiet: a picture of the half hours of today, and the same as a table. */

import { draw, make, put } from "./elements.js";
import { clockTime, fill } from "./language.js";

const HALF_HOUR_MS = 30 * 60 * 1000;
const BAR = 24;
const HEIGHT = 120;

export function showHours(section, hall, now_ms, said) {
  const { hours } = hall;
  const wasOpen = section.querySelector("details") && section.querySelector("details").open;
  section.hidden = hours.length === 0;
  if (section.hidden) {
    return;
  }
  const isKnown = hours.some((hour) => hour.usual !== null);
  const quietest = quietestOf(hours, now_ms);
  const time = (instant_ms) => clockTime(instant_ms, hall.timezone);
  const between = quietest && { from: time(quietest.starts_at_ms), to: time(quietest.starts_at_ms + HALF_HOUR_MS) };
  put(section, make("h2", {}, said.quiet), make("div", { class: "card" },
    isKnown ? null : make("p", {}, said.unknown),
    quietest ? make("p", { class: "strong" }, fill(said.quietest, between)) : null,
    make("p", { class: "legend" },
      make("span", { class: "clause" }, make("span", { class: "key usual" }), said.usual), " ",
      make("span", { class: "clause" }, make("span", { class: "key today" }), said.today)),
    make("div", { class: "picture" }, picture(hours, quietest, time)),
    make("details", { open: wasOpen }, make("summary", {}, said.table), table(hours, said, time))));
}

/**
 * The half hour to come, or now begun, in which the fewest come usually. Not the last of the day: whoever comes then
 * may not be called any more.
 */
function quietestOf(hours, now_ms) {
  const open = hours.slice(0, -1).filter((hour) => hour.usual !== null && hour.starts_at_ms + HALF_HOUR_MS > now_ms);
  return open.reduce((least, hour) => (least === null || hour.usual < least.usual ? hour : least), null);
}

/** Bars stand at their times, so that a break is a gap. What the picture says is in the table and the sentence above. */
function picture(hours, quietest, time) {
  const most = Math.max(1, ...hours.map((hour) => Math.max(hour.usual || 0, hour.today || 0)));
  const tall = (count) => Math.round((HEIGHT * (count || 0)) / most);
  const left = (hour) => ((hour.starts_at_ms - hours[0].starts_at_ms) / HALF_HOUR_MS) * BAR;
  const width = left(hours[hours.length - 1]) + BAR;
  const bars = hours.map((hour) => draw("g", { class: hour === quietest ? "quietest" : "" },
    bar("usual", left(hour) + 2, BAR - 4, tall(hour.usual)), bar("today", left(hour) + 7, BAR - 14, tall(hour.today))));
  const times = hours.filter((hour) => time(hour.starts_at_ms).endsWith(":00"))
    .map((hour) => draw("text", { x: left(hour), y: HEIGHT + 26 }, String(Number(time(hour.starts_at_ms).slice(0, 2)))));
  return draw("svg", { viewBox: `0 0 ${width} ${HEIGHT + 34}`, class: "bars", "aria-hidden": "true", focusable: "false" },
    ...bars, draw("line", { x1: 0, x2: width, y1: HEIGHT, y2: HEIGHT, class: "axis" }), ...times);
}

function bar(name, x, width, height) {
  return draw("rect", { class: name, x, y: HEIGHT - height, width, height, rx: 2 });
}

function table(hours, said, time) {
  const cells = (hour) => [hour.usual, hour.today].map((count) => make("td", {}, count === null ? "–" : String(count)));
  return make("table", {}, make("caption", {}, said.count),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, said.time), make("th", { scope: "col" }, said.usual), make("th", { scope: "col" }, said.today))),
    make("tbody", {}, ...hours.map((hour) => make("tr", {}, make("th", { scope: "row" }, time(hour.starts_at_ms)), ...cells(hour)))));
}
