// Only for Tirkeu's own page: it works without network after the first visit, and in its newest version where there is one.

const policy = globalThis.trustedTypes?.createPolicy("tirkeu", { createScriptURL: (url) => url });

const HOUR = 3_600_000;

/**
 * Registers the worker, which stands beside the page and looks after that folder. `tell` is called when it knows of a newer version,
 * `resume`, on the element's page, with what was answered in the version before, if this one has just taken its place.
 */
export async function keepOffline(tell, resume) {
  const carried = resume && takeCarried();
  if (carried) resume(carried.answers, carried.day);
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

const MINUTE = 60_000;

/**
 * Shows the newer version at once where nothing would be lost, and else a button that does, announced; never twice in a minute by itself.
 * @param {HTMLElement} frame what holds what is shown
 * @param {string} sentence what the button says
 * @param {boolean} wouldLose whether something was answered, or may still be had back
 * @param {() => { answers: string, day: string } | undefined} [said] what was answered, unless the device keeps it
 * @param {(error: Error) => void} [refused] is told where the browser carries nothing over: then the page stays as it is
 */
export function offer(frame, sentence, wouldLose, said, refused = () => {}) {
  const { state } = history;
  if (wouldLose || Date.now() - (state?.shownAnew ?? 0) < MINUTE) return label(frame, sentence, said, refused);
  history.replaceState({ ...state, shownAnew: Date.now() }, "");
  location.reload();
}

/** Below all else: above, it would move what a finger is about to press. */
function label(frame, sentence, said, refused) {
  const shown = frame.querySelector(".newer");
  const button = shown ?? document.createElement("button");
  const onclick = ({ detail }) => {
    if (detail > 1) return;
    try {
      carry(said?.());
      location.reload();
    } catch (error) { refused(error); }
  };
  Object.assign(button, { type: "button", className: "newer", textContent: sentence, onclick });
  frame.append(button);
  const live = frame.querySelector("[role=status]");
  if (!shown && live) live.textContent = sentence;
}

/** Where the answers lie for the moment in which one version takes the place of another: this tab's own store, and its address. */
const place = () => `tirkeu ${location.pathname.replace(/[^/]*$/, "")}`;

function carry(said) {
  if (said) sessionStorage.setItem(place(), JSON.stringify({ ...said, at: Date.now() }));
}

/** Taken out, whatever becomes of it: nothing stays there. What is older than a minute is of no reload any more. */
function takeCarried() {
  try {
    const carried = JSON.parse(sessionStorage.getItem(place()));
    sessionStorage.removeItem(place());
    return carried && Math.abs(Date.now() - carried.at) < MINUTE ? carried : undefined;
  } catch { /* nothing was carried, or the browser does not say */ }
}
