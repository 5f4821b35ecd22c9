/**
 * The page of one number: reads it from the hall again and again, takes it over from the kiosk's screen when it was
 * offered there, calls its holder's attention, and carries the holder's wishes to the hall.
 */

import { alarm, flashTitle, keepAwake, prepareSound, showSound } from "./alarm.js";
import { Doings, loadPanels } from "./doings.js";
import { at } from "./elements.js";
import { claimFor, holdFor, holderOf } from "./holder.js";
import { TEXTS, firstLanguage, offerLanguages } from "./language.js";
import { matterOf } from "./matters.js";
import { BASE, Unreachable, watch } from "./network.js";
import { fitAll, show } from "./page.js";
import { amend, forgetOld, recall, remember } from "./storage.js";
import { isAwaitingCall, isNewCall, isOffered, isOver, isToComeNearer } from "./wording.js";
import { wish } from "./wishes.js";

const SOONEST_S = 1;
const LATEST_S = 60;
const HIDDEN_TIMES = 3; // asked for so many times less often while nobody looks
const RETRY_LATEST_S = 30;
const AFTER_WISH_S = 2; // what stands between may keep the document as it was for a second
const SHOW_KEPT_AFTER_MS = 1500;
const HELPERS_AFTER_MS = 1500;

forgetOld("number:");
const reference = location.pathname.split("/").filter(Boolean).pop() || "";
const kept = `number:${reference}`;
const holder = holderOf(reference);
const readTicket = watch(`public/tickets/${reference}`);
const state = { ticket: undefined, language: firstLanguage(), isOffline: false, holder, read_ms: null, matters: [] };
const doings = new Doings(reference, act);
let failures = 0;
let wishes = 0;
let timer = null;
let isReading = false;

async function refresh() {
  if (isReading) {
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
  plan();
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
  const ticket = await readTicket();
  if (wishes === before) {
    take(ticket);
  }
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
    nameMatters(ticket);
  }
  if (before !== undefined && isNewCall(before, ticket)) {
    alarm();
  }
}

/** Without an answer the page shows what it knew last, with its age. */
function fallBack() {
  const known = recall(kept);
  if (state.ticket === undefined && known && known.ticket) {
    state.ticket = known.ticket;
    state.read_ms = known.read_ms;
    nameMatters(known.ticket);
  }
  state.isOffline = true;
}

async function act(path, body) {
  const answer = await wish(holder, path, body);
  if (path !== "estimates") {
    wishes += 1;
    take(answer);
    render();
    planIn(AFTER_WISH_S);
  }
  return answer;
}

async function nameMatters(ticket) {
  const codes = ticket.errands.filter((errand) => errand.matter && !errand.is_done).map((errand) => errand.matter);
  const found = await Promise.all(codes.map((code) => matterOf(code).catch(() => null)));
  state.matters = found.filter(Boolean).map((matter) => matter.names);
  show(state);
}

function render() {
  const texts = TEXTS[state.language];
  const { ticket } = state;
  show(state);
  doings.show(ticket, state.language, Boolean(holder.secret));
  showSound(texts, isAwaitingCall(ticket));
  flashTitle(Boolean(ticket && ticket.state === "called"), texts.attention);
  keepAwake(Boolean(ticket) && (ticket.state === "called" || isToComeNearer(ticket)));
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

/** What is not needed for the first look. */
function fetchTheRest() {
  loadPanels().catch(() => {});
  if (navigator.serviceWorker) {
    // Refused where the certificate is the hall's own; the page then does without.
    navigator.serviceWorker.register(new URL("phone/sw.js", BASE), { scope: BASE.pathname }).catch(() => {});
  }
}

offerLanguages(at("language"), state.language, (language) => { state.language = language; render(); });
prepareSound(render);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) {
    refresh();
  }
  flashTitle(Boolean(state.ticket && state.ticket.state === "called"), TEXTS[state.language].attention);
});
addEventListener("online", refresh);
addEventListener("resize", fitAll);
addEventListener("hashchange", () => location.reload());

render();
setTimeout(() => { if (state.ticket === undefined && (recall(kept) || {}).ticket) { fallBack(); render(); } }, SHOW_KEPT_AFTER_MS);
refresh().then(() => setTimeout(fetchTheRest, HELPERS_AFTER_MS));
