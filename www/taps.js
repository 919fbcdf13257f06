// Whether a tap means what lies under it now: what is shown may have moved since the finger came down, or while it did.

import { may } from "./refused.js";

/** So long after what is shown has moved a finger cannot have meant what is under it now. */
const MOVES = 400;

export class Taps {
  #press;
  #moving;

  /** What a finger, a pen or a mouse comes down on; a finger that does while what is shown is moving means nothing there. */
  comes({ type, target, pointerType }) {
    const isEarly = this.#moving && pointerType !== "mouse";
    this.#press = type === "pointerdown" ? { on: !isEarly && target.closest("button") } : undefined;
  }

  /**
   * Whether a press was meant for what was there before: it began on something else. Keys, and what serves in their place, press
   * without a count or without coming down, and always mean it. That the second of a double press is none is known without this.
   */
  isStray(detail, acting) {
    if (detail === 0) return false;
    const { on = acting } = this.#press ?? {};
    this.#press = undefined;
    return on !== acting;
  }

  /** What is shown has moved, to this heading if to any: what a press began on is not that any more. */
  moved(heading) {
    if (this.#press) this.#press.on = null;
    may(() => clearTimeout(this.#moving));
    this.#moving = may(() => setTimeout(() => { this.#moving = 0; }, MOVES));
    if (heading) showWhole(heading);
  }
}

/** A question is shown with all its answers, as far as they fit; its heading at any rate. */
function showWhole(heading) {
  const answers = heading.closest(".question")?.querySelector(".choices");
  if (answers) for (const shown of [answers, heading]) shown.scrollIntoView({ block: "nearest" });
}
