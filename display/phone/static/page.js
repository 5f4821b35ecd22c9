/** Puts words on the ticket's page. */

import { at, fit, inClauses, make, put, say, withFigures } from "./elements.js";
import { TEXTS, clockTime, fill, nameOf } from "./language.js";
import { isKeeping } from "./storage.js";
import {
  ageIn, describe, isAwaitingCall, isOver, isToComeNearer, titleOf, waitOf, whereIs, windowsIn,
} from "./wording.js";

/**
 * `ticket`: undefined while none was read, null when the hall knows none. `read_ms`: when the hall last told it, or
 * null. `matters`: the names of what the number is for, and `zone`: the hall's time zone, as soon as they are known.
 * `isRatingOver`: it was for a visit that cannot be rated any more.
 */
export function show({ ticket, language, isOffline, holder, read_ms, matters, zone, isRatingOver }) {
  const texts = TEXTS[language];
  document.documentElement.lang = language;
  const over = isRatingOver && { tone: "finished", ...texts.states.ratingOver };
  document.title = ticket === undefined ? texts.title : (over && over.headline) || titleOf(ticket, language);
  at("language").setAttribute("aria-label", `${texts.menu} Language`);
  const isElsewhere = isClaimRefused(holder);
  const own = isElsewhere ? null : ticket; // whose number it is not is told nothing of its turn
  say("label", over ? "" : isElsewhere ? texts.number : texts.label);
  say("offline", isOffline && ticket !== undefined ? texts.offline : "");
  say("age", isOffline && ticket && read_ms ? fill(texts.shownAge, { age: ageIn(Date.now() - read_ms, language) }) : "");
  showTicket(ticket, language, texts, zone);
  showState(over || stateOf(ticket, language, isOffline, holder), own, language, texts);
  say("matter", ticket ? matters.map((names) => nameOf(names, language)).join(texts.windowsJoin) : "");
  showPlaces(own, language, texts);
  showHolding(ticket, holder, language, texts);
  say("warning", isAwaitingCall(own) && own.may_not_be_called ? texts.mayNotBeCalled : "");
  say("hint", isAwaitingCall(own) ? texts.hint : "");
  say("to-hall", texts.hallLink);
  say("updated", read_ms && !isOffline ? fill(texts.updated, { n: clockTime(read_ms) }) : "");
  fitAll();
}

/** The link was used by another phone, or is too old. */
export function isClaimRefused({ trouble }) {
  return Boolean(trouble) && trouble.code.startsWith("claim");
}

/** Again when the screen is turned or the letters change. */
export function fitAll() {
  fit(at("number"));
  at("headline").querySelectorAll(".count").forEach((count) => fit(count));
}

function showTicket(ticket, language, texts, zone) {
  at("kind").hidden = !ticket;
  at("number").hidden = !ticket;
  if (!ticket) {
    return;
  }
  document.body.dataset.class = ticket.ticket_class;
  say("hall", nameOf(ticket.hall_names, language));
  say("letter", texts.letters[ticket.ticket_class]);
  say("class", texts.classes[ticket.ticket_class]);
  say("category", nameOf(ticket.category_names, language));
  say("number", ticket.number);
  const { slot } = ticket;
  const times = slot && { from: clockTime(slot.starts_at_ms, zone), to: clockTime(slot.ends_at_ms, zone) };
  say("slot", slot && !isOver(ticket) ? fill(texts.slot, times) : "");
}

function stateOf(ticket, language, isOffline, holder) {
  const { elsewhere, unreachable, claiming, loading } = TEXTS[language].states;
  if (ticket && isClaimRefused(holder)) {
    return { tone: "elsewhere", ...elsewhere };
  }
  if (ticket !== undefined) {
    return describe(ticket, language, Boolean(holder.secret));
  }
  if (isOffline) {
    return { tone: "unreachable", ...unreachable };
  }
  return { tone: "loading", ...(holder.claim ? claiming : loading) };
}

function showState({ tone, headline, detail }, ticket, language, texts) {
  const isNear = isToComeNearer(ticket);
  const wait = waitOf(ticket, language);
  const told = isNear ? texts.states.next.detail : detail;
  document.body.dataset.tone = tone;
  at("state").setAttribute("aria-live", tone === "called" ? "assertive" : "polite");
  say("headline", headline, withFigures(headline));
  say("wait", wait, inClauses(wait));
  say("nearer", isNear ? texts.nearer : "", isNear ? inClauses(texts.nearer) : []);
  say("detail", told, inClauses(told));
  say("rated", ticket && ticket.rated ? fill(texts.rating.given, { level: texts.rating.levels[ticket.rated] }) : "");
}

/** Where the window is, or which windows may call this number. */
function showPlaces(ticket, language, texts) {
  const isShown = Boolean(ticket) && !isOver(ticket) && ticket.places.length > 0;
  at("where").hidden = !isShown;
  if (!isShown) {
    return;
  }
  const wanted = ticket.window ? [ticket.window] : ticket.windows;
  const lines = ticket.places.map((place) => {
    const here = place.windows.filter((window) => wanted.includes(window));
    return make("p", {},
      make("b", {}, windowsIn(here, language)), " ",
      make("span", { class: "quiet" }, ...inClauses(whereIs(place, language))));
  });
  const said = lines.map((line) => line.textContent).join("");
  if (at("where").dataset.said !== said) {
    at("where").dataset.said = said;
    put(at("where"), make("p", { class: "quiet" }, texts.where), ...lines);
  }
}

function showHolding(ticket, { secret, trouble }, language, texts) {
  const isLive = Boolean(ticket) && !isOver(ticket);
  const held = isLive ? holdText(ticket, secret, trouble, language, texts) : "";
  say("held", held, inClauses(held));
  at("held").classList.toggle("bad", Boolean(trouble));
  say("viewing", isLive && !secret && !trouble ? texts.viewing : "");
}

function holdText(ticket, secret, trouble, language, texts) {
  if (trouble) {
    return isClaimRefused({ trouble }) ? texts.claimRefused : texts.refused + (trouble.said[language] || "");
  }
  if (!secret) {
    return "";
  }
  if (!isKeeping()) {
    return texts.keptHere;
  }
  return ticket.delivery === "paperless" ? texts.kept : texts.keptToo;
}
