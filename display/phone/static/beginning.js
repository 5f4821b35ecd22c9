/** Begins what takes longest, the words and the number's document, while the page's other files are on their way. */

import { firstLanguage, speak } from "./language.js";
import { watch } from "./network.js";

const AGAIN_AFTER_MS = 5000;

export const reference = location.pathname.split("/").filter(Boolean).pop() || "";
export const readTicket = watch(`public/tickets/${reference}`);
export const firstReading = readTicket();
export const language = firstLanguage();
export const words = speak(language);

firstReading.catch(() => {}); // whoever waits for it deals with that
words.catch(() => setTimeout(() => location.reload(), AGAIN_AFTER_MS));
