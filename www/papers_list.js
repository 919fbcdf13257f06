// The list of papers in another language than the one that stands in the element: fetched as a tree, built node by node.

import { built } from "./built.js";

/** Puts the list in this language into an element, in the place of the one that is there, if any; `list` gives its tree. */
export const bring = async (element, there, language, list) => {
  const fresh = built(await list(language));
  if (there) there.replaceWith(fresh);
  else element.append(fresh);
};
