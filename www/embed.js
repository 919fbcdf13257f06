// The pre-check in a portal's frame: tells the origin that the portal named, and nobody else, how tall it is. It listens to nobody.
// What the portal names stands behind the # of the frame's address, which no server sees: origin, visit-date.

import "./tirkeu.js";

const named = new URLSearchParams(location.hash.slice(1));
if (named.has("visit-date")) document.querySelector("tirkeu-precheck").setAttribute("visit-date", named.get("visit-date"));

const page = document.documentElement;
const tell = (origin) => parent.postMessage({ tirkeu: "height", height: Math.ceil(page.getBoundingClientRect().height) }, origin);

try {
  const { origin } = new URL(named.get("origin"));
  // The frame is as tall as the page, so nothing in it scrolls by itself.
  page.style.setProperty("--tirkeu-height", "none");
  new ResizeObserver(() => tell(origin)).observe(page);
} catch { /* nobody named: nobody is told */ }
