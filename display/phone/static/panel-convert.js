/** Changing class or category: what it would mean is shown before it is confirmed. */

import { inClauses, make, put } from "./elements.js";
import { fill, nameOf } from "./language.js";
import { choice, classWord, classesOf, fieldset, menu } from "./fields.js";
import { matterOf } from "./matters.js";
import { read } from "./network.js";
import { wishButton } from "./wish-button.js";
import { waitIn } from "./wording.js";

export async function drawConversion(panel, scene) {
  const { ticket, texts, language } = scene;
  const hall = await read("public/hall");
  const errands = ticket.errands.length ? ticket.errands : [ticket];
  const open = errands.map((errand, place) => ({ ...errand, place })).filter((errand) => !errand.is_done);
  const wanted = { errand: open[0].place, category: open[0].category, ticket_class: open[0].ticket_class };
  const after = make("div", { class: "after", "aria-live": "polite" });
  const nameFor = (code) => nameOf((hall.categories.find((each) => each.code === code) || { names: { "zh-CN": code } }).names, language);
  const changed = () => put(after);

  const classes = fieldset(texts.convert.class);
  const drawClasses = () => {
    const offered = classesOf(hall, wanted.category);
    wanted.ticket_class = offered.includes(wanted.ticket_class) ? wanted.ticket_class : offered[0];
    put(classes, classes.firstChild, ...offered.map((each) => choice("class", each, classWord(each, texts), each === wanted.ticket_class,
      () => { wanted.ticket_class = each; changed(); })));
  };
  const categories = menu(texts.convert.category, hall.categories.map((each) => [each.code, nameOf(each.names, language)]),
    wanted.category, (code) => { wanted.category = code; drawClasses(); changed(); });
  const which = open.length < 2 ? null : menu(texts.convert.which,
    open.map((each) => [String(each.place), `${texts.classes[each.ticket_class]} · ${nameFor(each.category)}`]),
    String(wanted.errand), (place) => { wanted.errand = Number(place); changed(); });
  drawClasses();

  put(panel, make("p", {}, texts.convert.keeps), which, categories, classes, wishButton(scene, texts.convert.ask, async () => {
    const now = errands[wanted.errand];
    if (now.category === wanted.category && now.ticket_class === wanted.ticket_class) {
      put(after, make("p", { class: "notice" }, texts.convert.same));
      return;
    }
    const asked = { ...wanted };
    offerConversion(after, scene, hall, asked, now, await outlooks(scene, asked));
  }, "main"), after);
}

/** What the change would mean; without an open window the hall cannot tell, and says so. */
async function outlooks(scene, asked) {
  const { ticket, texts, language } = scene;
  try {
    const prospect = await scene.act("estimates", asked);
    const right = ticket.slot && (prospect.keeps_appointment ? texts.convert.slotKept : texts.convert.slotLost);
    return [
      make("div", { class: "prospect" },
        outlook(texts.convert.now, prospect.ahead_now, prospect.now, texts, language),
        outlook(texts.convert.then, prospect.ahead, prospect.estimate, texts, language)),
      right ? make("p", { class: "notice" }, right) : null,
    ];
  } catch (error) {
    if (error.code !== "no-estimate") {
      throw error;
    }
    return [make("p", { class: "notice" }, error.said[language] || texts.refusedWish)];
  }
}

function offerConversion(after, scene, hall, asked, now, told) {
  const { texts } = scene;
  const unit = hall.units.find((each) => each.category === asked.category && each.ticket_class === asked.ticket_class);
  const leave = make("button", { type: "button", click: scene.close }, texts.convert.leave);
  put(after, ...told,
    unit && unit.windows_open === 0 ? make("p", { class: "notice warn" }, texts.convert.none) : null,
    wishButton(scene, texts.convert.confirm, async () => {
      await scene.act("conversion", { ...asked, matter: await matterKept(asked, now) });
      scene.done();
    }, "main"), leave);
}

function outlook(title, ahead, estimate, texts, language) {
  return make("div", {},
    make("p", { class: "quiet" }, title),
    make("p", { class: "strong" }, fill(texts.convert.ahead, { n: ahead })),
    make("p", {}, ...inClauses(waitIn(estimate, language))));
}

/** The matter stays with its errand as long as it is of that category and done with that class. */
async function matterKept(asked, now) {
  if (!now.matter || now.category !== asked.category) {
    return null;
  }
  const matter = await matterOf(now.matter);
  return matter && matter.classes.includes(asked.ticket_class) ? now.matter : null;
}
