/** What a matter is, what to bring for it, and where it is done without a number. */

import { checklist } from "./checklist.js";
import { at, make, put, say } from "./elements.js";
import { TEXTS, fill, firstLanguage, nameOf, offerLanguages, speak } from "./language.js";
import { matterOf } from "./matters.js";
import { read } from "./network.js";
import { forgetOldNumbers } from "./storage.js";
import { whereIs } from "./wording.js";

const AGAIN_AFTER_MS = 3000;
const code = decodeURIComponent(location.pathname.split("/").filter(Boolean).pop() || "");
forgetOldNumbers();
const state = { language: firstLanguage(), matter: undefined, category: null };

async function load() {
  try {
    state.matter = await matterOf(code);
    show();
    state.category = state.matter && (await categoryOf(state.matter.category));
    show();
  } catch (error) {
    if (state.matter === undefined) {
      say("trouble", TEXTS[state.language].loadTrouble);
      setTimeout(load, AGAIN_AFTER_MS);
    }
  }
}

async function categoryOf(wanted) {
  const hall = await read("public/hall");
  return hall.categories.find((each) => each.code === wanted) || null;
}

function show() {
  const { language, matter } = state;
  const texts = TEXTS[language];
  document.documentElement.lang = language;
  at("language").setAttribute("aria-label", `${texts.menu} Language`);
  say("eyebrow", texts.matterPage.title);
  say("to-hall", texts.hallLink);
  if (matter === undefined) {
    return;
  }
  document.body.dataset.tone = matter ? "known" : "unknown";
  const name = matter ? nameOf(matter.names, language) : texts.matterPage.unknown;
  document.title = name;
  say("name", name);
  say("trouble", matter ? "" : texts.matterPage.unknownDetail);
  if (matter) {
    showAbout(matter, texts, language);
    showWithoutQueue(matter, texts, language);
    at("materials").hidden = false;
    put(at("materials"), make("h2", {}, texts.materials.title), ...checklist(matter, texts, language));
  }
}

function showAbout(matter, texts, language) {
  const said = texts.matterPage;
  const facts = [
    [said.department, nameOf(matter.department, language)],
    [said.category, state.category ? nameOf(state.category.names, language) : ""],
    [said.minutes, fill(said.minutesValue, { n: matter.usual_minutes })],
    [said.classes, matter.classes.map((each) => texts.classes[each]).join(texts.windowsJoin)],
  ];
  put(at("about"), make("dl", {}, ...facts.filter(([, value]) => value)
    .map(([term, value]) => make("div", {}, make("dt", {}, term), make("dd", {}, value)))));
}

function showWithoutQueue(matter, texts, language) {
  const said = texts.matterPage;
  const isWeb = /^https?:\/\//.test(matter.web || "");
  at("without-queue").hidden = matter.terminals.length === 0 && !isWeb;
  put(at("without-queue"), make("h2", {}, said.withoutQueue), make("ul", { class: "plain places" },
    ...matter.terminals.map((terminal) => make("li", {},
      make("b", {}, fill(said.terminal, { n: terminal.window })), " ",
      make("span", { class: "quiet" }, whereIs({
        building: terminal.building || {}, floor: terminal.floor, names: terminal.zone || {}, walking_min: terminal.walking_minutes,
      }, language)))),
    isWeb ? make("li", {}, make("a", { href: matter.web, rel: "noopener noreferrer" }, said.web)) : null));
}

offerLanguages(at("language"), state.language, (language) => { state.language = language; show(); });
speak(state.language).then(show).then(load);
