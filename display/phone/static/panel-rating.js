/** Five levels, once a visit; beside low ones what was wrong, in the hall's own words. */

import { make, put } from "./elements.js";
import { choice, face, fieldset, tick } from "./fields.js";
import { dateIn, fill, nameOf } from "./language.js";
import { read } from "./network.js";
import { wishButton } from "./wish-button.js";

const LEVELS = [5, 4, 3, 2, 1];

export function drawRating(panel, scene) {
  const { texts, ticket } = scene;
  const chosen = { level: null, labels: new Set() };
  const offered = labels();
  const faces = fieldset(texts.rating.about);
  const reasons = make("div", { class: "reasons", hidden: true });
  const hint = make("p", { class: "trouble", role: "alert", hidden: true }, texts.rating.choose);
  const until = ticket.rate_until_ms
    ? fill(texts.rating.until, { day: dateIn(ticket.rate_until_ms - 1, scene.language) }) : "";
  faces.append(...LEVELS.map((each) =>
    choice("rating", String(each), [face(each), make("span", {}, texts.rating.levels[each])], false, async () => {
      chosen.level = each;
      hint.hidden = true;
      drawReasons(reasons, chosen, await offered, scene);
    })));
  put(panel, faces, reasons, hint, make("p", { class: "quiet", hidden: !until }, until),
    wishButton(scene, texts.rating.confirm, async () => {
      if (chosen.level === null) {
        hint.hidden = false;
        return;
      }
      await scene.act("rating", { level: chosen.level, labels: [...chosen.labels] });
      scene.done();
    }, "main"));
}

/** Without an answer the level alone is asked for. */
async function labels() {
  try {
    return (await read("public/rating")).labels;
  } catch (error) {
    return [];
  }
}

function drawReasons(reasons, chosen, offered, { texts, language }) {
  const fitting = offered.filter((label) => label.levels.includes(chosen.level));
  const before = chosen.labels;
  chosen.labels = new Set(fitting.map((label) => label.code).filter((code) => before.has(code)));
  const field = fieldset(texts.rating.reasons);
  field.append(...fitting.map((label) =>
    tick(label.code, nameOf(label.names, language), chosen.labels.has(label.code), (isTicked) => {
      chosen.labels[isTicked ? "add" : "delete"](label.code);
    })));
  put(reasons, field);
  reasons.hidden = fitting.length === 0;
}
