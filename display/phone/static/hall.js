/** Talks to the hall. Addresses are relative, so that a relay may put all of it below any path. */

const ANSWER_WITHIN_MS = 8000;

/** The hall gave no usable answer: no network, too late, or an error of its own. */
export class Unreachable extends Error {}

/** `reference` names a ticket in public; `secret` is its holder's, and null when the page was opened without it. */
export class Hall {
  #etag = null;
  #ticket = null;

  constructor(reference, secret) {
    this.document = new URL(`../public/tickets/${encodeURIComponent(reference)}`, location.href);
    this.reference = reference;
    this.secret = secret;
  }

  /** The ticket as the hall knows it now; null when there is no such ticket. */
  async read() {
    const headers = this.#etag ? { "If-None-Match": this.#etag } : {};
    const answer = await ask(this.document, { headers, cache: "no-store" });
    if (answer.status === 304) {
      return this.#ticket;
    }
    if (answer.status === 404 || answer.status === 410) {
      return null;
    }
    if (!answer.ok) {
      throw new Unreachable(`status ${answer.status}`);
    }
    this.#ticket = await answer.json().catch(() => { throw new Unreachable("not JSON"); });
    this.#etag = answer.headers.get("ETag");
    return this.#ticket;
  }

  /** Hold the number without paper. True when it is held; false when the hall refuses for good. */
  async hold() {
    const answer = await ask(`${this.document}/hold`, {
      method: "POST",
      // The same key each time: a repeated request is answered like the first, whatever got lost between.
      headers: { "Content-Type": "application/json", "Idempotency-Key": `hold-${this.reference}` },
      body: JSON.stringify({ secret: this.secret }),
    });
    if (answer.status === 429 || answer.status >= 500) {
      throw new Unreachable(`status ${answer.status}`);
    }
    return answer.ok;
  }
}

async function ask(address, options) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), ANSWER_WITHIN_MS);
  try {
    return await fetch(address, { ...options, credentials: "omit", signal: patience.signal });
  } catch (error) {
    throw new Unreachable(String(error));
  } finally {
    clearTimeout(timer);
  }
}
