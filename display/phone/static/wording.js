/** Which words fit a ticket. Pure. */

import { TEXTS, dateIn, fill, nameOf } from "./language.js";

const IN_LINE = ["waiting", "deferred"];
const OVER = ["finished", "cancelled", "expired", "withdrawn"];
const FEW = 3;
const SPARE_S = 180;

/** `{tone, headline, detail}` for a ticket; null is one that the hall does not know. */
export function describe(ticket, language, isHolder = false) {
  const texts = TEXTS[language].states;
  if (ticket && ticket.visited_on) {
    return describeVisit(ticket, language, isHolder);
  }
  const tone = toneOf(ticket);
  const { headline, detail, holder } = texts[tone];
  const values = { n: figureOf(ticket), window: ticket && (ticket.served_at || ticket.window) };
  return { tone, headline: fill(headline, values), detail: fill(detailOf(ticket, texts, (isHolder && holder) || detail), values) };
}

/** A visit of a day that is over: all that is left is to rate it. */
function describeVisit(ticket, language, isHolder) {
  const { headline, ask, viewing, rated } = TEXTS[language].states.visited;
  const open = isHolder ? ask : viewing;
  const values = { day: dateIn(ticket.visited_on, language), window: ticket.served_at };
  return { tone: "finished", headline: fill(headline, values), detail: fill(ticket.may_rate ? open : rated, values) };
}

function detailOf(ticket, texts, detail) {
  if (ticket && ticket.state === "called" && ticket.calls > 1) {
    return fill(texts.recalled, { n: ticket.calls });
  }
  return ticket && ticket.state === "finished" && ticket.served_at ? texts.finished.at : detail;
}

/** An honest range: half wait less than the first figure, nine in ten less than the second. */
export function waitIn(estimate, language) {
  if (!estimate) {
    return "";
  }
  const about = Math.max(1, Math.ceil(estimate.p50_s / 60));
  return fill(TEXTS[language].wait, { about, within: Math.max(about + 1, Math.ceil(estimate.p90_s / 60)) });
}

/** How long it may take yet, while the number waits and the hall has an estimate; else empty. */
export function waitOf(ticket, language) {
  return isInLine(ticket) ? waitIn(ticket.estimate, language) : "";
}

/** The title of the tab, where a person who reads something else sees the call. */
export function titleOf(ticket, language) {
  const { headline } = describe(ticket, language);
  return ticket ? `${headline} · ${ticket.number}` : headline;
}

/** Windows in few words: windows 1–9, 12. */
export function windowsIn(windows, language) {
  const { windows: one, windowsMany, windowsJoin } = TEXTS[language];
  return fill(windows.length > 1 ? windowsMany : one, { n: runsOf(windows).join(windowsJoin) });
}

function runsOf(windows) {
  const runs = [];
  for (const window of [...windows].sort((one, other) => one - other)) {
    const last = runs[runs.length - 1];
    if (last && last[1] === window - 1) {
      last[1] = window;
    } else {
      runs.push([window, window]);
    }
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
}

/** Where a place is: building, floor, zone and the way there. */
export function whereIs(place, language) {
  const texts = TEXTS[language];
  const way = place.walking_min > 0 ? fill(texts.walking, { n: place.walking_min }) : "";
  const floor = place.floor ? fill(texts.floor, { n: place.floor }) : "";
  return [nameOf(place.building, language), floor, nameOf(place.names, language), way].filter(Boolean).join(" · ");
}

/** Few are ahead, or the way is about as long as the wait. */
export function isToComeNearer(ticket) {
  if (!ticket || ticket.state !== "waiting") {
    return false;
  }
  const way_s = 60 * Math.max(0, ...ticket.places.map((place) => place.walking_min));
  return ticket.ahead <= FEW || Boolean(ticket.estimate && ticket.estimate.p50_s <= way_s + SPARE_S);
}

/** Whether the number stands in line, so that its turn can be told. */
export function isInLine(ticket) {
  return Boolean(ticket) && IN_LINE.includes(ticket.state);
}

/** Whether its holder is waiting for a call, or is called. */
export function isAwaitingCall(ticket) {
  return isInLine(ticket) || Boolean(ticket && ticket.state === "called");
}

/** Whether the holder has not received the number yet and this page may take it. */
export function isOffered(ticket) {
  return ["issued", "failed"].includes(ticket.delivery) && (isAwaitingCall(ticket) || ticket.state === "remote");
}

/** Whether the ticket has ended; a page that is looked at again asks once more. */
export function isOver(ticket) {
  return ticket === null || OVER.includes(ticket.state);
}

/** The holder is called now, for the first time or again. */
export function isNewCall(before, ticket) {
  return Boolean(ticket && ticket.state === "called" && (!before || before.state !== "called" || ticket.calls > before.calls));
}

/** How old what is shown is: just now, 3 minutes, 2 hours. */
export function ageIn(age_ms, language) {
  const { ages } = TEXTS[language];
  const minutes = Math.floor(age_ms / 60000);
  if (minutes < 1) {
    return ages.now;
  }
  return minutes < 60 ? fill(ages.minutes, { n: minutes }) : fill(ages.hours, { n: Math.floor(minutes / 60) });
}

/** The number that a headline says: who is ahead, who is let pass, or the window. */
function figureOf(ticket) {
  switch (ticket && ticket.state) {
    case "waiting": return ticket.ahead;
    case "deferred": return ticket.passes_left;
    default: return ticket && ticket.window;
  }
}

function toneOf(ticket) {
  if (ticket === null) {
    return "unknown";
  }
  return ticket.state === "waiting" && ticket.ahead === 0 ? "next" : ticket.state;
}
