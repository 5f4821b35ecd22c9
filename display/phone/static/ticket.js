/**
 * The page of one number: reads it from the hall again and again, takes it over from the kiosk's screen when it
 * was offered there, and calls its holder's attention.
 */

import { Hall, Unreachable } from "./hall.js";
import { show } from "./page.js";
import { recall, remember } from "./storage.js";
import { LANGUAGES } from "./texts.js";
import { isNewCall, isOffered, isOver } from "./wording.js";

const SOONEST_S = 1;
const LATEST_S = 60;
const RETRY_LATEST_S = 30;
const CALL_PATTERN_MS = [400, 200, 400, 200, 400];

const reference = location.pathname.split("/").filter(Boolean).at(-1) ?? "";
const hall = new Hall(reference, secretOf(reference));
const state = { ticket: undefined, language: firstLanguage(), isOffline: false, hold: "", updated: null };
let failures = 0;
let timer = null;
let isReading = false;

/** The secret leaves the address bar, so that a shared or photographed address does not give the number away. */
function secretOf(of) {
  const key = `secret-${of}`;
  const secret = location.hash.slice(1);
  if (secret) {
    remember("session", key, secret);
    history.replaceState(null, "", location.pathname + location.search);
  }
  return secret || recall("session", key);
}

function firstLanguage() {
  const chosen = recall("local", "language");
  if (LANGUAGES.includes(chosen)) {
    return chosen;
  }
  return navigator.language.startsWith("zh") ? "zh-CN" : "en";
}

async function refresh() {
  if (isReading) {
    return;
  }
  isReading = true;
  clearTimeout(timer);
  try {
    await readAndHold();
    failures = 0;
    state.isOffline = false;
    state.updated = new Date();
  } catch (error) {
    if (!(error instanceof Unreachable)) {
      console.error(error); // a fault of ours; the holder is better served by a page that goes on trying
    }
    failures += 1;
    state.isOffline = true;
  } finally {
    isReading = false;
  }
  show(state);
  plan();
}

async function readAndHold() {
  take(await hall.read());
  if (state.ticket && hall.secret && state.hold !== "refused" && isOffered(state.ticket)) {
    state.hold = (await hall.hold()) ? "held" : "refused";
    take(await hall.read());
  }
}

function take(ticket) {
  const before = state.ticket;
  state.ticket = ticket;
  if (before !== undefined && isNewCall(before, ticket)) {
    navigator.vibrate?.(CALL_PATTERN_MS);
  }
}

function plan() {
  if (state.isOffline) {
    timer = setTimeout(refresh, 1000 * Math.min(2 ** failures, RETRY_LATEST_S));
  } else if (!isOver(state.ticket)) {
    const wait = Math.min(Math.max(state.ticket.poll_within_s, SOONEST_S), LATEST_S);
    timer = setTimeout(refresh, 1000 * wait);
  }
}

document.getElementById("language").addEventListener("click", () => {
  state.language = LANGUAGES.find((language) => language !== state.language);
  remember("local", "language", state.language);
  show(state);
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") {
    refresh();
  }
});
addEventListener("online", refresh);
addEventListener("hashchange", () => location.reload());

show(state);
refresh();
