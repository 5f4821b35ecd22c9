/** Puts words on the page of a finished case. */

import { at, draw, fit, inClauses, make, put, say } from "./elements.js";
import { TEXTS, clockTime, dateIn, fill, nameOf } from "./language.js";
import { ageIn, whereIs, windowsIn } from "./wording.js";

const OVER = ["collected", "returned", "over"];

/** Whether nothing of it will change any more. */
export function isOver(pickup) {
  return OVER.includes(pickup.state);
}

/** `pickup`: undefined while none was read, null for a link that is none. `read_ms`: when the hall last told it. */
export function show({ pickup, code, language, isOffline, read_ms }) {
  const texts = TEXTS[language];
  const said = texts.collecting;
  const tone = toneOf(pickup, isOffline);
  const isAway = isOffline && Boolean(pickup);
  document.documentElement.lang = language;
  document.body.dataset.tone = tone;
  at("language").setAttribute("aria-label", `${texts.menu} Language`);
  const { headline: about, detail } = said.states[tone === "waiting" ? wayOf(pickup) : tone];
  const headline = fill(about, { place: nameOfPlace(pickup, language) });
  document.title = `${headline} · ${said.title}`;
  say("hall", pickup ? nameOf(pickup.hall_names, language) : said.title);
  say("headline", headline, inClauses(headline));
  say("detail", detail, inClauses(detail));
  say("offline", isAway ? said.offline : "");
  say("age", isAway ? fill(texts.shownAge, { age: ageIn(Date.now() - read_ms, language) }) : "");
  showProof(tone === "waiting" ? pickup : null, code, said);
  say("card-too", pickup && pickup.needs_card && tone === "waiting" ? said.cardToo : "");
  showFacts(pickup, texts, language);
  say("secret", at("proof").hidden ? "" : said.secret);
  say("to-hall", pickup ? texts.hallLink : "");
  say("updated", pickup && !isOffline && !isOver(pickup) ? fill(texts.updated, { n: clockTime(read_ms) }) : "");
}

function toneOf(pickup, isOffline) {
  if (pickup === undefined) {
    return isOffline ? "unreachable" : "loading";
  }
  return pickup ? pickup.state : "wrong";
}

/** How it is collected: `door`, `window`, `partner`, `posted`. */
function wayOf({ place }) {
  return place && place.kind !== "shelf" ? place.kind : "window";
}

function nameOfPlace(pickup, language) {
  const { place } = pickup || {};
  return place ? nameOf(place.names, language) || place.label : "";
}

function showProof(pickup, code, said) {
  const how = pickup && said.how[wayOf(pickup)]; // elsewhere the code is good for nothing
  const isShown = Boolean(how) && pickup.qr.length > 0;
  at("proof").hidden = !isShown;
  if (!isShown) {
    return;
  }
  say("code-label", said.code);
  say("code", grouped(code));
  say("how", how, inClauses(how));
  fit(at("code"));
  const wanted = pickup.qr.join();
  if (at("qr").dataset.drawn !== wanted) {
    at("qr").dataset.drawn = wanted;
    put(at("qr"), pictureOf(pickup.qr));
  }
  at("qr").firstChild.setAttribute("aria-label", said.qr);
}

/** As people read it out: 123 456 789. */
function grouped(code) {
  return code.replace(/(\d{3})(?=\d)/g, "$1 ");
}

/** Rows of modules, "1" for a dark one, as one path of runs. */
function pictureOf(rows) {
  const runs = rows.map((row, y) => [...row.matchAll(/1+/g)].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`));
  return draw("svg", { viewBox: `0 0 ${rows.length} ${rows.length}`, role: "img", "shape-rendering": "crispEdges" },
    draw("path", { d: runs.flat().join("") }));
}

function showFacts(pickup, texts, language) {
  const lines = pickup ? factsOf(pickup, texts, language).filter(([, value]) => value) : [];
  at("facts").hidden = lines.length === 0;
  put(at("facts"), make("dl", {}, ...lines.map(([term, value, more]) =>
    make("div", {}, make("dt", {}, term), make("dd", {}, ...inClauses(value), more ? make("span", { class: "quiet" }, ...inClauses(more)) : "")))));
}

/** What it is, where, until when: `[term, value, more]`. */
function factsOf(pickup, texts, language) {
  const said = texts.collecting;
  const { until_ms, timezone } = pickup;
  const name = nameOf(pickup.matter_names, language) || nameOf(pickup.category_names, language);
  const until = until_ms && fill(said.until, { day: dateIn(until_ms, language, timezone), time: clockTime(until_ms, timezone) });
  return [
    ...placeOf(pickup, texts, language),
    [said.untilLabel, until],
    [said.matter, name],
    [said.case, pickup.case],
  ];
}

function placeOf(pickup, texts, language) {
  const said = texts.collecting;
  const { place, windows, places } = pickup;
  const name = nameOfPlace(pickup, language);
  const where = places.map((each) => whereIs(each, language)).join("；");
  switch (place ? place.kind : "") {
    case "door": return [[said.place, `${name} · ${fill(said.door, { n: place.door })}`, where]];
    case "partner": return [[said.place, name], [said.parcel, place.reference]];
    case "posted": return [[said.post, name], [said.parcel, place.reference]];
    default: return windows.length > 0 ? [[said.windows, windowsIn(windows, language), where]] : [];
  }
}
