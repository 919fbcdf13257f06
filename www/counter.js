// The officer's page: one field that a hand, a clipboard or a scanner fills, and what the code in it tells. Nothing is kept and nothing is
// sent; all of it is gone when nobody does anything for a while, and when the page is left.

import { Counter, start } from "./code.js";
import { Watch } from "./clock.js";
import { today } from "./day.js";
import { module, offline, words } from "./files.js";

/** As long as the page says. */
const IDLE = 5 * 60_000;

const at = (id) => document.getElementById(id);
const [field, wrong, entry, tools, place, live] = ["code", "wrong", "entry", "tools", "place", "live"].map(at);

/** The sentences of each language so far. */
const sentences = {};
const wording = (language) => (sentences[language] ??= Promise.all(["", ".later", ".paper", ".code"].map((part) => words(language + part)))
  .then((parts) => Object.assign({}, ...parts))
  .catch((error) => {
    delete sentences[language];
    throw error;
  }));

let counter;
let said;
/** The element in which a helper goes on. */
let element;

const wanted = { language: document.documentElement.lang };

/** Speaks the officer's language, whatever the visitor's is; what is shown stays. */
const speak = async (language) => {
  wanted.language = language;
  const spoken = await wording(language);
  if (wanted.language !== language) return;
  said = spoken;
  document.documentElement.lang = language;
  document.title = said["code.page"];
  for (const spoken of document.querySelectorAll("[data-say]")) spoken.textContent = said[spoken.dataset.say];
  for (const link of document.querySelectorAll(".languages a")) {
    if (link.lang === language) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  counter?.speak(language, (id) => said[id]);
  if (element) element.lang = language;
  showFault();
};

const showFault = () => {
  wrong.textContent = counter?.fault() ?? "";
  field.setAttribute("aria-invalid", wrong.textContent !== "");
};

/** Opens what was typed. What is shown already stays where that is no code, and what was typed stays to be mended. */
const open = () => {
  live.textContent = "";
  const isCode = counter.open(field.value, today());
  showFault();
  if (!isCode) return field.focus(), field.select();
  field.value = "";
  tools.hidden = false;
  for (const shown of [at("on"), at("on-hint")]) shown.hidden = false;
  at("told").focus();
};

const clear = () => {
  counter.close();
  element?.clear();
  element?.remove();
  element = undefined;
  field.value = "";
  showFault();
  tools.hidden = true;
  entry.hidden = false;
};

/** A helper goes on with the visitor's answers: nothing of them is kept on this device, and the field makes room for them. */
const goOn = async () => {
  await import("./tirkeu.js");
  const [answers, day] = [counter.answers(), counter.visit_date()];
  if (!answers) return;
  clear();
  element = document.createElement("tirkeu-precheck");
  Object.assign(element, { lang: wanted.language, visitDate: day, resumed: answers, tabIndex: -1 });
  element.addEventListener("tirkeu-change", ({ target }) => target.shadowRoot.querySelector('[data-action="go::check:"]')?.click(), { once: true });
  place.after(element);
  tools.hidden = false;
  for (const hidden of [entry, at("on"), at("on-hint")]) hidden.hidden = true;
  element.focus();
};

/** A scanner types wherever the focus is: what is no command of the page goes into the field. */
const catchKey = ({ key, target, ctrlKey, altKey, metaKey }) => {
  const isTyping = key.length === 1 && key !== " " && !ctrlKey && !altKey && !metaKey;
  if (isTyping && !entry.hidden && !target.closest("input")) field.focus();
};

const failed = (error) => {
  console.error("tirkeu:", error);
  live.className = "wrong";
  live.textContent = said?.["code.failed"] ?? "";
};

/** Whether nothing of anybody is shown, nor typed. */
const isEmpty = () => tools.hidden && field.value === "";

/** Works without network after the first visit; a newer version is shown once nothing would be lost: nothing stands here for long. */
const stayAtHand = async () => {
  const { keepOffline, offer } = await offline();
  await keepOffline(() => isEmpty() && offer(document.querySelector("main"), said["tools.newer"], false));
};

const begin = async () => {
  await Promise.all([start(() => module("code_bg")), speak(wanted.language)]);
  counter = new Counter(place, wanted.language, (id) => said[id], today());
  const watch = new Watch((away) => {
    if (away < IDLE || isEmpty()) return false;
    clear();
    live.textContent = said["code.cleared"];
    return true;
  });
  watch.begin();
  watch.lookAt(IDLE);
  at("open").addEventListener("click", open);
  field.addEventListener("keydown", ({ key }) => key === "Enter" && open());
  at("close").addEventListener("click", () => {
    clear();
    live.textContent = said["code.cleared"];
    field.focus();
  });
  at("on").addEventListener("click", () => goOn().catch(failed));
  addEventListener("keydown", catchKey);
  addEventListener("pagehide", clear);
  at("script").hidden = true;
  entry.hidden = false;
  field.focus();
};

/** A language is spoken in place: going to its page would lose what is shown. */
document.querySelector(".languages").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || !counter || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  speak(link.lang).catch(failed);
});

begin().then(() => stayAtHand().catch((error) => console.error("tirkeu:", error)), failed);
