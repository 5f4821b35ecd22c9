/** What the browser keeps for us; some browsers refuse to keep anything, and the page goes on without. */

export function remember(area, key, value) {
  try {
    storage(area).setItem(key, value);
  } catch {
    // Private browsing: the value lives as long as this page does.
  }
}

export function recall(area, key) {
  try {
    return storage(area).getItem(key);
  } catch {
    return null;
  }
}

function storage(area) {
  return area === "local" ? localStorage : sessionStorage;
}
