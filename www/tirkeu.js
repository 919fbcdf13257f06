// <tirkeu-precheck>: loads the module and the wording, hands events over, and does what only a page can do: print, keep, go back.
// What is asked and answered is the module's alone.

const base = new URL(".", import.meta.url);
const KEPT = "tirkeu";
const IDLE = 15 * 60_000;
const LAST_CALL = 60_000;

let loading;
const load = () => (loading ??= import("./precheck.js").then(async (module) => {
  await module.default({ module_or_path: new URL("precheck_bg.wasm", base) });
  return module;
}));

const fetched = async (file) => {
  const answer = await fetch(new URL(`wording/${file}.json`, base));
  if (!answer.ok) throw new Error(`wording/${file}.json: ${answer.status}`);
  return answer.json();
};

/** The sentences of each language so far; what only sheets and complaints say comes later. */
const sentences = {};
const wording = (language) => (sentences[language] ??= fetched(language));
const later = async (language) => Object.assign(await wording(language), await fetched(`${language}.later`));

/** The wording of a language, as the module takes it; both are on their way at once. */
const spoken = async (language) => {
  const [{ Language }, said] = await Promise.all([load(), wording(language)]);
  return new Language(language, said);
};

/** Today in Kazakhstan, which is five hours ahead of UTC all year. */
const today = () => new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10);

const storage = {
  read() { try { return localStorage.getItem(KEPT) ?? ""; } catch { return ""; } },
  write(text) { try { text ? localStorage.setItem(KEPT, text) : localStorage.removeItem(KEPT); } catch { /* denied: nothing is kept */ } },
};

/** After the first visit the page works without network. */
const keepOffline = () => {
  const policy = globalThis.trustedTypes?.createPolicy("tirkeu", { createScriptURL: (url) => url });
  const worker = new URL("worker.js", base).href;
  navigator.serviceWorker?.register(policy?.createScriptURL(worker) ?? worker)
    .catch((error) => console.error("tirkeu:", error));
};

class TirkeuPrecheck extends HTMLElement {
  static observedAttributes = ["lang", "visit-date"];
  #precheck;
  #language;
  #steps = 0;
  #idle;

  get #isPage() { return this.hasAttribute("page"); }

  connectedCallback() {
    if (!this.shadowRoot) this.#start().catch((error) => this.#fail(error));
    if (this.#isPage) addEventListener("popstate", this);
  }

  disconnectedCallback() {
    removeEventListener("popstate", this);
    clearTimeout(this.#idle);
  }

  attributeChangedCallback(name, before, value) {
    if (!this.#precheck || before === value || !value) return;
    if (name === "lang") this.#speak(value);
    else this.#precheck.visit_on(value);
  }

  async #start() {
    const root = this.attachShadow({ mode: "open" });
    const make = (name, set = {}) => root.appendChild(Object.assign(document.createElement(name), set));
    make("slot");
    const language = this.lang || this.closest("[lang]")?.lang || "kk";
    const words = await spoken(language);
    const { Precheck } = await load();
    const style = make("link", { rel: "stylesheet", href: new URL("tirkeu.css", base).href });
    await new Promise((done) => { style.onload = style.onerror = done; });
    const place = make("div", { className: "tirkeu", hidden: true });
    const live = make("p", { className: "live" });
    live.setAttribute("role", "status");
    this.#language = language;
    this.#precheck = new Precheck(document, root, place, live, words, today(), this.getAttribute("visit-date") ?? "");
    this.#restore();
    for (const event of ["click", "change", "input"]) place.addEventListener(event, this);
    root.querySelector("slot").hidden = true;
    place.hidden = false;
    this.#watch();
    if (this.#isPage) keepOffline();
  }

  handleEvent(event) {
    if (event.type === "popstate") return this.#popped(event.state?.tirkeu ?? 0);
    const request = this.#precheck.handle(event);
    if (request === "print") print();
    else if (request === "back") this.#isPage && this.#steps > 0 ? history.back() : this.#precheck.back();
    else if (request === "later") this.#sayMore();
    else if (request?.startsWith("officer:")) this.#sayMore(request.slice(8));
    else if (request) this.#speak(request);
    this.#keep();
    this.#step();
    this.#watch();
    if (event.type !== "input") this.#change();
  }

  async #speak(language) {
    if (language === this.#language) return;
    try {
      const words = await spoken(language);
      this.#language = this.lang = language;
      const more = this.#precheck.speak(words);
      if (more) await this.#sayMore(more === "later" ? undefined : more.slice(8));
      if (this.#isPage) {
        document.documentElement.lang = language;
        document.title = this.#precheck.title();
      }
    } catch (error) { console.error("tirkeu:", error); }
  }

  /** Sheets and complaints have texts of their own; a sheet stands beside the officer's language. */
  async #sayMore(officer) {
    try {
      await later(this.#language);
      if (officer) {
        await later(officer);
        this.#precheck.speak_to_officer(await spoken(officer));
      } else this.#precheck.refresh();
    } catch (error) { console.error("tirkeu:", error); }
  }

  /** Each question gone through is one step of the browser's own Back; the address tells nothing. */
  #step() {
    if (!this.#isPage) return;
    const steps = this.#precheck.steps();
    if (steps > this.#steps) history.pushState({ tirkeu: steps }, "");
    this.#steps = steps;
  }

  #popped(steps) {
    if (steps < this.#steps) this.#precheck.back();
    this.#steps = this.#precheck.steps();
  }

  #keep() {
    const until = this.#precheck.keep_until();
    const kept = until ? `${until} ${this.#precheck.kept()}` : "";
    if (until || this.#kept) storage.write(kept);
    this.#kept = Boolean(until);
  }
  #kept = false;

  #restore() {
    const text = storage.read();
    const until = text.slice(0, 10);
    if (text && until >= today()) {
      this.#precheck.restore(text.slice(11));
      this.#kept = true;
    } else if (text) storage.write("");
  }

  /** After 15 idle minutes the element asks, and a minute later it clears. */
  #watch() {
    clearTimeout(this.#idle);
    if (this.#precheck.steps() === 0) return;
    this.#idle = setTimeout(() => {
      this.#precheck.idle(true);
      this.#idle = setTimeout(() => { this.#precheck.clear(); this.#keep(); this.#step(); }, LAST_CALL);
    }, IDLE);
  }

  #change() {
    const detail = { verdict: this.#precheck.verdict() };
    this.dispatchEvent(new CustomEvent("tirkeu-change", { bubbles: true, composed: true, detail }));
  }

  /** The list stays, one sentence says so, and the page around is not disturbed. */
  #fail(error) {
    console.error("tirkeu:", error);
    this.querySelector(".failed")?.removeAttribute("hidden");
  }
}

if (!customElements.get("tirkeu-precheck")) customElements.define("tirkeu-precheck", TirkeuPrecheck);
