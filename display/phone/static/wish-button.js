/** A button that asks the hall for something; what went wrong is said below it, and pressing it again is the same wish. */

import { make } from "./elements.js";
import { Refused, Unreachable } from "./network.js";

/** `scene` has `texts` and `language`; `ask` may raise Refused and Unreachable. */
export function wishButton({ texts, language }, label, ask, look = "") {
  const trouble = make("p", { class: "trouble", role: "alert", hidden: true });
  const button = make("button", { type: "button", class: look, click: press }, label);

  async function press() {
    if (button.getAttribute("aria-disabled") === "true") {
      return;
    }
    button.setAttribute("aria-disabled", "true"); // not `disabled`, which would lose the focus
    trouble.hidden = true;
    try {
      await ask();
    } catch (error) {
      trouble.textContent = troubleOf(error, texts, language);
      trouble.hidden = false;
    } finally {
      button.removeAttribute("aria-disabled");
    }
  }
  return make("div", { class: "wish" }, button, trouble);
}

function troubleOf(error, texts, language) {
  if (error instanceof Refused) {
    return error.said[language] || texts.refusedWish;
  }
  if (error instanceof Unreachable) {
    return texts.trouble;
  }
  throw error;
}
