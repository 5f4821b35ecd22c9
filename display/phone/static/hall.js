/** The hall as it is now, for everybody: who waits, when it is quiet, what can be done here. */

import { at, make, put, say } from "./elements.js";
import { showHours } from "./hall-hours.js";
import { openingOf, showPlaces, showWaiting } from "./hall-waiting.js";
import { TEXTS, clockTime, fill, firstLanguage, nameOf, offerLanguages, speak } from "./language.js";
import { Unreachable, watch } from "./network.js";
import { amend, forgetOld, forgetOldNumbers, recall } from "./storage.js";
import { searchBox } from "./search.js";
import { ageIn } from "./wording.js";

const SOONEST_S = 5;
const LATEST_S = 60;
const HIDDEN_TIMES = 3;
const RETRY_LATEST_S = 30;
const KEPT = "hall:now";

forgetOld("hall:");
forgetOldNumbers();
const readHall = watch("public/hall");
const state = { language: firstLanguage(), hall: null, read_ms: null, isOffline: false };
let failures = 0;
let timer = null;
let isReading = false;

async function refresh() {
  if (isReading) {
    return;
  }
  isReading = true;
  clearTimeout(timer);
  try {
    state.hall = await readHall();
    state.read_ms = Date.now();
    state.isOffline = false;
    failures = 0;
    amend(KEPT, { since_ms: state.read_ms, hall: state.hall });
  } catch (error) {
    if (!(error instanceof Unreachable)) {
      console.error(error); // a fault of ours; the page goes on trying
    }
    failures += 1;
    fallBack();
  } finally {
    isReading = false;
  }
  show();
  plan();
}

function fallBack() {
  const known = recall(KEPT);
  if (!state.hall && known) {
    state.hall = known.hall;
    state.read_ms = known.since_ms;
  }
  state.isOffline = true;
}

function plan() {
  const wait_s = state.isOffline
    ? Math.min(2 ** failures, RETRY_LATEST_S)
    : Math.min(Math.max(state.hall.poll_within_s, SOONEST_S) * (document.hidden ? HIDDEN_TIMES : 1), LATEST_S);
  timer = setTimeout(refresh, 1000 * wait_s);
}

function show() {
  const { language, hall, read_ms, isOffline } = state;
  const texts = TEXTS[language];
  document.documentElement.lang = language;
  at("language").setAttribute("aria-label", `${texts.menu} Language`);
  document.title = hall ? `${texts.hall.title} · ${nameOf(hall.names, language)}` : texts.hall.title;
  say("eyebrow", texts.hall.title);
  say("offline", isOffline ? texts.loadTrouble : "");
  say("age", isOffline && hall ? fill(texts.shownAge, { age: ageIn(Date.now() - read_ms, language) }) : "");
  say("updated", hall && !isOffline ? fill(texts.updated, { n: clockTime(read_ms, hall.timezone) }) : "");
  document.body.dataset.tone = hall ? "known" : isOffline ? "unreachable" : "loading";
  if (hall) {
    showHall(hall, texts, language);
  }
}

function showHall(hall, texts, language) {
  const now_ms = hall.told_at_ms + Date.now() - state.read_ms; // by the hall's clock, not the phone's
  const opening = openingOf(hall, now_ms, texts.hall);
  say("hall", nameOf(hall.names, language));
  say("open", opening.said);
  at("open").className = `notice ${opening.isOpen ? "good" : "warn"}`;
  say("sessions", opening.times);
  showWaiting(at("waiting"), hall, texts, language);
  showHours(at("hours"), hall, now_ms, texts.hall);
  showPlaces(at("places"), hall, texts, language);
}

/** Built once a language: what somebody types must not go away when the hall is read again. */
function showSearch() {
  const texts = TEXTS[state.language];
  at("matters").hidden = false;
  put(at("matters"), make("h2", {}, texts.hall.search), searchBox(texts, state.language, (line) =>
    make("a", { class: "found", href: `m/${encodeURIComponent(line.code)}` })));
}

offerLanguages(at("language"), state.language, (language) => { state.language = language; show(); showSearch(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) { refresh(); } });
addEventListener("online", refresh);
speak(state.language).then(refresh).then(showSearch);
