// <tirkeu-precheck>: loads the module and the wording, hands events over, and does what only a page can do: print, keep, go back.
// What is asked and answered is the module's alone. What few hosts ask for stands in host.js, which is loaded when one does; what only
// Tirkeu's own page does in offline.js.

import { Precheck } from "./precheck.js";
import { Heed, dayMeant, isOn, languageAround } from "./attributes.js";
import { Watch, today } from "./clock.js";
import { claim, keep, kept, release } from "./device.js";
import { typedIn } from "./fields.js";
import { anew, later, load, once, take, wording } from "./loading.js";

const NAME = "tirkeu-precheck";
const IDLE = 15 * 60_000;
const LAST_CALL = 60_000;

/** What somebody does to a list that stayed, so that the questions are asked for again. */
const TOUCH = ["click", "keydown", "pointerdown"];

const COLOURS = ["ink", "paper", "quiet", "raised", "line", "accent", "on-accent"];
const STATUSES = ["satisfied", "missing", "form_not_accepted", "expired", "not_entitled", "ask", "unanswered"];

let told;
/** One line on the console for one fault, however many elements it stops. */
const complain = (error) => {
  if (error !== told) console.error("tirkeu:", error);
  told = error;
};

/** Does what few hosts ask for. */
const forHost = (act) => import("./host.js").catch(() => anew("./host.js")).then(act).catch(complain);

const make = (parent, name, set = {}) => parent.appendChild(Object.assign(document.createElement(name), set));

/** Puts a style sheet into a root; waits until it is there, and leaves nothing there if it cannot be. */
const style = (root, { href }) => new Promise((done, failed) => {
  const link = make(root, "link", { rel: "stylesheet", href, onload: done });
  link.onerror = (error) => {
    link.remove();
    failed(error);
  };
});

/** Days as Kazakhstan writes them, the day before the month. Some browsers know Kazakh without its months: they write "M11". */
const daysOf = (language) => {
  const format = (tag, style) => new Intl.DateTimeFormat(tag, { ...style, timeZone: "UTC" });
  const long = format(language === "en" ? "en-GB" : language, { dateStyle: "long" });
  return /M\d/.test(long.format(0)) ? format("ru", { day: "2-digit", month: "2-digit", year: "numeric" }) : long;
};

/** How a language says an id, or a day written as YYYY-MM-DD; behind its tag, as the module takes them. */
const spoken = async (language) => {
  const said = await wording(language);
  const days = daysOf(language);
  return [language, (id) => said[id] ?? (/^\d/.test(id) ? days.format(new Date(id)) : undefined)];
};

/** Tirkeu's own page works without network after the first visit. */
const offline = () => import("./offline.js").catch(() => anew("./offline.js"));
const keepOffline = once(async (offer) => (await offline()).keepOffline(offer));

/** The list stays, one sentence says so, and the page around is not disturbed. */
const fail = (element, error) => {
  complain(error);
  const said = element.querySelector(".failed");
  if (said) said.hidden = false;
  else forHost(({ sayFailed }) => sayFailed(element, languageAround(element).language));
};

/** The elements whose list stayed. */
const failed = new Set();

/** The sentence is taken back: the host's own is hidden as it was. */
const unsay = (element) => {
  const said = element.querySelector(".failed");
  if (said) said.hidden = true;
  element.shadowRoot.querySelector(".failed")?.remove();
};

/**
 * The pre-check of one visit. Its children are shown until it is ready, and stay if it cannot be.
 *
 * @attr {string} lang - the language, by any tag of kk, ru or en; without it that of what the element stands in
 * @attr {string} visit-date - the day of the visit as YYYY-MM-DD, alone or with a time behind it; without it today
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
  #hostLanguage;
  #wanted;
  #said;
  #key;
  #kept;
  #isStarting;
  #isChanging;
  #styled;
  #dressed;
  #steps = 0;
  #going;
  #heed = new Heed();
  #surroundings = new MutationObserver(() => this.#followSurroundings());
  #colours = "";
  #watch = new Watch((away) => this.#look(away));
  #today;
  #isUsed;
  #before;

  /** The verdict, the edition that decides (null: none) and how many findings have which status; null until it is ready. */
  get result() {
    if (!this.#precheck) return null;
    const [verdict, , edition, ...statuses] = this.#precheck.told().split(" ");
    const count = (status) => [status, statuses.filter((other) => other === status).length];
    return { verdict, edition: edition || null, counts: Object.fromEntries(STATUSES.map(count)) };
  }

  /** The day of the visit as the host set it, written as YYYY-MM-DD; null: today. Set it to a text or a `Date`. */
  get visitDate() { return dayMeant(this.getAttribute("visit-date") ?? "") ?? null; }
  set visitDate(day) {
    if (day === null || day === undefined) this.removeAttribute("visit-date");
    else this.setAttribute("visit-date", day.toJSON?.() ?? day);
  }

  /** Whether `tirkeu-report` is sent. */
  get shareReport() { return this.#isOn("share-report"); }
  set shareReport(isShared) {
    if (typeof isShared === "string") this.setAttribute("share-report", isShared);
    else this.toggleAttribute("share-report", Boolean(isShared));
  }

  /** Forgets every answer, also what is kept on the device. */
  clear() { this.#attempt(() => this.#precheck && this.#act("clear")); }

  get #isPage() { return this.#isOn("page"); }

  #isOn(name) { return this.hasAttribute(name) && isOn(name, this.getAttribute(name)) === true; }

  connectedCallback() {
    for (const name of ["visitDate", "shareReport"]) this.#takeUp(name);
    this.#key = claim(this, this.#isPage);
    if (!this.#precheck) this.#begin();
    this.#settle();
  }

  /** What was set before the element was known stands in front of the property. */
  #takeUp(name) {
    if (!Object.hasOwn(this, name)) return;
    const { [name]: value } = this;
    delete this[name];
    this[name] = value;
  }

  disconnectedCallback() {
    this.#leave();
    release(this.#key);
    failed.delete(this);
  }

  /** The same language once more may be another than the one that is spoken by now. */
  attributeChangedCallback(name, before, value) {
    if (!this.#precheck || (before === value && name !== "lang")) return;
    this.#heed.to(this);
    if (name === "lang") this.#speakHosts();
    else if (name === "visit-date") this.#attempt(() => this.#turn(true));
    else if (name === "page") this.#settle();
    else this.#share();
  }

  /** A host may change the language and the colours of what the element stands in. */
  #followSurroundings() {
    if (!this.#precheck) return;
    this.#heed.to(this);
    if (languageAround(this).language !== this.#hostLanguage) this.#speakHosts();
    this.#colour();
  }

  /** Speaks what the host asks for. */
  #speakHosts() {
    this.#hostLanguage = languageAround(this).language;
    this.#speak(this.#hostLanguage);
  }

  /** Starts, once more where it could not: what failed is asked for again. */
  #begin() {
    if (this.#isStarting || this.#precheck) return;
    this.#isStarting = true;
    for (const type of TOUCH) this.removeEventListener(type, this);
    this.#start().catch((error) => this.#wait(error)).finally(() => { this.#isStarting = false; });
  }

  #wait(error) {
    failed.add(this);
    for (const type of TOUCH) this.addEventListener(type, this);
    fail(this, error);
  }

  /** The others may have what they wanted now. */
  #beginOthers() {
    if (failed.delete(this)) unsay(this);
    for (const element of failed) element.#begin();
  }

  async #start() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const slot = root.querySelector("slot") ?? make(root, "slot");
    this.#styled ??= style(root, new URL("./tirkeu.css", import.meta.url)).catch((error) => {
      this.#styled = undefined;
      throw error;
    });
    this.#heed.to(this);
    this.#hostLanguage = this.#wanted = this.#language = languageAround(this).language;
    take(this);
    const [words] = await Promise.all([spoken(this.#language), load(), this.#styled]);
    this.#heed.to(this);
    const frame = make(root, "div", { className: "tirkeu", hidden: true });
    const live = make(frame, "p", { className: "live" });
    live.setAttribute("role", "status");
    const place = make(frame, "div", { className: "visit" });
    const precheck = new Precheck(place, ...words, this.#today = today(), this.visitDate ?? "");
    release(this.#key);
    this.#key = claim(this, this.#isPage);
    this.#kept = kept(this.#key, this.#today);
    if (this.#kept) precheck.restore(this.#kept.slice(11));
    for (const event of ["click", "change", "focusout", "input"]) place.addEventListener(event, this);
    this.#precheck = precheck;
    this.#frame = frame;
    this.#live = live;
    frame.lang = this.#language;
    slot.hidden = true;
    frame.hidden = false;
    this.#settle();
    this.#tell();
    this.#speakHosts();
    this.#beginOthers();
  }

  #leave() {
    removeEventListener("popstate", this);
    removeEventListener("pageshow", this);
    this.#surroundings.disconnect();
    this.#watch.end();
  }

  /** What belongs to the place where the element is now. */
  #settle() {
    this.#leave();
    this.#going = false;
    if (!this.#precheck || !this.isConnected) return;
    if (this.#isPage) {
      addEventListener("popstate", this);
      addEventListener("pageshow", this);
      keepOffline(() => this.#offerNewer().catch(complain)).catch(complain);
    }
    for (let at = this; at; at = at.parentNode ?? at.host) this.#surroundings.observe(at, { attributes: true });
    this.#watch.begin();
    this.#lookAgain();
    this.#colour();
  }

  /** A host's own colours are looked at, and looked at again once they have changed. */
  #colour() {
    const style = getComputedStyle(this);
    const set = COLOURS.map((name) => style.getPropertyValue(`--tirkeu-${name}`)).join("");
    const colours = set && `${set} ${style.colorScheme}`;
    if (colours === this.#colours) return;
    this.#colours = colours;
    forHost(({ keepReadable }) => keepReadable(this.#frame));
  }

  /** Whatever happens, the clock is asked first. A page that the browser brings back as it was starts anew, like one that is loaded again. */
  handleEvent(event) {
    if (!this.#precheck) return failed.has(this) && this.#begin();
    if (this.#isChanging || this.#watch.look()) return;
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
      this.#lookAgain();
      this.#dress();
      this.#tell();
    } catch (error) {
      this.#precheck = undefined;
      this.#frame.hidden = true;
      this.shadowRoot.querySelector("slot").hidden = false;
      fail(this, error);
    }
  }

  #handle(event) {
    const { target, type } = event;
    if (type !== "focusout") this.#watch.seeSomebody();
    this.#live.className = "live";
    if (target.dataset.type) return this.#type(target);
    const acting = target.closest("[data-action],[data-script]");
    if (!acting) return;
    const { action, script } = acting.dataset;
    const request = type === "click" && script || this.#ask(acting, action, typedIn(acting, event));
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
    this.#isUsed = true;
    if (this.#act(action, typed, true) === undefined) element.value = this.#precheck.told().split(" ")[1];
    else if (element.type === "date" && typed.length !== 10) element.value = "";
    return this.#precheck.wants();
  }

  /** Acts, says what is new, and takes the focus along with what is shown. */
  #act(action, typed = "", isHere = this.shadowRoot.activeElement) {
    const isClearing = action === "clear";
    if (isClearing) this.#turn();
    const moves = this.#change(() => this.#precheck.act(action, typed));
    this.#watch.isAsking = action === "idle::yes:";
    this.#announce();
    if (isClearing) this.#restart();
    if (isHere) requestAnimationFrame(() => this.#follow(moves));
    return moves;
  }

  /** A browser tells of a focus that is lost while what had it is taken away: that is nobody's act. */
  #change(act) {
    this.#isChanging = true;
    try { return act(); } finally { this.#isChanging = false; }
  }

  /** The day has become another, or the host means another one. */
  #turn(isHostsChange = false) {
    this.#today = today();
    this.#change(() => this.#precheck.turn_to(this.#today, this.visitDate ?? "", isHostsChange));
    this.#announce();
  }

  /** Nobody has said anything yet, in the language that the host asks for. */
  #restart() {
    this.#isUsed = false;
    this.#speakHosts();
  }

  /** The focus is never left on what is gone or hidden; asked for with the next frame, which has to know that anyway. */
  #follow(moves) {
    const root = this.shadowRoot;
    if (this.#watch.isAsking || (!moves && root.activeElement?.offsetWidth)) return;
    const before = moves ? undefined : this.#before;
    const place = before?.offsetWidth ? before : root.getElementById(this.#precheck?.focus());
    place?.focus({ preventScroll: before !== undefined });
    this.#before = undefined;
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
    const line = this.shadowRoot.querySelector(`[data-typed="${type}"]`);
    if (line) line.textContent = value;
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
      this.#language = this.#frame.lang = language;
      this.#precheck.speak(...words);
      this.#announce();
      if (this.#frame.querySelector(".newer")) this.#offerNewer();
      const more = this.#precheck.wants();
      if (more) await this.#sayMore(more);
      if (this.#isPage) {
        document.documentElement.lang = language;
        document.title = (await wording(language))["page.title"];
      }
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
    } catch (error) {
      this.#back();
      this.#tellTrouble(error, "tools.load.failed");
    }
  }

  /** What papers look like comes with the first of them; without it they are plain. */
  #dress() {
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
    const text = until ? `${until} ${this.#precheck.kept()}` : "";
    try {
      if (text || this.#kept) keep(this.#key, text);
      this.#kept = text;
    } catch (error) { this.#cannotKeep(error); }
  }

  /** Where the browser keeps nothing, the box is not ticked. */
  #cannotKeep(error) {
    const tick = this.#frame.querySelector("#keep");
    tick.checked = false;
    tick.dispatchEvent(new Event("change", { bubbles: true }));
    this.#tellTrouble(error, "tools.keep.denied");
  }

  /**
   * After 15 idle minutes the element asks who is there; a minute later it clears, and at once where there was nobody to be asked,
   * so that nobody else sees it. What is kept has its day too, and a new day is another today. Tells whether it has cleared.
   */
  #look(away) {
    if (!this.#precheck || this.#isChanging) return false;
    const isOver = Boolean(this.#kept) && this.#kept.slice(0, 10) < today();
    const isOld = isOver || (this.#isUsed && away >= IDLE + LAST_CALL);
    if (isOld) this.clear();
    else if (today() !== this.#today) this.#attempt(() => this.#turn());
    else if (this.#isUsed && away >= IDLE && !this.#watch.isAsking) this.#attempt(() => this.#askWho());
    return isOld;
  }

  /** Sees to it that the clock is asked when something is due. */
  #lookAgain() {
    if (!this.isConnected || !this.#precheck) return;
    const due = this.#watch.isAsking ? IDLE + LAST_CALL : IDLE;
    this.#watch.lookAt(this.#isUsed ? due : Infinity);
  }

  /** The question is where the reader is, and has the focus; afterwards that goes back to where it was. */
  #askWho() {
    const isFrame = window !== parent;
    this.#before = this.shadowRoot.activeElement;
    this.#act("idle::yes:", "", false);
    const notice = this.shadowRoot.querySelector(".visit .idle");
    notice.querySelector("button").focus({ preventScroll: isFrame });
    if (isFrame) forHost(({ keepInView }) => keepInView(notice));
  }

  /** A newer version is shown where nothing was said yet, and offered where something was. */
  async #offerNewer() {
    const said = await wording(this.#language);
    const { offer } = await offline();
    const hasAnswers = this.#precheck.steps() > 0 || this.#precheck.kept() !== "";
    offer(this.#frame, said["tools.newer"], hasAnswers);
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
    if (this.shareReport) forHost(({ share }) => share(this, told, kept));
  }
}

try {
  customElements.get(NAME) ?? customElements.define(NAME, TirkeuPrecheck);
} catch (error) {
  for (const element of document.querySelectorAll(NAME)) fail(element, error);
}
