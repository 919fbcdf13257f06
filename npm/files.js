// Where the element's files are in a portal that is built by tools: in place of www/files.js.
//
// A style sheet as a file would become the portal's own in some tools, a wording as a file would be left behind by others: here they are
// scripts, which every tool carries along. The module's files remain. Where they are not beside the script that asks for them, a host may
// say where they are (`data-files`); else they come as scripts too, a third bigger.

import answer from "./answer.css";
import { bytes } from "./bytes.js";
import code from "./code.css";
import paper from "./paper.css";
import plain from "./plain.css";
import tirkeu from "./tirkeu.css";
import { wordings } from "./wordings.js";

/** The scripts that are loaded when they are needed. */
export const behind = () => import("./behind.js");
export const host = () => import("./host.js");
export const offline = () => import("./offline.js");
export const papersList = () => import("./papers_list.js");
export const sheets = () => import("./sheets.js");

/** Sentences by their ids, of a file of the wording. */
export const words = async (name) => (await wordings[name]()).default;

/** The list of papers in a language, as a tree. */
export const list = (language) => words(`${language}.list`);

let place;
/** The first element that says where the files are says it for all; what is no address is named on the console. */
export const lookFrom = ({ dataset: { files } }) => {
  try {
    if (files) place ??= new URL(files.replace(/\/?$/, "/"), document.baseURI);
  } catch {
    globalThis.console?.warn(`tirkeu: data-files="${files}" is no address; used instead: beside the scripts`);
  }
};

/** The files of the modules, each with the same as a script. Tools know a file by this very way of writing its address. */
const FILES = {
  precheck_bg: { address: () => new URL("./precheck_bg.wasm", import.meta.url), script: () => import("./precheck_module.js") },
  answer: { address: () => new URL("./answer.wasm", import.meta.url), script: () => import("./answer_module.js") },
  paper: { address: () => new URL("./paper.wasm", import.meta.url), script: () => import("./paper_module.js") },
  code_bg: { address: () => new URL("./code_bg.wasm", import.meta.url), script: () => import("./code_module.js") },
};

/** What a module's file begins with. */
const MAGIC = [0, 97, 115, 109];

/** A file of a module: itself, or, where a server has something else or nothing there, what the script holds. */
export const module = async (name) => {
  const bytes = (await fromFile(name).catch(() => undefined)) ?? (await fromScript(name));
  return new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
};

async function fromFile(name) {
  const address = place ? new URL(`${name}.wasm`, place) : FILES[name].address();
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  return MAGIC.every((byte, at) => bytes[at] === byte) ? bytes : undefined;
}

async function fromScript(name) {
  const { default: text } = await FILES[name].script();
  return bytes(text);
}

/** Pictures are a file, which is not there: no room is kept for them. */
const STYLES = { answer: answer + plain, code, paper, tirkeu: tirkeu + plain };

/** Which style sheets each root has. */
const worn = new WeakMap();

/** Puts a style sheet into a root, and into no document. */
export const addStyle = async (root, name) => {
  const Sheet = root.ownerDocument.defaultView?.CSSStyleSheet;
  if (!Sheet?.prototype.replaceSync || !root.adoptedStyleSheets) return addStyleElement(root, STYLES[name]);
  const sheet = new Sheet();
  sheet.replaceSync(STYLES[name]);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  worn.set(root, [...(worn.get(root) ?? []), name]);
};

/** For browsers before 2023; a strict policy refuses it, and the list stays. */
function addStyleElement(root, text) {
  const style = root.appendChild(Object.assign(document.createElement("style"), { textContent: text }));
  if (style.sheet) return;
  style.remove();
  throw new Error("no style sheet: this browser knows none that are made by script, and the page's policy forbids others");
}

/** What the element is made of; on a server, where there are no elements, of nothing. */
export class Base extends (globalThis.HTMLElement ?? Object) {
  /** What a server put into the root as a beginning gives way. */
  constructor() {
    super();
    this.shadowRoot?.replaceChildren();
  }

  /** A sheet belongs to the document in which it was made, and is left behind there. */
  adoptedCallback() {
    const inner = this.shadowRoot?.querySelector(".code")?.shadowRoot;
    for (const root of [this.shadowRoot, inner]) {
      const names = worn.get(root) ?? [];
      worn.delete(root);
      for (const name of names) addStyle(root, name);
    }
  }
}
