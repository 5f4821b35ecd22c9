/**
 * Lets the pages open without network. The network goes first, so that a page is never older than the hall's own; what
 * it gave last is shown when it does not answer. The hall's documents are not kept here: the pages keep the last one
 * themselves, with its age.
 */

const CACHE = "paihao-1";
const ANSWER_WITHIN_MS = 4000;
const BASE = new URL("../", self.location.href);
const PAGES = { t: "phone/index.html", h: "phone/hall.html", m: "phone/matter.html", p: "phone/pickup.html" };
const FILES = [
  ...Object.values(PAGES),
  ...[
    "phone.css", "icon.svg", "alarm.js", "attendants.js", "beginning.js", "checklist.js", "doings.js", "elements.js", "fields.js", "hall-hours.js",
    "hall-waiting.js", "hall.js", "holder.js", "language.js", "later.js", "matter.js", "matters.js", "network.js", "page.js",
    "panel-cancel.js", "panel-convert.js", "panel-errand.js", "panel-explanation.js", "panel-materials.js",
    "panel-rating.js", "panels.js", "pickup.js", "pickup-link.js", "pickup-page.js", "search.js", "storage.js", "texts-en.js", "texts-zh-CN.js", "texts-zh-Hant.js",
    "ticket.js", "wish-button.js", "wishes.js", "wording.js",
  ].map((name) => `phone/${name}`),
];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE)
    .then((cache) => cache.addAll(FILES.map((path) => new URL(path, BASE).href)))
    .then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith("paihao-") && name !== CACHE).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path) {
    event.respondWith(freshOrKept(event.request, new URL(path, BASE).href));
  }
});

/** The file that answers a request, or null for what is not ours to answer. */
function pathOf(request) {
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== BASE.origin || !address.pathname.startsWith(BASE.pathname)) {
    return null;
  }
  const [kind, name] = address.pathname.slice(BASE.pathname.length).split("/");
  if (kind === "phone") {
    return name === "sw.js" ? null : `phone/${name}`;
  }
  return request.mode === "navigate" && PAGES[kind] ? PAGES[kind] : null;
}

async function freshOrKept(request, file) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(file);
  try {
    const answer = await Promise.race([fetch(request), ...(kept ? [tooLate()] : [])]);
    if (answer.ok) {
      await cache.put(file, answer.clone());
      return answer;
    }
    return kept || answer;
  } catch (error) {
    if (kept) {
      return kept;
    }
    throw error;
  }
}

function tooLate() {
  return new Promise((_, refuse) => { setTimeout(() => refuse(new Error("too late")), ANSWER_WITHIN_MS); });
}
