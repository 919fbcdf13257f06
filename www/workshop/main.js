// The workshop for portal teams: what is chosen is shown beside at once, as the element and as what is to be copied. Nothing leaves the
// page but the questions of the self-check, and they go to the address that was typed.
//
// The element is shown in two frames, each a page of its own, for what is asked of the window (media queries, heights) is asked of the
// phone's and of the desk's there. Their pages stand in `srcdoc`: no policy has to allow a frame for that, and nobody is asked for them.

import { contrast, PAIRS } from "./contrast.js";
import { selfCheck } from "./self_check.js";
import { policy, snippet } from "./snippet.js";
import { sentences } from "./wording.js";

const FILES = new URL("../", import.meta.url);
const FOLDER = new URL(".", document.baseURI);
const COLOURS = ["ink", "paper", "accent", "on-accent"];

const byId = (id) => document.getElementById(id);
const append = (parent, name, set = {}) => parent.appendChild(Object.assign(document.createElement(name), set));
const form = byId("settings");

const isSpoken = (language) => Object.hasOwn(sentences, language);

/** The page's language: the one in its address, else the reader's first that there is, else English. */
const wanted = () => [location.hash.slice(1), ...navigator.languages.map((tag) => tag.slice(0, 2))].find(isSpoken) ?? "en";
let said = {};
const say = (id, given = {}) => said[id].replace(/\{(\w+)\}/g, (_, name) => given[name]);

const known = { folder: FOLDER.href, version: "", scripts: ["tirkeu.js", "behind.js", "frame.js"].map((name) => ({ address: addressOf(name), hash: "" })) };

/** `frame.js` keeps its place beside the pages; the others lie in the folder of their version. */
function addressOf(name) {
  return new URL(name, name === "frame.js" ? FOLDER : FILES).href;
}

/** What is chosen, without what was left empty. */
function chosen() {
  const data = new FormData(form);
  const colours = data.has("coloured") ? Object.fromEntries(COLOURS.map((name) => [name, data.get(name)])) : {};
  const text = (name) => data.get(name).trim();
  const portal = originOf(text("portal"));
  return { way: data.get("way"), portal, language: data.get("language"), day: data.get("day"), colours, font: text("font").replace(/[;{}]/g, ""), shared: data.has("shared") };
}

/** What was typed may be no address yet. */
function originOf(address) {
  try { return new URL(address).origin; } catch { return ""; }
}

const frames = ["phone", "desk"].map(byId);
const elementIn = (frame) => frame.contentDocument?.querySelector("tirkeu-precheck");

function preview({ language, day, colours, font, shared }) {
  for (const element of frames.map(elementIn).filter(Boolean)) {
    element.ownerDocument.documentElement.lang = document.documentElement.lang;
    for (const [name, value] of [["lang", language], ["visit-date", day], ["share-report", shared ? "" : null]]) {
      if (value === "" && name !== "share-report" || value === null) element.removeAttribute(name);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
    for (const name of [...COLOURS, "font"]) set(element.style, `--tirkeu-${name}`, name === "font" ? font : colours[name]);
  }
}

const met = new WeakSet();
/** A frame's page may be there before this script, or after it. What the phone's tells its host is shown. */
function meet(frame) {
  const element = elementIn(frame);
  if (!element || met.has(element)) return;
  met.add(element);
  show();
  if (frame !== frames[0]) return;
  const hear = ({ type, detail }) => { byId("heard").textContent = `${type}\n${JSON.stringify(detail, null, 1)}`; };
  if (element.result) hear({ type: "tirkeu-change", detail: element.result });
  for (const type of ["tirkeu-change", "tirkeu-report"]) element.addEventListener(type, hear);
}

const set = (style, name, value) => (value ? style.setProperty(name, value) : style.removeProperty(name));

function showContrast({ colours }) {
  byId("colours").hidden = Object.keys(colours).length === 0;
  byId("contrast").replaceChildren();
  if (byId("colours").hidden) return;
  for (const [seen, ground, least] of PAIRS) {
    const has = contrast(colours[seen], colours[ground]);
    const given = { seen: say(`colour.${seen}`), ground: say(`colour.${ground}`), has: has.toFixed(1), least };
    append(byId("contrast"), "li", { className: has < least ? "bad" : "good", textContent: say(has < least ? "contrast.less" : "contrast.enough", given) });
  }
}

function show() {
  const choice = chosen();
  preview(choice);
  showContrast(choice);
  byId("how").textContent = say(`how.${choice.way}`);
  byId("snippet").textContent = snippet(choice, known);
  byId("policy").textContent = policy(choice, known);
  byId("hashes").textContent = choice.way === "npm" ? say("hashes.npm") : say(known.scripts[0].hash ? "hashes.there" : "hashes.none");
}

function speak(language) {
  said = sentences[language];
  document.documentElement.lang = language;
  document.title = said.title;
  for (const place of document.querySelectorAll("[data-says]")) place.textContent = said[place.dataset.says];
  for (const frame of frames) frame.title = said[`live.${frame.id}`];
  for (const button of byId("languages").children) button.setAttribute("aria-pressed", button.lang === language);
  show();
}

/** The hash of each script as it is here; where the page came over an open line, the browser counts none. */
async function count(script) {
  const answer = await fetch(script.address);
  const digest = await globalThis.crypto.subtle.digest("SHA-384", await answer.arrayBuffer());
  script.hash = `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

async function lookUp() {
  const { version } = await import(new URL("check.js", FILES).href);
  known.version = version;
  await Promise.all(known.scripts.map((script) => count(script).catch(() => {})));
  show();
}

async function runCheck(event) {
  event.preventDefault();
  const found = byId("found");
  found.replaceChildren();
  append(found, "li", { textContent: say("check.doing") });
  const told = await selfCheck(new FormData(event.target).get("address"), FILES);
  found.replaceChildren();
  for (const { says, given, isBad } of told) append(found, "li", { className: isBad ? "bad" : "good", textContent: say(says, given) });
}

/** Where a browser does not let a page copy, what is to be copied is marked. */
async function copy(button) {
  const place = byId(button.dataset.copies);
  await navigator.clipboard.writeText(place.textContent).then(() => { button.textContent = say("copied"); }, () => getSelection().selectAllChildren(place));
}

for (const { value: language, text } of [...form.elements.language.options].filter(({ value }) => isSpoken(value))) {
  append(byId("languages"), "button", { type: "button", lang: language, textContent: text, onclick: () => { history.replaceState(null, "", `#${language}`); speak(language); } });
}
for (const button of document.querySelectorAll("[data-copies]")) button.addEventListener("click", () => copy(button));
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
byId("checking").addEventListener("submit", runCheck);
form.elements.portal.placeholder = "https://portal.example";
byId("checking").elements.address.value = FOLDER.href;
speak(wanted());
for (const frame of frames) {
  meet(frame);
  frame.addEventListener("load", () => meet(frame));
}
await lookUp().catch(() => {});
