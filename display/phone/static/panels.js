/** What is inside each doing, by its name: a function that draws into an element what its scene says. */

import { drawCancellation } from "./panel-cancel.js";
import { drawConversion } from "./panel-convert.js";
import { drawErrand } from "./panel-errand.js";
import { drawExplanation } from "./panel-explanation.js";
import { drawMaterials } from "./panel-materials.js";
import { drawRating } from "./panel-rating.js";
import { make, put } from "./elements.js";
import { wishButton } from "./wish-button.js";

export const PANELS = {
  return: (panel, scene) => {
    const isHeld = scene.ticket.state === "held";
    drawOneWish(panel, scene, isHeld ? scene.texts.heldReturn : scene.texts.return, "return");
  },
  defer: (panel, scene) => drawOneWish(panel, scene, scene.texts.defer, "deferral"),
  cancel: drawCancellation,
  convert: drawConversion,
  errand: drawErrand,
  explanation: drawExplanation,
  materials: drawMaterials,
  rating: drawRating,
};

function drawOneWish(panel, scene, { about, confirm }, path) {
  put(panel, make("p", {}, about), wishButton(scene, confirm, async () => {
    await scene.act(path, {});
    scene.done();
  }, "main"));
}
