// The page: phones side by side on a desk, or one at a time on a small screen.

import { avatar, el, icon, iconButton } from "./dom.js";
import { askNewPerson, askPerson } from "./dialogs.js";
import { Guide } from "./guide.js";
import { openMenu } from "./menu.js";
import { get, listen, post } from "./net.js";
import { Phone } from "./phone.js";
import { inRounds } from "./rounds.js";
import { changeLanguage, clockTime, language, t } from "./text.js";

const STORED = "rehearsal.phones";
const FIRST_PHONES = 3;
const API_DOC = "/docs/rehearsal-api.md";
const HOUR = 3600;
const DAY = 86400;

/** A lost connection shows itself, and everything is fetched anew when it is back. */
const unreached = () => {};

class App {
  people = new Map();
  phones = [];
  guide = new Guide();
  /** How far the rehearsal's clock is ahead of this computer's, in milliseconds. */
  ahead = 0;

  async start() {
    this.build();
    document.documentElement.lang = language;
    document.title = t("title");
    await Promise.all([this.loadPeople(), this.loadClock()]);
    listen((event) => this.changed(event), (isConnected) => this.connected(isConnected));
    setInterval(() => this.showClock(), 1000);
  }

  build() {
    const button = (label, title, onclick) => el("button", { type: "button", class: "bar-button", title, onclick }, label);
    this.clock = el("time", { class: "clock", title: t("clock"), "aria-label": t("clock") });
    this.botLink = el("button",
      { type: "button", class: "bot-link", title: t("copy_link"), onclick: () => this.copyLink() });
    this.lost = el("div", { class: "lost", role: "status", hidden: true }, t("lost"));
    this.tabs = el("nav", { class: "tabs", "aria-label": t("phones") });
    this.desk = el("main", { class: "desk", id: "desk" });
    this.help = button("?", t("guide"), () => this.guide.show());
    this.help.hidden = true;
    const more = iconButton("more", t("more"), () => this.menu(more), { "aria-haspopup": "menu" });
    const bar = el("header", { class: "top-bar" },
      el("h1", {}, el("img", { src: "/icon.svg", alt: "", width: "24", height: "24" }), t("title")),
      this.botLink,
      el("div", { class: "bar-group people-buttons" },
        button([icon("plus"), el("span", {}, t("new_person"))], t("new_person"), () => this.newPerson()),
        button([icon("phone"), el("span", {}, t("open_phone"))], t("open_phone"), () => this.choosePerson())),
      el("div", { class: "bar-group clock-buttons" }, this.clock,
        button(t("hour"), t("hour_label"), () => this.forward(HOUR)),
        button(t("day"), t("day_label"), () => this.forward(DAY))),
      el("div", { class: "bar-group" },
        this.help,
        button(t("other_language"), t("other_language_label"), () => this.otherLanguage()),
        el("a", { class: "bar-button", href: API_DOC, title: t("api_label"), target: "_blank" }, "API")),
      more);
    more.classList.add("bar-more");
    document.body.append(el("a", { class: "skip", href: "#desk" }, t("skip")), bar, this.lost, this.guide.element,
      this.tabs, this.desk);
  }

  /** The top bar of a small screen, where its buttons have no room. */
  menu(anchor) {
    const { textContent: time } = this.clock;
    openMenu(anchor, [
      { label: t("new_person"), icon: "plus", action: () => this.newPerson() },
      { label: `@${this.bot.username}`, icon: "copy", action: () => this.copyLink() },
      { label: `${t("hour")} · ${time}`, icon: "clock", action: () => this.forward(HOUR) },
      { label: `${t("day")} · ${time}`, icon: "clock", action: () => this.forward(DAY) },
      !this.help.hidden && { label: t("guide"), icon: "help", action: () => this.guide.show() },
      { label: t("other_language_name"), icon: "language", action: () => this.otherLanguage() },
      { label: "API", icon: "file", action: () => window.open(API_DOC, "_blank") },
    ], t("more"));
  }

  otherLanguage() {
    changeLanguage(language === "en" ? "uk" : "en");
  }

  // People

  /** Fetches the people and the bot: who there is to talk. */
  loadPeople = inRounds(() => this.fetchPeople());

  async fetchPeople() {
    const [bot, people] = await Promise.all([get("/api/bot"), get("/api/people")]);
    this.bot = bot;
    this.botLink.replaceChildren(`@${bot.username}`, icon("copy"));
    this.people = new Map(people.map((person) => [person.id, person]));
    // The steps are about the bot that the crowd knows; another one may be rehearsed here too.
    if (this.help.hidden && people.some((person) => person.crowd)) {
      this.help.hidden = false;
      this.guide.offer();
    }
    for (const phone of this.phones) phone.personChanged();
    if (!this.phones.length) this.phones = this.rememberedPeople().map((person) => new Phone(this, person));
    this.arrange();
  }

  /** Those whose phones were open last time, else the first few. */
  rememberedPeople() {
    const all = [...this.people.values()];
    const ids = JSON.parse(localStorage.getItem(STORED) ?? "null");
    const remembered = ids?.map((id) => this.people.get(id)).filter(Boolean);
    // An empty desk was somebody's wish, unknown people mean another rehearsal.
    if (remembered && (remembered.length || !ids.length)) return remembered;
    return [...all.filter((person) => !person.crowd), ...all.filter((person) => person.crowd)].slice(0, FIRST_PHONES);
  }

  /** Asks for a new person and does something with them; unless said otherwise, gives them a phone. */
  newPerson(then = (person) => this.open(person)) {
    askNewPerson(async (wanted) => {
      const person = await post("/api/people", wanted);
      await this.loadPeople();
      then(person);
    });
  }

  /** Asks for somebody, known or new. */
  choosePerson(choose = (person) => this.open(person)) {
    askPerson([...this.people.values()], { choose, create: () => this.newPerson(choose) });
  }

  // Phones

  /** Brings a person's phone to the front, and returns it. */
  open(person) {
    const already = this.phones.find((phone) => phone.person.id === person.id);
    this.active = already ?? new Phone(this, person);
    if (!already) this.phones.push(this.active);
    this.arrange();
    this.remember();
    this.active.element.scrollIntoView({ inline: "nearest", block: "nearest" });
    return this.active;
  }

  close(phone) {
    const at = this.phones.indexOf(phone);
    this.phones.splice(at, 1);
    if (this.active === phone) this.active = this.phones[at] ?? this.phones[at - 1];
    this.arrange();
    this.remember();
  }

  /** Gives a phone to another person; two phones of one person would be confusing, so they swap. */
  hand(phone, person) {
    const other = this.phones.find((open) => open !== phone && open.person.id === person.id);
    if (other) other.show(phone.person);
    phone.show(person);
    this.arrange();
    this.remember();
  }

  /** The same phones next time. */
  remember() {
    localStorage.setItem(STORED, JSON.stringify(this.phones.map((phone) => phone.person.id)));
  }

  arrange() {
    if (!this.phones.includes(this.active)) this.active = this.phones[0];
    const wanted = this.phones.length ? this.phones.map((phone) => phone.element) : [this.emptyDesk()];
    for (const node of [...this.desk.children]) if (!wanted.includes(node)) node.remove();
    wanted.forEach((node, index) => {
      if (this.desk.children[index] !== node) this.desk.insertBefore(node, this.desk.children[index] ?? null);
    });
    this.showTabs();
  }

  emptyDesk() {
    return el("div", { class: "empty-desk" }, el("h2", {}, t("no_phones")), el("p", {}, t("no_phones_hint")),
      this.people.size > 0
        ? el("button", { type: "button", class: "main", onclick: () => this.choosePerson() }, icon("phone"), t("open_first"))
        : el("button", { type: "button", class: "main", onclick: () => this.newPerson() }, icon("plus"), t("new_person")));
  }

  /** The switcher of a small screen. */
  showTabs() {
    for (const phone of this.phones) phone.element.classList.toggle("active", phone === this.active);
    this.tabs.replaceChildren(
      ...this.phones.map((phone) => el("button", {
        type: "button",
        class: "tab",
        "aria-current": phone === this.active ? "true" : undefined,
        onclick: () => this.activate(phone),
      }, avatar(phone.person), el("span", {}, phone.person.first_name),
      phone.unread > 0 && el("span", { class: "badge", "aria-label": t("unread", { count: phone.unread }) }, phone.unread))),
      iconButton("plus", t("open_phone"), () => this.choosePerson()));
  }

  activate(phone) {
    this.active = phone;
    this.showTabs();
    phone.conversation.toBottom();
  }

  unreadChanged() {
    this.showTabs();
  }

  // What happens meanwhile

  changed(event) {
    if (event.clock) this.loadClock().catch(unreached);
    if (event.people) this.loadPeople().catch(unreached);
    if (event.person) this.phoneOf(event.person)?.refresh();
    if (event.toast) this.phoneOf(event.toast.person)?.notices.show(event.toast.text, event.toast.alert);
  }

  phoneOf(id) {
    return this.phones.find((phone) => phone.person.id === id);
  }

  async connected(isConnected) {
    this.lost.hidden = isConnected;
    if (!isConnected) return;
    await Promise.all([this.loadPeople(), this.loadClock()]).catch(unreached);
    for (const phone of this.phones) phone.refresh();
  }

  // The clock

  async loadClock() {
    const { now } = await get("/api/clock");
    this.ahead = now * 1000 - Date.now();
    this.showClock();
  }

  async forward(seconds) {
    await post("/api/clock", { forward_seconds: seconds }).then(() => this.loadClock()).catch(unreached);
    for (const phone of this.phones) phone.refresh();
  }

  /** The rehearsal's time in seconds. */
  now() {
    return Math.floor((Date.now() + this.ahead) / 1000);
  }

  showClock() {
    const text = clockTime(Date.now() + this.ahead);
    if (this.clock.textContent !== text) this.clock.textContent = text;
  }

  async copyLink() {
    await navigator.clipboard.writeText(this.bot.link);
    this.active?.notices.toast(t("copied"));
  }
}

new App().start();
