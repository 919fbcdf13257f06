// For how long nobody has been here, and when the next day begins. The clock is asked: a timer sleeps with the machine.

import { AHEAD } from "./day.js";
import { may } from "./refused.js";

const DAY = 86_400_000;

/** A machine that wakes runs its timers on from where they stood: so often the clock is asked, whatever they say. */
const BEAT = 10_000;

/** What tells that somebody may be looking again, and what that somebody is here; any may be the first thing after a long sleep. */
const WAKING = ["focus", "pageshow", "resume", "visibilitychange"];
const HERE = ["keydown", "pointerdown", "wheel"];

/** What a clock says that nobody can set; not a number where there is none. */
const measured = () => may(() => performance.now()) ?? NaN;

/** How many milliseconds this day still has. */
const restOfDay = () => DAY - ((Date.now() + AHEAD) % DAY);

/** Watches for how long nobody has been here, and asks what that makes due: when it may be, and before anything else is done. */
export class Watch {
  /** Whether somebody was asked to say that they are here: then they have to. */
  isAsking = false;
  #look;
  #length = Infinity;
  #day;
  #time;
  #timer;
  /** What the last timer waits for: one that could not be cleared finds that it is not that any more. */
  #due;
  #beat;

  /** @param {(away: number) => boolean} look does what is due after so many milliseconds; tells whether nothing is as it was */
  constructor(look) {
    this.#look = look;
    this.seeSomebody();
  }

  /** One clock may be set back, the other may stop while the machine sleeps: the one that tells more is right. */
  get away() { return Math.max(Date.now() - this.#day, measured() - this.#time || 0); }

  seeSomebody() {
    [this.#day, this.#time] = [Date.now(), measured()];
    if (this.#timer) this.#wait();
  }

  /** Asks now. */
  look() { return this.#look(this.away); }

  /** From now on. What has been away from the page for long may be put back into it. */
  begin() {
    may(() => [...WAKING, ...HERE].forEach((type) => addEventListener(type, this, { capture: true, passive: true })));
    may(() => WAKING.forEach((type) => document.addEventListener(type, this, true)));
    this.#beat = may(() => setInterval(() => this.look(), BEAT));
    this.look();
  }

  end() {
    may(() => [...WAKING, ...HERE].forEach((type) => removeEventListener(type, this, true)));
    may(() => WAKING.forEach((type) => document.removeEventListener(type, this, true)));
    may(() => clearInterval(this.#beat));
    may(() => clearTimeout(this.#timer));
    [this.#timer, this.#due] = [];
  }

  handleEvent({ type }) {
    this.look();
    if (HERE.includes(type) && !this.isAsking) this.seeSomebody();
  }

  /** Asks again after so long an absence. */
  lookAt(length) {
    this.#length = length;
    this.#wait();
  }

  /** Until then, or until the next day: in whole seconds. A timer may be late, but is never early, whatever the clocks say. */
  #wait() {
    may(() => clearTimeout(this.#timer));
    const left = Math.min(this.#length - this.away, restOfDay());
    const isLength = left < restOfDay();
    const due = () => {
      if (due !== this.#due) return;
      if (isLength) this.#day = Math.min(this.#day, Date.now() - this.#length);
      this.look();
      this.#wait();
    };
    this.#due = due;
    this.#timer = may(() => setTimeout(due, Math.max(1, Math.ceil(left / 1_000)) * 1_000));
  }
}
