// What the bot says over a phone: toasts that pass, and alerts that wait to be dismissed.

import { el } from "./dom.js";
import { t } from "./text.js";

const SHORTEST_MS = 2500;
const MS_A_CHARACTER = 45;
/** The same words may come with the answer to a press and as an event. */
const REPEAT_MS = 1500;

export class Notices {
  /** `phone` rests while an alert is open. */
  constructor(phone) {
    this.phone = phone;
    this.element = el("div", { class: "notices", role: "status" });
    this.recent = new Map();
  }

  /** Shows what a press was answered with. */
  show(text, isAlert) {
    const now = Date.now();
    if (now - (this.recent.get(text) ?? 0) < REPEAT_MS) return;
    this.recent.set(text, now);
    if (isAlert) this.alert(text);
    else this.toast(text);
  }

  toast(text) {
    const toast = el("div", { class: "toast" }, text);
    this.element.replaceChildren(toast);
    setTimeout(() => toast.remove(), SHORTEST_MS + text.length * MS_A_CHARACTER);
  }

  alert(text) {
    const before = document.activeElement;
    const resting = [...this.phone.querySelectorAll(":scope > .phone-header, :scope > .phone-body")];
    const close = () => {
      layer.remove();
      for (const part of resting) part.inert = false;
      before?.focus();
    };
    const button = el("button", { type: "button", class: "main", onclick: close }, t("ok"));
    const box = el("div", { class: "alert", role: "alertdialog", "aria-modal": "true", "aria-label": t("alert") },
      el("p", {}, text), button);
    const layer = el("div", { class: "alert-layer" }, box);
    layer.addEventListener("keydown", (event) => event.key === "Escape" && close());
    for (const part of resting) part.inert = true;
    this.phone.append(layer);
    button.focus();
  }
}
