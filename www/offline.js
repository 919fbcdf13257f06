// Only for Tirkeu's own page: it works without network after the first visit, and in its newest version where there is one.

const policy = globalThis.trustedTypes?.createPolicy("tirkeu", { createScriptURL: (url) => url });

const HOUR = 3_600_000;

/** Registers the worker, which stands beside the page and looks after that folder; tells when it knows of a newer version. */
export async function keepOffline(tell) {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  const worker = new URL("worker.js", document.baseURI).href;
  const registration = await serviceWorker.register(policy?.createScriptURL(worker) ?? worker);
  const ask = () => (serviceWorker.controller ?? registration.active)?.postMessage("newer?");
  serviceWorker.addEventListener("message", ({ data }) => data === "newer" && tell());
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", ask));
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  addEventListener("online", ask);
  setInterval(ask, HOUR);
  ask();
}

/** Shows the newer version at once where nothing would be lost, and else a button that does; never twice in a minute by itself. */
export function offer(frame, sentence, hasAnswers) {
  const { state } = history;
  if (hasAnswers || Date.now() - (state?.shownAnew ?? 0) < 60_000) return label(frame, sentence);
  history.replaceState({ ...state, shownAnew: Date.now() }, "");
  location.reload();
}

function label(frame, sentence) {
  const button = frame.querySelector(".newer") ?? document.createElement("button");
  Object.assign(button, { type: "button", className: "newer", textContent: sentence, onclick: () => location.reload() });
  frame.prepend(button);
}
