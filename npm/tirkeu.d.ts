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

/** The attributes, as JSX and templates write them (custom-elements.json has the same). */
export interface TirkeuAttributes {
  /** The language, by any tag that means it (`kk`, `ru_RU`, `fa`); without it that of what the element stands in. */
  lang?: string;
  /** The day of the visit as YYYY-MM-DD, alone or with a time behind it; without it today. */
  "visit-date"?: string;
  /** Whether `tirkeu-report` is sent. */
  "share-report"?: boolean | "" | "true" | "false";
  /** Whether the page is Tirkeu's alone: its title, language, Back button and use without network. */
  page?: boolean | "" | "true" | "false";
  /** The folder in which `precheck_bg.wasm`, `answer.wasm`, `paper.wasm` and `code_bg.wasm` are, where they do not stand beside the portal's scripts. */
  "data-files"?: string;
}

declare global {
  // Where there is no DOM library, on a server, these stand for what there is not.
  interface HTMLElement {}
  interface CustomEvent<T = any> {
    readonly detail: T;
  }
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
