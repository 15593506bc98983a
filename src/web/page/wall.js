// The wall: listens to the bot, and hands each frame to its scene. A frame is whole, so the last one counts, and what
// was missed is made up for by the next.

import { say } from "./dom.js";
import { draw } from "./scenes.js";

// Below the secret code, which is the last part of the page's own address.
const EVENTS = `${location.pathname}/events`;
// The bot says something every fifteen seconds; longer than this, and it is gone though nobody said so.
const SILENCE_MS = 40_000;
const SHORTEST_MS = 500;
const LONGEST_MS = 8_000;
// A short break is nobody's business.
const NOTICED_MS = 2_500;

const lost = document.getElementById("lost");
const session = document.getElementById("session");
const bot = document.getElementById("bot");

let source;
let pause = SHORTEST_MS;
let again;
let notice;
let silence;
let isGone = false;

function connect() {
  clearTimeout(again);
  source?.close();
  source = new EventSource(EVENTS);
  source.onopen = () => heard();
  source.onmessage = ({ data }) => {
    heard();
    show(JSON.parse(data));
  };
  source.addEventListener("alive", heard);
  source.addEventListener("gone", takeDown);
  source.onerror = retry;
  listenFor();
}

function heard() {
  pause = SHORTEST_MS;
  clearTimeout(notice);
  notice = undefined;
  lost.hidden = true;
  listenFor();
}

function listenFor() {
  clearTimeout(silence);
  silence = setTimeout(retry, SILENCE_MS);
}

function retry() {
  source.close();
  if (isGone) return;
  clearTimeout(silence);
  clearTimeout(again);
  notice ??= setTimeout(() => { lost.hidden = false; }, NOTICED_MS);
  // Not all at once: a bot that comes back has a room full of phones before it.
  again = setTimeout(connect, pause * (0.5 + Math.random()));
  pause = Math.min(pause * 2, LONGEST_MS);
}

let words = { gone: "" };

function show(frame) {
  words = frame;
  document.documentElement.lang = frame.lang;
  say(session, frame.scene.kind === "title" ? "" : frame.session);
  say(bot, frame.bot);
  say(lost, frame.lost);
  draw(frame.scene);
}

function takeDown() {
  isGone = true;
  source.close();
  clearTimeout(silence);
  clearTimeout(notice);
  lost.hidden = true;
  say(session, "");
  say(bot, "");
  draw({ kind: "missing", words: words.gone });
}

// A phone that slept, or came back into reach, need not wait for its turn.
addEventListener("online", () => { if (!isGone) connect(); });
addEventListener("offline", () => retry());
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && !isGone && source.readyState !== EventSource.OPEN) connect();
});

connect();
