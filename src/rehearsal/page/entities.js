// A text with its entities as elements. Telegram counts in UTF-16 units, and so do JavaScript's strings.

import { el } from "./dom.js";
import { t } from "./text.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const BLOCKS = ["pre", "blockquote", "expandable_blockquote"];

/** Nodes for a text. `actions` says what links and commands do: `link(url, anchor)`, `command(text)`. */
export function formatted(text, entities = [], actions) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return pieces({ text, entities: sorted, next: 0, actions }, 0, text.length);
}

/** Nodes between two places; takes the entities that begin there, and what they hold, off the list. */
function pieces(source, begin, end) {
  const nodes = [];
  let at = begin;
  while (source.next < source.entities.length && source.entities[source.next].offset < end) {
    const entity = source.entities[source.next++];
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (to <= from) continue;
    if (from > at) nodes.push(source.text.slice(at, from));
    nodes.push(wrapped(entity, pieces(source, from, to), source.text.slice(from, to), source.actions));
    at = to;
    // The line break after a block is the block's own edge.
    if (BLOCKS.includes(entity.type) && source.text[at] === "\n" && at < end) at += 1;
  }
  if (at < end) nodes.push(source.text.slice(at, end));
  return nodes;
}

function wrapped(entity, inside, text, actions) {
  switch (entity.type) {
    case "pre":
      return el("pre", { "data-language": entity.language, tabindex: "0" }, el("code", {}, inside));
    case "blockquote":
      return el("blockquote", {}, inside);
    case "expandable_blockquote":
      return expandable(inside);
    case "spoiler":
      return spoiler(inside);
    case "text_link":
      return link(entity.url, inside, actions, entity.url);
    case "url":
      return link(/^[a-z]+:/i.test(text) ? text : `http://${text}`, inside, actions);
    case "email":
      return link(`mailto:${text}`, inside, actions);
    case "mention":
      return link(`https://t.me/${text.slice(1)}`, inside, actions);
    case "bot_command":
      return el("button", { type: "button", class: "link", onclick: () => actions.command(text) }, inside);
    case "hashtag":
    case "cashtag":
    case "text_mention":
    case "phone_number":
      return el("span", { class: "marked" }, inside);
    default:
      return el(PLAIN[entity.type] ?? "span", {}, inside);
  }
}

function link(url, inside, actions, title) {
  const safe = /^(https?|mailto|tg):/i.test(url);
  if (!safe) return el("span", { class: "marked" }, inside);
  const onclick = (event) => {
    event.preventDefault();
    actions.link(url, event.currentTarget);
  };
  return el("a", { href: url, title, rel: "noopener noreferrer", target: "_blank", onclick }, inside);
}

function spoiler(inside) {
  const cover = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("spoiler") },
    el("span", { "aria-hidden": "true" }, inside));
  const reveal = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    cover.replaceWith(el("span", { class: "revealed" }, ...cover.firstChild.childNodes));
  };
  // Before a link under the cover hears of it.
  cover.addEventListener("click", reveal, { capture: true });
  cover.addEventListener("keydown", reveal, { capture: true });
  return cover;
}

function expandable(inside) {
  const toggle = () => {
    const open = quote.classList.toggle("open");
    button.setAttribute("aria-expanded", open);
  };
  const button = el("button", { type: "button", "aria-label": t("expand"), "aria-expanded": "false", onclick: toggle });
  const quote = el("blockquote", { class: "expandable" }, el("div", {}, inside), button);
  return quote;
}
