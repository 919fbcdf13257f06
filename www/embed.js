// The pre-check in a portal's frame: tells the origin that the portal named, and nobody else, how tall it is. It listens to nobody.
// What the portal names stands behind the # of the frame's address, which no server sees: origin, visit-date, lang, id. It may be
// changed there while the frame is open.

import "./tirkeu.js";

const page = document.documentElement;
const element = document.querySelector("tirkeu-precheck");
const language = element.lang;

let origin;
const tell = () => origin && parent.postMessage({ tirkeu: "height", height: Math.ceil(page.getBoundingClientRect().height) }, origin);

/** What is named is told to; what is no origin is named on the console. */
const originOf = (named) => {
  try {
    const { origin } = new URL(named);
    if (origin !== "null") return origin;
  } catch { /* no address at all */ }
  if (named) globalThis.console?.warn(`tirkeu: origin="${named}" is no origin; used instead: none, so nobody is told how tall the frame is`);
};

/** What is no longer named is as it was. */
const set = (name, value) => (value === null ? element.removeAttribute(name) : element.setAttribute(name, value));

function follow() {
  const named = new URLSearchParams(location.hash.slice(1));
  if (named.has("id")) element.id = named.get("id");
  set("visit-date", named.get("visit-date"));
  set("lang", named.get("lang") ?? language);
  origin = originOf(named.get("origin"));
  // The frame is as tall as the page, so nothing in it scrolls by itself.
  if (origin) page.style.setProperty("--tirkeu-height", "none");
  tell();
}

follow();
addEventListener("hashchange", follow);
new ResizeObserver(tell).observe(page);
