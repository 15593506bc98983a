// Elements made by code. No markup strings anywhere: what comes from outside can only ever become text.

/** An element with attributes, `on…` listeners and children; empty values are left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

// Drawn on a grid of 24, strokes only.
const ICONS = {
  more: "M12 5v.01M12 12v.01M12 19v.01",
  close: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  down: "M6 9.5l6 6 6-6",
  send: "M4.5 12L20 4.5 15.5 20l-3.6-6.4L4.5 12zM11.9 13.6L20 4.5",
  clip: "M19 11.5l-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-7.9 7.9a1.5 1.5 0 0 1-2.2-2.2l7.1-7",
  commands: "M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM13.8 8l-3.6 8",
  keyboard: "M4 6h16a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 20 18H4a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 4 6zM7 10h.01M12 10h.01M17 10h.01M8 14h8",
  file: "M13.5 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8.5L13.5 3zM13.5 3v5.5H19",
  photo: "M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM3.5 17l5-5 4 4 3-3 5 4.5M15.5 9v.01",
  video: "M4.5 6.5h9a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM15.5 11l6-3.5v9l-6-3.5",
  voice: "M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21",
  play: "M8 5.5v13l10.5-6.5z",
  pause: "M8 5.5v13M16 5.5v13",
  link: "M7 17L17 7M9 7h8v8",
  copy: "M9 9h10v10H9zM5 15V5h10",
  pin: "M9 4h6l-1 6 3 3H7l3-3-1-6zM12 13v7",
  reply: "M10 6l-6 6 6 6M4.5 12H14a6 6 0 0 1 6 6",
  phone: "M8 3h8a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM11 18h2",
  edit: "M4.5 19.5l1-4.5L16.5 4l3.5 3.5L9 18.5l-4.5 1z",
  remove: "M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7",
  place: "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 10v.01",
  people: "M9 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM3.5 19c0-3.5 2.4-5.5 5.5-5.5s5.5 2 5.5 5.5M15.5 5.4a2.8 2.8 0 0 1 0 5.2M17 14c2.2.6 3.5 2.3 3.5 5",
  clock: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2",
  language: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM3.5 12h17M12 3.5c5 5 5 12 0 17-5-5-5-12 0-17",
  help: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM9.6 9.6a2.5 2.5 0 1 1 3.6 2.3c-.9.4-1.2 1-1.2 1.9M12 16.6v.01",
  bell: "M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15L6 17zM10.5 21h3",
};

const SVG = "http://www.w3.org/2000/svg";

/** A small drawing; it says nothing to a screen reader, its button must. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button that shows only an icon, with its name for those who cannot see it. */
export function iconButton(name, label, onclick, attributes = {}) {
  return el("button", { type: "button", class: "icon-button", title: label, "aria-label": label, onclick, ...attributes },
    icon(name));
}

const AVATAR_COLOURS = 8;

/** A person's initials on the colour that belongs to them. */
export function avatar(person) {
  const initials = [person.first_name, person.last_name].map((name) => [...(name ?? "").trim()][0] ?? "").join("");
  return el("span", { class: `avatar avatar-${person.id % AVATAR_COLOURS}`, "aria-hidden": "true" },
    initials.toLocaleUpperCase() || "?");
}

/** First and last name. */
export function fullName(person) {
  return [person.first_name, person.last_name].filter(Boolean).join(" ");
}
