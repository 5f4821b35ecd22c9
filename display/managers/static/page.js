/** The managers' page: log in, then today's figures, read again every ten seconds. */

import { at, make, put } from "./elements.js";
import { naming } from "./naming.js";
import { pictures } from "./pictures.js";
import { Refused, Unreachable, forget, isLoggedIn, logIn, logOut, read } from "./session.js";
import { tables } from "./tables.js";
import { LANGUAGES, TEXTS, fill } from "./texts.js";
import { tiles } from "./tiles.js";

const EVERY_MS = 10000;
const KEPT_LANGUAGE = "managers:language";

const state = { language: firstLanguage(), figures: null, hall: null, read_ms: null, isAway: false, refusal: null };
let timer = null;
let drawn = [];
let shown = null;

function firstLanguage() {
  const kept = localStorage.getItem(KEPT_LANGUAGE);
  return kept in LANGUAGES ? kept : navigator.language.startsWith("zh") ? "zh-CN" : "en";
}

async function refresh() {
  clearTimeout(timer);
  if (!isLoggedIn()) {
    show();
    return;
  }
  try {
    state.figures = await read("figures/today");
    if (state.hall === null || state.hall.day !== state.figures.day) {
      state.hall = await read("hall");
    }
    state.read_ms = Date.now();
    state.isAway = false;
  } catch (error) {
    fallBack(error);
  }
  show();
  if (!document.hidden) {
    timer = setTimeout(refresh, EVERY_MS);
  }
}

function fallBack(error) {
  if (error instanceof Refused && (error.status === 401 || error.status === 403)) {
    leave(TEXTS[state.language].ended);
  } else if (error instanceof Refused || error instanceof Unreachable) {
    state.isAway = true;
  } else {
    throw error;
  }
}

function leave(refusal = null) {
  forget();
  Object.assign(state, { figures: null, hall: null, read_ms: null, isAway: false, refusal });
}

function show() {
  const texts = TEXTS[state.language];
  document.documentElement.lang = state.language;
  document.title = texts.title;
  put(at("title"), texts.title, state.figures && " · ", state.figures && make("span", {}, state.figures.day));
  at("hall").textContent = state.hall ? state.hall.names[state.language] || Object.values(state.hall.names)[0] : "";
  at("leave").textContent = texts.leave;
  at("leave").hidden = !isLoggedIn();
  showUpdated(texts);
  showEntrance(texts);
  showFigures(texts);
}

function showUpdated(texts) {
  const time = state.read_ms === null ? null : new Date(state.read_ms).toLocaleTimeString("en-GB");
  const closed = state.figures && state.figures.is_closed ? `${texts.closed} · ` : "";
  at("updated").textContent = time === null || state.isAway ? "" : closed + fill(texts.updated, { time });
  const age = at("age");
  age.hidden = !state.isAway;
  const minutes = Math.round((Date.now() - state.read_ms) / 60000);
  const said = !state.isAway ? "" : time === null ? texts.away : fill(texts.age, { minutes, time });
  if (age.textContent !== said) {
    age.textContent = said;
  }
}

function showEntrance(texts) {
  at("entrance").hidden = isLoggedIn();
  at("entrance-title").textContent = texts.entrance;
  at("number-label").textContent = texts.number;
  at("password-label").textContent = texts.password;
  at("enter").textContent = texts.enter;
  at("refusal").hidden = state.refusal === null;
  at("refusal").textContent = state.refusal || "";
}

/** Drawn anew only when something changed, so that nothing is taken from under a reader's hands. */
function showFigures(texts) {
  const box = at("figures");
  box.hidden = state.figures === null;
  if (state.figures === null) {
    put(box);
    shown = null;
    return;
  }
  const now = [state.figures, state.hall, state.language];
  if (shown !== null && now.every((each, index) => each === shown[index])) {
    return;
  }
  shown = now;
  const held = kept(box);
  const names = naming(texts, state.language, state.hall);
  drawn = pictures(state.figures, texts, names);
  const parts = tables(state.figures, texts, names);
  const empty = drawn.length === 0 && parts.length === 0 ? make("p", { class: "wide" }, texts.empty) : null;
  put(box, tiles(state.figures, texts), ...drawn.map((each) => each.section), ...parts, empty);
  drawn.forEach((each) => each.draw());
  restore(box, held);
}

/** Which tables are open, how far they are scrolled, and where the focus is. */
function kept(box) {
  const tablesOpen = [...box.querySelectorAll("details")].map((each) => [each.id, each.open, each.querySelector(".table").scrollLeft]);
  const focused = box.contains(document.activeElement) ? document.activeElement : null;
  const owner = focused ? focused.closest("details") : null;
  return { tablesOpen, focused: owner ? [owner.id, focused.tagName === "SUMMARY" ? "summary" : ".table"] : null };
}

function restore(box, { tablesOpen, focused }) {
  tablesOpen.forEach(([id, open, scrollLeft]) => {
    const details = at(id);
    if (details) {
      details.open = open;
      details.querySelector(".table").scrollLeft = scrollLeft;
    }
  });
  const owner = focused ? at(focused[0]) : null;
  if (owner) {
    owner.querySelector(focused[1]).focus({ preventScroll: true });
  }
}

async function enter(event) {
  event.preventDefault();
  const texts = TEXTS[state.language];
  at("enter").disabled = true;
  try {
    await logIn(at("number").value.trim(), at("password").value);
    state.refusal = null;
    at("password").value = "";
  } catch (error) {
    if (error instanceof Refused) {
      state.refusal = error.said[state.language] || texts.wrong;
    } else if (error instanceof Unreachable) {
      state.refusal = texts.away;
    } else {
      throw error;
    }
  } finally {
    at("enter").disabled = false;
  }
  await refresh();
}

Object.entries(LANGUAGES).forEach(([tag, name]) => at("language").append(make("option", { value: tag, lang: tag }, name)));
at("language").value = state.language;
at("language").addEventListener("change", () => {
  state.language = at("language").value;
  localStorage.setItem(KEPT_LANGUAGE, state.language);
  state.refusal = null;
  show();
});
at("entrance").addEventListener("submit", enter);
at("leave").addEventListener("click", async () => {
  clearTimeout(timer);
  await logOut();
  leave();
  show();
  at("number").focus();
});
document.addEventListener("visibilitychange", () => {
  clearTimeout(timer);
  if (!document.hidden) {
    refresh();
  }
});
let resized = null;
addEventListener("resize", () => {
  clearTimeout(resized);
  resized = setTimeout(() => {
    shown = null;
    show();
  }, 150);
});

refresh();
