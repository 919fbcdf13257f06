// <tirkeu-precheck>: loads the module and the wording, hands events over, and does what only a page can do: print, keep, go back.
// What is asked and answered is the module's alone. What few hosts ask for stands in host.js, which is loaded when one does.

import { Precheck, start } from "./precheck.js";

const NAME = "tirkeu-precheck";
const IDLE = 15 * 60_000;
const LAST_CALL = 60_000;
const COLOURS = ["ink", "paper", "quiet", "raised", "line", "accent", "on-accent"];
const STATUSES = ["satisfied", "missing", "form_not_accepted", "expired", "absent", "not_entitled", "ask", "unanswered"];

/** The language that is meant by a tag, if it is one of ours. */
const known = (tag) => ["kk", "ru", "en"].find((language) => tag.toLowerCase().startsWith(language));

let told;
/** One line on the console for one fault, however many elements it stops. */
const complain = (error) => {
  if (error !== told) console.error("tirkeu:", error);
  told = error;
};

/** Does what few hosts ask for. */
const forHost = (act) => import("./host.js").then(act).catch(complain);

const fetched = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
};

let loading;
const load = () => (loading ??= fetched(new URL("./precheck_bg.wasm", import.meta.url)).then(start));

const fetchedWording = async (name) => (await fetched(new URL(`./wording/${name}.json`, import.meta.url))).json();

/** The sentences of each language so far; what only sheets and complaints say comes later. */
const sentences = {};
const wording = (language) => (sentences[language] ??= fetchedWording(language).catch((error) => {
  delete sentences[language];
  throw error;
}));
const later = async (language) => Object.assign(await wording(language), await fetchedWording(`${language}.later`));

/** Sentences by their ids, from a line of ids and a line for each: a part of an id that is left out is that of the id before. */
const read = (lines) => {
  const [ids, ...said] = lines.split("\n");
  let id = [];
  const entries = ids.split(" ").map((parts, line) => {
    id = parts.split(".").map((part, depth) => part || id[depth]);
    return [id.join("."), said[line]];
  });
  if (entries.length !== said.length) throw new Error(`wording: ${entries.length} ids, ${said.length} sentences`);
  return Object.fromEntries(entries);
};

/** Wording that an element holds needs no request, and is compressed together with the page's list. */
const take = (element) => {
  const held = element.querySelector('script[type="text/plain"]');
  if (held) sentences[held.lang] ??= Promise.resolve(read(held.textContent));
};

const make = (parent, name, set = {}) => parent.appendChild(Object.assign(document.createElement(name), set));

/** Puts a style sheet into a root; waits until it is there. */
const style = (root, { href }) => new Promise((done, failed) => {
  make(root, "link", { rel: "stylesheet", href, onload: done, onerror: failed });
});

/** How a language says an id; behind its tag, as the module takes them. */
const spoken = async (language) => {
  const said = await wording(language);
  return [language, (id) => said[id]];
};

/** Today in Kazakhstan, which is five hours ahead of UTC all year. */
const today = () => new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10);

/** Keeps answers on the device, where it lets us. */
const keep = (text) => (text ? localStorage.setItem("tirkeu", text) : localStorage.removeItem("tirkeu"));

let offline;
/** After the first visit the page works without network; the worker stands beside the page, and looks after that folder. */
const keepOffline = async () => {
  const policy = globalThis.trustedTypes?.createPolicy("tirkeu", { createScriptURL: (url) => url });
  const worker = new URL("worker.js", document.baseURI).href;
  await navigator.serviceWorker?.register(policy?.createScriptURL(worker) ?? worker);
};

/** The list stays, one sentence says so, and the page around is not disturbed. */
const fail = (element, error) => {
  complain(error);
  const said = element.querySelector(".failed");
  if (said) said.hidden = false;
  else forHost(({ sayFailed }) => sayFailed(element, languageOf(element)));
};

/** The language asked for by the element, by what it stands in, or by the page. */
const languageOf = (element) => {
  const tag = element.lang || element.closest("[lang]")?.lang || document.documentElement.lang;
  return tag ? known(tag) ?? "en" : "kk";
};

/** What was typed or ticked in a field, once it changed; nothing for a button that was clicked; undefined for other events. */
const typedIn = (element, event) => {
  const isField = element.localName === "input";
  if (event !== (isField ? "change" : "click")) return undefined;
  if (!isField) return "";
  return element.type === "checkbox" ? String(element.checked) : element.value;
};

/**
 * The pre-check of one visit. Its children are shown until it is ready, and stay if it cannot be.
 *
 * @attr {"kk" | "ru" | "en"} lang - the language; without it that of what the element stands in
 * @attr {string} visit-date - the day of the visit as YYYY-MM-DD; without it today
 * @attr {boolean} share-report - whether `tirkeu-report` is sent
 * @attr {boolean} page - whether the page is Tirkeu's alone: its title, language, Back button and use without network
 * @fires tirkeu-change - when it is ready and when anything was answered; the detail is `result`, and tells no answer
 * @fires tirkeu-report - with `share-report`, beside each `tirkeu-change`; the detail is `{ report }`, as `check` gives it
 */
class TirkeuPrecheck extends HTMLElement {
  static observedAttributes = ["lang", "visit-date", "page", "share-report"];
  #precheck;
  #frame;
  #live;
  #language;
  #wanted;
  #said;
  #kept;
  #dressed;
  #steps = 0;
  #going;
  #idle;

  /** The verdict, the edition that decides (null: none) and how many findings have which status; null until it is ready. */
  get result() {
    if (!this.#precheck) return null;
    const [verdict, , edition, ...statuses] = this.#precheck.told().split(" ");
    const count = (status) => [status, statuses.filter((other) => other === status).length];
    return { verdict, edition: edition || null, counts: Object.fromEntries(STATUSES.map(count)) };
  }

  /** Forgets every answer, also what is kept on the device. */
  clear() { this.#attempt(() => this.#precheck && this.#act("clear")); }

  get #isPage() { return this.hasAttribute("page"); }

  connectedCallback() {
    if (!this.shadowRoot) this.#start().catch((error) => fail(this, error));
    this.#settle();
  }

  disconnectedCallback() {
    removeEventListener("popstate", this);
    removeEventListener("pageshow", this);
    clearTimeout(this.#idle);
  }

  attributeChangedCallback(name, before, value) {
    if (!this.#precheck || before === value) return;
    if (name === "lang") this.#speak(languageOf(this));
    else if (name === "visit-date") this.#attempt(() => this.#act("visit_date", value ?? today()));
    else if (name === "page") this.#settle();
    else this.#share();
  }

  async #start() {
    const root = this.attachShadow({ mode: "open" });
    make(root, "slot");
    const list = make(root, "slot", { name: "list" });
    const styled = style(root, new URL("./tirkeu.css", import.meta.url));
    this.#wanted = this.#language = languageOf(this);
    take(this);
    const [words] = await Promise.all([spoken(this.#language), load(), styled]);
    const frame = make(root, "div", { className: "tirkeu", hidden: true });
    const live = make(frame, "p", { className: "live" });
    live.setAttribute("role", "status");
    const place = make(frame, "div", { className: "visit" });
    const precheck = new Precheck(place, ...words, today(), this.getAttribute("visit-date") ?? "");
    this.#kept = restore(precheck);
    for (const event of ["click", "change", "input"]) place.addEventListener(event, this);
    this.#precheck = precheck;
    this.#frame = frame;
    this.#live = live;
    root.append(list);
    this.#showList(false);
    this.#settle();
    this.#tell();
    this.#speak(languageOf(this));
    this.#sayMore(precheck.wants());
  }

  /** What belongs to the place where the element is now. */
  #settle() {
    removeEventListener("popstate", this);
    removeEventListener("pageshow", this);
    this.#going = false;
    if (!this.#precheck || !this.isConnected) return;
    if (this.#isPage) {
      addEventListener("popstate", this);
      addEventListener("pageshow", this);
      offline ??= keepOffline().catch(complain);
    }
    this.#watch();
    const style = getComputedStyle(this);
    if (COLOURS.some((name) => style.getPropertyValue(`--tirkeu-${name}`))) {
      forHost(({ keepReadable }) => keepReadable(this.#frame));
    }
  }

  /** A page that the browser brings back as it was starts anew, like one that is loaded again. */
  handleEvent(event) {
    if (event.type === "pageshow") return event.persisted && !this.#kept && this.clear();
    this.#attempt(() => (event.type === "popstate" ? this.#popped(event.state?.tirkeu ?? 0) : this.#handle(event)));
  }

  /** Does something with the module, and then what follows from it; a fault there brings the list back. */
  #attempt(act) {
    try {
      act();
      if (!this.#precheck) return;
      this.#keep();
      this.#step();
      this.#watch();
      this.#dress();
      this.#tell();
    } catch (error) {
      this.#precheck = undefined;
      this.#showList(true);
      fail(this, error);
    }
  }

  /** The list that stands in the element, or what takes its place; a part of the list may stand in it, too, while it is there. */
  #showList(on) {
    this.#frame.hidden = on;
    if (on) this.#frame.remove();
    for (const part of this.shadowRoot.children) if (part.localName === "slot") part.hidden = !on;
  }

  #handle({ target, type }) {
    this.#live.className = "live";
    if (target.dataset.type) return this.#type(target);
    const acting = target.closest("[data-action],[data-script]");
    if (!acting) return;
    const { action, script } = acting.dataset;
    const request = type === "click" && script || this.#ask(acting, action, typedIn(acting, type));
    if (request === "print") this.#print();
    else if (request === "back") this.#isPage && this.#steps > 0 ? history.back() : this.#back();
    else if (/^(later|officer)/.test(request)) this.#sayMore(request);
    else if (request) this.#speak(request);
  }

  /** What is folded up would not be printed. */
  #print() {
    this.shadowRoot.querySelector(".papers")?.setAttribute("open", "");
    print();
  }

  /** Does what an element is for; tells what the part shown then needs. A visit has a day: one that was emptied shows it again. */
  #ask(element, action, typed) {
    if (action === undefined || typed === undefined) return;
    if (this.#act(action, typed, true) === undefined) element.value = this.#precheck.told().split(" ")[1];
    return this.#precheck.wants();
  }

  /** Acts, says what is new, and takes the focus along with what is shown. */
  #act(action, typed = "", isHere = this.shadowRoot.activeElement) {
    const moves = this.#precheck.act(action, typed);
    this.#announce();
    if (isHere) requestAnimationFrame(() => this.#follow(moves));
    return moves;
  }

  /** The focus is never left on what is gone or hidden; asked for with the next frame, which has to know that anyway. */
  #follow(moves) {
    const root = this.shadowRoot;
    if (moves || !root.activeElement?.offsetWidth) root.getElementById(this.#precheck?.focus())?.focus();
  }

  /** A region that is set to the same text again would be silent anyway. */
  #announce() {
    const said = this.#precheck.announcement();
    if (this.#live.textContent !== said) this.#live.textContent = said;
  }

  #back() { this.#act("back", "", true); }

  /** What is typed for printing goes to the sheet at once, and nowhere else. */
  #type(input) {
    const { value, dataset: { type } } = input;
    for (const line of this.shadowRoot.querySelectorAll(`[data-typed="${type}"]`)) line.textContent = value;
    const isWrong = value !== "" && !this.#precheck.fits(type, value.replace(/[\s-]/g, ""));
    input.nextElementSibling?.toggleAttribute("hidden", !isWrong);
    input.setAttribute("aria-invalid", isWrong);
  }

  async #speak(language) {
    if (language === this.#wanted) return;
    this.#wanted = language;
    try {
      const words = await spoken(language);
      if (language !== this.#wanted) return;
      this.#language = language;
      if (known(this.lang) !== language) this.lang = language;
      this.#precheck.speak(...words);
      this.#announce();
      this.#dress();
      await this.#sayMore(this.#precheck.wants());
      if (this.#isPage) {
        document.documentElement.lang = language;
        document.title = (await wording(language))["page.title"];
      }
    } catch (error) {
      this.#wanted = this.#language;
      this.#tellTrouble(error, "tools.load.failed");
    }
  }

  /** The answer and what follows it have texts of their own, which come behind the first question; a sheet stands beside the officer's language. */
  async #sayMore(wanted) {
    if (!wanted) return;
    const [, officer] = wanted.split(":");
    try {
      await later(this.#language);
      if (officer) {
        await later(officer);
        this.#precheck.speak_to_officer(...await spoken(officer));
      } else this.#precheck.refresh();
      this.#dress();
      const more = this.#precheck.wants();
      if (more !== wanted) await this.#sayMore(more);
    } catch (error) {
      if (this.#frame.querySelector(".sheet, .appeal")) this.#back();
      if (this.#precheck.steps()) this.#tellTrouble(error, "tools.load.failed");
    }
  }

  /** The list of papers stands in the element, in one language; in another it comes from that language's own page. */
  async #bringList() {
    const there = this.querySelector("[slot=list]");
    if (there?.lang === this.#language || !this.#frame.querySelector("slot")) return;
    try {
      const { list } = await import("./list.js");
      const fresh = await list(this.#language);
      if (there) there.replaceWith(fresh);
      else this.append(fresh);
    } catch (error) { complain(error); }
  }

  /** What papers look like comes with the first of them; without it they are plain. */
  #dress() {
    this.#bringList();
    if (!this.#frame.querySelector(".sheet")) return;
    this.#dressed ??= style(this.shadowRoot, new URL("./paper.css", import.meta.url)).catch((error) => {
      this.#dressed = undefined;
      complain(error);
    });
  }

  /** One sentence, to be heard and seen until something else is done. */
  async #tellTrouble(error, id) {
    complain(error);
    this.#live.textContent = (await wording(this.#language))[id];
    this.#live.className = "idle";
  }

  /** Each question gone through is one step of the browser's own Back; the address tells nothing. The browser takes its time. */
  #step() {
    if (!this.#isPage || this.#going) return;
    const steps = this.#precheck.steps();
    if (steps > this.#steps) history.pushState({ tirkeu: steps }, "");
    this.#going = steps < this.#steps;
    if (this.#going) history.go(steps - this.#steps);
    this.#steps = steps;
  }

  /** Back goes back, if it was not us; Forward leads nowhere, for what lay there was left: the step that follows takes it back. */
  #popped(steps) {
    while (!this.#going && this.#precheck.steps() > steps) this.#back();
    this.#going = false;
    this.#steps = steps;
  }

  #keep() {
    const until = this.#precheck.keep_until();
    const kept = until ? `${until} ${this.#precheck.kept()}` : "";
    try {
      if (kept || this.#kept) keep(kept);
      this.#kept = kept;
    } catch (error) { this.#cannotKeep(error); }
  }

  /** Where the browser keeps nothing, the box is not ticked. */
  #cannotKeep(error) {
    const tick = this.#frame.querySelector("#keep");
    tick.checked = false;
    tick.dispatchEvent(new Event("change", { bubbles: true }));
    this.#tellTrouble(error, "tools.keep.denied");
  }

  /** After 15 idle minutes the element asks, and a minute later it clears. */
  #watch() {
    clearTimeout(this.#idle);
    if (!this.isConnected || this.#precheck.steps() === 0) return;
    this.#idle = setTimeout(() => {
      this.#act("idle::yes:");
      this.#idle = setTimeout(() => this.clear(), LAST_CALL);
    }, IDLE);
  }

  /** Tells the host, once something was answered or the day has moved. */
  #tell() {
    const said = `${this.#precheck.told()} ${this.#precheck.kept()}`;
    if (said === this.#said) return;
    this.#said = said;
    this.dispatchEvent(new CustomEvent("tirkeu-change", { bubbles: true, composed: true, detail: this.result }));
    this.#share();
  }

  #share() {
    const [told, kept] = [this.#precheck.told(), this.#precheck.kept()];
    if (this.hasAttribute("share-report")) forHost(({ share }) => share(this, told, kept));
  }
}

/** Takes up what was kept, if its time is not over; tells what is kept now. */
const restore = (precheck) => {
  try {
    const text = localStorage.getItem("tirkeu") ?? "";
    if (text.slice(0, 10) >= today()) {
      precheck.restore(text.slice(11));
      return text;
    }
    if (text) keep("");
  } catch { /* denied: nothing was kept */ }
};

try {
  customElements.get(NAME) ?? customElements.define(NAME, TirkeuPrecheck);
} catch (error) {
  for (const element of document.querySelectorAll(NAME)) fail(element, error);
}
