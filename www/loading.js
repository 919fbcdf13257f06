// What is loaded: the module, once for all elements, and the sentences of a language. What failed is asked for again.

import { module, words } from "./files.js";
import { once } from "./once.js";
import { start, startPart } from "./precheck.js";
import { read } from "./wording_lines.js";

export const load = once(async () => start(await module("precheck_bg")));

/** The other files of the module; their sentences come with them, and nothing that they write is shown before those are there. */
const answer = once(async () => startPart(await module("answer")));
const paper = once(async () => startPart(await module("paper")));

/** The sentences of each language so far: those of the beginning, of the answer, of sheets and complaints. */
const sentences = {};
export const wording = (language) => (sentences[language] ??= words(language).catch((error) => {
  delete sentences[language];
  throw error;
}));
const bring = (part, load) => async (language) => {
  const [first, more] = await Promise.all([wording(language), words(`${language}.${part}`), load()]);
  return Object.assign(first, more);
};
export const later = bring("later", answer);
export const papers = bring("paper", paper);

/** Wording that an element holds needs no request, and is compressed together with the page's list. */
export const adoptWording = (element) => {
  const held = element.querySelector('script[type="text/plain"]');
  if (held) sentences[held.lang] ??= Promise.resolve(read(held.textContent));
};
