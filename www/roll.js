// The page for a whole list: takes a file, hands it to the worker, shows what comes back. It decides nothing, sends nothing and keeps nothing:
// no cell goes into an address, a title, an event or the console.

import { built } from "./built.js";
import { Watch } from "./clock.js";
import { today } from "./day.js";
import { read } from "./wording_lines.js";

const MODULE_SIZE = Number("{{size}}") || 0;
const base = new URL(".", import.meta.url).href;
const policy = globalThis.trustedTypes?.createPolicy("tirkeu", { createScriptURL: (url) => url });

const at = (selector) => document.querySelector(selector);
const language = document.documentElement.lang;

/** The sentences that this script says. */
const say = read(at('script[type="text/plain"]').textContent);

const show = (place, trees) => at(place).replaceChildren(...JSON.parse(trees).map(built));

/** So long the page builds before it lets others have their turn. */
const SLICE = 8;

/** What is shown slowly, or taken down: whatever follows stops it. */
let slow = 0;

/** Does what may take long in slices, one for each of `parts`; tells whether it came to its end. */
async function slowly(parts, act) {
  const mine = (slow += 1);
  let end = performance.now() + SLICE;
  for (const part of parts) {
    if (performance.now() >= end) {
      await new Promise((go) => setTimeout(go));
      if (mine !== slow) return false;
      end = performance.now() + SLICE;
    }
    act(part);
  }
  return true;
}

/** A tree, piece by piece, each with what it stands in. */
function* pieces(parent, tree) {
  const [name, attributes, ...children] = typeof tree === "string" ? [] : tree;
  const piece = built(name ? [name, attributes] : tree);
  yield [parent, piece];
  for (const child of children) yield* pieces(piece, child);
}

/** Shows what may be long, piece by piece in its place: the page lives on, and lays out each time no more than what came. */
function showSlowly(place, trees) {
  const all = function* () { for (const tree of JSON.parse(trees)) yield* pieces(at(place), tree); };
  at(place).replaceChildren();
  return slowly(all(), ([parent, piece]) => parent.append(piece));
}

/** Takes it down again, from its end. */
const clearSlowly = (place) => slowly([...at(place).querySelectorAll(":scope > *, :scope > * > *")].reverse(), (part) => part.remove());

/** What was read and what was said of it, as long as the page is open: a worker that ends is begun anew with them. */
let file;
/** The day on which it was given. */
let day;
let said = [];
let chosen = [];
let group = "";

let post;
let stop;
let last = 0;
const waiting = new Map();

const heard = ({ data: { id, answer, fault, phase, done, total } }) => {
  if (phase) return at(".working").hidden || working(phase, done, total);
  const { resolve, reject } = waiting.get(id) ?? {};
  waiting.delete(id);
  if (fault) reject?.(new Error(fault));
  else resolve?.(answer);
};

const ask = (act, rest = {}) =>
  new Promise((resolve, reject) => {
    const id = (last += 1);
    waiting.set(id, { resolve, reject });
    post({ id, act, ...rest });
  });

/** A worker, or where none can be had, the same work in slices here. */
async function begin() {
  const address = `${base}roll-worker.js`;
  try {
    const worker = new Worker(policy?.createScriptURL(address) ?? address, { type: "module" });
    await new Promise((ready, refused) => {
      worker.onerror = (event) => (event.preventDefault(), refused(new Error("no worker")));
      worker.onmessage = ready;
      worker.postMessage({ id: 0, act: "ready" });
    });
    worker.onerror = (event) => (event.preventDefault(), ended());
    worker.onmessage = heard;
    post = (message) => worker.postMessage(message);
    stop = () => worker.terminate();
  } catch {
    const { worker } = await import("./roll-work.js");
    const take = worker((data) => heard({ data }));
    post = (data) => take({ data });
    stop = () => (waiting.clear(), (post = undefined));
  }
}

let opening;

/** The worker with the module and the words of all languages, from the first time that it is needed. */
const ready = () => (opening ??= open());

async function open() {
  await begin();
  const names = ["{{lists}}"];
  const answers = await Promise.all(names.map((name) => fetch(new URL(`wording/${name}.roll.json`, base))));
  const texts = await Promise.all(answers.map((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.status)))));
  const wordings = names.flatMap((name, index) => [name, texts[index]]);
  const { once } = await ask("open", { wordings, language, today: today(), sets: said, module: MODULE_SIZE, base });
  if (!at("#once").firstChild) show("#once", once);
}

/** The worker is gone, by itself or not: file, choices and settings stay, and the next act begins it anew. */
function ended() {
  stop?.();
  opening = undefined;
  const left = [...waiting.values()];
  waiting.clear();
  for (const { reject } of left) reject(new Error("ended"));
}

function working(phase, done = 0, total = 0) {
  const bar = at("progress");
  at(".working").hidden = false;
  const sentence = total && phase !== "loading" ? `${say[phase]} ${done} / ${total}` : say[phase];
  if (at("#working").textContent !== sentence) at("#working").textContent = sentence;
  if (total) Object.assign(bar, { max: total, value: Math.min(done, total) });
  else bar.removeAttribute("value");
}

let job = 0;

/** Does something that takes a while; whatever goes wrong is one sentence, and the page works on. */
async function during(phase, act) {
  const mine = (job += 1);
  failed("");
  working(phase);
  tell(say[phase]);
  try {
    await ready();
    const answer = mine === job ? await act() : undefined;
    if (mine !== job) return undefined;
    if (answer?.failed) failed(answer.failed);
    return answer;
  } catch (fault) {
    if (mine === job) {
      ended();
      failed(navigator.onLine || fault.message === "ended" ? say.failed : say.offline);
    }
    return undefined;
  } finally {
    if (mine === job) {
      at(".working").hidden = true;
      // What is over is no longer told: whoever asked tells what is there now.
      if (at(".live").textContent === say[phase]) tell("");
    }
  }
}

function failed(sentence) {
  at(".failed-list").textContent = sentence;
  at(".failed-list").hidden = !sentence;
}

const tell = (sentence) => (at(".live").textContent = sentence);

/** The worker lets go of what it does and stays, so that nothing has to be loaded again, which may no longer be possible. */
function cancel() {
  job += 1;
  slow += 1;
  post?.({ act: "stop" });
  isStopped = true;
  if (at(".answered").hidden) file = undefined;
  at(".working").hidden = true;
  tell(say.cancelled);
  at("#file").focus();
}

/** Work was cancelled, so that what the worker knows is not what was said last. */
let isStopped = false;

/** The worker reads the file itself: the page's own thread never holds it. */
const restored = async () => {
  if (!file) return undefined;
  isStopped = false;
  // A page may be open for days: unless it is said, the visit is on the day on which a list is given.
  const isSaid = said.some(([what, value]) => what === "visit" && value);
  return ask("read", { file, sets: chosen, today: isSaid ? undefined : day });
};

async function take(next) {
  watch.look();
  watch.seeSomebody();
  [file, day] = [next, today()];
  [chosen, pending] = [[], undefined];
  const answer = await during("reading", async () => {
    const answer = await restored();
    if (answer?.overview && (await showAnswer(answer))) at("#summary")?.focus();
    return answer;
  });
  // What was given meanwhile has an answer of its own.
  if (!answer?.overview && file === next) at(".answered").hidden = true;
}

/** Where each part of an answer stands. */
const PARTS = { once: "#once", overview: "#overview", matching: "#matching", rests: "#rests", rows: "#rows-of-list" };

/** How long a browser takes to draw once. */
const FRAME = 17;

/** Part by part, each drawn before the next, so that the page lives on; tells whether nothing came between. */
async function showAnswer(answer) {
  const mine = (slow += 1);
  at(".answered").hidden = false;
  for (const part of Object.keys(PARTS)) {
    showPart(answer, part);
    await new Promise((go) => setTimeout(go, FRAME));
    if (mine !== slow) return false;
  }
  told();
  return true;
}

function answered(answer) {
  Object.keys(PARTS).forEach((part) => showPart(answer, part));
  told();
}

const showPart = (answer, part) => answer[part] && show(PARTS[part], answer[part]);

function told() {
  group = "";
  tell(at("#summary")?.textContent ?? "");
}

/** Asks a worker that may have been begun anew: then it reads the file again first. */
const again = async (act, rest) => {
  const before = opening;
  await ready();
  if ((before !== opening || isStopped) && file) await restored();
  return ask(act, rest);
};

async function set({ dataset, value }) {
  const what = dataset.set;
  const isSaid = /^(say|visit)/.test(what);
  const list = isSaid ? said : chosen;
  list.push([what, value]);
  const wasOpen = !at(".answered").hidden;
  if (!wasOpen) return during("checking", () => again("say", { what, value }));
  const answer = await during("checking", () => again("set", { what, value }));
  if (answer?.overview) whereItWas(() => answered(answer));
  return undefined;
}

const named = (selector, name) => [...document.querySelectorAll(selector)].find((other) => nameOf(other) === name);

/** What an element is called, in whatever answer it stands: the number of cells of a summary changes. */
const nameOf = ({ id, dataset, localName, textContent }) =>
  [id, dataset.set, dataset.do, localName === "summary" ? textContent.replace(/\d+/g, "") : ""].join("|");

/** Shows another answer. The focus, what is open and a choice that is still being made stay where they were. */
function whereItWas(showing) {
  const focused = document.activeElement;
  const open = [...document.querySelectorAll("details[open] > summary")].map(nameOf);
  const making = pending;
  pending = undefined;
  showing();
  for (const summary of document.querySelectorAll("details > summary")) if (open.includes(nameOf(summary))) summary.parentNode.open = true;
  const field = making && named("select", nameOf(making));
  if (field) [field.value, pending, keyed] = [making.value, field, field];
  if (!focused.isConnected) (named(focused.localName, nameOf(focused)) ?? at("#summary"))?.focus();
}

/** A choice made by keys, until its field is left or Enter is pressed: an arrow on the way settles nothing. */
let pending;
/** The field in which keys were pressed last. */
let keyed;
/** What was settled last, so that what is pressed after it comes behind it. */
let settled = Promise.resolve();
let isPressed = false;

function settle() {
  const field = pending;
  pending = undefined;
  if (field) settled = set(field);
}

const settleLeft = () => pending && document.activeElement !== pending && settle();

const press = {
  rows: async (of, page) => {
    group = of;
    const answer = await during("checking", () => again("rows", { group: of, page: Number(page) }));
    if (answer) (show("#rows-of-list", answer.rows), at("#rows")?.focus(), tell(at("#rows")?.textContent ?? ""));
  },
  row: async (row) => {
    const answer = await during("checking", () => again("one", { row: Number(row) }));
    if (!answer) return;
    show("#one-row", answer.one);
    only("#one-row");
    at("#one")?.focus();
    // The focus tells the name, and the answer comes behind it: no name stands where a program that translates would take it for a word.
    tell(at("#one-row h2:not(#one)")?.textContent ?? "");
  },
  faults: async (place, kind, page) => {
    const answer = await during("checking", () => again("faults", { place: Number(place), kind, page: Number(page) }));
    if (answer) (show(`#faults-${place}-${kind}`, answer.faults), at(`#faults-${place}-${kind}`)?.focus());
  },
  close: async () => back(),
  sheets: async (of, number) => papers("sheets", of === "row" ? { group, row: Number(number) } : { group: of, page: Number(number) }),
};

/** Shows one part in place of the list, or the list again. */
function only(part) {
  for (const place of ["#one-row", "#papers"]) at(place).hidden = place !== part;
  for (const place of [".asking", ".answered"]) at(place).hidden = Boolean(part);
  at("main").classList.toggle("printing", part === "#papers");
}

/** The list again, at its rows. */
function back() {
  only("");
  at("#rows")?.focus();
  tell(at("#rows")?.textContent ?? "");
}

async function papers(act, rest) {
  const answer = await during("checking", () => again(act, rest));
  if (!answer) return;
  show(".more", answer.more ?? "[]");
  at("#print").hidden = true;
  only("#papers");
  if (!(await showSlowly(".printed", answer.sheets))) return;
  const heading = at(".printed h2 span");
  at("#print").hidden = !heading;
  at(heading ? "#print" : "#close-papers").focus();
  tell([heading, ...document.querySelectorAll(".left-out")].map((part) => part?.textContent ?? "").join(" "));
}

/** Offers bytes as a file; the name is made from that of the list. */
function offer(bytes, name) {
  const link = document.createElement("a");
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const resultName = () => `${(file?.name ?? "tirkeu").replace(/\.[^.]*$/, "")}.tirkeu.xlsx`;

async function save() {
  const answer = await during("writing", () => again("write"));
  if (answer?.file) offer(answer.file, resultName());
}

async function giveTemplate() {
  const answer = await during("writing", () => again("template"));
  if (answer?.file) offer(answer.file, `tirkeu.${language}.xlsx`);
}

at("#cancel").textContent = say.cancel;
at("#save").textContent = say.save;
at("#sheets").textContent = say.sheets;
at("#request").textContent = say.request;
at("#print").textContent = say.print;
at("#close-papers").textContent = say.again;

// The same file once more, mended or after Cancel, is a change only from nothing.
at("#file").addEventListener("click", ({ target }) => (target.value = ""));
at("#file").addEventListener("change", ({ target }) => target.files[0] && take(target.files[0]));
at("#paste").addEventListener("click", () => take(new File([at("#pasted").value], "list.txt")));
at("#cancel").addEventListener("click", cancel);
at("#save").addEventListener("click", () => settled.then(save));
at("#template").addEventListener("click", giveTemplate);
at("#sheets").addEventListener("click", () => settled.then(() => papers("sheets", { group })));
at("#request").addEventListener("click", () => settled.then(() => papers("request", { group })));
at("#print").addEventListener("click", () => print());
at("#close-papers").addEventListener("click", () => clearSlowly(".printed").then(back));
document.addEventListener("change", ({ target }) => {
  if (!target.dataset?.set) return;
  if (target === keyed && target === document.activeElement && target.localName === "select") pending = target;
  else settled = set(target);
});
document.addEventListener("keydown", ({ key, target }) => {
  keyed = target;
  if (key === "Enter") settle();
});
document.addEventListener("keyup", ({ key }) => key === "Enter" && settle());
// A field may be left by pressing something else: what the choice changes must not move that away before it is pressed.
document.addEventListener("pointerdown", () => ([keyed, isPressed] = [undefined, true]), true);
for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => ((isPressed = false), setTimeout(settleLeft)), true);
document.addEventListener("focusout", ({ target }) => target === pending && !isPressed && settle());
document.addEventListener("click", settleLeft, true);
document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-do]");
  if (!button) return;
  const [act, ...rest] = button.dataset.do.split(":");
  settled.then(() => press[act]?.(...rest));
});
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  if (event.dataTransfer?.files[0]) take(event.dataTransfer.files[0]);
});

/** Nobody has been here for so long: a warning, and a minute later all of it is gone. */
const IDLE = 14 * 60_000;
const LAST = 60_000;
let isWarned = false;

/** Whether nothing of anybody is shown, nor typed, nor known. */
const isEmpty = () => !file && at("#pasted").value === "";

/** All of the list is gone: from the page, and with the worker from memory. What is said once for all rows stays. */
function clear() {
  job += 1;
  ended();
  [file, chosen, group, isWarned, pending, keyed] = [undefined, [], "", false, undefined, undefined];
  for (const field of ["#file", "#pasted"]) at(field).value = "";
  for (const place of ["#overview", "#matching", "#rests", "#rows-of-list", "#one-row", ".more", ".printed"]) at(place).replaceChildren();
  only("");
  for (const place of [".answered", ".working"]) at(place).hidden = true;
  failed("");
  tell("");
}

const watch = new Watch((away) => {
  if (isEmpty() || away < IDLE) {
    if (isWarned) failed("");
    isWarned = false;
    return false;
  }
  if (away >= IDLE + LAST) {
    clear();
    tell(say.cleared);
    return true;
  }
  if (!isWarned) failed(say.idle);
  isWarned = true;
  return false;
});
watch.begin();
watch.lookAt(IDLE);
addEventListener("change", ({ target }) => target.id !== "file" && (watch.look(), watch.seeSomebody()), true);

// A page that is left may come back as it was, with everybody's names.
addEventListener("pagehide", clear);

during("loading", async () => undefined).then(() => tell(""));
