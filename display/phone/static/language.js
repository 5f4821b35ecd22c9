/** Which of the three languages the page speaks. */

import { recall, remember } from "./storage.js";
import en from "./texts-en.js";
import hans from "./texts-zh-CN.js";
import hant from "./texts-zh-Hant.js";

export const TEXTS = { "zh-CN": hans, "zh-Hant": hant, en };
const TRADITIONAL = /^zh-(hant|tw|hk|mo)/i;

/** As chosen here before; else the first of the phone's languages that the page can speak. */
export function firstLanguage() {
  const chosen = recall("language");
  return TEXTS[chosen] ? chosen : navigator.languages.map(spoken).find(Boolean) || "en";
}

/** Makes `menu` a choice of the languages, each by its own name; calls `changed` with another one. */
export function offerLanguages(menu, language, changed) {
  for (const [tag, texts] of Object.entries(TEXTS)) {
    const option = new Option(texts.language, tag, false, tag === language);
    option.lang = tag;
    menu.add(option);
  }
  menu.addEventListener("change", () => {
    remember("language", menu.value);
    changed(menu.value);
  });
}

/** A name in this language, or in the hall's own. */
export function nameOf(names, language) {
  return names[language] || names["zh-CN"] || Object.values(names)[0] || "";
}

/** `text` with each `{name}` replaced by its value. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** `17:05`, by the hall's clock if its time zone is known. */
export function clockTime(instant_ms, zone) {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(instant_ms);
}

function spoken(tag) {
  if (TRADITIONAL.test(tag)) {
    return "zh-Hant";
  }
  return /^zh/i.test(tag) ? "zh-CN" : /^en/i.test(tag) && "en";
}
