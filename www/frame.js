// Keeps every <iframe class="tirkeu"> as tall as what is in it. A portal's page loads this file, or a copy of its own.
// All that it takes from a frame is a number, and only from the frame's own window and origin.

/** A frame that is sandboxed without allow-same-origin has no origin of its own; its window still tells it. */
const originOf = ({ sandbox, src }) =>
  sandbox.length > 0 && !sandbox.contains("allow-same-origin") ? "null" : new URL(src).origin;

const follow = ({ data, origin, source }) => {
  const height = data?.tirkeu === "height" ? data.height : NaN;
  if (!(height > 0 && height < 100_000)) return;
  for (const frame of document.querySelectorAll("iframe.tirkeu")) {
    if (frame.contentWindow === source && originOf(frame) === origin) frame.style.height = `${height}px`;
  }
};

// On a server, where a portal's page is made beforehand, there is no frame yet.
if (globalThis.document) addEventListener("message", follow);
