// The page's language: its words, and how dates are written.

import { EN, UK } from "./words.js";

const STORED = "rehearsal.language";

/** Ukrainian, unless the browser speaks English or somebody chose otherwise. */
export const language = localStorage.getItem(STORED) ?? (/^en\b/i.test(navigator.language) ? "en" : "uk");

export function changeLanguage(code) {
  localStorage.setItem(STORED, code);
  location.reload();
}

const words = language === "en" ? EN : UK;

/** A text of the page with its gaps filled in. */
export function t(key, gaps = {}) {
  return words[key].replace(/\{(\w+)\}/g, (_, gap) => gaps[gap]);
}

// The people of a rehearsal live in Ukraine, wherever the page is open.
const ZONE = "Europe/Kyiv";
const locale = language === "en" ? "en-GB" : "uk-UA";
const format = (options) => new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });

const timeFormat = format({ hour: "2-digit", minute: "2-digit" });
const dayFormat = format({ day: "numeric", month: "long" });
const yearFormat = format({ day: "numeric", month: "long", year: "numeric" });
const clockFormat = format({ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const fullFormat = format({ dateStyle: "long", timeStyle: "medium" });
const keyFormat = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE });

/** 14:05 */
export const timeOf = (seconds) => timeFormat.format(seconds * 1000);
/** Date and time in full. */
export const momentOf = (seconds) => fullFormat.format(seconds * 1000);
/** For the clock in the top bar. */
export const clockTime = (milliseconds) => clockFormat.format(milliseconds);
/** The same for all moments of one day. */
export const dayKey = (seconds) => keyFormat.format(seconds * 1000);

/** The day of a message as seen from `now`. */
export function dayOf(seconds, now) {
  const day = dayKey(seconds);
  if (day === dayKey(now)) return t("today");
  if (day === dayKey(now - 86400)) return t("yesterday");
  return (day.slice(0, 4) === dayKey(now).slice(0, 4) ? dayFormat : yearFormat).format(seconds * 1000);
}

/** A language by its code, in its own words. */
export function languageName(code) {
  try {
    return new Intl.DisplayNames([code], { type: "language" }).of(code);
  } catch {
    return code;
  }
}
