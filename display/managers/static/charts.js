/** Charts as SVG, drawn for the width there is, so that letters keep their size on a phone. */

import { draw, make } from "./elements.js";

const HEIGHT = 250;
const LEFT = 44;
const RIGHT = 22;
const TOP = 10;
const BOTTOM = 28;
const ROW = 48;
const LINE = 20;
const BAR = 14;

/** Lines over the quarters of the day; `area`, if given, lies behind them. Gaps where there is no value. */
export function lineChart(box, { starts, midnight, lines, area = null, said }) {
  const width = Math.max(box.clientWidth, 280);
  const all = [...lines, ...(area ? [area] : [])].flatMap((each) => each.values).filter((value) => value !== null);
  const { top, step } = scale(Math.max(1, ...all));
  const hours = starts.map((start) => (start - midnight) / 3600000);
  const first = Math.floor(hours[0]);
  const last = Math.max(Math.ceil(hours[hours.length - 1] + 0.25), first + 1);
  const x = (hour) => LEFT + ((hour - first) / (last - first)) * (width - LEFT - RIGHT);
  const y = (value) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
  const svg = draw("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, height: HEIGHT, role: "img", "aria-label": said });
  for (let value = 0; value <= top + step / 2; value += step) {
    svg.append(draw("line", { class: "grid", x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value) }));
    svg.append(draw("text", { x: LEFT - 8, y: y(value) + 4, "text-anchor": "end" }, String(value)));
  }
  const every = Math.max(1, Math.ceil((last - first) / ((width - LEFT - RIGHT) / 52)));
  for (let hour = first; hour <= last; hour += every) {
    svg.append(draw("text", { x: x(hour), y: HEIGHT - 8, "text-anchor": "middle" }, `${hour % 24}:00`));
  }
  if (area) {
    const steps = hours.map((hour, index) => `L${x(hour)} ${y(area.values[index])}H${x(hour + 0.25)}`).join("");
    svg.append(draw("path", { class: "bar s-area", d: `M${x(hours[0])} ${y(0)}${steps}V${y(0)}Z` }));
  }
  lines.forEach((line) => svg.append(draw("path", { class: `line ${line.style}`, d: broken(hours, line.values, x, y) })));
  box.append(svg);
}

/** A row for each thing: its label and value, and under them bars from left to right or one over the other. */
export function barChart(box, { rows, longest, unit, said }) {
  const width = Math.max(box.clientWidth, 280);
  const { top, step } = scale(Math.max(longest, 0.1));
  const x = (value) => (value / top) * (width - RIGHT);
  const lines = rows.some((row) => breadth(row.label) + breadth(row.value) > width - RIGHT) ? 2 : 1;
  const tall = ROW + (lines - 1) * LINE;
  const height = rows.length * tall + BOTTOM;
  const svg = draw("svg", { viewBox: `0 0 ${width} ${height}`, height, role: "img", "aria-label": said });
  for (let value = 0; value <= top + step / 2; value += step) {
    svg.append(draw("line", { class: "grid", x1: x(value), x2: x(value), y1: 0, y2: height - BOTTOM }));
    const anchor = value === 0 ? "start" : value + step > top + step / 2 ? "end" : "middle";
    svg.append(draw("text", { x: x(value), y: height - 8, "text-anchor": anchor }, `${Number(value.toFixed(2))}${unit}`));
  }
  rows.forEach((row, index) => {
    const down = index * tall;
    const bars = down + (lines - 1) * LINE;
    svg.append(draw("text", { class: "label", x: 0, y: down + 18 }, row.label));
    const place = lines === 1 ? { x: width - RIGHT, "text-anchor": "end" } : { x: 0 };
    svg.append(draw("text", { y: bars + 18, ...place }, row.value));
    row.bars.forEach(({ from, to, style, thickness = 1 }) => {
      const thick = BAR * thickness;
      const box = { x: x(from), y: bars + 26 + (BAR - thick) / 2, width: Math.max(x(to) - x(from), 0), height: thick };
      svg.append(draw("rect", { class: `bar ${style}`, ...box }));
    });
    if (row.mark !== null && row.mark <= top) {
      const ends = { x1: x(row.mark), x2: x(row.mark), y1: bars + 22, y2: bars + 44 };
      svg.append(draw("line", { class: "mark s-bad", ...ends }));
    }
  });
  box.append(svg);
}

/** What the colours and dashes mean. `shape` is `line`, `bar` or `mark`. */
export function legend(entries) {
  const swatches = {
    line: (style) => draw("path", { class: `line ${style}`, d: "M0 8H28" }),
    bar: (style) => draw("rect", { class: `bar ${style}`, x: 0, y: 2, width: 28, height: 12 }),
    mark: (style) => draw("line", { class: `mark ${style}`, x1: 14, x2: 14, y1: 0, y2: 16 }),
  };
  const items = entries.map(({ name, style, shape }) =>
    make("li", {}, draw("svg", { viewBox: "0 0 28 16", "aria-hidden": "true" }, swatches[shape](style)), name),
  );
  return make("ul", { class: "legend" }, ...items);
}

/** About how wide a text will be: a Chinese character is twice a letter. */
const breadth = (text) => Array.from(text).reduce((sum, letter) => sum + (letter > "\u2e80" ? 15 : 8.2), 0);

/** A line through what is there, begun anew after each gap; one value alone is a short stroke. */
function broken(hours, values, x, y) {
  let path = "";
  values.forEach((value, index) => {
    if (value === null) {
      return;
    }
    const isNew = index === 0 || values[index - 1] === null;
    path += `${isNew ? "M" : "L"}${x(hours[index])} ${y(value)}H${x(hours[index] + 0.25)}`;
  });
  return path;
}

/** A round end of the axis above `most`, and the step to it. */
function scale(most) {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough);
  return { top: Math.ceil(most / step) * step, step };
}
