// What comes with the first sheet or complaint: what papers look like, what is typed for printing, and the offer of a code on the sheet
// for the counter.

import { offer } from "./make-code.js";

export { typed } from "./typed.js";

/** What each root is dressed with; asked for again where it could not be had. */
const dressed = new WeakMap();

/**
 * Dresses the papers that a root shows; without a style they are plain.
 * @param {ShadowRoot} root
 * @param {{ addStyle: Function, module: Function, words: Function }} files how a style sheet, a module and the wording are had
 * @param {{ language: string, answers: string, day: string, isPage: boolean }} visit what a code would be of
 */
export const dress = async (root, files, visit) => {
  const styled = dressed.get(root) ?? files.addStyle(root, "paper");
  dressed.set(root, styled);
  const place = root.querySelector(".code");
  await Promise.all([place && offer(place, files, visit), styled.catch((error) => {
    dressed.delete(root);
    throw error;
  })]);
};
