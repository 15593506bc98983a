// Questions to whoever holds the page: who, in which language, which link, which file. Each is a modal dialog.

import { avatar, el, fullName, icon, iconButton } from "./dom.js";
import { languageName, t } from "./text.js";

/** Where a place is, until another point is written. */
const KYIV = { latitude: 50.4501, longitude: 30.5234 };
const LANGUAGES = ["uk", "en", "ru", "pl", "de", "ro", "hu", "fr"];

/**
 * Shows a form. `done(values)` may throw an Error, which is shown and leaves the dialog open.
 * Returns the dialog element.
 */
function ask({ title, fields, submit, done }) {
  const problem = el("p", { class: "problem", role: "alert", hidden: true });
  const cancel = () => dialog.close();
  const send = async (event) => {
    event.preventDefault();
    problem.hidden = true;
    try {
      await done(Object.fromEntries(new FormData(form)));
      dialog.close();
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
    }
  };
  const form = el("form", { onsubmit: send },
    el("header", {}, el("h2", {}, title), iconButton("close", t("cancel"), cancel)),
    fields, problem,
    submit && el("footer", {},
      el("button", { type: "button", class: "plain", onclick: cancel }, t("cancel")),
      el("button", { class: "main" }, submit)));
  const dialog = el("dialog", { "aria-label": title, onclose: () => dialog.remove() },
    form);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) cancel();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function field(label, input, hint) {
  return el("label", { class: "field" }, el("span", {}, label), input, hint && el("small", {}, hint));
}

function languageSelect(chosen) {
  const codes = LANGUAGES.includes(chosen) || !chosen ? LANGUAGES : [chosen, ...LANGUAGES];
  return el("select", { name: "language_code" }, codes.map((code) =>
    el("option", { value: code, selected: code === chosen }, `${languageName(code)} (${code})`)));
}

/** Asks for a new person; `done(person)` gets what was written. */
export function askNewPerson(done) {
  const optional = (label) => `${label} (${t("optional")})`;
  const text = (name, attributes) => el("input", { name, autocomplete: "off", maxlength: "64", ...attributes });
  ask({
    title: t("new_person"),
    submit: t("create"),
    fields: [
      field(t("first_name"), text("first_name", { required: true, autofocus: true })),
      field(optional(t("last_name")), text("last_name")),
      field(optional(t("username")), text("username", { pattern: "@?[A-Za-z][A-Za-z0-9_]{3,31}", placeholder: "olena_k" })),
      field(t("language_label"), languageSelect("uk")),
    ],
    done: ({ first_name, last_name, username, language_code }) => done({
      first_name: first_name.trim(),
      last_name: last_name.trim() || undefined,
      username: username.replace(/^@/, "") || undefined,
      language_code,
    }),
  });
}

/** Asks which language a person's Telegram speaks. */
export function askLanguage(person, done) {
  ask({
    title: `${t("language_title")}: ${person.first_name}`,
    submit: t("save"),
    fields: field(t("language_label"), languageSelect(person.language_code)),
    done: ({ language_code }) => done(language_code),
  });
}

/** Asks what a new group or channel is called. */
export function askTitle(title, done) {
  ask({
    title,
    submit: t("create"),
    fields: field(t("group_title"),
      el("input", { name: "title", autocomplete: "off", maxlength: "128", required: true, autofocus: true })),
    done: ({ title: name }) => done(name.trim()),
  });
}

/** Asks for a link to the bot, or its parameter. */
export function askLink(bot, done) {
  ask({
    title: t("follow_title"),
    submit: t("follow"),
    fields: field(t("follow_label"),
      el("input", { name: "link", autocomplete: "off", autofocus: true, spellcheck: "false" }),
      t("follow_hint", { bot: bot.username })),
    done: ({ link }) => done(link.trim()),
  });
}

/** Asks which person a phone is to show; `create` is for somebody not there yet. */
export function askPerson(people, { choose, create }) {
  const list = el("div", { class: "people" });
  const search = el("input", { type: "search", "aria-label": t("search"), placeholder: t("search"), autofocus: true });
  const pick = (action) => {
    dialog.close();
    action();
  };
  const show = () => {
    const wanted = search.value.trim().toLocaleLowerCase();
    const found = people.filter((person) =>
      `${fullName(person)} @${person.username ?? ""} ${person.id}`.toLocaleLowerCase().includes(wanted));
    const group = (title, members) => members.length > 0 && [
      el("h3", {}, title),
      members.map((person) => personButton(person, () => pick(() => choose(person)))),
    ];
    const groups = [
      group(t("people"), found.filter((person) => !person.crowd)),
      group(t("crowd"), found.filter((person) => person.crowd)),
    ].filter(Boolean).flat(2);
    list.replaceChildren(...(groups.length ? groups : [el("p", { class: "faint" }, t("nobody"))]));
  };
  search.addEventListener("input", show);
  const dialog = ask({
    title: t("choose_title"),
    fields: [search, list,
      el("button", { type: "button", class: "main new-person", onclick: () => pick(create) },
        icon("plus"), t("new_person"))],
    done: () => list.querySelector("button")?.click(),
  });
  show();
}

function personButton(person, onclick) {
  const details = [person.username && `@${person.username}`, person.language_code, person.blocked && t("is_blocked")];
  return el("button", { type: "button", class: "person", onclick }, avatar(person),
    el("span", { class: "person-text" },
      el("span", {}, fullName(person)),
      el("span", { class: "faint" }, details.filter(Boolean).join(" · "))));
}

/** As in a chat, Shift makes it a line break. */
function submitOnEnter(event) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  event.target.form.requestSubmit();
}

/** Shows files before they are sent; `done(kind, caption)`. Photos may be sent as files instead. */
export function askAttachment(files, kind, done) {
  const addresses = files.map((file) => URL.createObjectURL(file));
  const show = {
    photo: (file, address) => el("img", { src: address, alt: file.name }),
    video: (file, address) => el("video", { src: address, controls: true, "aria-label": file.name }),
    voice: (file, address) => el("audio", { src: address, controls: true, "aria-label": file.name }),
    document: (file) => el("p", { class: "file" }, el("span", { class: "file-icon" }, icon("file")), file.name),
  }[kind];
  const isAlbum = files.length > 1;
  const dialog = ask({
    title: isAlbum ? t("send_album", { count: files.length }) : t(`send_${kind}`),
    submit: t("send"),
    fields: [
      el("div", { class: isAlbum ? "preview album" : "preview" },
        files.map((file, at) => show(file, addresses[at]))),
      field(t("caption"),
        el("textarea", { name: "caption", rows: "2", maxlength: "1024", autofocus: true, onkeydown: submitOnEnter })),
      kind === "photo" &&
        el("label", { class: "check" }, el("input", { type: "checkbox", name: "as_file" }),
          t(isAlbum ? "as_files" : "as_file")),
    ].filter(Boolean),
    done: ({ caption, as_file }) => done(as_file ? "document" : kind, caption.trim()),
  });
  dialog.addEventListener("close", () => addresses.forEach((address) => URL.revokeObjectURL(address)));
}

/** Asks for a point on the map, and what is there; `done(point)`. */
export function askPlace(done) {
  const degrees = (name, most, value) => el("input", { name, type: "number", step: "any", min: -most, max: most,
    required: true, inputmode: "decimal", value });
  ask({
    title: t("send_place"),
    submit: t("send"),
    fields: [
      el("div", { class: "fields" },
        field(t("latitude"), degrees("latitude", 90, KYIV.latitude)),
        field(t("longitude"), degrees("longitude", 180, KYIV.longitude))),
      field(`${t("place_title")} (${t("optional")})`,
        el("input", { name: "title", autocomplete: "off", maxlength: "128", autofocus: true }), t("place_hint")),
      field(`${t("place_address")} (${t("optional")})`,
        el("input", { name: "address", autocomplete: "off", maxlength: "128" })),
    ],
    done: ({ latitude, longitude, title, address }) => done({
      latitude: Number(latitude), longitude: Number(longitude), title: title.trim(), address: address.trim() }),
  });
}
