// One function for each kind of scene: it builds the scene once, and gives back how to bring it up to date. A frame of
// another kind, or about something else, is built anew.

import { gallery } from "./gallery.js";
import { el, moves, qr, say, svg, width, words } from "./dom.js";

const SCENES = { title, join, proposals, poll, turnout, result, unity, gallery, missing };
const place = document.getElementById("scene");

let shown = { about: undefined, update: undefined, leave: undefined };

/** Draws a scene, or what is new in it. */
export function draw(scene) {
  const about = JSON.stringify([scene.kind, scene.question ?? scene.title ?? scene.heading]);
  if (shown.about === about) {
    shown.update(scene);
    return;
  }
  shown.leave?.();
  const { root, update, leave } = SCENES[scene.kind]();
  root.classList.add("scene", scene.kind);
  update(scene);
  place.replaceChildren(root);
  shown = { about, update, leave };
  if (moves()) root.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 500, easing: "ease-out" });
}

function title() {
  const [heading, when, where, note] =
    [words("h1", "huge", ""), el("p", "when"), words("p", "where", ""), el("p", "note")];
  return {
    root: el("section", "", heading, when, where, note),
    update(scene) {
      heading.classList.toggle("long", scene.title.length > 48);
      say(heading, scene.title);
      say(when, scene.when);
      optional(where, scene.place);
      optional(note, scene.note);
    },
  };
}

function join() {
  const [heading, how, address] = [el("h1"), el("p", "how"), el("p", "address")];
  const [count, label] = [el("strong", "number"), el("span")];
  const code = drawnCode();
  const told = el("p", "count", count, " ", label);
  told.setAttribute("aria-live", "polite");
  return {
    root: el("section", "", code.element, el("div", "beside", heading, how, address, told)),
    update(scene) {
      say(heading, scene.heading);
      say(how, scene.how);
      optional(address, scene.address);
      code.show(scene.code, scene.address);
      if (count.textContent && count.textContent !== String(scene.count)) swell(count);
      say(count, String(scene.count));
      say(label, scene.label);
    },
  };
}

function proposals() {
  const [heading, count, label] = [words("h1", "", ""), el("strong", "number"), el("span")];
  const told = el("p", "count", count, " ", label);
  told.setAttribute("aria-live", "polite");
  const list = el("ol", "cards");
  const empty = el("p", "empty");
  const cards = new Map();
  return {
    root: el("section", "", el("header", "", heading, told), list, empty),
    update(scene) {
      head(heading, scene.heading);
      say(count, String(scene.count));
      say(label, scene.label);
      optional(empty, scene.cards.length ? null : scene.empty);
      flow(list, cards, scene.cards);
    },
  };
}

/** Brings cards up to date: new ones come in at the top, others make room, those that are gone go. */
function flow(list, cards, wanted) {
  const isFirst = cards.size === 0;
  const before = new Map([...cards.values()].map(({ element }) => [element, element.getBoundingClientRect()]));
  const fresh = new Set();
  const order = wanted.map((card) => {
    const text = JSON.stringify(card);
    const known = cards.get(card.id);
    if (known?.text === text) return known.element;
    const element = cardOf(card);
    if (known) before.delete(known.element);
    else fresh.add(element);
    cards.set(card.id, { text, element });
    return element;
  });
  const ids = new Set(wanted.map((card) => card.id));
  for (const id of cards.keys()) if (!ids.has(id)) cards.delete(id);
  list.replaceChildren(...order);
  if (isFirst || !moves()) return;
  for (const element of order) {
    const from = before.get(element);
    const to = element.getBoundingClientRect();
    if (fresh.has(element)) {
      element.animate(
        [{ opacity: 0, transform: "translateY(-1.5rem) scale(0.96)" }, { opacity: 1, transform: "none" }],
        { duration: 700, easing: "cubic-bezier(0.2, 0.8, 0.2, 1)" });
    } else if (from?.width && (from.x !== to.x || from.y !== to.y)) {
      element.animate(
        [{ transform: `translate(${from.x - to.x}px, ${from.y - to.y}px)` }, { transform: "none" }],
        { duration: 700, easing: "cubic-bezier(0.2, 0.8, 0.2, 1)" });
    }
  }
}

function cardOf({ number, words: text, picture }) {
  const card = el("li", "card", el("span", "no", number));
  if (picture) {
    const image = el("img");
    image.alt = picture.words;
    image.loading = "lazy";
    image.addEventListener("error", () => image.remove());
    image.src = `${location.pathname}/photo/${picture.name}`;
    card.append(image);
    card.classList.add("drawn");
  }
  if (text) card.append(words("p", text.length > 48 ? "" : "short", text));
  return card;
}

function poll() {
  const [question, people] = [words("h1", "", ""), el("p", "people")];
  people.setAttribute("aria-live", "polite");
  const [how, address, notes] = [el("p", "how"), el("p", "address"), el("p", "note")];
  const bars = barList();
  const code = drawnCode();
  const way = el("aside", "way", code.element, how, address);
  return {
    root: el("section", "", el("header", "", question, people), el("div", "sides", bars.element, way), notes),
    update(scene) {
      head(question, scene.question);
      bars.element.classList.toggle("uncounted", !scene.counted);
      bars.show(scene.answers);
      way.hidden = !scene.code;
      code.show(scene.code, scene.address);
      say(how, scene.how);
      optional(address, scene.address);
      say(people, scene.people);
      optional(notes, scene.notes.join(" · "));
    },
  };
}

function turnout() {
  const [heading, count, label, note] =
    [words("h1", "", ""), el("strong", "number"), el("span"), el("p", "note")];
  const told = el("p", "count", count, label);
  told.setAttribute("aria-live", "polite");
  const bar = drawnBar();
  return {
    root: el("section", "", heading, told, bar.element, note),
    update(scene) {
      say(heading, scene.title);
      told.hidden = bar.element.hidden = !scene.count;
      optional(count, scene.count);
      say(label, scene.label);
      bar.show(scene.share);
      say(note, scene.note);
    },
  };
}

function result() {
  const [over, heading, turnedOut, tie] =
    [el("p", "over"), words("h1", "", ""), el("p", "people"), el("p", "note")];
  const bars = barList();
  return {
    root: el("section", "", el("header", "", el("div", "", over, heading)), bars.element,
      el("div", "below", turnedOut, tie)),
    update(scene) {
      say(over, scene.heading);
      head(heading, scene.title);
      bars.show(scene.options);
      say(turnedOut, scene.turnout);
      optional(tie, scene.tie);
    },
  };
}

function unity() {
  const [heading, columns, note] = [el("h1"), el("div", "columns"), el("p", "note")];
  let drawn;
  return {
    root: el("section", "", el("header", "", heading), columns, note),
    update(scene) {
      say(heading, scene.heading);
      say(note, scene.note);
      columns.hidden = scene.columns.length === 0;
      note.classList.toggle("empty", columns.hidden);
      const text = JSON.stringify(scene.columns);
      if (text !== drawn) columns.replaceChildren(...scene.columns.map(column));
      drawn = text;
    },
  };
}

function column({ heading, items, empty }) {
  const list = el("ol", "", ...items.map(({ number, words: text, groups }) => {
    const bars = barList();
    bars.show(groups);
    bars.element.classList.toggle("beside", groups.length > 3);
    return el("li", "", el("p", "idea", el("span", "no", number), " ", words("bdi", "", text)), bars.element);
  }));
  return el("section", "column", el("h2", "", heading), items.length ? list : el("p", "empty", empty));
}

function missing() {
  const text = el("p", "empty");
  return { root: el("section", "", text), update: (scene) => say(text, scene.words) };
}

/** A list of bars, as many as there are. */
function barList() {
  const element = el("ol", "bars");
  let rows = [];
  return {
    element,
    show(bars) {
      const isWordy = bars.some(({ label }) => label.length > 42);
      element.classList.toggle("dense", isWordy && bars.length > 3);
      element.classList.toggle("many", bars.length > 6 || (isWordy && bars.length > 5));
      element.classList.toggle("crowd", bars.length > 10);
      if (rows.length !== bars.length) {
        rows = bars.map(barRow);
        element.replaceChildren(...rows.map((row) => row.element));
      }
      bars.forEach((bar, at) => rows[at].show(bar));
    },
  };
}

function barRow() {
  const [label, mark, value] = [words("span", "label", ""), el("b", "mark"), el("span", "value")];
  const bar = drawnBar();
  const element = el("li", "", el("div", "line", label, mark, value), bar.element);
  return {
    element,
    show(given) {
      element.classList.toggle("leads", given.leads);
      element.classList.toggle("marked", Boolean(given.mark));
      say(label, given.label);
      optional(mark, given.mark);
      say(value, given.value);
      bar.show(given.share);
    },
  };
}

function drawnBar() {
  const element = svg("bar", { "aria-hidden": "true" },
    ["rect", { class: "track", width: "100%", height: "100%" }],
    ["rect", { class: "fill", width: "0%", height: "100%" }]);
  return { element, show: (share) => element.lastChild.setAttribute("width", width(share)) };
}

function drawnCode() {
  const element = el("div", "code");
  let drawn;
  return {
    element,
    show(code, address) {
      element.hidden = !code;
      if (code && drawn !== code.path) element.replaceChildren(qr(code, address));
      drawn = code?.path;
    },
  };
}

/** A heading of people's words: the longer, the smaller, so that all of it is there. */
function head(element, text) {
  element.classList.toggle("long", text.length > 90);
  say(element, text);
}

function optional(element, text) {
  element.hidden = !text;
  say(element, text ?? "");
}

function swell(element) {
  if (!moves()) return;
  element.animate([{ transform: "scale(1)" }, { transform: "scale(1.18)" }, { transform: "scale(1)" }],
    { duration: 600, easing: "ease-out" });
}
