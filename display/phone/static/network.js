/** Asks the hall. Everything is below BASE, so that a relay may put all of it below any path. */

export const BASE = new URL("../", import.meta.url);
const ANSWER_WITHIN_MS = 8000;
const GONE = ["no-such-ticket", "no-such-matter"];

/** The hall gave no usable answer: no network, too late, or an error of its own. What was asked may have arrived. */
export class Unreachable extends Error {}

/** The hall said no. `said` tells people by language tag what to do now. */
export class Refused extends Error {
  constructor(problem) {
    super(problem.code);
    this.code = problem.code;
    this.said = problem.said || {};
  }
}

/** The JSON at `path`; null when the hall says that there is no such thing. */
export async function read(path) {
  return (await answerTo(path, { cache: "no-cache" })).body;
}

/** A function that reads the document at `path` again and again; what did not change is not sent again. */
export function watch(path) {
  let tag = null;
  let known;
  return async () => {
    const headers = tag ? { "If-None-Match": tag } : {};
    const answer = await answerTo(path, { headers, cache: "no-store" });
    if (answer.status !== 304) {
      known = answer.body;
      tag = answer.tag;
    }
    return known;
  };
}

/** Changes something. `key` is the same for every repeat of one wish: the hall answers it as it did first. */
export async function post(path, body, key) {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": key };
  return (await answerTo(path, { method: "POST", headers, body: JSON.stringify(body), cache: "no-store" })).body;
}

/** A key for a wish: nobody else makes the same. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function answerTo(path, options) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), ANSWER_WITHIN_MS);
  try {
    const answer = await fetch(new URL(path, BASE).href, { ...options, credentials: "omit", signal: patience.signal });
    if (answer.status === 304) {
      return { status: 304 };
    }
    return { status: answer.status, tag: answer.headers.get("ETag"), body: bodyOf(answer, await answer.json(), !options.method) };
  } catch (error) {
    throw error instanceof Refused || error instanceof Unreachable ? error : new Unreachable(String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** Whatever stands between may answer as well; only what the hall itself said counts as its word. */
function bodyOf(answer, body, isReading) {
  if (answer.ok) {
    return body;
  }
  if (isReading && GONE.includes(body.code)) {
    return null;
  }
  if (answer.status >= 500 || !body.said) {
    throw new Unreachable(`status ${answer.status}`);
  }
  throw new Refused(body);
}
