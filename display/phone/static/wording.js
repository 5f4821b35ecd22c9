/** Which words fit a ticket. Pure. */

import { TEXTS, fill } from "./texts.js";

/** `{tone, headline, detail}` for a ticket; null is a ticket that the hall does not know. */
export function describe(ticket, language) {
  const texts = TEXTS[language];
  const tone = toneOf(ticket);
  const { headline, detail } = texts[tone];
  const isRecall = tone === "called" && ticket.calls > 1;
  return { tone, headline: fill(headline, figureOf(ticket)), detail: isRecall ? fill(texts.recalled, ticket.calls) : detail };
}

/** How long it may take yet, while the number waits and the hall has an estimate; else empty. */
export function waitOf(ticket, language) {
  if (!isInLine(ticket) || !ticket.estimate) {
    return "";
  }
  const about = Math.max(1, Math.ceil(ticket.estimate.p50_s / 60));
  const within = Math.max(about + 1, Math.ceil(ticket.estimate.p90_s / 60));
  return TEXTS[language].wait.replace("{about}", about).replace("{within}", within);
}

/** The title of the tab, where a person who reads something else sees the call. */
export function titleOf(ticket, language) {
  return ticket ? `${describe(ticket, language).headline} · ${ticket.number}` : TEXTS[language].title;
}

/** A name in this language, or in the hall's own. */
export function nameOf(names, language) {
  return names[language] ?? names["zh-CN"] ?? Object.values(names)[0] ?? "";
}

/** Whether the number stands in line, so that its turn can be told. */
export function isInLine(ticket) {
  return ["waiting", "deferred"].includes(ticket?.state);
}

/** Whether its holder is waiting for a call, or is called. */
export function isAwaitingCall(ticket) {
  return isInLine(ticket) || ticket?.state === "called";
}

/** Whether the holder has not received the number yet and this page may take it. */
export function isOffered(ticket) {
  return ["issued", "failed"].includes(ticket.delivery) && (isAwaitingCall(ticket) || ticket.state === "remote");
}

/** Whether the ticket has ended; a page that is looked at again asks once more. */
export function isOver(ticket) {
  return ticket === null || ["finished", "cancelled", "expired", "withdrawn"].includes(ticket.state);
}

/** The number that a headline says: who is ahead, who is let pass, or the window. */
function figureOf(ticket) {
  switch (ticket?.state) {
    case "waiting": return ticket.ahead;
    case "deferred": return ticket.passes_left;
    default: return ticket?.window;
  }
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
