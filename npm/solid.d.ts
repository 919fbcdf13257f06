// `import "tirkeu/solid"`: the element, and what it is in Solid's JSX.

import type { JSX } from "solid-js";
import type { Report } from "./check.js";
import type { Result, TirkeuAttributes, TirkeuPrecheck } from "./tirkeu.js";

export * from "./tirkeu.js";

export interface TirkeuEvents {
  "on:tirkeu-change"?: (event: CustomEvent<Result>) => void;
  "on:tirkeu-report"?: (event: CustomEvent<{ report: Report }>) => void;
}

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "tirkeu-precheck": Omit<JSX.HTMLAttributes<TirkeuPrecheck>, "lang"> & TirkeuAttributes & TirkeuEvents;
    }
  }
}
