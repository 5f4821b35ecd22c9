/** What is known of matters: their names and materials, kept on this phone so that they can be read without network. */

import { read } from "./network.js";
import { amend, forgetOld, recall } from "./storage.js";

const asked = new Map();

/** The matter of that code as the catalogue has it, or null. Raises Unreachable when it was never read either. */
export function matterOf(code) {
  if (!asked.has(code)) {
    asked.set(code, freshOrKept(code));
    asked.get(code).catch(() => asked.delete(code));
  }
  return asked.get(code);
}

async function freshOrKept(code) {
  const name = `matter:${code}`;
  forgetOld("matter:");
  try {
    const matter = await read(`public/matters/${encodeURIComponent(code)}`);
    amend(name, { since_ms: Date.now(), matter });
    return matter;
  } catch (error) {
    const kept = recall(name);
    if (kept) {
      return kept.matter;
    }
    throw error;
  }
}
