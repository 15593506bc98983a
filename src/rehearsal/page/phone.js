// One phone: one person's chat with the bot, and their groups. It shows what the rehearsal says and keeps nothing but drafts of its own.

import { avatar, el, fullName, icon, iconButton } from "./dom.js";
import { askLanguage, askLink, askTitle } from "./dialogs.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { get, patch, post } from "./net.js";
import { languageName, t } from "./text.js";
import { openMenu } from "./menu.js";
import { isOwn } from "./message.js";
import { markWaiting } from "./keyboards.js";
import { inRounds } from "./rounds.js";
import { chatStrip, groupMenu } from "./groups.js";
import { groupPayload, startPayload } from "./links.js";
import { Notices } from "./notices.js";

const PRESS_WAIT_SECONDS = 30;

export class Phone {
  /** `app` knows the people, the bot and the clock, and what to do when the phone closes or changes hands. */
  constructor(app, person) {
    this.app = app;
    this.waiting = new Set();
    /** Fetches the chat and shows what changed. */
    this.refresh = inRounds(() => this.fetchChat());
    this.element = el("section", { class: "phone" });
    this.dropHint = el("div", { class: "drop-hint", "aria-hidden": "true" }, t("drop"));
    this.acceptDrops();
    this.show(person);
  }

  /** Hands the phone to a person. */
  show(person) {
    this.person = person;
    this.chats = [];
    /** The newest message that was seen in each chat. */
    this.seenIn = new Map();
    return this.enter(person.id);
  }

  /** Opens a chat: the one with the bot, or a group. */
  enter(place) {
    const { person } = this;
    this.place = place;
    this.unread = 0;
    this.chat = undefined;
    this.waiting.clear();
    this.path = `/api/people/${person.id}${this.isGroup ? `@${place}` : ""}`;
    const actions = {
      send: (text, replyTo) => this.does("send", { text, reply_to: replyTo }),
      edit: (id, text) => this.does("edit", { message_id: id, text }),
      attach: (files, kind, caption) => this.attach(files, kind, caption),
      sendPlace: (point) => this.sendPlace(point),
      start: () => this.start(),
      restart: async () => (await this.does("unblock")) && this.start(),
    };
    this.composer = new Composer(this.isGroup ? `${person.id}@${place}` : person.id, actions);
    this.conversation = new Conversation({
      person,
      waiting: this.waiting,
      now: () => this.app.now(),
      load: (query) => get(`${this.path}/chat?${query}`),
      unread: (count) => this.setUnread(count),
      actions: {
        link: (url, anchor) => this.follow(url, anchor),
        command: (text) => this.does("send", { text }),
        copy: (text) => this.copy(text),
        cannot: () => this.notices.toast(t("cannot_open")),
        press: (message, button, key) => this.press(message, button, key),
        menu: (message, anchor) => this.messageMenu(message, anchor),
      },
    });
    this.notices = new Notices(this.element);
    this.header = el("header", { class: "phone-header" });
    this.strip = el("nav", { class: "chat-strip", "aria-label": t("chats"), hidden: true });
    this.body = el("div", { class: "phone-body" }, this.conversation.element, this.composer.element);
    this.element.replaceChildren(this.header, this.strip, this.body, this.notices.element, this.dropHint);
    this.personChanged();
    return this.refresh();
  }

  /** The list of people was fetched anew. */
  personChanged() {
    this.person = this.app.people.get(this.person.id) ?? this.person;
    const name = fullName(this.person);
    this.element.setAttribute("aria-label", t("phone_of", { name }));
    this.status = el("span", { class: "phone-status" });
    const more = iconButton("more", t("phone_menu"), () => this.menu(more), { "aria-haspopup": "menu" });
    this.header.replaceChildren(
      el("button", { type: "button", class: "who", title: t("switch_person"), onclick: () => this.changeHands() },
        avatar(this.person),
        el("span", { class: "who-text" }, el("span", { class: "who-name" }, name, icon("down")), this.status)),
      more,
      iconButton("close", t("close_phone"), () => this.app.close(this)));
    this.showStatus();
  }

  /** The open chat is a group. */
  get isGroup() {
    return this.place !== this.person.id;
  }

  /** The open group, as it was fetched last. */
  get group() {
    return this.chats.find((chat) => chat.id === this.place && chat.kind !== "private");
  }

  showStatus() {
    const typing = this.chat?.typing;
    this.status.classList.toggle("typing", Boolean(typing));
    const { first_name: name } = this.app.bot;
    if (this.group) this.status.textContent = `${this.group.title} · ${t(this.group.kind)}`;
    else this.status.textContent = typing ? `${name} ${t("typing")}` : `${name} · ${t("bot")}`;
  }

  async fetchChat() {
    const { conversation } = this;
    try {
      const [chat, chats] = await Promise.all([
        conversation.refresh(this.app.bot), get(`/api/people/${this.person.id}/chats`)]);
      // The phone may have changed hands meanwhile.
      if (conversation !== this.conversation) return;
      this.chat = chat;
      this.chats = chats;
      this.strip.replaceChildren(...chatStrip(this));
      this.strip.hidden = chats.length < 2;
      this.composer.update(chat);
      this.showStatus();
    } catch (error) {
      // Taken out of the group, or it became another one.
      if (this.isGroup && conversation === this.conversation) this.enter(this.person.id);
      else this.notices.toast(error.message);
    }
  }

  /** Does what the person does, and says so if it does not work. */
  async does(what, body) {
    try {
      await post(`${this.path}/${what}`, body);
      if (what === "send" || what === "start") this.conversation.toBottom();
      await this.refresh();
      return true;
    } catch (error) {
      this.notices.toast(error.message);
      return false;
    }
  }

  /** Sends files. Photos go as an album; other files one after another, the words with the first. */
  async attach(files, kind, caption) {
    const albums = kind === "photo" ? [files] : files.map((file) => [file]);
    for (const [at, album] of albums.entries()) {
      const form = new FormData();
      form.append("kind", kind);
      if (caption && at === 0) form.append("caption", caption);
      for (const file of album) form.append("file", file, file.name);
      await post(`${this.path}/attach`, form);
    }
    this.conversation.toBottom();
    await this.refresh();
  }

  async sendPlace(point) {
    await post(`${this.path}/place`, point);
    this.conversation.toBottom();
    await this.refresh();
  }

  async press(message, button, key) {
    if (this.waiting.has(key)) return;
    const { path, notices } = this;
    const mark = (isWaiting) => {
      this.waiting[isWaiting ? "add" : "delete"](key);
      const element = this.element.querySelector(`[data-key="${key}"]`);
      if (element) markWaiting(element, isWaiting);
    };
    mark(true);
    try {
      const answer = await post(`${path}/press`,
        { message_id: message.message_id, data: button.callback_data, wait_seconds: PRESS_WAIT_SECONDS });
      if (!answer.answered) notices.toast(t("no_answer"));
      if (answer.text) notices.show(answer.text, answer.show_alert);
      if (answer.url) this.follow(answer.url);
    } catch (error) {
      notices.toast(error.message);
    } finally {
      mark(false);
    }
  }

  /** Opens a link; `anchor` is what was pressed, if it stands in a message. */
  follow(url, anchor) {
    const payload = startPayload(url, this.app.bot);
    const code = groupPayload(url, this.app.bot);
    if (code !== undefined) this.askGroup(code, anchor);
    else if (payload !== undefined && anchor) this.askWhoFollows(url, payload, anchor);
    else if (payload !== undefined) this.start(payload);
    else if (/^(https?|mailto):/i.test(url)) window.open(url, "_blank", "noopener");
    else this.notices.toast(t("cannot_open"));
  }

  /** People send each other links that start the bot, so it asks on whose phone one is opened. */
  askWhoFollows(url, payload, anchor) {
    const { app } = this;
    const follow = (person) => app.open(person).start(payload);
    // Whoever is not there yet is the likeliest, the owner of this phone the least.
    const isLate = (phone) => (phone === this ? 2 : phone.chat?.started ? 1 : 0);
    const phones = [...app.phones].sort((a, b) => isLate(a) - isLate(b));
    openMenu(anchor, [
      ...phones.map(({ person }) => (
        { label: fullName(person), picture: avatar(person), action: () => follow(person) })),
      { label: t("other_person"), icon: "phone", action: () => app.choosePerson(follow) },
      { label: t("copy_this_link"), icon: "copy", action: () => this.copy(url) },
    ], t("who_follows"), t("who_follows"));
  }

  /** A link that brings the bot into a group asks into which. */
  askGroup(code, anchor = this.header) {
    const bring = async (group) => {
      await this.enter(group.id);
      await this.start(code);
    };
    const groups = this.chats.filter((chat) => ["group", "supergroup"].includes(chat.kind));
    openMenu(anchor, [
      ...groups.map((group) => ({ label: group.title, icon: "people", action: () => bring(group) })),
      { label: t("new_group"), icon: "plus", action: () => this.newGroup("group", bring) },
    ], t("which_group"), t("which_group"));
  }

  /** Makes a group or a channel, and opens it. */
  newGroup(kind, then = (group) => this.enter(group.id)) {
    askTitle(t(`new_${kind}`), async (title) => {
      const group = await post("/api/groups", { by: this.person.id, kind, title });
      await this.refresh();
      await then(group);
    });
  }

  /** Starts the bot, as a link with this parameter does; in a group, brings it in. */
  start(payload) {
    return this.does("start", payload ? { payload } : {});
  }

  async copy(text) {
    await navigator.clipboard.writeText(text);
    this.notices.toast(t("copied"));
  }

  menu(anchor) {
    if (this.group) {
      openMenu(anchor, groupMenu(this), t("phone_menu"));
      return;
    }
    const { blocked } = this.chat ?? this.person;
    openMenu(anchor, [
      { label: t("follow_link"), icon: "link", action: () => this.askLink() },
      { label: t("new_group"), icon: "people", action: () => this.newGroup("group") },
      { label: t("new_channel"), icon: "bell", action: () => this.newGroup("channel") },
      { label: t("telegram_language", { language: languageName(this.person.language_code) }), icon: "language",
        action: () => askLanguage(this.person, (code) => this.setLanguage(code)) },
      { label: t("transcript"), icon: "file", action: () => window.open(`${this.path}/screen`, "_blank", "noopener") },
      { label: t("other_person"), icon: "phone", action: () => this.changeHands() },
      blocked
        ? { label: t("unblock"), icon: "bell", action: () => this.does("unblock") }
        : { label: t("block"), icon: "close", danger: true, action: () => this.does("block") },
    ], t("phone_menu"));
  }

  messageMenu(message, anchor) {
    const own = isOwn(message, this.person);
    const text = message.text ?? message.caption;
    openMenu(anchor, [
      { label: t("reply"), icon: "reply", action: () => this.composer.reply(message) },
      text && { label: t("copy"), icon: "copy", action: () => this.copy(text) },
      own && text && { label: t("edit"), icon: "edit", action: () => this.composer.edit(message) },
      { label: t("remove"), icon: "remove", danger: true,
        action: () => this.does("delete", { message_id: message.message_id }) },
    ], t("message_menu"));
  }

  changeHands() {
    this.app.choosePerson((person) => this.app.hand(this, person));
  }

  askLink() {
    askLink(this.app.bot, (link) => {
      const payload = startPayload(link, this.app.bot) ?? (/^[\w-]{0,64}$/.test(link) ? link : undefined);
      if (payload === undefined) throw new Error(t("follow_wrong"));
      return this.start(payload);
    });
  }

  async setLanguage(code) {
    await patch(`/api/people/${this.person.id}`, { language_code: code });
    await this.app.loadPeople();
  }

  setUnread(count) {
    this.unread = count;
    this.app.unreadChanged();
  }

  acceptDrops() {
    const over = (isOver) => this.element.classList.toggle("dropping", isOver);
    this.element.addEventListener("dragover", (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      over(true);
    });
    this.element.addEventListener("dragleave", (event) => {
      if (!this.element.contains(event.relatedTarget)) over(false);
    });
    this.element.addEventListener("drop", (event) => {
      event.preventDefault();
      over(false);
      this.composer.take(event.dataTransfer.files, event);
    });
  }
}
