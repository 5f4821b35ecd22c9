/** How this phone comes to hold a number: by the secret on the paper, or once by the link on the kiosk's screen. */

import { Refused, newKey, post } from "./network.js";
import { amend, recall } from "./storage.js";

const CLAIM = "claim.";

/** `{reference, secret, claim, trouble}`; `claim` is a link not yet answered, `trouble` what the hall said to it. */
export function holderOf(reference) {
  const name = `number:${reference}`;
  const found = location.hash.slice(1);
  if (found.startsWith(CLAIM)) {
    const before = (recall(name) || {}).claim;
    const isSame = before && before.claim === found.slice(CLAIM.length);
    amend(name, { claim: isSame ? before : { claim: found.slice(CLAIM.length), key: newKey() } });
  } else if (found) {
    amend(name, { secret: found });
  }
  if (found) {
    // A shared or photographed address does not give the number away.
    history.replaceState(null, "", location.pathname + location.search);
  }
  const { secret = null, claim = null } = recall(name) || {};
  return { reference, secret, claim, trouble: null };
}

/** Takes the number over, once; the ticket, or null when the hall refused. Raises Unreachable; the claim stays, and is answered the same when repeated. */
export async function claimFor(holder) {
  const name = `number:${holder.reference}`;
  try {
    const path = `public/tickets/${holder.reference}/claim`;
    const answer = await post(path, { claim: holder.claim.claim }, holder.claim.key);
    holder.secret = answer.secret;
    holder.claim = null;
    amend(name, { secret: answer.secret, claim: null });
    return answer.ticket;
  } catch (error) {
    if (!isFinal(error)) {
      throw error;
    }
    amend(name, { claim: null });
    holder.claim = null;
    holder.trouble = holder.secret ? null : error; // the link of a number this phone holds already
    return null;
  }
}

/** Holds a number that is on no paper yet. Raises Unreachable. */
export async function holdFor(holder) {
  const path = `public/tickets/${holder.reference}/hold`;
  try {
    await post(path, { secret: holder.secret }, `hold-${holder.reference}`);
  } catch (error) {
    if (!isFinal(error)) {
      throw error;
    }
    holder.trouble = error;
    holder.secret = null;
    amend(`number:${holder.reference}`, { secret: null });
  }
}

/** Whether asking again would be answered the same. */
function isFinal(error) {
  return error instanceof Refused && error.code !== "too-many-attempts";
}
