// The offer of a code on the sheet for the counter: what it tells is said first, then it is made, if somebody wants it. What is shown stands
// in a root of its own, which the sheet's own changes leave alone, and goes with the sheet.

import { square } from "./square.js";

/** What a code tells, in the order of the sheet. */
const TOLD = ["code.what.visit", "code.what.people", "code.what.home", "code.what.papers"];

/** How many people one code holds. */
const MOST = 30;

/** What is offered in each place. */
const offers = new WeakMap();

/** The sentences about codes of each language so far. */
const sentences = {};
const wording = async (language, { words }) => (sentences[language] ??= await words(`${language}.code`));

const make = (name, set = {}, ...children) => {
  const element = Object.assign(document.createElement(name), set);
  element.append(...children);
  return element;
};

/** A sentence, what stands in its places in pieces of their own: nothing around them changes the order in which they are read. */
const filled = (sentence, gaps) => sentence.split(/\{(\w+)\}/).map((part, at) => (at % 2 ? make("bdi", { textContent: gaps[part] }) : part));

/** A place of its own, with the styles of the page and of codes. */
const begin = (place, files) => {
  const root = place.attachShadow({ mode: "open" });
  const body = make("div");
  for (const name of ["tirkeu", "code"]) files.addStyle(root, name).catch(() => { /* it is plain */ });
  root.append(body);
  const offered = { body, files, isAsking: false, hasDates: true, code: "" };
  offers.set(place, offered);
  return offered;
};

/**
 * Offers a code of a visit in a place of its sheet, in the sheet's language. A code of other answers is taken away.
 * @param {HTMLElement} place
 * @param {{ addStyle: Function, module: Function, words: Function }} files how a style sheet, a module and the wording are had
 * @param {{ language: string, answers: string, day: string, isPage: boolean }} visit
 */
export const offer = async (place, files, visit) => {
  const offered = offers.get(place) ?? begin(place, files);
  const isOf = `${visit.day} ${visit.answers}`;
  if (offered.isOf === isOf && offered.language === visit.language) return;
  if (offered.isOf !== isOf) offered.code = "";
  Object.assign(offered, { visit, isOf, language: visit.language });
  const words = await wording(visit.language, files).catch((error) => {
    offered.language = undefined;
    throw error;
  });
  if (offered.language !== visit.language) return;
  offered.say = (id) => words[id];
  offered.body.lang = visit.language;
  show(offered);
};

/** Shows how far it has come; where somebody went on, the focus goes along. */
const show = (offered, isMoved = false) => {
  const { body, code, isAsking } = offered;
  body.className = code ? "made" : isAsking ? "asking" : "offer";
  body.replaceChildren(...(code ? shown(offered) : isAsking ? asked(offered) : offering(offered)));
  if (isMoved) body.querySelector("[tabindex], button").focus();
};

/** A button that changes how far it has come. */
const button = (offered, id, className, act) => make("button", {
  type: "button", className, textContent: offered.say(id),
  onclick: () => {
    act();
    show(offered, true);
  },
});

const offering = (offered) => [button(offered, "code.make", "", () => { offered.isAsking = true; })];

/** Everything that the code tells, and what it does not; then the choice. */
const asked = (offered) => {
  const { say } = offered;
  const dates = make("input", { type: "checkbox", id: "dates", checked: !offered.hasDates });
  dates.setAttribute("aria-describedby", "dates-hint");
  dates.onchange = () => { offered.hasDates = !dates.checked; };
  const wrong = make("p", { className: "wrong" });
  wrong.setAttribute("role", "alert");
  const wanted = make("button", { type: "button", className: "primary", textContent: say("code.create"), onclick: () => create(offered, wrong) });
  return [
    make("p", { tabIndex: -1, className: "what-heading", textContent: say("code.what") }),
    make("ul", {}, ...TOLD.map((id) => make("li", { textContent: say(id) }))),
    make("p", { textContent: say("code.what.not") }),
    make("p", { className: "keep" }, dates, make("label", { htmlFor: "dates", textContent: say("code.dates") })),
    make("p", { className: "hint", id: "dates-hint", textContent: say("code.dates.hint") }),
    wrong,
    make("p", { className: "next" }, wanted, button(offered, "code.cancel", "quiet", () => { offered.isAsking = false; })),
  ];
};

/** Makes the code, if it is still wanted once it can be. */
const create = async (offered, wrong) => {
  const { visit, files, say, isOf } = offered;
  const people = 1 + visit.answers.split(" ").filter((action) => action === "add_person").length;
  try {
    const { makeCode, start } = await import("./code.js");
    await start(() => files.module("code_bg"));
    const code = makeCode(visit.answers, visit.day, offered.hasDates);
    if (offered.isOf !== isOf) return;
    if (!code) wrong.replaceChildren(...filled(say("code.wrong.people"), { people, most: MOST }));
    else Object.assign(offered, { code, isAsking: false });
    if (code) show(offered, true);
  } catch (error) {
    console.error("tirkeu:", error);
    wrong.textContent = say("code.failed");
  }
};

/** The characters and the square that says the same, and where they are opened: known on Tirkeu's own page. */
const shown = (offered) => {
  const { code, say, visit } = offered;
  const groups = code.split("-").flatMap((group, index) => [...(index ? ["-", make("wbr")] : []), make("span", { textContent: group })]);
  const characters = make("bdi", { dir: "ltr", className: "characters", translate: false }, ...groups);
  const where = filled(say("code.where"), { address: new URL("counter.html", document.baseURI).href });
  return [
    make("p", { tabIndex: -1, className: "what-heading", textContent: say("code.heading") }),
    square(code.replaceAll("-", ""), say("code.square")),
    make("p", {}, characters),
    ...(visit.isPage ? [make("p", { className: "hint where" }, ...where)] : []),
    button(offered, "code.away", "quiet", () => { offered.code = ""; }),
  ];
};
