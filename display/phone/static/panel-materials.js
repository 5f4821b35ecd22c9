/** What to bring for the matters of this number. */

import { checklist } from "./checklist.js";
import { make, put } from "./elements.js";
import { nameOf } from "./language.js";
import { matterOf } from "./matters.js";
import { guideLink } from "./panel-errand.js";

export async function drawMaterials(panel, { ticket, texts, language }) {
  const codes = [...new Set(ticket.errands.filter((errand) => errand.matter && !errand.is_done).map((errand) => errand.matter))];
  const matters = (await Promise.all(codes.map(matterOf))).filter(Boolean);
  if (matters.length === 0) {
    put(panel, make("p", {}, make("a", { href: "../h" }, texts.materials.search)));
    return;
  }
  put(panel, ...[].concat(...matters.map((matter) => [
    make("p", { class: "strong" }, nameOf(matter.names, language)),
    ...checklist(matter, texts, language),
    make("p", {}, guideLink(matter.code, texts)),
  ])));
}
