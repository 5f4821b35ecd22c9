/** Which of the three languages the page speaks. */

import { recall, remember } from "./storage.js";

const NAMES = { "zh-CN": "简体中文", "zh-Hant": "繁體中文", en: "English" };
const TRADITIONAL = /^zh-(hant|tw|hk|mo)/i;

/** What the pages say, by language; those that were asked for by `speak`. */
export const TEXTS = {};

/** Fetches the words of a language. Rejects when they cannot be fetched. */
export async function speak(language) {
  TEXTS[language] = (await import(`./texts-${language}.js`)).default;
}

/** As chosen here before; else the first of the phone's languages that the page can speak. */
export function firstLanguage() {
  const chosen = recall("language");
  return NAMES[chosen] ? chosen : navigator.languages.map(nearest).find(Boolean) || "en";
}

/** Makes `menu` a choice of the languages, each by its own name; calls `changed` once another one can be spoken. */
export function offerLanguages(menu, language, changed) {
  for (const [tag, name] of Object.entries(NAMES)) {
    const option = new Option(name, tag, false, tag === language);
    option.lang = tag;
    menu.add(option);
  }
  let spoken = language;
  menu.addEventListener("change", async () => {
    const chosen = menu.value;
    try {
      await speak(chosen);
      spoken = chosen;
      remember("language", chosen);
      changed(chosen);
    } catch (error) {
      menu.value = spoken; // without network only what was fetched can be spoken
    }
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

/** `11月20日`: the day of an ISO date, or of an instant by the hall's clock if its time zone is known, else here. */
export function dateIn(day, language, zone) {
  const isDate = typeof day === "string";
  const written = { "zh-Hant": "zh-TW", en: "en-GB" }[language] || language;
  return new Intl.DateTimeFormat(written, { month: "long", day: "numeric", timeZone: isDate ? "UTC" : zone })
    .format(isDate ? Date.parse(day) : day);
}

function nearest(tag) {
  if (TRADITIONAL.test(tag)) {
    return "zh-Hant";
  }
  return /^zh/i.test(tag) ? "zh-CN" : /^en/i.test(tag) && "en";
}
