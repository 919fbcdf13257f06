// What is loaded: the module, once for all elements, and the sentences of a language. What failed is asked for again.

import { module, words } from "./files.js";
import { read } from "./inline_wording.js";
import { once } from "./once.js";
import { start, startAnswer } from "./precheck.js";

export const load = once(async () => start(await module("precheck_bg")));

/** The second file of the module; its sentences come with it, and nothing that it writes is shown before they are there. */
const loadAnswer = once(async () => startAnswer(await module("answer")));

/** The sentences of each language so far; what only sheets and complaints say comes later. */
const sentences = {};
export const wording = (language) => (sentences[language] ??= words(language).catch((error) => {
  delete sentences[language];
  throw error;
}));
export const later = async (language) => {
  const [first, more] = await Promise.all([wording(language), words(`${language}.later`), loadAnswer()]);
  return Object.assign(first, more);
};

/** Wording that an element holds needs no request, and is compressed together with the page's list. */
export const adoptWording = (element) => {
  const held = element.querySelector('script[type="text/plain"]');
  if (held) sentences[held.lang] ??= Promise.resolve(read(held.textContent));
};
