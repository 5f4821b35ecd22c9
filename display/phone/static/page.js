/** Puts words on the page. Only text is set, never markup. */

import { TEXTS, fill } from "./texts.js";
import { describe, isAwaitingCall, nameOf, titleOf, waitOf } from "./wording.js";

const at = (id) => document.getElementById(id);

/**
 * `ticket`: undefined while none was read, null when the hall knows none. `hold`: "held", "refused" or "".
 * `updated`: when the hall last answered, or null.
 */
export function show({ ticket, language, isOffline, hold, updated }) {
  const texts = TEXTS[language];
  document.documentElement.lang = language;
  document.title = ticket === undefined ? texts.title : titleOf(ticket, language);
  say("language", texts.other);
  at("language").lang = language === "en" ? "zh-CN" : "en";
  say("label", texts.label);
  say("offline", isOffline && ticket !== undefined ? texts.offline : "");
  showTicket(ticket, language, texts);
  showState(stateOf(ticket, language, isOffline));
  const wait = waitOf(ticket, language);
  put("wait", wait, partsOf(wait, /(?<=[，,])/, "clause"));
  say("held", ticket ? holdText(ticket, hold, texts) : "");
  say("hint", isAwaitingCall(ticket) ? texts.hint : "");
  say("updated", updated ? fill(texts.updated, clock(updated, language)) : "");
}

function showTicket(ticket, language, texts) {
  at("ticket").hidden = !ticket;
  if (ticket) {
    document.body.dataset.class = ticket.ticket_class;
    say("hall", nameOf(ticket.hall_names, language));
    say("letter", texts.letters[ticket.ticket_class]);
    say("class", texts.classes[ticket.ticket_class]);
    say("category", nameOf(ticket.category_names, language));
    say("number", ticket.number);
  }
}

function stateOf(ticket, language, isOffline) {
  if (ticket !== undefined) {
    return describe(ticket, language);
  }
  const texts = TEXTS[language];
  return isOffline
    ? { tone: "unreachable", ...texts.unreachable }
    : { tone: "loading", headline: texts.loading, detail: "" };
}

function showState({ tone, headline, detail }) {
  document.body.dataset.tone = tone;
  at("state").setAttribute("aria-live", tone === "called" ? "assertive" : "polite");
  put("headline", headline, partsOf(headline, /(\d+)/, "count"));
  put("detail", detail, partsOf(detail, /(?<=[，。；.;])/, "clause"));
}

function holdText(ticket, hold, texts) {
  if (!isAwaitingCall(ticket) && ticket.state !== "remote") {
    return "";
  }
  if (ticket.delivery === "paperless") {
    return texts.kept;
  }
  return hold === "refused" ? texts.refused : "";
}

/** Spans of a text: its figures, which are set larger, or its clauses, which are not broken if they can be kept. */
function partsOf(text, border, name) {
  return text.split(border).filter(Boolean).map((part) => {
    const span = document.createElement("span");
    span.className = name === "clause" || /^\d+$/.test(part) ? name : "";
    span.textContent = part;
    return span;
  });
}

function say(id, text) {
  put(id, text, [text]);
}

/** A text that did not change is left alone, or a screen reader would say it again. */
function put(id, text, parts) {
  const element = at(id);
  if (element.textContent !== text) {
    element.replaceChildren(...parts);
  }
  element.hidden = text === "";
}

function clock(instant, language) {
  return instant.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", hour12: false });
}
