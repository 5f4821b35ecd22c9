/** A finished case: where it waits, until when, and what to show there. Asks while somebody looks, once a minute. */

import { at } from "./elements.js";
import { firstLanguage, offerLanguages, speak } from "./language.js";
import { BASE, Refused, newKey, post } from "./network.js";
import { forget, keep, lastOf, linkOf } from "./pickup-link.js";
import { isOver, show } from "./pickup-page.js";

const SOONEST_S = 30;
const RETRY_LATEST_S = 60;
const LOOKED_AGAIN_MS = 3000;
const SHOW_KEPT_AFTER_MS = 1500;
const WORDS_AGAIN_MS = 5000;

const link = linkOf();
const state = { language: firstLanguage(), pickup: undefined, code: link.code, read_ms: null, isOffline: false };
let failures = 0;
let timer = null;
let isReading = false;
let asked_ms = 0;

async function refresh() {
  if (isReading || !isAskable()) {
    return;
  }
  isReading = true;
  clearTimeout(timer);
  asked_ms = Date.now();
  try {
    take(await post("public/pickups", { code: link.code, token: link.token, with_qr: !qrOf(lastOf(link)) }, newKey()));
    failures = 0;
    state.isOffline = false;
  } catch (error) {
    if (error instanceof Refused && error.code === "proof-refused") {
      forget(link);
      state.pickup = null;
    } else {
      failures += 1;
      fallBack();
    }
  } finally {
    isReading = false;
  }
  show(state);
  plan();
}

/** The drawn code is sent once; what is kept of it serves on. */
function take(pickup) {
  const drawn = pickup.qr.length > 0 ? pickup.qr : qrOf(lastOf(link)) || [];
  state.pickup = { ...pickup, qr: drawn };
  state.read_ms = Date.now();
  keep(link, state.pickup, state.read_ms, isOver(pickup));
}

function qrOf(known) {
  return known && known.pickup.qr.length > 0 ? known.pickup.qr : null;
}

/** Without an answer the page shows what it knew last, with its age. */
function fallBack() {
  recallLast();
  state.isOffline = true;
}

function recallLast() {
  const known = lastOf(link);
  if (state.pickup === undefined && known) {
    state.pickup = known.pickup;
    state.read_ms = known.read_ms;
  }
}

function isAskable() {
  return link.code !== "" && state.pickup !== null && !(state.pickup && isOver(state.pickup));
}

/** Nobody is asked while nobody looks. */
function plan() {
  clearTimeout(timer);
  if (!document.hidden && isAskable()) {
    const wait_s = state.isOffline ? Math.min(2 ** failures, RETRY_LATEST_S) : Math.max(state.pickup.poll_within_s, SOONEST_S);
    timer = setTimeout(refresh, 1000 * wait_s);
  }
}

function look() {
  if (document.hidden) {
    clearTimeout(timer);
  } else if (Date.now() - asked_ms > LOOKED_AGAIN_MS) {
    refresh();
  } else {
    plan();
  }
}

function showLast() {
  if (state.pickup === undefined) {
    recallLast();
    show(state);
  }
}

async function begin() {
  await speak(state.language);
  offerLanguages(at("language"), state.language, (chosen) => { state.language = chosen; show(state); });
  document.addEventListener("visibilitychange", look);
  addEventListener("online", refresh);
  addEventListener("hashchange", () => location.reload());
  if (link.code === "") {
    recallLast();
    state.pickup = state.pickup || null;
  }
  show(state);
  setTimeout(showLast, SHOW_KEPT_AFTER_MS);
  await refresh();
  if (navigator.serviceWorker) {
    // Refused where the certificate is the hall's own; the page then does without.
    navigator.serviceWorker.register(new URL("phone/sw.js", BASE), { scope: BASE.pathname }).catch(() => {});
  }
}

begin().catch(() => setTimeout(() => location.reload(), WORDS_AGAIN_MS));
