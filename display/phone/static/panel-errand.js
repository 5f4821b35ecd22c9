/** Another matter on the same number. */

import { make, put } from "./elements.js";
import { nameOf } from "./language.js";
import { choice, classWord, fieldset } from "./fields.js";
import { matterOf } from "./matters.js";
import { read } from "./network.js";
import { searchBox } from "./search.js";
import { wishButton } from "./wish-button.js";

export async function drawErrand(panel, scene) {
  const { ticket, texts, language } = scene;
  const after = make("div", { class: "after", "aria-live": "polite" });
  const lines = await Promise.all(ticket.errands.map((errand) => lineOf(errand, texts, language)));
  const search = searchBox(texts, language, (line) =>
    make("button", { type: "button", class: "found", click: () => offer(after, scene, line) }));
  put(panel, make("p", {}, texts.errand.about),
    lines.length ? make("p", { class: "quiet" }, texts.errand.queue) : null,
    lines.length ? make("ul", { class: "plain" }, ...lines) : null,
    search, after);
}

function offer(after, scene, line) {
  const { texts, language } = scene;
  const wanted = { ticket_class: line.classes[0] };
  const classes = fieldset(texts.errand.class);
  classes.append(...line.classes.map((each) =>
    choice("errand-class", each, classWord(each, texts), each === wanted.ticket_class, () => { wanted.ticket_class = each; })));
  const title = make("p", { class: "question", tabindex: "-1" }, nameOf(line.names, language));
  const hint = line.without_queue
    ? make("p", { class: "notice" }, `${texts.matterPage.withoutQueue} `, guideLink(line.code, texts)) : null;
  put(after, title, hint, classes, wishButton(scene, texts.errand.confirm, async () => {
    await scene.act("errands", { errand: { ticket_class: wanted.ticket_class, category: line.category, matter: line.code } });
    scene.done();
  }, "main"));
  title.focus();
  title.scrollIntoView({ block: "nearest" });
}

export function guideLink(code, texts) {
  return make("a", { href: `../m/${encodeURIComponent(code)}` }, texts.materials.open);
}

async function lineOf(errand, texts, language) {
  const matter = errand.matter ? await matterOf(errand.matter).catch(() => null) : null;
  const name = matter ? nameOf(matter.names, language) : await categoryName(errand.category, language);
  const done = errand.is_done ? ` · ${texts.errand.done}` : "";
  return make("li", {}, `${texts.classes[errand.ticket_class]} · ${name}${done}`);
}

async function categoryName(code, language) {
  const hall = await read("public/hall");
  const category = hall.categories.find((each) => each.code === code);
  return category ? nameOf(category.names, language) : code;
}
