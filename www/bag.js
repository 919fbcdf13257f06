// Which papers are in the bag: ticked by whoever packs it, no answer, and forgotten with the answers.

import { may } from "./refused.js";

/** Remembers the boxes that are ticked while the list is not shown: behind a sheet, or while a question is looked at again. */
export class Bag {
  #ticked = new Set();

  constructor(frame) {
    frame.addEventListener("change", ({ target: { id, checked } }) => this.#ticked[checked ? "add" : "delete"](id));
    frame.addEventListener("click", ({ target }) => {
      if (/^(clear|remove_person)/.test(target.closest("button")?.dataset.action)) this.#ticked.clear();
    });
    new MutationObserver(() => may(() => this.#show(frame))).observe(frame, { childList: true, subtree: true });
  }

  /** At the beginning there is nothing to pack any more. */
  #show(frame) {
    if (frame.querySelector(".start")) this.#ticked.clear();
    for (const box of frame.querySelectorAll(".bag input")) box.checked = this.#ticked.has(box.id);
  }
}
