/** Which words fit a ticket. Pure. */

import { TEXTS, fill } from "./texts.js";

/** `{tone, headline, detail}` for a ticket; null is a ticket that the hall does not know. */
export function describe(ticket, language) {
  const texts = TEXTS[language];
  const tone = toneOf(ticket);
  const { headline, detail } = texts[tone];
  const number = tone === "waiting" ? ticket.ahead : ticket?.window;
  const isRecall = tone === "called" && ticket.calls > 1;
  return { tone, headline: fill(headline, number), detail: isRecall ? fill(texts.recalled, ticket.calls) : detail };
}

/** The title of the tab, where a person who reads something else sees the call. */
export function titleOf(ticket, language) {
  return ticket ? `${describe(ticket, language).headline} · ${ticket.number}` : TEXTS[language].title;
}

/** A name in this language, or in the hall's own. */
export function nameOf(names, language) {
  return names[language] ?? names["zh-CN"] ?? Object.values(names)[0] ?? "";
}

/** Whether the holder has not received the number yet and this page may take it. */
export function isOffered(ticket) {
  return ["issued", "failed"].includes(ticket.delivery) && ["waiting", "called"].includes(ticket.state);
}

/** Whether nothing about the ticket can change any more. */
export function isOver(ticket) {
  return ticket === null || ["finished", "withdrawn"].includes(ticket.state);
}

function toneOf(ticket) {
  if (ticket === null) {
    return "unknown";
  }
  return ticket.state === "waiting" && ticket.ahead === 0 ? "next" : ticket.state;
}

/** The holder is called now, for the first time or again. */
export function isNewCall(before, ticket) {
  return ticket?.state === "called" && (before?.state !== "called" || ticket.calls > before.calls);
}
