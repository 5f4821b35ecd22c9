/** What the holder wants of the hall. Nothing waits here to be sent later: a wish is answered now, or the page says not. */

import { Unreachable, newKey, post } from "./network.js";
import { amend, recall } from "./storage.js";

/** `holder` is `{reference, secret}`; `path` such as "deferral". Raises Unreachable or Refused. */
export async function wish(holder, path, body) {
  const kept = `number:${holder.reference}`;
  const name = `${path} ${JSON.stringify(body)}`;
  const unanswered = (recall(kept) || {}).unanswered || {};
  // A wish whose answer got lost is the same wish when it is made again, also after a reload.
  const key = unanswered[name] || newKey();
  amend(kept, { unanswered: { ...unanswered, [name]: key } });
  try {
    const answer = await post(`public/tickets/${holder.reference}/${path}`, { ...body, secret: holder.secret }, key);
    forget(kept, name);
    return answer;
  } catch (error) {
    if (!(error instanceof Unreachable)) {
      forget(kept, name);
    }
    throw error;
  }
}

function forget(kept, name) {
  const unanswered = { ...(recall(kept) || {}).unanswered };
  delete unanswered[name];
  amend(kept, { unanswered });
}
