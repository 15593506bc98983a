// What a message carries besides text: pictures, files, recordings, places.

import { el, icon, iconButton } from "./dom.js";
import { fileUrl } from "./net.js";
import { t } from "./text.js";

/** The element for a message's file or place; nothing if it has none. */
export function media(message) {
  if (message.photo) return photo(message.photo);
  if (message.sticker) return picture(message.sticker, "sticker", t("sticker"));
  // An animation comes with a document of the same file.
  if (message.animation) return video(message.animation, { loop: true, autoplay: true });
  if (message.video) return video(message.video);
  if (message.video_note) return video(message.video_note, { round: true });
  if (message.voice) return recording(message.voice, t("voice"));
  if (message.audio) return recording(message.audio, message.audio.title ?? message.audio.file_name ?? t("audio"));
  if (message.document) return file(message.document);
  if (message.location) return place(message.venue?.location ?? message.location, message.venue);
  if (message.contact) return contact(message.contact);
  return undefined;
}

/** What a message is, in a few words, where there is no room for more. */
export function summary(message) {
  const kinds = ["photo", "sticker", "animation", "video", "video_note", "voice", "audio", "document", "location",
    "contact"];
  const kind = kinds.find((name) => message[name]);
  return message.text ?? message.caption ?? (kind ? t(kind) : t("unknown_message"));
}

function photo(sizes) {
  const largest = sizes.reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a));
  const image = picture(largest, "photo", t("photo"));
  return el("a", { href: fileUrl(largest.file_id), target: "_blank", rel: "noopener", class: "photo-link" }, image);
}

function picture(size, name, alt) {
  // With its size known in advance nothing jumps when it arrives.
  return el("img", { class: name, src: fileUrl(size.file_id), width: size.width, height: size.height, alt });
}

function video(file, { loop, autoplay, round } = {}) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const player = el("video", {
    class: round ? "video round" : "video",
    src: fileUrl(file.file_id),
    width: file.width ?? file.length,
    height: file.height ?? file.length,
    controls: true,
    loop,
    playsinline: true,
    preload: "metadata",
    "aria-label": t("video"),
  });
  player.muted = Boolean(autoplay);
  player.autoplay = Boolean(autoplay) && !still;
  return player;
}

function file(document) {
  const name = document.file_name ?? t("document");
  return el("a", { class: "file", href: fileUrl(document.file_id), download: name, title: t("download") },
    el("span", { class: "file-icon" }, icon("file")),
    el("span", { class: "file-text" },
      el("span", { class: "file-name" }, name),
      el("span", { class: "faint" }, fileSize(document.file_size))));
}

function fileSize(bytes) {
  if (bytes === undefined) return "";
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

function recording(file, label) {
  const audio = new Audio();
  audio.preload = "metadata";
  audio.src = fileUrl(file.file_id);
  const length = () => (Number.isFinite(audio.duration) ? audio.duration : file.duration) || 0;
  const position = el("input", { type: "range", min: "0", max: "1000", value: "0", "aria-label": t("position") });
  const time = el("span", { class: "faint" }, minutes(file.duration ?? 0));
  const toggle = () => (audio.paused ? audio.play().catch(show) : audio.pause());
  const button = iconButton("play", `${label}: ${t("play")}`, toggle);
  const show = () => {
    button.replaceChildren(icon(audio.paused ? "play" : "pause"));
    button.setAttribute("aria-label", `${label}: ${t(audio.paused ? "play" : "pause")}`);
    position.value = length() ? Math.round((audio.currentTime / length()) * 1000) : 0;
    time.textContent = minutes(audio.paused && !audio.currentTime ? length() : audio.currentTime);
  };
  for (const event of ["play", "pause", "ended", "timeupdate", "loadedmetadata"]) audio.addEventListener(event, show);
  position.addEventListener("input", () => {
    audio.currentTime = (position.value / 1000) * length();
  });
  return el("div", { class: "recording" }, button, el("span", { class: "recording-line" }, position, time));
}

function minutes(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function place(location, venue) {
  const where = `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`;
  return card("place", venue?.title ?? t("location"), venue?.address ?? where);
}

function contact(person) {
  return card("phone", [person.first_name, person.last_name].filter(Boolean).join(" "), person.phone_number);
}

function card(name, title, line) {
  return el("div", { class: "file" }, el("span", { class: "file-icon" }, icon(name)),
    el("span", { class: "file-text" }, el("span", { class: "file-name" }, title), el("span", { class: "faint" }, line)));
}
