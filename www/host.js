// What few hosts ask for: a report for themselves, their own colours, a sentence where their list has none.
// Loaded only then.

import { loadCheck } from "./check_loading.js";
import { may } from "./refused.js";

/** What is said where nothing could be loaded, so no wording either. */
const FAILED = "{{failed}}";

/** One sentence after the host's own list. */
export function sayFailed(element, language) {
  const place = element.shadowRoot ?? element;
  if (place.querySelector(".failed")) return;
  const sentence = document.createElement("p");
  Object.assign(sentence, { className: "failed", lang: language, dir: "auto", textContent: FAILED[language] });
  place.append(sentence);
}

let loading;
/** Asked for again where it failed. */
const load = () => (loading ??= loadCheck().catch((error) => {
  loading = undefined;
  throw error;
}));

/** Gives the host the report, if it still asks for it once that can be had. */
export async function share(element, summary, kept) {
  const { check } = await load();
  const detail = { report: check(application(summary, kept)) };
  if (element.shareReport) {
    element.dispatchEvent(new CustomEvent("tirkeu-report", { bubbles: true, composed: true, detail }));
  }
}

/**
 * What was answered, as `check` takes it.
 * @param {string} summary what the element tells a host, in words: the verdict, the day of the visit and more
 * @param {string} kept the answers, as they are kept: `answer:PERSON:QUESTION:ANSWER hold:PERSON:DOCUMENT:FORM …`
 */
function application(summary, kept) {
  const [, visit_date] = summary.split(" ");
  const application = { visit_date, ...nothingSaid(), people: [nothingSaid()] };
  for (const action of kept.split(" ")) addAction(application, action);
  return application;
}

/** Without a prototype: what a host's page puts on every object is no answer. */
const nothingSaid = () => ({ answers: { __proto__: null }, documents: { __proto__: null } });

function addAction(application, action) {
  const [name, day] = action.split("=");
  const [kind, person, subject, value] = name.split(":");
  if (kind === "add_person") application.people.push(nothingSaid());
  const { answers, documents } = person ? application.people[person] : application;
  if (kind === "answer") answers[subject] = value;
  else if (kind === "hold") documents[subject] = { ...documents[subject], form: value };
  else if (kind === "valid_until") documents[subject] = { ...documents[subject], valid_until: day };
}

/** What is seen on what, and the contrast that WCAG 2.2 AA asks for. */
const PAIRS = [
  ["ink", "paper", 4.5], ["ink", "raised", 4.5], ["quiet", "paper", 4.5], ["quiet", "raised", 4.5],
  ["accent", "paper", 4.5], ["accent", "raised", 4.5], ["on-accent", "accent", 4.5], ["line", "paper", 3],
  ["stop", "paper", 4.5], ["stop", "raised", 4.5], ["ask", "paper", 3], ["ask", "raised", 3],
];
const NAMES = [...new Set(PAIRS.flatMap(([seen, ground]) => [seen, ground]))];

/** A colour as the browser computes it, in numbers: `rgb(1, 2, 3)`, `rgba(1, 2, 3, .5)` or `color(srgb .1 .2 .3 / .5)`. */
const parts = (colour) => {
  const [red, green, blue, alpha = 1] = (colour.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  const most = colour.startsWith("color(srgb ") ? 1 : colour.startsWith("rgb") ? 255 : NaN;
  return [red, green, blue].map((part) => 1 - alpha + (alpha * Math.min(Math.max(part, 0), most)) / most);
};

/** How much light a colour gives, on white where light falls through it; not a number where it cannot be told. */
const luminance = (colour) => {
  const [red, green, blue] = parts(colour).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

const warned = new Set();
const warn = (missed) => {
  const sentence = `tirkeu: too little contrast, so Tirkeu's own colours: ${missed.join(", ")}`;
  if (missed.length > 0 && !warned.has(sentence)) may(() => console.warn(sentence));
  warned.add(sentence);
};

/** A colour of whatever kind as one of sRGB, by the style itself: what a canvas shows may be falsified to protect its reader. */
const CAN_MIX = may(() => CSS.supports("color", "color-mix(in srgb, red, red)"));
const plainly = (colour) => (CAN_MIX ? `color-mix(in srgb, ${colour}, ${colour})` : colour);

/** Where a person's own colours stand instead of all others, every colour is said to be one of theirs: nothing can be measured. */
const isOverruled = (probe) => {
  probe.style.color = "rgb(1, 2, 3)";
  return getComputedStyle(probe).color !== "rgb(1, 2, 3)";
};

/** Measures an element's colours and takes back the pairs that cannot be read, now and whenever day turns to night. */
export function keepReadable(frame) {
  for (const name of NAMES) frame.style.removeProperty(`--tirkeu-${name}`);
  frame.style.colorScheme = "";
  const probe = frame.appendChild(document.createElement("i"));
  if (!isOverruled(probe)) warn(takeBack(frame, probe));
  probe.remove();
  watch(frame);
}

/** Gives the pairs that were taken back. What cannot be told is believed. */
function takeBack(frame, probe) {
  const light = (name) => {
    probe.style.color = plainly(`var(--_${name})`);
    return luminance(getComputedStyle(probe).color);
  };
  // Ours, and the fields of the browser's own, go with a host's paper, be it day or night.
  const paper = light("paper");
  if (!Number.isNaN(paper)) frame.style.colorScheme = paper < 0.18 ? "dark" : "light";
  const missed = [];
  for (let pair; (pair = PAIRS.find(([seen, ground, least]) => contrast(light(seen), light(ground)) < least)); ) {
    const [seen, ground] = pair;
    if (missed.includes(`${seen} on ${ground}`)) break;
    missed.push(`${seen} on ${ground}`);
    for (const name of [seen, ground]) frame.style.setProperty(`--tirkeu-${name}`, "initial");
  }
  return missed;
}

const watched = new WeakSet();
/** Held weakly: an element that is thrown away is not kept alive by the night. */
function watch(frame) {
  if (watched.has(frame)) return;
  watched.add(frame);
  const held = new WeakRef(frame);
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    const media = matchMedia(query);
    media.addEventListener("change", function again() {
      const frame = held.deref();
      if (frame) keepReadable(frame);
      else media.removeEventListener("change", again);
    });
  }
}
