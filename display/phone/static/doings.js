/** What can be done with the number now, one below the other; one is open at a time. */

import { at, make, put, say } from "./elements.js";
import { TEXTS } from "./language.js";
import { later } from "./later.js";

const OVER = ["cancelled", "expired", "withdrawn"];
const MOST_ERRANDS = 3;

const DOINGS = [
  { name: "return", isHolders: true, isFirst: true, fits: (ticket) => ["absent", "held"].includes(ticket.state) },
  { name: "rating", isHolders: true, isFirst: true, fits: (ticket) => ticket.may_rate && !ticket.rated },
  { name: "materials", fits: (ticket) => ![...OVER, "finished"].includes(ticket.state) },
  { name: "explanation", fits: (ticket) => ["waiting", "deferred", "called", "absent"].includes(ticket.state) },
  { name: "convert", isHolders: true, fits: (ticket) => ["waiting", "deferred", "remote"].includes(ticket.state) },
  { name: "errand", isHolders: true, fits: (ticket) => ![...OVER, "finished"].includes(ticket.state)
    && ticket.errands.length < MOST_ERRANDS },
  { name: "defer", isHolders: true, fits: (ticket) => ticket.state === "waiting" },
  { name: "cancel", isHolders: true, fits: (ticket) => ![...OVER, "finished", "serving"].includes(ticket.state) },
];

/** Fetches what the panels need, before somebody wants it. */
export const loadPanels = later("panels.js");

/** Of the number `reference`. `act(path, body)` makes a wish of the holder's and gives the hall's answer. */
export class Doings {
  constructor(reference, act) {
    this.reference = reference;
    this.act = act;
    this.open = null;
    this.parts = new Map();
    this.offeredFirst = null;
  }

  show(ticket, language, isHolder) {
    if (language !== this.language) {
      this.build(language);
    }
    this.ticket = ticket;
    const fitting = DOINGS.filter((doing) => ticket && (isHolder || !doing.isHolders) && doing.fits(ticket));
    for (const doing of DOINGS) {
      this.parts.get(doing.name).whole.hidden = !fitting.includes(doing);
    }
    at("doings").hidden = fitting.length === 0;
    if (this.open && !fitting.some((doing) => doing.name === this.open)) {
      this.close();
    }
    this.offer(fitting.find((doing) => doing.isFirst));
  }

  /** What the page waits for most is open by itself, once. */
  offer(first) {
    const name = first ? first.name : null;
    if (name && name !== this.offeredFirst) {
      this.unfold(name);
    }
    this.offeredFirst = name;
  }

  build(language) {
    const { open } = this;
    this.close();
    this.language = language;
    this.texts = TEXTS[language];
    for (const { name, isFirst } of DOINGS) {
      const panel = make("div", { id: `panel-${name}`, class: "panel", hidden: true });
      const button = make("button", {
        id: `do-${name}`, type: "button", "aria-expanded": "false", "aria-controls": panel.id, click: () => this.press(name),
      }, this.texts.doings[name]);
      const whole = make("div", { class: isFirst ? "doing first" : "doing", hidden: true }, make("h3", {}, button), panel);
      this.parts.set(name, { whole, button, panel });
    }
    put(at("doings"), make("h2", { id: "doings-title" }, this.texts.doings.title),
      ...[...this.parts.values()].map((part) => part.whole));
    if (open) {
      this.unfold(open);
    }
  }

  press(name) {
    say("result", "");
    if (this.open === name) {
      this.close();
    } else {
      this.unfold(name);
    }
  }

  async unfold(name) {
    this.close();
    this.open = name;
    const { button, panel } = this.parts.get(name);
    const { texts } = this;
    button.setAttribute("aria-expanded", "true");
    put(panel, make("p", { class: "quiet" }, texts.states.loading.headline));
    panel.hidden = false;
    try {
      const drawn = (await loadPanels()).PANELS[name];
      if (this.parts.get(name).panel === panel && this.open === name) {
        await drawn(panel, this.scene(name));
      }
    } catch (error) {
      const retry = make("button", { type: "button", click: () => this.unfold(name) }, texts.again);
      put(panel, make("p", { class: "trouble", role: "alert" }, texts.loadTrouble), retry);
    }
  }

  close() {
    if (this.open) {
      const { button, panel } = this.parts.get(this.open);
      button.setAttribute("aria-expanded", "false");
      panel.hidden = true;
      put(panel);
      this.open = null;
    }
  }

  /** What a panel is given: the ticket as it is, the words, and what it may do. */
  scene(name) {
    return {
      reference: this.reference,
      ticket: this.ticket,
      texts: this.texts,
      language: this.language,
      act: this.act,
      close: () => { this.close(); this.parts.get(name).button.focus(); },
      done: () => {
        this.close();
        say("result", this.texts.done[name]);
        at("result").tabIndex = -1;
        at("result").focus();
      },
    };
  }
}
