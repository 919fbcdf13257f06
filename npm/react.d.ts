// `import "tirkeu/react"`: the element, and what it is in React's JSX.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { Report } from "./check.js";
import type { Result, TirkeuAttributes, TirkeuPrecheck } from "./tirkeu.js";

export * from "./tirkeu.js";

/** React 19 hears its events by these names, where the element was not made on a server; React 18 by a `ref` and `addEventListener`. */
export interface TirkeuEvents {
  "ontirkeu-change"?: (event: CustomEvent<Result>) => void;
  "ontirkeu-report"?: (event: CustomEvent<{ report: Report }>) => void;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "tirkeu-precheck": DetailedHTMLProps<HTMLAttributes<TirkeuPrecheck>, TirkeuPrecheck> & TirkeuAttributes & TirkeuEvents;
    }
  }
}
