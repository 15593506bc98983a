// Groups on a phone: the strip that switches between chats, and what can be done in a group.

import { el, icon } from "./dom.js";
import { post } from "./net.js";
import { t } from "./text.js";

const GROUP_ICONS = { private: "phone", group: "people", supergroup: "people", channel: "bell" };

/** The buttons of the strip; those with something new bear a mark. */
export function chatStrip(phone) {
  return phone.chats.map((chat) => {
    const isOpen = chat.id === phone.place;
    const newest = chat.newest ?? 0;
    if (isOpen || !phone.seenIn.has(chat.id)) phone.seenIn.set(chat.id, newest);
    const isNew = newest > phone.seenIn.get(chat.id);
    const name = chat.kind === "private" ? t("chat_with_bot") : chat.title;
    return el("button", {
      type: "button",
      class: "chat-tab",
      "aria-current": isOpen ? "true" : undefined,
      onclick: () => isOpen || phone.enter(chat.id),
    }, icon(GROUP_ICONS[chat.kind]), el("span", {}, name),
    isNew && el("span", { class: "badge", "aria-label": t("something_new") }, "•"));
  });
}

/** What the owner of a phone can do in the group that is open there. */
export function groupMenu(phone) {
  const { group, person, app } = phone;
  const isChannel = group.kind === "channel";
  const act = async (body, after) => {
    try {
      await post(`/api/groups/${group.id}/${after ?? "member"}`, { by: person.id, ...body });
    } catch (error) {
      phone.notices.toast(error.message);
    }
    await phone.refresh();
  };
  const isIn = (standing) => standing && !["out", "kicked"].includes(standing);
  const add = () => app.choosePerson((chosen) => act({ who: chosen.id, is: "member" }));
  return [
    { label: t("add_person"), icon: "plus", action: add },
    !isIn(group.bot) && !isChannel && { label: t("add_bot"), icon: "plus", action: () => act({ is: "member" }) },
    group.bot !== "administrator" &&
      { label: t("make_administrator"), icon: "edit", action: () => act({ is: "administrator" }) },
    isIn(group.bot) && group.bot !== "muted" &&
      { label: t("mute_bot"), icon: "voice", action: () => act({ is: "muted" }) },
    isIn(group.bot) && !isChannel && group.bot !== "member" &&
      { label: t("unmute_bot"), icon: "voice", action: () => act({ is: "member" }) },
    group.kind === "group" && { label: t("upgrade_group"), icon: "people", action: () => act({}, "upgrade") },
    isIn(group.bot) && { label: t("remove_bot"), icon: "close", danger: true, action: () => act({ is: "kicked" }) },
    { label: t("leave_group"), icon: "close", danger: true, action: () => act({ who: person.id, is: "out" }) },
  ];
}
