// <tirkeu-precheck>: loads the module and the wording, hands events over, and does what only a page can do: print, keep, go back.
// What is asked and answered is the module's alone. What few hosts ask for stands in host.js, which is loaded when one does; what only
// Tirkeu's own page does in offline.js.

import { Precheck } from "./precheck.js";
import { dayMeant, isOn, languageAround } from "./attributes.js";
import { today } from "./day.js";
import { claim, release, store, stored } from "./device.js";
import { typedIn } from "./fields.js";
import { addStyle, Base, behind, host, list, lookFrom, module, offline, papersList, sheets, words as read } from "./files.js";
import { adoptWording, later, load, papers, wording } from "./loading.js";
import { once } from "./once.js";

const NAME = "tirkeu-precheck";
const IDLE = 15 * 60_000;
const LAST_CALL = 60_000;

/** What somebody does to a list that stayed, so that the questions are asked for again. */
const TOUCH = ["click", "keydown", "pointerdown"];

/** What was cleared can be had back for so long. */
const UNDO = 10_000;

/** What is shown of sheets, and after a refusal. */
const PAPERS = ".sheet, .appeal";

const STATUSES = ["satisfied", "missing", "form_not_accepted", "expired", "absent", "not_entitled", "ask", "unanswered"];

let complained;
/** One line on the console for one fault, however many elements it stops and however often; none where there is no console. */
const complain = (error) => {
  try {
    if (String(error) !== complained) console.error("tirkeu:", error);
  } catch { /* nobody is told */ }
  complained = String(error);
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

/** Each by itself: what is refused to one costs no other. */
const each = (...acts) => { for (const act of acts) may(act); };

/** Does what few hosts ask for. */
const forHost = (act) => host().then(act).catch(complain);

const append = (parent, name, set = {}) => parent.appendChild(Object.assign(document.createElement(name), set));

/** How a language says an id; behind its tag, as the module takes them. */
const spoken = async (language) => {
  const said = await wording(language);
  return [language, (id) => said[id]];
};

/** What says in which language something is, and in which direction that runs. */
const faced = ([lang, say]) => ({ lang, dir: say("language.script")?.slice(0, 3) ?? "ltr" });

/** Tirkeu's own page works without network after the first visit. */
const keepOffline = once(async (...given) => (await offline()).keepOffline(...given));

/** The list stays, one sentence says so, and the page around is not disturbed. */
const leaveList = (element, error) => {
  complain(error);
  may(() => {
    const said = element.querySelector(".failed");
    if (said) said.hidden = false;
    else forHost(({ sayFailed }) => sayFailed(element, languageAround(element).language));
  });
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
 * @attr {string} lang - the language, by any tag that means one that there is; without it that of what the element stands in
 * @attr {string} visit-date - the day of the visit as YYYY-MM-DD, alone or with a time behind it; without it today
 * @attr {boolean} share-report - whether `tirkeu-report` is sent
 * @attr {boolean} page - whether the page is Tirkeu's alone: its title, language, Back button and use without network
 * @fires tirkeu-change - when it is ready and when anything was answered; the detail is `result`, and tells no answer
 * @fires tirkeu-report - with `share-report`, beside each `tirkeu-change`; the detail is `{ report }`, as `check` gives it
 */
class TirkeuPrecheck extends Base {
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
  #steps = 0;
  #going;
  #surroundings = may(() => new MutationObserver(() => this.#followSurroundings()));
  #colours = "";
  #today;
  #isUsed;
  #before;
  #undo;
  #undoUntil;
  #missed;
  #isRefused;
  #isComing;
  /** What comes behind the first question, each undefined until then. */
  #slots;
  #around;
  #coloursOf;
  #typed;
  #misread;
  #keepInView;
  #taps;
  #watch;
  #answerStyle;
  #wipe;

  /** The verdict, the edition that decides (null: none) and how many findings have which status; null until it is ready. */
  get result() {
    if (!this.#precheck) return null;
    const [verdict, , edition, ...statuses] = this.#precheck.summary().split(" ");
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
  clear() { this.#attempt(() => this.#precheck && this.#act("wipe")); }

  get #isPage() { return this.#isOn("page"); }

  #isOn(name) { return this.hasAttribute(name) && isOn(name, this.getAttribute(name)) === true; }

  connectedCallback() {
    may(() => ["visitDate", "shareReport"].forEach((name) => this.#takeUp(name)));
    this.#claim();
    if (!this.#precheck) this.#begin();
    this.#do(this.#enter);
  }

  /** The key under which this element keeps answers on the device. */
  #claim() {
    may(() => {
      release(this.#key);
      this.#key = claim(this, this.#isPage);
    });
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
    may(() => release(this.#key));
    failed.delete(this);
  }

  /** The same language once more may be another than the one that is spoken by now. */
  attributeChangedCallback(name, before, value) {
    if (!this.#precheck || (before === value && name !== "lang")) return;
    this.#misread?.tell(this);
    if (name === "lang") this.#speakHosts();
    else if (name === "visit-date") this.#attempt(() => this.#turn(true));
    else this.#do(name === "page" ? this.#enter : this.#share);
  }

  /** A host may change the language and the colours of what the element stands in. */
  #followSurroundings() {
    if (!this.#precheck) return;
    this.#misread?.tell(this);
    if (languageAround(this).language !== this.#hostLanguage) this.#speakHosts();
    may(() => this.#colour());
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
    may(() => TOUCH.forEach((type) => this.removeEventListener(type, this)));
    this.#start().catch((error) => this.#wait(error)).finally(() => { this.#isStarting = false; });
  }

  /** The list stays, and with it no answer that was tapped in the page; with the next touch it starts once more. */
  #wait(error) {
    failed.add(this);
    may(() => this.#early());
    may(() => TOUCH.forEach((type) => this.addEventListener(type, this)));
    leaveList(this, error);
  }

  /** The others may have what they wanted now. */
  #beginOthers() {
    if (failed.delete(this)) unsay(this);
    for (const element of failed) element.#begin();
  }

  async #start() {
    // Before the root, in which nothing of the page would be shown without them.
    this.#slots ??= this.shadowRoot?.querySelector("slot")
      ? [...this.shadowRoot.querySelectorAll("slot")]
      : ["", "list"].map((name) => Object.assign(document.createElement("slot"), { name }));
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    for (const slot of this.#slots) may(() => slot.parentNode ?? root.appendChild(slot), () => root.append(slot));
    this.#styled ??= addStyle(root, "tirkeu").catch((error) => {
      this.#styled = undefined;
      throw error;
    });
    this.#misread?.tell(this);
    this.#hostLanguage = this.#wanted = this.#language = languageAround(this).language;
    lookFrom(this);
    adoptWording(this);
    const [words] = await Promise.all([spoken(this.#language), load(), this.#styled]);
    this.#misread?.tell(this);
    const frame = append(root, "div", { className: "tirkeu", hidden: true });
    const live = append(frame, "p", { className: "live" });
    live.setAttribute("role", "status");
    const place = append(frame, "div", { className: "visit" });
    const precheck = telling(new Precheck(place, ...words, this.#today = today(), this.visitDate ?? ""));
    this.#claim();
    this.#kept = stored(this.#key, this.#today);
    const answers = this.resumed ?? this.#kept?.slice(11);
    if (answers) precheck.restore(answers, !this.resumed);
    for (const event of ["click", "change", "focusout", "input", "pointerdown", "pointercancel"]) place.addEventListener(event, this);
    this.#precheck = precheck;
    this.#frame = frame;
    this.#live = live;
    Object.assign(frame, faced(words));
    root.appendChild(this.#slots[1]);
    this.#showList(false);
    this.#do(this.#enter);
    this.#do(this.#tellHost);
    this.#beginOthers();
    this.#sayMore(precheck.missing_wording());
    this.#bringBehind();
    this.#do(this.#takeUpEarly);
  }

  /** What was tapped in the page before the module was there is done now. */
  #takeUpEarly() {
    for (const { dataset } of this.#early()) this.#frame.querySelector(`[data-action="${dataset.action}"]`)?.click();
  }

  /** What was tapped in the page, which stands there no longer. What somebody may only be passing with the arrow keys is not chosen. */
  #early() {
    const begun = this.querySelector('[open][data-action="go::check:"]');
    if (!begun) return [];
    const tapped = [begun, ...begun.querySelectorAll(":checked:not(:focus-visible)")];
    begun.open = false;
    begun.remove();
    return tapped;
  }

  /** What comes right behind the first question; asked for again with the next touch where it could not be had. */
  async #bringBehind() {
    if (this.#isComing || (this.#watch && this.#answerStyle)) return;
    this.#isComing = true;
    this.#answerStyle ??= addStyle(this.shadowRoot, "answer");
    const [parts] = await Promise.all([behind().catch(complain), this.#answerStyle.catch((error) => {
      this.#answerStyle = undefined;
      complain(error);
    })]);
    this.#isComing = false;
    if (!parts || this.#watch) return;
    ({
      around: this.#around, coloursOf: this.#coloursOf, misread: this.#misread, keepInView: this.#keepInView, taps: this.#taps,
      watch: this.#watch,
    } = parts.attend(this, this.#frame, (away) => this.#look(away)));
    this.#do(this.#enter);
  }

  #hold() {
    this.#around?.restore();
    this.#bringBehind();
    if (this.#missed === this.#hostLanguage) this.#speak(this.#missed);
  }

  #leave() {
    each(() => {
      removeEventListener("popstate", this);
      removeEventListener("pageshow", this);
    }, () => clearTimeout(this.#wipe), () => this.#surroundings?.disconnect(), () => this.#watch?.end());
  }

  /** What belongs to the place where the element is now. */
  #enter() {
    this.#leave();
    this.#going = false;
    if (!this.#precheck || !this.isConnected) return;
    each(() => this.#watch?.begin(), () => this.#lookAgain(), () => {
      if (!this.#isPage) return;
      addEventListener("popstate", this);
      addEventListener("pageshow", this);
      keepOffline(() => this.#offerNewer().catch(complain), (...said) => this.#resume(...said)).catch(complain);
    }, () => {
      for (let at = this; at; at = at.parentNode ?? at.host) this.#surroundings?.observe(at, { attributes: true });
    }, () => this.#followSurroundings());
  }

  /** A host's own colours are looked at, and looked at again once they have changed. */
  #colour() {
    const colours = this.#coloursOf?.(this) ?? "";
    if (colours === this.#colours) return;
    this.#colours = colours;
    forHost(({ keepReadable }) => keepReadable(this.#frame));
  }

  /** Whatever happens, the clock is asked first. A page that the browser brings back as it was starts anew, like one that is loaded again. */
  handleEvent(event) {
    if (!this.#precheck) return failed.has(this) && this.#begin();
    if (this.#isChanging || this.#watch?.look()) return;
    if (event.type.startsWith("pointer")) return may(() => this.#taps?.comes(event));
    if (event.type === "pageshow") return event.persisted && !this.#kept && this.clear();
    this.#attempt(() => (event.type === "popstate" ? this.#steppedBack(event.state?.tirkeu ?? 0) : this.#handle(event)));
  }

  /** Does something with the module, and then what follows from it; what a browser refuses of that stops nothing else. */
  #attempt(act) {
    for (const next of [this.#hold, act, this.#keep, this.#pushSteps, this.#lookAgain, this.#stylePapers, this.#tellHost]) {
      if (this.#precheck) this.#do(next);
    }
  }

  /** A fault of the module brings the list back. */
  #do(act) {
    return may(() => act.call(this), (error) => {
      if (!(error instanceof Fault)) return complain(error);
      this.#precheck = undefined;
      this.#showList(true);
      leaveList(this, error.cause);
    });
  }

  /** The list that stands in the element, or what takes its place; a part of the list may stand in it, too, while it is there. */
  #showList(on) {
    this.#frame.hidden = on;
    if (on) this.#frame.remove();
    for (const slot of this.#slots) slot.hidden = !on;
  }

  #handle(event) {
    const { target, type, detail } = event;
    if (type !== "focusout") this.#watch?.seeSomebody();
    this.#live.className = "live";
    if (target.dataset.type) return this.#type(target);
    const acting = target.closest("button,input");
    if (!acting) return;
    if (acting.localName === "button") {
      this.#precheck.restore_shown();
      if (type === "click" && (this.#taps?.isStray(detail, acting) || detail > 1)) return;
    }
    const { action, script } = acting.dataset;
    const request = type === "click" && script || this.#ask(acting, action, typedIn(acting, event));
    if (request === "print") this.#print();
    else if (request === "back") this.#goBack();
    else if (/^(later|officer|paper)/.test(request)) this.#sayMore(request);
    else if (request) {
      this.#missed = "";
      this.#speak(request);
    }
  }

  /** What is folded up would not be printed. */
  #print() {
    this.shadowRoot.querySelector(".papers")?.setAttribute("open", "");
    may(() => print(), (error) => this.#tellTrouble(error, "tools.print.denied"));
  }

  /** Does what an element is for; tells what the part shown then needs. A visit has a day: one that was emptied shows it again. */
  #ask(element, action, typed) {
    if (action === undefined || typed === undefined) return;
    this.#isUsed = true;
    if (this.#act(action, typed, true) === undefined) element.value = this.#day;
    else if (element.type === "date" && typed.length !== 10) element.value = "";
    return this.#precheck.missing_wording();
  }

  /** Acts, says what is new, and takes the focus along with what is shown. */
  #act(action, typed = "", isHere = this.shadowRoot.activeElement) {
    const isClearing = action === "clear" || action === "wipe";
    if (isClearing) this.#turn();
    const moves = this.#change(() => this.#precheck.act(action, typed));
    if (this.#watch) this.#watch.isAsking = action === "idle::yes:";
    this.#do(this.#announce);
    this.#taps?.moved();
    if (isClearing) this.#restart();
    if (/^(clear|remove)/.test(action)) this.#do(this.#offerUndo);
    const follow = () => this.#do(() => this.#follow(moves));
    if (isHere) may(() => requestAnimationFrame(follow), follow);
    return moves;
  }

  /** What was cleared is forgotten after a while: by a timer, and by the clock, for a timer sleeps with the machine. */
  #offerUndo() {
    may(() => clearTimeout(this.#undo));
    this.#undoUntil = Date.now() + UNDO;
    this.#undo = setTimeout(() => this.#forget(), UNDO);
  }

  #forget() {
    this.#undoUntil = undefined;
    this.#attempt(() => this.#act("forget"));
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
    if (this.#watch?.isAsking || (!moves && root.activeElement?.offsetWidth)) return;
    const before = moves ? undefined : this.#before;
    const place = before?.offsetWidth ? before : root.getElementById(this.#precheck?.focus());
    place?.focus({ preventScroll: before !== undefined });
    this.#before = undefined;
    this.#taps?.moved(!before && place);
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
  #type(input) { this.#typed?.(this.shadowRoot, input, (field, value) => this.#precheck.fits_field(field, value)); }

  async #speak(language) {
    if (language === this.#wanted) return;
    this.#wanted = language;
    try {
      const words = await spoken(language);
      if (this.#precheck.steps() > 0) await later(language);
      if (this.#frame.querySelector(PAPERS)) await papers(language);
      if (language !== this.#wanted) return;
      this.#language = language;
      Object.assign(this.#frame, faced(words));
      this.#precheck.speak(...words);
      this.#taps?.moved();
      for (const next of [this.#announce, this.#stylePapers]) this.#do(next);
      if (this.#frame.querySelector(".newer")) this.#offerNewer();
      await this.#sayMore(this.#precheck.missing_wording());
      if (this.#isPage) this.#do(() => Object.assign(Object.assign(document, { title: words[1]("page.title") }).documentElement, faced(words)));
    } catch (error) {
      const isLast = language === this.#wanted;
      if (error instanceof Fault || (isLast && language !== this.#missed)) this.#tellTrouble(error, "tools.load.failed");
      if (isLast) [this.#wanted, this.#missed] = [this.#language, language];
    }
  }

  /**
   * The answer has texts of its own, which come behind the first question, and so have sheets and complaints, with the first of them; a
   * sheet stands beside the officer's language. What was asked for comes into focus once it is there.
   */
  async #sayMore(wanted) {
    if (!wanted) return;
    const [part, officer] = wanted.split(":");
    const isAwaited = may(() => !this.shadowRoot.getElementById(this.#precheck.focus()));
    try {
      if (officer) {
        await Promise.all([later(officer), papers(officer)]);
        this.#precheck.speak_to_officer(...await spoken(officer));
      } else {
        await (part === "later" ? later : papers)(this.#language);
        this.#precheck.show_again();
      }
      this.#do(this.#announce);
      this.#do(this.#stylePapers);
      if (isAwaited) this.#do(() => this.#follow(true));
      const more = this.#precheck.missing_wording();
      if (more !== wanted) await this.#sayMore(more);
    } catch (error) {
      if (this.#frame.querySelector(`${PAPERS}, .part:empty`)) this.#do(this.#back);
      if (error instanceof Fault || this.#precheck?.steps()) this.#tellTrouble(error, "tools.load.failed");
    }
  }

  /** The list of papers stands in the element, in one language; in another it comes from that language's own page. */
  #bringList() {
    const there = this.querySelector("[slot=list]");
    if (there?.lang === this.#language || !this.#frame.querySelector("slot")) return;
    papersList().then(({ bring }) => bring(this, there, this.#language, list)).catch(complain);
  }

  /** What was typed for printing stands in its fields, whatever became of the sheet. */
  #retype() { this.#frame.querySelectorAll("[data-type]").forEach((input) => this.#type(input)); }

  /** What papers look like comes with the first of them, and so does the offer of a code; without it they are plain. */
  #stylePapers() {
    this.#bringList();
    if (!this.#frame.querySelector(".sheet")) return;
    const visit = { language: this.#language, isPage: this.#isPage, answers: this.#precheck.kept_line(), day: this.#day };
    this.#retype();
    sheets().then(({ dress, typed }) => {
      this.#typed = typed;
      this.#retype();
      return dress(this.shadowRoot, { addStyle, module, words: read }, visit);
    }).catch(complain);
  }

  /** One sentence, to be heard and seen until something else is done. */
  async #tellTrouble(error, id) {
    if (error instanceof Fault) return this.#do(() => { throw error; });
    complain(error);
    this.#live.textContent = (await wording(this.#language))[id] ?? "";
    this.#live.className = "idle";
  }

  /** Each question gone through is one step of the browser's own Back; the address tells nothing. The browser takes its time. */
  #pushSteps() {
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
  #steppedBack(steps) {
    while (!this.#going && this.#precheck.steps() > steps) this.#back();
    this.#going = false;
    this.#steps = steps;
  }

  #keep() {
    const until = this.#precheck.keep_until();
    const text = until ? `${until} ${this.#precheck.kept_line()}` : "";
    may(() => {
      if (text || this.#kept) store(this.#key, text, this.#kept);
      this.#kept = text;
    }, (error) => (text ? this.#cannotKeep(error) : complain(error)));
  }

  /** Where the browser keeps nothing, the box is not ticked. */
  #cannotKeep(error) {
    this.#kept = "";
    this.#act("keep", "false");
    this.#tellTrouble(error, "tools.keep.denied");
  }

  /**
   * After 15 idle minutes the element asks who is there; a minute later it clears, and at once where there was nobody to be asked,
   * so that nobody else sees it. What is kept has its day too, and a new day is another today. Tells whether it has cleared.
   */
  #look(away) {
    if (!this.#precheck || this.#isChanging) return false;
    if (this.#undoUntil && (away >= UNDO || Date.now() >= this.#undoUntil)) this.#forget();
    const isOver = Boolean(this.#kept) && this.#kept.slice(0, 10) < today();
    const isOld = isOver || (this.#isUsed && away >= IDLE + LAST_CALL);
    if (isOld) this.clear();
    else if (today() !== this.#today) this.#attempt(() => this.#turn());
    else if (this.#isUsed && away >= IDLE && !this.#watch.isAsking) this.#attempt(() => this.#askWho());
    return isOld;
  }

  /** Sees to it that the clock is asked when something is due. While there is nobody to ask it, a timer clears. */
  #lookAgain() {
    if (!this.isConnected || !this.#precheck) return;
    if (!this.#watch) {
      may(() => clearTimeout(this.#wipe));
      this.#wipe = setTimeout(() => this.#watch || !this.#isUsed || this.clear(), IDLE + LAST_CALL);
      return;
    }
    const due = this.#watch.isAsking ? IDLE + LAST_CALL : IDLE;
    this.#watch.lookAt(this.#isUsed ? due : Infinity);
  }

  /** The question is where the reader is, and has the focus; afterwards that goes back to where it was. */
  #askWho() {
    this.#before = this.shadowRoot.activeElement;
    this.#act("idle::yes:", "", false);
    const notice = this.shadowRoot.querySelector(".visit .idle");
    notice.querySelector("button").focus({ preventScroll: this.#keepInView(notice) });
  }

  /** A newer version is shown where nothing was said yet, and offered where something was. */
  async #offerNewer() {
    const said = await wording(this.#language);
    const { offer } = await offline();
    const answers = () => this.#precheck.kept_line();
    const wouldLose = this.#undoUntil || this.#precheck.steps() > 0 || answers() !== "";
    const carried = () => !this.#kept && { answers: answers(), day: this.#day };
    offer(this.#frame, said["tools.newer"], wouldLose, carried, (error) => this.#tellTrouble(error, "tools.keep.denied"));
  }

  /** Goes on with what was answered in the version before, and in this one since. */
  #resume(answers, day) {
    this.#attempt(() => {
      this.#isUsed = true;
      this.#precheck.restore(`${answers} ${this.#precheck.kept_line()}`, false);
      this.#act("visit_date", day);
    });
  }

  /** The day of the visit that is shown. */
  get #day() { return this.#precheck.summary().split(" ")[1]; }

  /** Tells the host, once something was answered or the day has moved. */
  #tellHost() {
    const said = `${this.#precheck.summary()} ${this.#precheck.kept_line()}`;
    if (said === this.#said) return;
    this.#said = said;
    this.dispatchEvent(new CustomEvent("tirkeu-change", { bubbles: true, composed: true, detail: this.result }));
    this.#share();
  }

  #share() {
    const [summary, kept] = [this.#precheck.summary(), this.#precheck.kept_line()];
    if (this.shareReport) forHost(({ share }) => share(this, summary, kept));
  }
}

/** Where there is no page at all, on a server, there is nobody to be told either. */
may(
  () => customElements.get(NAME) ?? customElements.define(NAME, TirkeuPrecheck),
  (error) => globalThis.document?.querySelectorAll(NAME).forEach((element) => leaveList(element, error)),
);
