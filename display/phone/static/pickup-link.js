/**
 * Which case the page is about: code and token of the message's link, kept on this phone.
 *
 * They stand in the fragment, which no server sees. Once they are kept, a name without meaning takes their place in the
 * address bar, so that a shared or photographed address gives nothing away, and a reload still finds them.
 */

import { amend, forgetOld, isKeeping, recall, remember } from "./storage.js";

const KIND = "pickup:";
const KEPT_MS = 70 * 24 * 60 * 60 * 1000;
const LINK = /^(\d{9})\.([\w-]{22})$/;
const NAME = /^k[0-9a-f]{8}$/;

/** `{name, code, token}`; without a code this phone knows of no case here. */
export function linkOf() {
  forgetOld(KIND, KEPT_MS);
  const found = location.hash.slice(1);
  const link = LINK.exec(found);
  if (!link) {
    const name = NAME.test(found) ? KIND + found : "";
    const { code = "", token = "" } = (name && recall(name)) || {};
    return { name, code, token };
  }
  const own = `k${digest(found)}`;
  amend(KIND + own, { code: link[1], token: link[2] });
  if (isKeeping()) {
    history.replaceState(null, "", `${location.pathname}${location.search}#${own}`);
  }
  return { name: KIND + own, code: link[1], token: link[2] };
}

/** What the hall said last, `{pickup, read_ms}`, or null. */
export function lastOf({ name }) {
  const known = name && recall(name);
  return known && known.pickup ? known : null;
}

/** What has ended is remembered without what once opened a door. */
export function keep({ name }, pickup, read_ms, isOver) {
  if (isOver) {
    remember(name, { since_ms: read_ms, pickup: { ...pickup, qr: [] }, read_ms });
  } else {
    amend(name, { since_ms: read_ms, pickup, read_ms });
  }
}

export function forget({ name }) {
  if (name) {
    remember(name, null);
  }
}

/** FNV-1a, 32 bits: tells links on one phone apart; nothing leads back from it to 128 random bits. */
function digest(text) {
  let sum = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(place), 0x01000193);
  }
  return (sum >>> 0).toString(16).padStart(8, "0");
}
