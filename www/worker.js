// Keeps the page's own files on the device, so that it works without network. It knows no answer and asks for nothing else.
//
// A version is kept whole, in a store that is named by the version and by this folder. A page is shown in the newest version that can
// be had, and whatever it loads later is of that version too: no page is ever mixed, and none has to be closed for the next one.
const FILES = ["{{files}}"];
const VERSION = "tirkeu-{{version}}";

const FOLDER = new URL(".", location).href;
const PLACE = new URL(FOLDER).pathname.slice(0, -1);

/** So long a page waits to be told of a newer version, before it is shown as it was kept. */
const PATIENCE = 3_000;

/** The last entry of a store that is whole; others that begin so tell which page is of its version. */
const WHOLE = `${FOLDER}?whole`;
const pageOf = (id) => `${FOLDER}?page=${id}`;

addEventListener("install", (event) => event.waitUntil(keep(VERSION, FILES)));
addEventListener("message", (event) => event.waitUntil(tellOfNewer(event.source)));

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(FOLDER)) return;
  if (mode !== "navigate") event.respondWith(ofItsVersion(event));
  else if (pageAt(url)) event.respondWith(newestPage(event));
});

/** The page that an address means, however the server writes it: with its ending or without, by its folder alone. */
function pageAt(url) {
  const name = new URL(url).pathname.slice(PLACE.length + 1) || "index.html";
  return [name, `${name}.html`].find((page) => page.endsWith(".html") && FILES.includes(page));
}

/** Pages that are about to open, and are not among the open ones yet. */
const opening = new Set();

/** Which store each page was shown from, as long as this worker runs: a device that is full takes no note of it. */
const shownFrom = new Map();

/** What a device may refuse, being full, or its stores broken: nothing, then. No page waits for a note, or fails for want of one. */
const unlessRefused = (asked) => asked.catch(() => undefined);

async function newestPage(event) {
  const asking = unlessRefused(newest());
  event.waitUntil(asking);
  const store = (await Promise.race([asking, new Promise((late) => setTimeout(late, PATIENCE))])) ?? (await unlessRefused(lastKept()));
  const page = store && (await keptIn(store, pageAt(event.request.url)));
  if (!page) return fetch(event.request);
  await unlessRefused(note(event.resultingClientId, store));
  event.waitUntil(unlessRefused(forgetOthers(store)));
  return page;
}

async function note(id, store) {
  opening.add(id);
  shownFrom.set(id, store);
  await (await caches.open(store)).put(pageOf(id), new Response(store));
}

/** A file as a store keeps it; undefined where it does not, or cannot be asked. */
const keptIn = (store, file) => unlessRefused(caches.open(store).then((cache) => cache.match(file)));

async function ofItsVersion({ request, clientId }) {
  opening.delete(clientId);
  const file = request.url.replace(/[?#].*/, "");
  const store = (await storeOf(clientId)) ?? storeNamedIn(request.url);
  const kept = store && (await keptIn(store, file));
  return kept ?? fetch(request).catch(async (error) => {
    const last = await unlessRefused(lastKept());
    const kept = last && (await keptIn(last, file));
    if (!kept) throw error;
    return kept;
  });
}

/** Where nobody took note of it: a copy names the scripts and styles of its version by that. */
const storeNamedIn = (url) => {
  const [, version] = /\?(tirkeu-\w+)/.exec(url) ?? [];
  return version && version + PLACE;
};

const storeOf = async (id) => shownFrom.get(id) ?? (await unlessRefused(caches.match(pageOf(id))))?.text();

/** A page that no worker showed is of the version that its own first visit kept. */
async function tellOfNewer(page) {
  const [shown, latest] = [(await storeOf(page.id)) ?? VERSION + PLACE, await newest()];
  if (latest !== shown) page.postMessage("newer");
  await unlessRefused(forgetOthers(latest));
}

/** The store of the newest version, once it is whole. Whichever worker the server has now says by its text which that is, of which files. */
async function newest() {
  const text = await (await fetched("worker.js")).text();
  const [, files] = text.match(/\[("[^\]]*")\]/);
  const [version] = text.match(/tirkeu-\w+/);
  return keep(version, JSON.parse(`[${files}]`));
}

const keeping = new Map();

/** Keeps a version, whole or not at all, once for all who want it. */
function keep(version, files) {
  const store = version + PLACE;
  if (!keeping.has(store)) keeping.set(store, fill(store, version, files).finally(() => keeping.delete(store)));
  return keeping.get(store);
}

/** The officer's pages: some servers do not send them where they send others, and no applicant is to miss anything for that. */
const isSpare = (file) => /^counter\b.*html$/.test(file);

async function fill(store, version, files) {
  if (await isWhole(store)) return store;
  const asked = files.map(async (file) => {
    try { return [file, await ofVersion(version, file, await fetched(file))]; } catch (error) { if (!isSpare(file)) throw error; }
  });
  const answers = (await Promise.all(asked)).filter(Boolean);
  const cache = await caches.open(store);
  await Promise.all(answers.map(([file, answer]) => cache.put(file, answer)));
  await cache.put(WHOLE, new Response());
  return store;
}

const isWhole = async (store) => (await caches.has(store)) && Boolean(await (await caches.open(store)).match(WHOLE));

/**
 * A file from the server, not as the browser itself kept it. Whoever sends to another place than where it stands, or a page where none
 * was asked for, is not the server that we know.
 */
async function fetched(file) {
  const answer = await fetch(new Request(file, { cache: "no-cache" }));
  const isPage = /\bhtml\b/.test(answer.headers.get("Content-Type"));
  const isOurs = answer.ok && new URL(answer.url).origin === location.origin && isPage === file.endsWith(".html");
  if (!isOurs) throw new Error(`${file}: ${answer.status} ${answer.url}`);
  return answer;
}

/** Where pages and scripts name scripts and styles. */
const NAMED = /((?:src|href)="|"\.\/)([\w./-]+\.(?:js|css))"/g;

/**
 * A copy to keep. Some servers send from `x.html` to `x`, and no page can be shown that was sent somewhere: a copy can. And browsers
 * use what they have again without asking anybody: a copy tells them to ask, and scripts and styles, which the first visit may have
 * brought with another word, get addresses of their version.
 */
async function ofVersion(version, file, answer) {
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  headers.set("Cache-Control", "no-cache");
  const hasNames = /\.(html|js)$/.test(file);
  return new Response(hasNames ? (await answer.text()).replace(NAMED, `$1$2?${version}"`) : await answer.blob(), { headers });
}

/** The stores of this folder, the latest last. */
async function stores() {
  const names = await caches.keys();
  return names.filter((name) => name.replace(/^tirkeu-\w+/, "") === PLACE);
}

async function lastKept() {
  let last;
  for (const store of await stores()) if (await isWhole(store)) last = store;
  return last;
}

/** A store goes once no page is open that is of its version. */
async function forgetOthers(shown) {
  for (const store of await stores()) {
    const isUsed = await forgetClosed(await caches.open(store));
    if (store !== shown && !isUsed) await caches.delete(store);
  }
}

/** Forgets which pages were of a store's version, once they are closed; tells whether any is open. */
async function forgetClosed(cache) {
  let isUsed = false;
  for (const { url } of await cache.keys()) {
    const [, page] = url.split("?page=");
    if (!page) continue;
    if (opening.has(page) || (await clients.get(page))) isUsed = true;
    else await cache.delete(url);
  }
  return isUsed;
}
