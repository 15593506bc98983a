// A small list of things to do that drops down from a button.

import { el, icon } from "./dom.js";

/**
 * Opens a menu at `anchor`. Items are `{label, icon?, picture?, danger?, action}`; falsy ones are left out. `heading` is
 * for a menu that asks something. Arrow keys move, Escape and a click elsewhere close it, and the focus goes back to
 * where it came from.
 */
export function openMenu(anchor, items, label, heading) {
  const list = el("div", { class: "menu", role: "menu", "aria-label": label, popover: "auto" },
    heading && el("p", { class: "menu-heading", "aria-hidden": "true" }, heading));
  for (const item of items.filter(Boolean)) {
    const choose = () => {
      list.hidePopover();
      item.action();
    };
    list.append(el("button", { type: "button", role: "menuitem", class: item.danger ? "danger" : undefined,
      onclick: choose }, item.icon ? icon(item.icon) : item.picture, el("span", {}, item.label)));
  }
  list.addEventListener("keydown", move);
  list.addEventListener("toggle", (event) => {
    if (event.newState === "closed") list.remove();
  });
  (anchor.closest(".phone, .top-bar") ?? document.body).append(list);
  list.showPopover();
  place(list, anchor);
  list.querySelector("button")?.focus();
}

function move(event) {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  buttons.at(target % buttons.length).focus();
}

const GAP = 6;

/** Under the anchor if there is room, else above; never out of the anchor's phone nor of the window. */
function place(list, anchor) {
  const box = anchor.getBoundingClientRect();
  const { left: home = 0 } = anchor.closest(".phone")?.getBoundingClientRect() ?? {};
  const below = box.bottom + GAP + list.offsetHeight < innerHeight;
  const top = below ? box.bottom + GAP : Math.max(GAP, box.top - GAP - list.offsetHeight);
  const left = Math.min(Math.max(home + GAP, box.right - list.offsetWidth), innerWidth - list.offsetWidth - GAP);
  list.style.top = `${top}px`;
  list.style.left = `${left}px`;
}
