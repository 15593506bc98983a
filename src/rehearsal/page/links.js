// Links that start the bot.

const SITES = /^(?:https?:\/\/)?(?:www\.)?(?:t|telegram)\.me\/(\w+)\/?(?:\?(.*))?$/i;
const APP = /^tg:(?:\/\/)?resolve\/?\?(.*)$/i;
const PAYLOAD = /^[\w-]{0,64}$/;

/** The parameter of a link that starts this bot ("" for a bare link), undefined for any other link. */
export const startPayload = (url, bot) => payloadOf(url, bot, "start");

/** The parameter of a link that brings this bot into a group, undefined for any other link. */
export function groupPayload(url, bot) {
  return /[?&]startgroup=/.test(url) ? payloadOf(url, bot, "startgroup") : undefined;
}

function payloadOf(url, bot, key) {
  const site = SITES.exec(url);
  const app = APP.exec(url);
  const query = new URLSearchParams(site ? site[2] : app?.[1]);
  const name = site ? site[1] : query.get("domain");
  if (name?.toLowerCase() !== bot.username.toLowerCase()) return undefined;
  const payload = query.get(key) ?? "";
  return PAYLOAD.test(payload) ? payload : undefined;
}
