/**
 * The page of one number: reads it from the hall again and again, takes it over from the kiosk's screen when it was
 * offered there, calls its holder's attention, and carries the holder's wishes to the hall.
 */

import { firstReading, language, readTicket, reference, words } from "./beginning.js";
import { at } from "./elements.js";
import { claimFor, holdFor, holderOf } from "./holder.js";
import { TEXTS, offerLanguages } from "./language.js";
import { later } from "./later.js";
import { Refused, Unreachable } from "./network.js";
import { fitAll, isClaimRefused, show } from "./page.js";
import { amend, forgetOldNumbers, recall, remember } from "./storage.js";
import { isAwaitingCall, isNewCall, isOffered, isOver, isToComeNearer } from "./wording.js";

const SOONEST_S = 1;
const LATEST_S = 60;
const HIDDEN_TIMES = 3; // asked for so many times less often while nobody looks
const RETRY_LATEST_S = 30;
const AFTER_WISH_S = 2; // what stands between may keep the document as it was for a second
const SHOW_KEPT_AFTER_MS = 1500;
const ATTENDANTS_AGAIN_MS = 3000;

forgetOldNumbers();
const kept = `number:${reference}`;
const holder = holderOf(reference);
const state = { ticket: undefined, language, isOffline: false, holder, read_ms: null, matters: [], zone: undefined, isRatingOver: false };
const attendants = later("attendants.js");
let present = null; // the attendants, once they are there
let reading = firstReading;
let failures = 0;
let wishes = 0;
let timer = null;
let isReading = false;
let isWantedAgain = false;

async function refresh() {
  if (isReading) {
    isWantedAgain = true; // the network is back, or somebody looks: what is under way may be lost
    return;
  }
  isReading = true;
  clearTimeout(timer);
  try {
    await claimReadAndHold();
    failures = 0;
    state.isOffline = false;
  } catch (error) {
    if (!(error instanceof Unreachable)) {
      console.error(error); // a fault of ours; the holder is better served by a page that goes on trying
    }
    failures += 1;
    fallBack();
  } finally {
    isReading = false;
  }
  render();
  if (isWantedAgain) {
    isWantedAgain = false;
    refresh();
  } else {
    plan();
  }
}

async function claimReadAndHold() {
  const claimed = holder.claim && (await claimFor(holder));
  if (claimed) {
    take(claimed);
  } else {
    await readOnce();
  }
  if (state.ticket && holder.secret && isOffered(state.ticket)) {
    await holdFor(holder);
    await readOnce();
  }
}

/** An answer that set out before a wish was granted is older than that and does not count. */
async function readOnce() {
  const before = wishes;
  const now = reading || readTicket();
  reading = null;
  const ticket = await now.catch(unlessOver);
  if (wishes === before) {
    take(ticket);
  }
}

/** A visit that can no longer be rated is as good as unknown, but said in other words. */
function unlessOver(error) {
  if (!(error instanceof Refused) || error.code !== "rating-expired") {
    throw error;
  }
  state.isRatingOver = true;
  return null;
}

function take(ticket) {
  const before = state.ticket;
  state.ticket = ticket;
  state.read_ms = Date.now();
  if (ticket === null) {
    remember(kept, null);
    holder.secret = null;
  } else {
    amend(kept, { ticket, read_ms: state.read_ms });
  }
  if (before !== undefined && isNewCall(before, ticket) && present) {
    present.alarm();
  }
}

/** Without an answer the page shows what it knew last, with its age. */
function fallBack() {
  const known = recall(kept);
  if (state.ticket === undefined && known && known.ticket) {
    state.ticket = known.ticket;
    state.read_ms = known.read_ms;
  }
  state.isOffline = true;
}

/** What the hall answered to a wish is newer than what was read. */
function granted(answer) {
  wishes += 1;
  take(answer);
  render();
  planIn(AFTER_WISH_S);
}

function render() {
  const { ticket } = state;
  show(state);
  if (ticket !== undefined && present) {
    present.attend(ticket, state.language);
    present.flashTitle(isCalled(), TEXTS[state.language].attention);
    present.keepAwake(isCalled() || isToComeNearer(ticket));
    present.showSound(TEXTS[state.language], isAwaitingCall(ticket) && !isClaimRefused(holder));
  }
}

function isCalled() {
  return Boolean(state.ticket && state.ticket.state === "called");
}

function plan() {
  if (state.isOffline) {
    planIn(Math.min(2 ** failures, RETRY_LATEST_S));
  } else if (!isOver(state.ticket)) {
    const wait_s = Math.max(state.ticket.poll_within_s, SOONEST_S) * (document.hidden ? HIDDEN_TIMES : 1);
    planIn(Math.min(wait_s, LATEST_S));
  }
}

function planIn(wait_s) {
  clearTimeout(timer);
  timer = setTimeout(refresh, 1000 * wait_s);
}

/** Those who are not needed for the first look. */
async function callAttendants() {
  try {
    present = (await attendants()).attendants({
      holder, granted, render, learned: (known) => { Object.assign(state, known); show(state); },
    });
    render();
  } catch (error) {
    setTimeout(callAttendants, ATTENDANTS_AGAIN_MS);
  }
}

function listen() {
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      refresh();
    }
    if (present) {
      present.flashTitle(isCalled(), TEXTS[state.language].attention);
    }
  });
  addEventListener("online", refresh);
  addEventListener("resize", fitAll);
  addEventListener("hashchange", () => location.reload());
}

async function begin() {
  await words;
  listen();
  offerLanguages(at("language"), state.language, (chosen) => { state.language = chosen; render(); });
  render();
  setTimeout(() => { if (state.ticket === undefined && (recall(kept) || {}).ticket) { fallBack(); render(); } }, SHOW_KEPT_AFTER_MS);
  await refresh();
  performance.mark("ready");
  callAttendants();
}

begin();
