// The lower end of a phone: what a person writes, attaches or presses to answer the bot.

import { el, icon, iconButton } from "./dom.js";
import { askAttachment, askPlace } from "./dialogs.js";
import { replyKeyboard } from "./keyboards.js";
import { summary } from "./media.js";
import { openMenu } from "./menu.js";
import { t } from "./text.js";

/** So many photos make an album at most. */
const MOST_TOGETHER = 10;
const ACCEPTED = { photo: "image/jpeg,image/png,image/webp", document: "", video: "video/*", voice: "audio/*" };

/** Half-written messages outlive changes of person and reloads of the page. */
const drafts = {
  read: (id) => sessionStorage.getItem(`draft.${id}`) ?? "",
  write: (id, text) => (text ? sessionStorage.setItem(`draft.${id}`, text) : sessionStorage.removeItem(`draft.${id}`)),
};

/**
 * The composer of one phone. `actions`: `send(text, replyTo)`, `edit(id, text)`, `attach(files, kind, caption)`,
 * `sendPlace(point)`, `start()`, `restart()`; each returns a promise, `send` and `edit` of whether it worked.
 */
export class Composer {
  constructor(personId, actions) {
    this.personId = personId;
    this.actions = actions;
    this.commands = [];
    this.element = el("div", { class: "composer" });
    this.build();
    this.element.replaceChildren(this.writing);
  }

  build() {
    this.input = el("textarea", { rows: "1", placeholder: t("message"), "aria-label": t("message"), maxlength: "4096",
      enterkeyhint: "send", value: drafts.read(this.personId) });
    this.input.addEventListener("input", () => this.changed());
    this.input.addEventListener("keydown", (event) => this.keydown(event));
    this.input.addEventListener("paste", (event) => this.take(event.clipboardData.files, event));

    const attach = iconButton("clip", t("attach"), () => this.chooseKind(attach), { "aria-haspopup": "menu" });
    this.commandsButton = iconButton("commands", t("commands"), () => this.showCommands(), { "aria-haspopup": "menu" });
    this.keyboardButton = iconButton("keyboard", t("keyboard_hide"), () => this.toggleKeyboard());
    this.sendButton = iconButton("send", t("send"), () => this.submit());
    this.sendButton.classList.add("send");
    this.about = el("div", { class: "about", hidden: true });
    this.keyboard = el("div", { class: "keyboard-place" });
    this.writing = el("div", { class: "writing" }, this.about,
      el("div", { class: "line" }, this.commandsButton, this.input, this.keyboardButton, attach, this.sendButton),
      this.keyboard);
    this.startBar = el("div", { class: "bar" },
      el("button", { type: "button", class: "main", onclick: () => this.actions.start() }, t("start")));
    this.blockedBar = el("div", { class: "bar" }, el("p", { class: "faint" }, t("blocked")),
      el("button", { type: "button", class: "main", onclick: () => this.actions.restart() }, t("restart")));
    this.readingBar = el("div", { class: "bar" }, el("p", { class: "faint" }, t("reading_only")));
    this.changed();
  }

  /** Shows what fits the chat: writing, the Start button, or the way back from blocking. */
  update(chat) {
    const part = chat.muted ? this.readingBar : chat.blocked ? this.blockedBar : chat.started ? this.writing : this.startBar;
    if (this.element.firstChild !== part) {
      this.element.replaceChildren(part);
      this.changed();
    }
    this.commands = chat.commands ?? [];
    this.commandsButton.hidden = this.commands.length === 0;
    this.showKeyboard(chat.reply_keyboard);
  }

  showKeyboard(markup) {
    const written = JSON.stringify(markup ?? null);
    if (written === this.shownKeyboard) return;
    this.shownKeyboard = written;
    const buttons = markup?.keyboard?.length ? replyKeyboard(markup, (text) => this.say(text, markup)) : undefined;
    this.keyboard.replaceChildren(...(buttons ? [buttons] : []));
    this.keyboardButton.hidden = !buttons;
    this.input.placeholder = markup?.input_field_placeholder ?? t("message");
    this.toggleKeyboard(true);
  }

  toggleKeyboard(shown = this.keyboard.hidden) {
    this.keyboard.hidden = !shown;
    const label = t(shown ? "keyboard_hide" : "keyboard_show");
    this.keyboardButton.setAttribute("aria-label", label);
    this.keyboardButton.setAttribute("aria-expanded", shown);
    this.keyboardButton.title = label;
  }

  async say(text, markup) {
    if ((await this.actions.send(text)) && markup.one_time_keyboard) this.toggleKeyboard(false);
  }

  changed() {
    drafts.write(this.personId, this.editing ? "" : this.input.value);
    this.sendButton.disabled = this.input.value.trim() === "";
    this.input.style.height = "auto";
    // Hidden, it has no height to speak of.
    if (this.input.scrollHeight) this.input.style.height = `${this.input.scrollHeight}px`;
  }

  keydown(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && !this.about.hidden) {
      this.release();
    }
  }

  async submit() {
    const text = this.input.value;
    if (!text.trim()) return;
    const { editing, replyTo } = this;
    this.write("");
    this.release();
    const worked = await (editing ? this.actions.edit(editing, text) : this.actions.send(text, replyTo));
    if (!worked && !this.input.value) this.write(text);
  }

  write(text) {
    this.input.value = text;
    this.changed();
  }

  /** The next message answers this one. */
  reply(message) {
    this.release();
    this.replyTo = message.message_id;
    this.showAbout("reply", t("replying", { name: message.from?.first_name ?? "" }), summary(message));
  }

  /** The next message replaces the text of this one. */
  edit(message) {
    this.release();
    this.aside = this.input.value;
    this.editing = message.message_id;
    this.showAbout("edit", t("editing"), summary(message));
    this.write(message.text ?? message.caption ?? "");
  }

  showAbout(name, title, text) {
    this.about.replaceChildren(icon(name),
      el("span", { class: "about-text" }, el("strong", {}, title), el("span", {}, text)),
      iconButton("close", t("cancel"), () => this.release()));
    this.about.hidden = false;
    this.input.focus();
  }

  /** Forgets what the next message is about; what was being written before comes back. */
  release() {
    this.about.hidden = true;
    this.replyTo = undefined;
    if (this.editing === undefined) return;
    this.editing = undefined;
    this.write(this.aside);
  }

  showCommands() {
    const items = this.commands.map(({ command, description }) => ({
      label: el("span", { class: "command" }, el("b", {}, `/${command}`), " ", description),
      action: () => this.actions.send(`/${command}`),
    }));
    openMenu(this.commandsButton, items, t("commands"));
  }

  chooseKind(anchor) {
    const kinds = ["photo", "document", "video", "voice"];
    const names = { photo: "photo", document: "file", video: "video", voice: "voice" };
    const files = kinds.map((kind) => ({ label: t(kind), icon: names[kind], action: () => this.chooseFile(kind) }));
    const place = { label: t("location"), icon: "place", action: () => askPlace((point) => this.actions.sendPlace(point)) };
    openMenu(anchor, [...files, place], t("attach"));
  }

  chooseFile(kind) {
    // Photos can go together, as an album.
    const input = el("input", { type: "file", accept: ACCEPTED[kind], multiple: kind === "photo" });
    input.addEventListener("change", () => input.files[0] && this.offer([...input.files], kind));
    input.click();
  }

  /** Takes pasted or dropped files, if there are any: pictures together, of anything else the first. */
  take(files, event) {
    const file = files[0];
    if (!file || !this.writing.isConnected) return;
    event.preventDefault();
    const kind = file.type.startsWith("image/") ? "photo" : file.type.startsWith("video/") ? "video" : "document";
    const pictures = [...files].filter(({ type }) => type.startsWith("image/"));
    this.offer(kind === "photo" ? pictures : [file], kind);
  }

  offer(files, kind) {
    const together = files.slice(0, MOST_TOGETHER);
    askAttachment(together, kind, (chosen, caption) => this.actions.attach(together, chosen, caption));
  }
}
