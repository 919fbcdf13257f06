// What `import "tirkeu/element"` adds to a page: <tirkeu-precheck>.

import type { Day, Report, Status, Verdict } from "./check.js";

/** What a host is told: no answer. */
export interface Result {
  verdict: Verdict;
  /** The first day of the edition of the rules that decides; null: none covers the day of the visit. */
  edition: Day | null;
  /** How many findings have which status. */
  counts: Record<Status, number>;
}

/** The pre-check of one visit. Its children are shown until it is ready, and stay if it cannot be. */
export interface TirkeuPrecheck extends HTMLElement {
  /** The verdict so far; null until the element is ready. */
  readonly result: Result | null;
  /** The day of the visit that the host sets: a day, an ISO time or a `Date`; null: today in Kazakhstan. Read back as a day. */
  get visitDate(): Day | null;
  set visitDate(day: Day | string | Date | null | undefined);
  /** Whether `tirkeu-report` is sent. The text "false" is false, as in the attribute. */
  get shareReport(): boolean;
  set shareReport(isShared: boolean | string | null | undefined);
  /** The language that the host asks for, by any tag that means one of its languages. */
  lang: string;
  /** Forgets every answer, also what is kept on the device. */
  clear(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "tirkeu-precheck": TirkeuPrecheck;
  }
  interface HTMLElementEventMap {
    /** When it is ready, and when anything was answered. */
    "tirkeu-change": CustomEvent<Result>;
    /** With `share-report`, beside each `tirkeu-change`. */
    "tirkeu-report": CustomEvent<{ report: Report }>;
  }
}
