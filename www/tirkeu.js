// <tirkeu-precheck>: loads the module and the wording, hands events over, and does what only a page can do: print, keep, go back.
// What is asked and answered is the module's alone. What few hosts ask for stands in host.js, which is loaded when one does.

import { Precheck, start } from "./precheck.js";

const NAME = "tirkeu-precheck";
const IDLE = 15 * 60_000;
const LAST_CALL = 60_000;
/** What was cleared can be had back for so long. */
const UNDO = 10_000;
/** So long after what is shown has moved a finger cannot have meant what is under it now. */
const MOVES = 400;
const COLOURS = ["ink", "paper", "quiet", "raised", "line", "accent", "on-accent"];
const STATUSES = ["satisfied", "missing", "form_not_accepted", "expired", "not_entitled", "ask", "unanswered"];

/** The language that is meant by a tag, if it is one of ours. */
const known = (tag) => ["kk", "ru", "en"].find((language) => tag.toLowerCase().startsWith(language));

let told;
/** One line on the console for one fault, however many elements it stops and however often; none where there is no console. */
const complain = (error) => {
  try {
    if (String(error) !== told) console.error("tirkeu:", error);
  } catch { /* nobody is told */ }
  told = String(error);
};

/** Does what a browser may refuse: it costs that, and no answer. */
const may = (act, otherwise = complain) => {
  try { return act(); } catch (error) { return otherwise(error); }
};

/** A fault of the module's own; all others are what a browser refuses. */
class Fault extends Error {}
const telling = (precheck) => new Proxy(precheck, {
  get: (_, name) => (...words) => may(() => precheck[name](...words), (cause) => { throw new Fault(cause, { cause }); }),
});

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

const attributesOf = (node) => [...node.attributes].map(({ name, value }) => [name, value]).filter(([name]) => name !== "lang");

/** Puts a style sheet into a root; waits until it is there. */
const style = (root, { href }) => new Promise((done, failed) => {
  make(root, "link", { rel: "stylesheet", href, onload: done, onerror: failed });
});

/** A day by numbers, where a browser has no words for it. */
const numbers = (day) => day.toISOString().slice(0, 10).split("-").reverse().join(".");

/** Days as Kazakhstan writes them, the day before the month. Some browsers know Kazakh without its months: they write "M11". */
const daysOf = (language) => {
  const format = (tag, style) => new Intl.DateTimeFormat(tag, { ...style, timeZone: "UTC" });
  const long = format(language === "en" ? "en-GB" : language, { dateStyle: "long" });
  return /M\d/.test(long.format(0)) ? format("ru", { day: "2-digit", month: "2-digit", year: "numeric" }) : long;
};

/** How a language says an id, or a day written as YYYY-MM-DD; behind its tag, as the module takes them. */
const spoken = async (language) => {
  const said = await wording(language);
  const days = may(() => daysOf(language));
  const written = (day) => may(() => days?.format(day)) ?? numbers(day);
  return [language, (id) => said[id] ?? (/^\d/.test(id) ? written(new Date(id)) : undefined)];
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
  may(() => {
    const said = element.querySelector(".failed");
    if (said) said.hidden = false;
    else forHost(({ sayFailed }) => sayFailed(element, languageOf(element)));
  });
};

/** What the element, what it stands in or the page says its language is. */
const tagOf = (element) => element.lang || element.closest("[lang]")?.lang || document.documentElement.lang;

/** The language asked for by it. */
const languageOf = (element) => {
  const tag = tagOf(element);
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
  #undo;
  #around;
  #press;
  #moving;
  #isRefused;

  /** The verdict, the edition that decides (null: none) and how many findings have which status; null until it is ready. */
  get result() {
    if (!this.#precheck) return null;
    const [verdict, , edition, ...statuses] = this.#precheck.told().split(" ");
    const count = (status) => [status, statuses.filter((other) => other === status).length];
    return { verdict, edition: edition || null, counts: Object.fromEntries(STATUSES.map(count)) };
  }

  /** Forgets every answer, also what is kept on the device. */
  clear() { this.#attempt(() => this.#precheck && this.#act("wipe")); }

  get #isPage() { return this.hasAttribute("page"); }

  connectedCallback() {
    const failed = (error) => fail(this, error);
    may(() => this.shadowRoot || this.#start().catch(failed), failed);
    this.#do(this.#settle);
  }

  disconnectedCallback() {
    may(() => {
      removeEventListener("popstate", this);
      removeEventListener("pageshow", this);
      clearTimeout(this.#idle);
    });
  }

  attributeChangedCallback(name, before, value) {
    if (!this.#precheck || before === value) return;
    if (name === "lang") this.#speak(languageOf(this));
    else if (name === "visit-date") this.#attempt(() => this.#act("visit_date", value ?? today()));
    else this.#do(name === "page" ? this.#settle : this.#share);
  }

  async #start() {
    const slot = document.createElement("slot");
    const root = this.attachShadow({ mode: "open" });
    may(() => root.append(slot), () => root.appendChild(slot));
    const styled = style(root, new URL("./tirkeu.css", import.meta.url));
    this.#wanted = this.#language = languageOf(this);
    take(this);
    const [words] = await Promise.all([spoken(this.#language), load(), styled]);
    const frame = make(root, "div", { className: "tirkeu", hidden: true });
    const live = make(frame, "p", { className: "live" });
    live.setAttribute("role", "status");
    if (known(tagOf(this)) !== this.#language) live.lang = this.#language;
    const place = make(frame, "div", { className: "visit" });
    const precheck = telling(new Precheck(place, ...words, today(), this.getAttribute("visit-date") ?? ""));
    this.#kept = restore(precheck);
    for (const event of ["click", "change", "input", "pointerdown", "pointercancel"]) place.addEventListener(event, this);
    this.#precheck = precheck;
    this.#frame = frame;
    this.#live = live;
    slot.hidden = true;
    frame.hidden = false;
    this.#around = [...root.children, live, place].map((node) => [node.parentNode, node, attributesOf(node)]);
    this.#do(this.#settle);
    this.#do(this.#tell);
    this.#speak(languageOf(this));
  }

  /** What stands around what is shown is put back, wherever others put it. */
  #hold() {
    for (const [parent, node, attributes] of this.#around) {
      if (node.parentNode !== parent) parent.append(node);
      for (const [name, value] of attributes) if (node.getAttribute(name) !== value) node.setAttribute(name, value);
      if (parent === this.#frame || node === this.#frame) node.hidden = false;
    }
    const isOurs = (child) => this.#around.some(([, node]) => node === child);
    for (const child of [...this.#frame.childNodes]) if (!isOurs(child)) child.remove();
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
    if (event.type.startsWith("pointer")) return may(() => this.#presses(event));
    if (event.type === "pageshow") return event.persisted && !this.#kept && this.clear();
    this.#attempt(() => (event.type === "popstate" ? this.#popped(event.state?.tirkeu ?? 0) : this.#handle(event)));
  }

  /** Does something with the module, and then what follows from it; what a browser refuses of that stops nothing else. */
  #attempt(act) {
    for (const next of [this.#hold, act, this.#keep, this.#step, this.#watch, this.#dress, this.#tell]) {
      if (this.#precheck) this.#do(next);
    }
  }

  /** A fault of the module brings the list back. */
  #do(act) {
    return may(() => act.call(this), (error) => {
      if (!(error instanceof Fault)) return complain(error);
      this.#precheck = undefined;
      this.#frame.hidden = true;
      this.shadowRoot.querySelector("slot").hidden = false;
      fail(this, error.cause);
    });
  }

  /** What a finger, a pen or a mouse comes down on; a finger that does while what is shown is moving means nothing there. */
  #presses({ type, target, pointerType }) {
    const isEarly = this.#moving && pointerType !== "mouse";
    this.#press = type === "pointerdown" ? { on: !isEarly && target.closest("button") } : undefined;
  }

  /**
   * Whether a press was meant for what was there before: the second of a double one, or one that began on something else. Keys, and
   * what serves in their place, press without a count or without coming down, and always mean it.
   */
  #isStray(detail, acting) {
    if (detail === 0) return false;
    const { on = acting } = this.#press ?? {};
    this.#press = undefined;
    return detail > 1 || on !== acting;
  }

  /** What is shown has moved: what a press began on is not that any more. */
  #moves() {
    if (this.#press) this.#press.on = null;
    clearTimeout(this.#moving);
    this.#moving = setTimeout(() => { this.#moving = 0; }, MOVES);
  }

  #handle({ target, type, detail }) {
    this.#live.className = "live";
    if (target.dataset.type) return this.#type(target);
    const acting = target.closest("button,input");
    if (!acting) return;
    if (acting.localName === "button") {
      this.#precheck.restore_shown();
      if (this.#isStray(detail, acting)) return;
    }
    const { action, script } = acting.dataset;
    const request = type === "click" && script || this.#ask(acting, action, typedIn(acting, type));
    if (request === "print") this.#print();
    else if (request === "back") this.#goBack();
    else if (/^(later|officer)/.test(request)) this.#sayMore(request);
    else if (request) this.#speak(request);
  }

  /** What is folded up would not be printed. */
  #print() {
    this.shadowRoot.querySelector(".papers")?.setAttribute("open", "");
    may(() => print(), (error) => this.#tellTrouble(error, "tools.print.denied"));
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
    this.#do(this.#announce);
    this.#do(this.#moves);
    if (/^(clear|remove)/.test(action)) this.#do(this.#offer);
    const follow = () => this.#do(() => this.#follow(moves));
    if (isHere) may(() => requestAnimationFrame(follow), follow);
    return moves;
  }

  /** What was cleared is forgotten after a while. */
  #offer() {
    clearTimeout(this.#undo);
    this.#undo = setTimeout(() => this.#attempt(() => this.#act("forget")), UNDO);
  }

  /** The focus is never left on what is gone or hidden; asked for with the next frame, which has to know that anyway. */
  #follow(moves) {
    const root = this.shadowRoot;
    if (moves || !root.activeElement?.offsetWidth) root.getElementById(this.#precheck?.focus())?.focus();
    this.#moves();
  }

  /** A region that is set to the same text again would be silent anyway. */
  #announce() {
    const said = this.#precheck.announcement();
    if (this.#live.textContent !== said) this.#live.textContent = said;
  }

  #back() { this.#act("back", "", true); }

  /** One step back, through the browser's own steps where it has them. */
  #goBack() {
    const isStep = this.#isPage && this.#steps > 0 && this.#steps === this.#precheck.steps();
    may(() => (isStep ? history.back() : this.#back()), (error) => {
      if (error instanceof Fault) throw error;
      this.#back();
    });
  }

  /** What is typed for printing goes to the sheet at once, and nowhere else. */
  #type(input) {
    const { value, dataset: { type } } = input;
    const line = this.shadowRoot.querySelector(`[data-typed="${type}"]`);
    if (line && line.textContent !== value) line.textContent = value;
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
      this.#live.removeAttribute("lang");
      this.#precheck.speak(...words);
      this.#do(this.#announce);
      this.#do(this.#moves);
      const more = this.#precheck.wants();
      if (more) await this.#sayMore(more);
      this.#do(this.#retype);
      const title = (await wording(language))["page.title"];
      if (this.#isPage) this.#do(() => Object.assign(document, { title }).documentElement.lang = language);
    } catch (error) {
      this.#wanted = this.#language;
      this.#tellTrouble(error, "tools.load.failed");
    }
  }

  /** Sheets and complaints have texts of their own; a sheet stands beside the officer's language. */
  async #sayMore(wanted) {
    const [, officer] = wanted.split(":");
    try {
      await later(this.#language);
      if (officer) {
        await later(officer);
        this.#precheck.speak_to_officer(...await spoken(officer));
      } else this.#precheck.refresh();
      this.#do(this.#announce);
      this.#do(this.#retype);
    } catch (error) {
      this.#do(this.#back);
      this.#tellTrouble(error, "tools.load.failed");
    }
  }

  /** What was typed for printing stands in its fields, whatever became of the sheet. */
  #retype() { this.#frame.querySelectorAll("[data-type]").forEach((input) => this.#type(input)); }

  /** What papers look like comes with the first of them; without it they are plain. */
  #dress() {
    if (!this.#frame.querySelector(".sheet")) return;
    this.#retype();
    this.#dressed ??= style(this.shadowRoot, new URL("./paper.css", import.meta.url)).catch((error) => {
      this.#dressed = undefined;
      complain(error);
    });
  }

  /** One sentence, to be heard and seen until something else is done. */
  async #tellTrouble(error, id) {
    if (error instanceof Fault) return this.#do(() => { throw error; });
    complain(error);
    this.#live.textContent = (await wording(this.#language))[id];
    this.#live.className = "idle";
  }

  /** Each question gone through is one step of the browser's own Back; the address tells nothing. The browser takes its time. */
  #step() {
    may(() => this.#goAlong(), (error) => {
      if (error instanceof Fault || !this.#isRefused) this.#tellTrouble(error, "tools.back.denied");
      this.#isRefused = true;
    });
  }

  #goAlong() {
    if (!this.#isPage || this.#going) return;
    const steps = this.#precheck.steps();
    for (; steps > this.#steps; this.#steps += 1) history.pushState({ tirkeu: this.#steps + 1 }, "");
    if (steps === this.#steps) return;
    history.go(steps - this.#steps);
    this.#going = true;
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
    may(() => {
      if (kept || this.#kept) keep(kept);
      this.#kept = kept;
    }, (error) => (kept ? this.#cannotKeep(error) : complain(error)));
  }

  /** Where the browser keeps nothing, the box is not ticked. */
  #cannotKeep(error) {
    this.#act("keep", "false");
    this.#tellTrouble(error, "tools.keep.denied");
  }

  /** After 15 idle minutes the element asks, and a minute later it clears. */
  #watch() {
    clearTimeout(this.#idle);
    if (!this.isConnected || this.#precheck.steps() === 0) return;
    this.#idle = setTimeout(() => {
      this.#do(() => this.#act("idle::yes:"));
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
  } catch (error) {
    // Denied: nothing was kept.
    if (error instanceof Fault) throw error;
  }
};

try {
  customElements.get(NAME) ?? customElements.define(NAME, TirkeuPrecheck);
} catch (error) {
  for (const element of document.querySelectorAll(NAME)) fail(element, error);
}
