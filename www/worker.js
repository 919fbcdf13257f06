// Keeps the page's own files on the device, so that it works without network. It knows no answer and asks for nothing else.
const FILES = ["{{files}}"];
const CACHE = "tirkeu-{{version}}";

// Each is asked for again: what the browser itself has kept may be of an older version.
const ASKED = FILES.map((file) => new Request(file, { cache: "no-cache" }));
addEventListener("install", (event) => event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(ASKED))));

// An older version serves the pages that are open; this one takes over once they are closed, so that no page is ever mixed.
addEventListener("activate", (event) => event.waitUntil(forgetOthers()));

async function forgetOthers() {
  const names = (await caches.keys()).filter((name) => name.startsWith("tirkeu-") && name !== CACHE);
  await Promise.all(names.map((name) => caches.delete(name)));
}

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const folder = new URL(".", location).href;
  if (event.request.method !== "GET" || !url.href.startsWith(folder)) return;
  const name = url.pathname.endsWith("/") ? new URL("index.html", url) : url.origin + url.pathname;
  event.respondWith(caches.open(CACHE).then((cache) => cache.match(name)).then((kept) => kept ?? fetch(event.request)));
});
