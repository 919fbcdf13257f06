// What comes with the first sheet or complaint: what papers look like, and the offer of a code on the sheet for the counter.

import { offer } from "./make-code.js";

/** What each root is dressed with; asked for again where it could not be had. */
const dressed = new WeakMap();

/**
 * Dresses the papers that a root shows; without a style they are plain.
 * @param {ShadowRoot} root
 * @param {(root: ShadowRoot, href: URL) => Promise<unknown>} style puts a style sheet into a root
 * @param {{ language: string, answers: string, day: string, isPage: boolean }} visit what a code would be of
 */
export const dress = async (root, style, visit) => {
  const styled = dressed.get(root) ?? style(root, new URL("./paper.css", import.meta.url));
  dressed.set(root, styled);
  const place = root.querySelector(".code");
  await Promise.all([place && offer(place, visit), styled.catch((error) => {
    dressed.delete(root);
    throw error;
  })]);
};
