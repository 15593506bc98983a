// The rehearsal's HTTP API, as the page needs it. Failed calls throw an Error whose message can be shown.

async function call(method, path, body) {
  const options = { method };
  if (body instanceof FormData) {
    options.body = body;
  } else if (body !== undefined) {
    options.headers = { "Content-Type": "application/json" };
    options.body = JSON.stringify(body);
  }
  const response = await fetch(path, options);
  const text = await response.text();
  let answer = {};
  try {
    answer = text ? JSON.parse(text) : {};
  } catch {
    // Not JSON: the status alone tells.
  }
  if (!response.ok) throw new Error(answer.error ?? `${response.status} ${response.statusText}`);
  return answer;
}

export const get = (path) => call("GET", path);
export const post = (path, body = {}) => call("POST", path, body);
export const patch = (path, body) => call("PATCH", path, body);

/** Where the bytes of a file are. */
export const fileUrl = (fileId) => `/api/files/${encodeURIComponent(fileId)}`;

const RETRY_MS = 2000;

/**
 * Listens to what changes, for ever. `changed` gets each event; `connected` gets true after each (re)connection, when
 * everything may have changed, and false when the connection is lost.
 */
export function listen(changed, connected) {
  const source = new EventSource("/api/events");
  source.onopen = () => connected(true);
  source.onmessage = (event) => changed(JSON.parse(event.data));
  source.onerror = () => {
    connected(false);
    // The browser tries again by itself unless the server refused.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(changed, connected), RETRY_MS);
  };
}
