// Small helpers. What people wrote becomes text nodes and attributes, never markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element with a class and what is in it: text, elements, or nothing. */
export function el(tag, name, ...inside) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...inside.filter((one) => one !== null && one !== undefined && one !== ""));
  return made;
}

/** The same for words of people: they may run either way, whatever is around them. */
export function words(tag, name, text) {
  const made = el(tag, name, text);
  made.dir = "auto";
  return made;
}

/** A drawing whose parts are given as [tag, attributes]. */
export function svg(name, attributes, ...parts) {
  const make = (tag, given) => {
    const made = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(given)) made.setAttribute(key, value);
    return made;
  };
  const drawn = make("svg", { class: name, ...attributes });
  drawn.append(...parts.map(([tag, given]) => make(tag, given)));
  return drawn;
}

/** A QR code: dark on white, as cameras like it. */
export function qr(code, label) {
  const side = `0 0 ${code.side} ${code.side}`;
  return svg("qr", { viewBox: side, role: "img", "aria-label": label, "shape-rendering": "crispEdges" },
    ["rect", { width: code.side, height: code.side, fill: "#fff" }],
    ["path", { d: code.path, fill: "#000" }]);
}

/** Puts text where it differs, so that nothing is read aloud or drawn anew for nothing. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Numbers from 0 to 1 as SVG takes them. */
export const width = (share) => `${Math.round(share * 1000) / 10}%`;

/** Nobody asked for less motion. */
export const moves = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;
