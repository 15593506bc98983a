// Buttons a bot puts under its messages and in place of the keyboard.

import { el, icon } from "./dom.js";
import { t } from "./text.js";

/** Names a button, for as long as its message stands. */
export const buttonKey = (messageId, row, column) => `${messageId}:${row}:${column}`;

/**
 * The rows under a message. `waiting` holds the keys of pressed buttons without an answer yet;
 * `actions.press(message, button, key)` and `actions.link(url)` do the rest.
 */
export function inlineKeyboard(message, waiting, actions) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return undefined;
  return el("div", { class: "inline-keyboard" }, rows.map((row, y) =>
    el("div", { class: "key-row" }, row.map((button, x) => {
      const key = buttonKey(message.message_id, y, x);
      return inlineButton(button, key, waiting.has(key), () => activate(message, button, key, actions));
    }))));
}

function inlineButton(button, key, isWaiting, onclick) {
  const corner = button.url || button.web_app ? icon("link") : button.copy_text ? icon("copy") : undefined;
  const element = el("button", { type: "button", class: "inline-button", "data-key": key, onclick },
    el("span", {}, button.text), corner);
  if (button.style) element.classList.add(`style-${button.style}`);
  markWaiting(element, isWaiting);
  return element;
}

/** Shows or hides the spinner of a button. */
export function markWaiting(element, isWaiting) {
  element.classList.toggle("waiting", isWaiting);
  element.toggleAttribute("aria-busy", isWaiting);
  if (isWaiting) element.setAttribute("aria-description", t("waiting"));
  else element.removeAttribute("aria-description");
}

function activate(message, button, key, actions) {
  if (button.url) actions.link(button.url);
  else if (button.callback_data !== undefined) actions.press(message, button, key);
  else if (button.web_app) actions.link(button.web_app.url);
  else if (button.copy_text) actions.copy(button.copy_text.text);
  else actions.cannot();
}

/** The buttons in place of the keyboard; pressing one says its text. */
export function replyKeyboard(markup, say) {
  const rows = markup.keyboard.map((row) => row.map((button) => (typeof button === "string" ? button : button.text)));
  return el("div", { class: "reply-keyboard", role: "group", "aria-label": t("keyboard") },
    rows.map((row) => el("div", { class: "key-row" },
      row.map((text) => el("button", { type: "button", class: "reply-button", onclick: () => say(text) }, text)))));
}
