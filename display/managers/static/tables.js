/** The figures of the parts of the day as tables; a column that says nothing of a part is left out. */

import { make } from "./elements.js";
import { NOTHING, clock, count, long, share, span } from "./wording.js";

const PARTS = ["class", "category", "unit", "hour", "window", "clerk", "right", "matter"];
const OPEN_FROM_THE_START = new Set(["class", "category"]);

export function tables(figures, texts, names) {
  const parts = PARTS.map((part) => partTable(part, figures[`by_${part}`], texts, names[part]));
  return [...parts, conversions(figures, texts, names), overrides(figures, texts), devices(figures, texts)].filter(Boolean);
}

function partTable(part, groups, texts, nameOf) {
  if (groups.length === 0) {
    return null;
  }
  const columns = [
    [texts.taken, (each) => count(each.taken)],
    [texts.converted_in, (each) => count(each.converted_in)],
    [texts.converted_out, (each) => count(each.converted_out)],
    [texts.calls, (each) => count(each.calls)],
    [texts.sittings, (each) => count(each.sittings)],
    [texts.no_shows, (each) => count(each.no_shows)],
    [texts.immediate, (each) => share(each.immediate, each.finished)],
    [texts.meanWait, (each) => span(each.wait.mean_s)],
    [texts.waitP50, (each) => span(each.wait.p50_s)],
    [texts.waitP95, (each) => span(each.wait.p95_s), isOver],
    [texts.longest, (each) => span(each.wait.longest_s)],
    [texts.targetMin, (each) => count(each.target_min)],
    [texts.withinTarget, (each) => share(each.within_target, each.wait.count)],
    [texts.meanService, (each) => span(each.service.mean_s)],
    [texts.open, (each) => long(each.open_s)],
    [texts.paused, (each) => long(each.paused_s)],
    [texts.serving, (each) => long(each.serving_s)],
  ].filter(([, shown]) => groups.some((each) => shown(each) !== NOTHING));
  const rows = groups.map((each) => [
    make("th", { scope: "row" }, nameOf(each.name)),
    ...columns.map(([, shown, marked]) => make("td", marked && marked(each) ? { class: "over" } : {}, shown(each))),
  ]);
  return folded(part, texts[part], [texts[part], ...columns.map(([name]) => name)], rows, texts);
}

/** Fewer than nine in ten within the target. */
const isOver = (each) => each.target_min !== null && each.within_target < 0.9 * each.wait.count;

function conversions(figures, texts, names) {
  const rows = figures.conversions.map((each) => [
    make("th", { scope: "row" }, names.unit(each.from_unit)),
    make("td", { class: "text" }, names.unit(each.to_unit)),
    make("td", {}, count(each.count)),
  ]);
  return rows.length === 0 ? null : folded("conversions", texts.conversions, [texts.from, texts.to, texts.count], rows, texts);
}

function overrides(figures, texts) {
  const rows = figures.overrides.map((each) => [
    make("th", { scope: "row" }, clock(each.at_ms, figures.midnight_ms)),
    make("td", {}, each.number),
    make("td", {}, count(each.window)),
    make("td", { class: "text" }, each.reason || NOTHING),
  ]);
  const headings = [texts.time, texts.ticket, texts.window, texts.reason];
  return rows.length === 0 ? null : folded("overrides", texts.overrides, headings, rows, texts);
}

function devices(figures, texts) {
  const rows = figures.devices.map((each) => [
    make("th", { scope: "row" }, `${each.front_end} · ${each.device}`),
    make("td", { class: "text" }, texts.kinds[each.kind] || each.kind),
    make("td", {}, count(each.failures)),
    make("td", {}, long(each.down_s)),
    make("td", { class: each.is_down ? "text over" : "text" }, each.is_down ? texts.down : texts.working),
  ]);
  const headings = [texts.device, texts.kind, texts.failures, texts.downtime, texts.now];
  return rows.length === 0 ? null : folded("devices", texts.devices, headings, rows, texts);
}

function folded(id, title, headings, rows, texts) {
  const head = make("tr", {}, ...headings.map((heading) => make("th", { scope: "col" }, heading)));
  const body = rows.map((cells) => make("tr", {}, ...cells));
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...body));
  const box = make("div", { class: "table", tabindex: "0", role: "region", "aria-label": `${title} ${texts.scroll}` }, table);
  const details = make("details", { class: "wide", id: `part-${id}` }, make("summary", {}, title), box);
  details.open = OPEN_FROM_THE_START.has(id);
  return details;
}
