// One phone: one person's chat with the bot. It shows what the rehearsal says and keeps nothing but drafts of its own.

import { avatar, el, fullName, icon, iconButton } from "./dom.js";
import { askLanguage, askLink } from "./dialogs.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { get, patch, post } from "./net.js";
import { languageName, t } from "./text.js";
import { openMenu } from "./menu.js";
import { isOwn } from "./message.js";
import { markWaiting } from "./keyboards.js";
import { inRounds } from "./rounds.js";
import { startPayload } from "./links.js";
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
    this.unread = 0;
    this.chat = undefined;
    this.waiting.clear();
    this.path = `/api/people/${person.id}`;
    const actions = {
      send: (text, replyTo) => this.does("send", { text, reply_to: replyTo }),
      edit: (id, text) => this.does("edit", { message_id: id, text }),
      attach: (files, kind, caption) => this.attach(files, kind, caption),
      place: (point) => this.place(point),
      start: () => this.start(),
      restart: async () => (await this.does("unblock")) && this.start(),
    };
    this.composer = new Composer(person.id, actions);
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
    this.body = el("div", { class: "phone-body" }, this.conversation.element, this.composer.element);
    this.element.replaceChildren(this.header, this.body, this.notices.element, this.dropHint);
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

  showStatus() {
    const typing = this.chat?.typing;
    this.status.classList.toggle("typing", Boolean(typing));
    const { first_name: name } = this.app.bot;
    this.status.textContent = typing ? `${name} ${t("typing")}` : `${name} · ${t("bot")}`;
  }

  async fetchChat() {
    const { conversation } = this;
    try {
      const chat = await conversation.refresh(this.app.bot);
      // The phone may have changed hands meanwhile.
      if (conversation !== this.conversation) return;
      this.chat = chat;
      this.composer.update(chat);
      this.showStatus();
    } catch (error) {
      this.notices.toast(error.message);
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

  async place(point) {
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
    if (payload !== undefined && anchor) this.askWhoFollows(url, payload, anchor);
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

  /** Starts the bot, as a link with this parameter does. */
  start(payload) {
    return this.does("start", payload ? { payload } : {});
  }

  async copy(text) {
    await navigator.clipboard.writeText(text);
    this.notices.toast(t("copied"));
  }

  menu(anchor) {
    const { blocked } = this.chat ?? this.person;
    openMenu(anchor, [
      { label: t("follow_link"), icon: "link", action: () => this.askLink() },
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
    await patch(this.path, { language_code: code });
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
