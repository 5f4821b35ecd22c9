/** Giving the number up, which is asked twice. */

import { make, put } from "./elements.js";
import { fill } from "./language.js";
import { wishButton } from "./wish-button.js";

export function drawCancellation(panel, scene) {
  const { texts } = scene;
  const first = make("button", { type: "button", class: "danger", click: () => askAgain(panel, scene) }, texts.cancel.first);
  put(panel, make("p", {}, texts.cancel.about), first);
}

function askAgain(panel, scene) {
  const { texts } = scene;
  const question = make("p", { class: "question", tabindex: "-1" }, fill(texts.cancel.sure, { n: scene.ticket.number }));
  const leave = make("button", { type: "button", class: "main", click: scene.close }, texts.cancel.leave);
  put(panel, question, leave, wishButton(scene, texts.cancel.confirm, async () => {
    await scene.act("cancellation", {});
    scene.done();
  }, "danger"));
  question.focus();
}
