// Where the element's files are, and how each is had: beside this script, by the network. The npm package has npm/files.js in its place,
// because what a portal's own tools make of a script does not stand beside its files any more.

import { read } from "./wording_lines.js";

let tries = 0;
/** A script. One that could not be had some browsers never ask for again, but for one of another address. */
const script = (path) => import(path).catch(() => import(`${path}?${(tries += 1)}`));

/** The scripts that are loaded when they are needed. */
export const behind = () => script("./behind.js");
export const host = () => script("./host.js");
export const offline = () => script("./offline.js");
export const papersList = () => script("./papers_list.js");
export const sheets = () => script("./sheets.js");

const fetched = async (path) => {
  const answer = await fetch(new URL(path, import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer;
};

/** A file of the element's module or of that for codes, as a server sends it. */
export const module = (name) => fetched(`./${name}.wasm`);

/** Sentences by their ids, of a file of the wording, whose last line is ended like the others: so nothing is cut off unseen. */
export const words = async (name) => {
  const text = await (await fetched(`./wording/${name}.txt`)).text();
  if (!text.endsWith("\n")) throw new Error(`wording: ${name} is cut short`);
  return read(text);
};

/** The list of papers in a language, as a tree. */
export const list = async (language) => (await fetched(`./wording/${language}.list.json`)).json();

/** Puts a style sheet into a root; waits until it is there, and leaves nothing there if it cannot be. */
export const addStyle = (root, name) => new Promise((done, failed) => {
  const onerror = (error) => {
    link.remove();
    failed(error);
  };
  const href = new URL(`./${name}.css`, import.meta.url);
  const link = root.appendChild(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: done, onerror }));
});

/** What the element is made of. */
export const Base = HTMLElement;

/** Nobody has to say where the files are. */
export function lookFrom() {}
