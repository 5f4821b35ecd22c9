/** What makes a number's page more than a sign: its sound, what can be done, the names of its matters. */

import { alarm, flashTitle, keepAwake, prepareSound, showSound } from "./alarm.js";
import { Doings, loadPanels } from "./doings.js";
import { matterOf } from "./matters.js";
import { BASE, read } from "./network.js";
import { wish } from "./wishes.js";

const THE_REST_AFTER_MS = 1500;

/**
 * `granted(ticket)` is told what the hall answered to a wish; `learned` the names of what the number is for, or the
 * hall's time zone; `render` draws the page again.
 */
export function attendants({ holder, granted, render, learned }) {
  const doings = new Doings(holder.reference, async (path, body) => {
    const answer = await wish(holder, path, body);
    if (path !== "estimates") {
      granted(answer);
    }
    return answer;
  });
  let codes = "";
  let isZoneAsked = false;

  async function nameMatters(ticket) {
    const wanted = ticket.errands.filter((errand) => errand.matter && !errand.is_done).map((errand) => errand.matter);
    if (wanted.join() !== codes) {
      codes = wanted.join();
      const found = await Promise.all(wanted.map((code) => matterOf(code).catch(() => null)));
      codes = found.includes(null) ? "" : codes; // asked again with the next reading
      learned({ matters: found.filter(Boolean).map((matter) => matter.names) });
    }
  }

  async function findZone() {
    isZoneAsked = true;
    try {
      learned({ zone: (await read("public/hall")).timezone });
    } catch (error) {
      isZoneAsked = false; // asked again with the next reading; until then the phone's own serves
    }
  }

  prepareSound(render);
  setTimeout(fetchTheRest, THE_REST_AFTER_MS);
  return {
    alarm,
    flashTitle,
    keepAwake,
    showSound,
    attend: (ticket, language) => {
      doings.show(ticket, language, Boolean(holder.secret));
      if (ticket) {
        nameMatters(ticket);
      }
      if (ticket && ticket.slot && !isZoneAsked) {
        findZone();
      }
    },
  };
}

/** What will be wanted at a touch, and what is wanted without network. */
function fetchTheRest() {
  loadPanels().catch(() => {});
  if (navigator.serviceWorker) {
    // Refused where the certificate is the hall's own; the page then does without.
    navigator.serviceWorker.register(new URL("phone/sw.js", BASE), { scope: BASE.pathname }).catch(() => {});
  }
}
