// The list of papers in another language than the one that stands in the element: fetched as a tree, built node by node.

import { built } from "./built.js";

/** Puts the list in this language into an element, in the place of the one that is there, if any; `read` gives a file of the wording. */
export const bring = async (element, there, language, read) => {
  const fresh = built(await read(`${language}.list`));
  if (there) there.replaceWith(fresh);
  else element.append(fresh);
};
