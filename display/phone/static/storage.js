/**
 * What this phone keeps. Local, not session storage: WeChat and other browsers end a session with the page, and a
 * link that worked once would then have lost the number for good. What is older than a day, or for a number than the
 * days in which its visit is rated, is thrown away by the next page that opens.
 *
 * Some browsers refuse to keep anything, or have no room left; then it lives as long as the page does.
 */

const PREFIX = "paihao:";
const DAY_MS = 24 * 60 * 60 * 1000;
const NUMBER_DAYS = 9;
const kept = new Map();

/** What was kept under `name`, or null. */
export function recall(name) {
  if (kept.has(name)) {
    return kept.get(name);
  }
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name));
  } catch {
    return null;
  }
}

/** `value` may be anything JSON can say; null forgets it. */
export function remember(name, value) {
  kept.delete(name);
  try {
    if (value === null) {
      localStorage.removeItem(PREFIX + name);
    } else {
      localStorage.setItem(PREFIX + name, JSON.stringify(value));
    }
  } catch {
    kept.set(name, value);
  }
}

/** Whether all that was to be remembered will be there when the page is closed. */
export function isKeeping() {
  return kept.size === 0;
}

/** Changes some fields of a kept object, which is as old as its first field. */
export function amend(name, changes) {
  remember(name, { since_ms: Date.now(), ...recall(name), ...changes });
}

/** Throws away what `amend` began more than a day ago, of names that begin with `kind`. */
export function forgetOld(kind, after_ms = DAY_MS) {
  const names = [];
  try {
    for (let place = 0; place < localStorage.length; place += 1) {
      names.push(localStorage.key(place));
    }
  } catch {
    return;
  }
  names
    .filter((name) => name.startsWith(PREFIX + kind))
    .map((name) => name.slice(PREFIX.length))
    .filter((name) => !(Date.now() - (recall(name) || {}).since_ms < after_ms))
    .forEach((name) => remember(name, null));
}

/** Numbers are kept longer, whichever page is opened: a visit is rated for a week after its day. */
export function forgetOldNumbers() {
  forgetOld("number:", NUMBER_DAYS * DAY_MS);
}
