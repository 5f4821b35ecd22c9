/** The pictures of the day: what is drawn from which figures. */

import { barChart, legend, lineChart } from "./charts.js";
import { make } from "./elements.js";
import { fill } from "./texts.js";
import { clock, count, long, span } from "./wording.js";

const MOST_UNITS = 14;

export function pictures(figures, texts, names) {
  const flow = figures.flow;
  const busy = figures.by_unit.filter((each) => each.wait.count > 0).sort((a, b) => b.wait.count - a.wait.count);
  const open = figures.by_window.filter((each) => each.open_s > 0);
  return [
    flow.length > 0 && flowPicture(figures, texts),
    flow.length > 0 && waitsPicture(figures, texts),
    busy.length > 0 && unitsPicture(busy.slice(0, MOST_UNITS), texts, names),
    open.length > 0 && windowsPicture(open, texts),
  ].filter(Boolean);
}

function framed(title, entries, drawn) {
  const chart = make("div", { class: "chart" });
  const section = make("section", {}, make("h2", {}, title), legend(entries), chart);
  return { section, draw: () => drawn(chart) };
}

function flowPicture(figures, texts) {
  const flow = figures.flow;
  const lines = [
    { values: flow.map((each) => each.taken), style: "s-main" },
    { values: flow.map((each) => each.called), style: "s-amber" },
    { values: flow.map((each) => each.finished), style: "s-good" },
  ];
  const entries = [
    { name: texts.taken, style: "s-main", shape: "line" },
    { name: texts.called, style: "s-amber", shape: "line" },
    { name: texts.finished, style: "s-good", shape: "line" },
    { name: texts.waitingLine, style: "s-area", shape: "bar" },
  ];
  const area = { values: flow.map((each) => each.waiting) };
  return framed(texts.flow, entries, (box) => lineChart(box, { ...times(figures), lines, area, said: said(texts.flowSaid, figures) }));
}

function waitsPicture(figures, texts) {
  const minutes = (name) => figures.flow.map((each) => (each.wait[name] === null ? null : each.wait[name] / 60));
  const lines = [
    { values: minutes("p95_s"), style: "s-bad" },
    { values: minutes("mean_s"), style: "s-main" },
    { values: minutes("p50_s"), style: "s-good" },
  ];
  const entries = [
    { name: texts.p95Line, style: "s-bad", shape: "line" },
    { name: texts.mean, style: "s-main", shape: "line" },
    { name: texts.p50, style: "s-good", shape: "line" },
  ];
  return framed(texts.waits, entries, (box) => lineChart(box, { ...times(figures), lines, said: said(texts.waitsSaid, figures) }));
}

function unitsPicture(units, texts, names) {
  const rows = units.map((each) => ({
    label: names.unit(each.name),
    value: `${span(each.wait.mean_s)} / ${span(each.wait.p95_s)}`,
    bars: [
      { from: 0, to: each.wait.p95_s / 60, style: "s-area" },
      { from: 0, to: each.wait.mean_s / 60, style: "s-main", thickness: 0.5 },
    ],
    mark: each.target_min,
  }));
  const longest = Math.max(...units.flatMap((each) => [each.wait.p95_s / 60, each.wait.mean_s / 60, each.target_min || 0]));
  const entries = [
    { name: texts.mean, style: "s-main", shape: "bar" },
    { name: texts.p95Line, style: "s-area", shape: "bar" },
    units.some((each) => each.target_min !== null) && { name: texts.target, style: "s-bad", shape: "mark" },
  ].filter(Boolean);
  return framed(texts.units, entries, (box) => barChart(box, { rows, longest, unit: "", said: texts.unitsSaid }));
}

function windowsPicture(windows, texts) {
  const hours = (seconds) => seconds / 3600;
  const rows = windows.map((each) => ({
    label: fill(texts.windowLabel, { name: each.name }),
    value: fill(texts.windowValue, { count: count(each.sittings), open: long(each.open_s) }),
    bars: [
      { from: 0, to: hours(each.open_s), style: "s-idle" },
      { from: 0, to: hours(each.serving_s + each.paused_s), style: "s-amber" },
      { from: 0, to: hours(each.serving_s), style: "s-good" },
    ],
    mark: null,
  }));
  const longest = Math.max(...windows.map((each) => hours(each.open_s)));
  const entries = [
    { name: texts.serving, style: "s-good", shape: "bar" },
    { name: texts.paused, style: "s-amber", shape: "bar" },
    { name: texts.free, style: "s-idle", shape: "bar" },
  ];
  return framed(texts.windows, entries, (box) => barChart(box, { rows, longest, unit: " h", said: texts.windowsSaid }));
}

const times = (figures) => ({ starts: figures.flow.map((each) => each.from_ms), midnight: figures.midnight_ms });

function said(text, figures) {
  const [first, last] = [figures.flow[0], figures.flow[figures.flow.length - 1]];
  return fill(text, { from: clock(first.from_ms, figures.midnight_ms), to: clock(last.from_ms + 900000, figures.midnight_ms) });
}
