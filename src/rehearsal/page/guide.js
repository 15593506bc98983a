// Where to begin, for whoever sees the phones for the first time: a few steps over the desk, until they are dismissed.

import { el, iconButton } from "./dom.js";
import { t } from "./text.js";

const STORED = "rehearsal.guided";
const STEPS = ["organizer", "invite", "crowd"];

/** The guide. It remembers that it was dismissed; `show()` brings it back. */
export class Guide {
  constructor() {
    this.element = el("aside", { class: "guide", "aria-label": t("guide"), hidden: true },
      el("ol", { tabindex: "0" }, STEPS.map((step) =>
        el("li", {}, el("p", {}, el("strong", {}, t(`guide_${step}`)), " ", t(`guide_${step}_more`))))),
      iconButton("close", t("guide_close"), () => this.dismiss()));
  }

  /** Shows itself unless somebody has had enough of it. */
  offer() {
    this.element.hidden = localStorage.getItem(STORED) !== null;
  }

  show() {
    localStorage.removeItem(STORED);
    this.element.hidden = false;
  }

  dismiss() {
    localStorage.setItem(STORED, "yes");
    this.element.hidden = true;
  }
}
