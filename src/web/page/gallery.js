// The gallery: one picture after another where there is room and motion is welcome, otherwise all of them to scroll.

import { el, moves, say, words } from "./dom.js";

const TURN_MS = 10_000;
const small = matchMedia("(max-width: 899px), (max-aspect-ratio: 1/1)");

/** Builds the gallery, as the scenes are built. */
export function gallery() {
  const [heading, empty, figures] = [el("h1"), el("p", "empty"), el("div", "figures")];
  const root = el("section", "", el("header", "", heading), figures, empty);
  const known = new Map();
  let order = [];
  let at = 0;

  const goesRound = () => moves() && !small.matches;

  function show() {
    root.classList.toggle("round", goesRound());
    order.forEach((figure, nth) => {
      const isFront = nth === at;
      figure.classList.toggle("front", isFront);
      // The others come when it is their turn, or when they are scrolled to.
      if (!goesRound() || isFront || nth === (at + 1) % order.length) load(figure);
    });
  }

  const turning = setInterval(() => {
    if (!goesRound() || order.length < 2) return;
    at = (at + 1) % order.length;
    show();
  }, TURN_MS);
  small.addEventListener("change", show);

  return {
    root,
    leave() {
      clearInterval(turning);
      small.removeEventListener("change", show);
    },
    update(scene) {
      say(heading, scene.heading);
      empty.hidden = scene.pictures.length > 0;
      say(empty, scene.empty);
      const front = order[at];
      const had = known.size;
      order = scene.pictures.map((picture) => figureOf(known, picture));
      const names = new Set(scene.pictures.map((picture) => picture.name));
      for (const name of known.keys()) if (!names.has(name)) known.delete(name);
      figures.replaceChildren(...order);
      // What has just come is shown next, and at once.
      const isNew = had > 0 && order.length > 0 && order[0].dataset.fresh;
      at = isNew ? 0 : Math.max(order.indexOf(front), 0);
      for (const figure of order) delete figure.dataset.fresh;
      show();
    },
  };
}

function figureOf(known, { name, words: text }) {
  const found = known.get(name);
  if (found) return found;
  const image = el("img");
  image.alt = text;
  image.loading = "lazy";
  image.dataset.from = `${location.pathname}/photo/${name}`;
  const figure = el("figure", "", image);
  if (text) figure.append(words("figcaption", "", text));
  figure.dataset.fresh = "yes";
  known.set(name, figure);
  return figure;
}

function load(figure) {
  const image = figure.querySelector("img");
  if (!image.hasAttribute("src")) image.src = image.dataset.from;
}
