/** Five levels, once a service. */

import { make, put } from "./elements.js";
import { choice, face, fieldset } from "./fields.js";
import { wishButton } from "./wish-button.js";

const LEVELS = [5, 4, 3, 2, 1];

export function drawRating(panel, scene) {
  const { texts } = scene;
  let level = null;
  const faces = fieldset(texts.rating.about);
  const hint = make("p", { class: "trouble", role: "alert", hidden: true }, texts.rating.choose);
  faces.append(...LEVELS.map((each) =>
    choice("rating", String(each), [face(each), make("span", {}, texts.rating.levels[each])], false,
      () => { level = each; hint.hidden = true; })));
  put(panel, faces, hint, wishButton(scene, texts.rating.confirm, async () => {
    if (level === null) {
      hint.hidden = false;
      return;
    }
    await scene.act("rating", { level });
    scene.done();
  }, "main"));
}
