// The messages of one chat. Only what changed is drawn anew, so that a playing video plays on and a scroll stays.

import { el, icon } from "./dom.js";
import { isOwn, messageItem } from "./message.js";
import { dayKey, dayOf, t } from "./text.js";

const PAGE = 50;
const MOST = 200;
const NEAR_BOTTOM_PX = 60;
const HIGHLIGHT_MS = 1200;

export class Conversation {
  /** `context`: `person`, `waiting`, `actions`, `now()`, `load(query)`, `unread(count)`. */
  constructor(context) {
    this.context = { ...context, actions: { ...context.actions, scrollTo: (id) => this.scrollTo(id) } };
    /** By id: {message, written, node}. */
    this.items = new Map();
    this.days = new Map();
    /** Stays with the newest message. */
    this.following = true;
    this.lastTop = 0;
    this.unseen = 0;
    this.hasEarlier = false;
    this.list = el("ol", { class: "messages" });
    this.earlier = el("button", { type: "button", class: "earlier", hidden: true, onclick: () => this.loadEarlier() },
      t("earlier"));
    this.empty = el("div", { class: "empty", hidden: true });
    const label = t("messages");
    this.scroller = el("div", { class: "scroller", role: "log", tabindex: "0", "aria-label": label, "aria-live": "off" },
      this.earlier, this.list);
    this.badge = el("span", { class: "badge", hidden: true });
    this.down = el("button", { type: "button", class: "icon-button to-bottom", "aria-label": t("to_bottom"),
      title: t("to_bottom"), hidden: true, onclick: () => this.toBottom() }, icon("down"), this.badge);
    this.element = el("div", { class: "conversation" }, this.scroller, this.empty, this.down);
    this.scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    // A growing composer, a keyboard or a picture must not hide the last words.
    const observer = new ResizeObserver(() => this.follow());
    observer.observe(this.scroller);
    observer.observe(this.list);
  }

  /** Fetches the newest messages and shows what changed; returns the chat. */
  async refresh(bot) {
    const limit = Math.min(MOST, Math.max(PAGE, this.items.size));
    const chat = await this.context.load(`limit=${limit}`);
    const newest = Math.max(0, ...this.items.keys());
    const isFirst = this.items.size === 0;
    this.take(chat.messages, chat.messages.length >= limit);
    if (isFirst) this.hasEarlier = chat.messages.length >= limit;
    this.draw();
    this.showEmpty(bot);
    const arrived = chat.messages.filter(
      (message) => message.message_id > newest && !isOwn(message, this.context.person));
    if (isFirst) this.toBottom();
    else this.count(arrived.length);
    // What was there from the start is not news to be read out.
    this.scroller.setAttribute("aria-live", "polite");
    return chat;
  }

  /** An empty chat says what the bot says of itself. */
  showEmpty(bot) {
    this.empty.hidden = this.items.size > 0;
    const title = t(bot.description ? "what_can" : "empty");
    this.empty.replaceChildren(el("strong", {}, title), el("span", {}, bot.description || t("empty_hint")));
  }

  /** Replaces the newest messages by these; what is older stays if these are only a part. */
  take(messages, isPart) {
    const oldest = isPart ? Math.min(...messages.map((message) => message.message_id)) : 0;
    const present = new Set(messages.map((message) => message.message_id));
    for (const id of this.items.keys()) {
      if (id >= oldest && !present.has(id)) this.items.delete(id);
    }
    for (const message of messages) {
      const written = JSON.stringify(message);
      if (this.items.get(message.message_id)?.written === written) continue;
      this.items.set(message.message_id, { message, written, node: messageItem(message, this.context) });
    }
  }

  draw() {
    this.measure();
    const now = this.context.now();
    const wanted = [];
    let day;
    let album;
    for (const id of [...this.items.keys()].sort((a, b) => a - b)) {
      const { message, node } = this.items.get(id);
      const key = dayKey(message.date);
      if (key !== day) wanted.push(this.dayNode(key, message.date, now));
      // What was sent together stands together.
      node.classList.toggle("of-album", Boolean(album) && message.media_group_id === album);
      album = message.media_group_id;
      day = key;
      wanted.push(node);
    }
    const staying = new Set(wanted);
    for (const node of [...this.list.children]) if (!staying.has(node)) node.remove();
    wanted.forEach((node, index) => {
      if (this.list.children[index] !== node) this.list.insertBefore(node, this.list.children[index] ?? null);
    });
    this.earlier.hidden = !this.hasEarlier;
    if (this.following) this.jumpToBottom();
  }

  dayNode(key, date, now) {
    const text = dayOf(date, now);
    const node = this.days.get(key) ?? el("li", { class: "note" }, el("span", {}, text));
    node.firstChild.textContent = text;
    this.days.set(key, node);
    return node;
  }

  async loadEarlier() {
    if (this.loading || this.items.size === 0) return;
    this.loading = true;
    try {
      const before = Math.min(...this.items.keys());
      const { messages } = await this.context.load(`limit=${PAGE}&before=${before}`);
      const { scrollHeight, scrollTop } = this.scroller;
      for (const message of messages) {
        this.items.set(message.message_id,
          { message, written: JSON.stringify(message), node: messageItem(message, this.context) });
      }
      this.hasEarlier = messages.length >= PAGE;
      this.draw();
      this.scroller.scrollTop = scrollTop + this.scroller.scrollHeight - scrollHeight;
    } finally {
      this.loading = false;
    }
  }

  scrolled() {
    this.measure();
    if (this.scroller.scrollTop < NEAR_BOTTOM_PX && this.hasEarlier && !this.following) this.loadEarlier();
  }

  /** Notices whether the person stays with the newest message or looks back. */
  measure() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    // Out of sight there is nothing to measure.
    if (!clientHeight) return;
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX;
    // Only a move upwards is a wish to stay: the view may also have shrunk, or the messages grown.
    if (isNear) this.following = true;
    else if (scrollTop < this.lastTop) this.following = false;
    this.lastTop = scrollTop;
    this.down.hidden = this.following;
    if (this.following) this.seen();
  }

  follow() {
    this.measure();
    if (this.following) this.jumpToBottom();
  }

  isSeen() {
    return this.following && this.scroller.clientHeight > 0;
  }

  count(arrived) {
    if (this.isSeen()) return;
    if (arrived === 0) return;
    this.unseen += arrived;
    this.showUnseen();
  }

  /** The person looks at the newest messages. */
  seen() {
    if (this.unseen === 0) return;
    this.unseen = 0;
    this.showUnseen();
  }

  showUnseen() {
    this.badge.hidden = !this.unseen;
    this.badge.textContent = this.unseen || "";
    this.context.unread(this.unseen);
  }

  toBottom() {
    this.following = true;
    this.down.hidden = true;
    this.seen();
    this.jumpToBottom();
  }

  jumpToBottom() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.lastTop = this.scroller.scrollTop;
  }

  scrollTo(id) {
    const node = this.items.get(id)?.node;
    if (!node) return;
    node.scrollIntoView({ block: "center" });
    node.classList.add("highlight");
    setTimeout(() => node.classList.remove("highlight"), HIGHLIGHT_MS);
  }
}
