/** Who reads: the token lives in this tab alone, and never stands in an address. */

const KEPT = "managers:token";

export class Refused extends Error {
  constructor(status, problem) {
    super(problem.code || String(status));
    this.status = status;
    this.said = problem.said || {};
  }
}

export class Unreachable extends Error {}

export const isLoggedIn = () => sessionStorage.getItem(KEPT) !== null;

export function forget() {
  sessionStorage.removeItem(KEPT);
  known.clear();
}

export async function logIn(number, password) {
  const session = await ask("POST", "reading-sessions", { number, password });
  sessionStorage.setItem(KEPT, session.token);
}

export async function logOut() {
  try {
    await ask("DELETE", "reading-sessions/current");
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof Unreachable)) {
      throw error;
    }
  } finally {
    forget();
  }
}

/** A document of the hall; asked again with what is known of it, so that what did not change is not sent. */
export const read = (path) => ask("GET", path);

const known = new Map();

async function ask(method, path, body) {
  const headers = {};
  const token = sessionStorage.getItem(KEPT);
  if (token !== null) {
    headers.Authorization = `Bearer ${token}`;
  }
  if (method !== "GET") {
    headers["Idempotency-Key"] = freshKey();
  } else if (known.has(path)) {
    headers["If-None-Match"] = known.get(path).etag;
  }
  if (body) {
    headers["Content-Type"] = "application/json";
  }
  const answer = await sent(`api/v1/${path}`, { method, headers, cache: "no-store", body: body && JSON.stringify(body) });
  if (answer.status === 304) {
    return known.get(path).document;
  }
  if (!answer.ok) {
    throw new Refused(answer.status, await answer.json().catch(() => ({})));
  }
  const document = answer.status === 204 ? null : await answer.json().catch(lost);
  if (method === "GET" && answer.headers.get("ETag")) {
    known.set(path, { etag: answer.headers.get("ETag"), document });
  }
  return document;
}

async function sent(url, options) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), 8000);
  try {
    return await fetch(url, { ...options, signal: patience.signal });
  } catch (error) {
    return lost(error);
  } finally {
    clearTimeout(timer);
  }
}

function lost(error) {
  throw new Unreachable(String(error));
}

function freshKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
