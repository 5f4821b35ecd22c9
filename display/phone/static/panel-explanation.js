/** Who was called before this number and why, newest first, and the rule. */

import { make, put } from "./elements.js";
import { clockTime, fill } from "./language.js";
import { read } from "./network.js";

export async function drawExplanation(panel, { reference, texts, language }) {
  const [why, rule, hall] = await Promise.all([
    read(`public/tickets/${reference}/explanation`), read("public/rule"), read("public/hall"),
  ]);
  const said = texts.explanation;
  put(panel,
    ...why.own.map((reason) => make("p", { class: "notice" }, said.own[reason] || "")),
    make("p", { class: "strong" }, why.before.length ? said.before : said.none),
    make("ol", { class: "plain calls" }, ...why.before.map((call) => lineOf(call, said, language, hall.timezone))),
    why.elsewhere ? make("p", { class: "quiet" }, fill(said.elsewhere, { n: why.elsewhere })) : null,
    make("p", { class: "strong" }, said.rule),
    make("p", {}, rule.texts[language] || rule.texts["zh-CN"]));
}

function lineOf(call, said, language, zone) {
  return make("li", {},
    make("span", { class: "time" }, clockTime(call.called_at_ms, zone)), " ",
    make("b", {}, fill(said.line, { number: call.number, window: call.window })), " ",
    make("span", { class: "quiet" }, call.said[language] || call.said["zh-CN"] || ""));
}
