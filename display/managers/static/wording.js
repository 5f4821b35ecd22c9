/** Figures as people read them; a dash where nothing stands behind one. */

export const NOTHING = "–";

export const count = (value) => (value === null ? NOTHING : value.toLocaleString("en"));

/** Seconds as minutes and seconds: 4:07. */
export const span = (seconds) => (seconds === null ? NOTHING : `${Math.floor(seconds / 60)}:${two(seconds % 60)}`);

/** Seconds as hours and minutes: 3:05. */
export const long = (seconds) =>
  seconds === null ? NOTHING : `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}`;

export const share = (part, whole) =>
  part === null || !whole ? NOTHING : `${((100 * part) / whole).toFixed(1)}%`;

/** The time of day in the hall, wherever this browser is. */
export function clock(at_ms, midnight_ms) {
  const minutes = Math.floor((at_ms - midnight_ms) / 60000);
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

const two = (value) => String(value).padStart(2, "0");
