// One message as a bubble.

import { el, icon, iconButton } from "./dom.js";
import { formatted } from "./entities.js";
import { inlineKeyboard } from "./keyboards.js";
import { media, summary } from "./media.js";
import { momentOf, t, timeOf } from "./text.js";

const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic}|\p{Emoji_Modifier})*){1,3}$/u;

/** Did the person of this phone send it? */
export const isOwn = (message, person) => message.from?.id === person.id;

/** The list item for a message. `context` holds `person`, `waiting` and `actions`. */
export function messageItem(message, context) {
  if (message.pinned_message) {
    return note(message, icon("pin"), t("pinned", { text: summary(message.pinned_message) }));
  }
  const content = media(message);
  const happened = service(message);
  if (happened) return note(message, icon("people"), happened);
  const text = message.text ?? message.caption;
  if (text === undefined && !content) return note(message, t("unknown_message"));

  const own = isOwn(message, context.person);
  const bubble = el("div", { class: "bubble" },
    sender(message, own),
    forward(message),
    quote(message, context),
    content,
    text !== undefined && el("div", { class: ONLY_EMOJI.test(text) ? "text large" : "text" },
      formatted(text, message.entities ?? message.caption_entities, context.actions), meta(message)),
    text === undefined && meta(message));
  if (content) bubble.classList.add("with-media");
  const keyboard = inlineKeyboard(message, context.waiting, context.actions);
  const more = iconButton("more", t("message_menu"), () => context.actions.menu(message, more), { "aria-haspopup": "menu" });
  more.classList.add("message-more");
  return el("li", { class: own ? "message own" : "message", "data-id": message.message_id },
    el("div", { class: "bubble-row" }, bubble, more), keyboard);
}

function note(message, ...content) {
  return el("li", { class: "note", "data-id": message.message_id }, el("span", {}, ...content));
}

/** What Telegram itself says of a group. */
function service(message) {
  const names = (users) => users.map((user) => user.first_name).join(", ");
  if (message.new_chat_members) return t("came", { name: names(message.new_chat_members) });
  if (message.left_chat_member) return t("went", { name: message.left_chat_member.first_name });
  if (message.new_chat_title) return t("retitled", { title: message.new_chat_title });
  if (message.migrate_from_chat_id || message.migrate_to_chat_id) return t("upgraded");
  if (message.group_chat_created || message.supergroup_chat_created || message.channel_chat_created) {
    return t("made", { title: message.chat.title });
  }
  return undefined;
}

/** In a group each message says whose it is. */
function sender(message, own) {
  if (own || message.chat.type === "private") return undefined;
  return el("strong", { class: "sender" }, message.from?.first_name ?? message.sender_chat?.title ?? "");
}

/** Time and the "edited" mark, in the last line of the text if there is room. */
function meta(message) {
  return el("span", { class: "meta" },
    message.edit_date ? el("span", { title: momentOf(message.edit_date) }, t("edited")) : undefined,
    el("time", { datetime: new Date(message.date * 1000).toISOString(), title: momentOf(message.date) },
      timeOf(message.date)));
}

function forward(message) {
  const origin = message.forward_origin;
  if (!origin) return undefined;
  const who = origin.sender_user ?? origin.chat ?? origin.sender_chat ?? {};
  const name = origin.sender_user_name ?? who.first_name ?? who.title ?? "";
  return el("div", { class: "forward" }, t("forwarded", { name }));
}

function quote(message, context) {
  const original = message.reply_to_message;
  if (!original) return undefined;
  return el("button", { type: "button", class: "quote", onclick: () => context.actions.scrollTo(original.message_id) },
    el("strong", {}, original.from?.first_name ?? ""),
    el("span", {}, message.quote?.text ?? summary(original)));
}
