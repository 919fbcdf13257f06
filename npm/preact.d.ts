// `import "tirkeu/preact"`: the element, and what it is in Preact's JSX.

import type { JSX, Ref } from "preact";
import type { Report } from "./check.js";
import type { Result, TirkeuAttributes, TirkeuPrecheck } from "./tirkeu.js";

export * from "./tirkeu.js";

export interface TirkeuEvents {
  "ontirkeu-change"?: (event: CustomEvent<Result>) => void;
  "ontirkeu-report"?: (event: CustomEvent<{ report: Report }>) => void;
}

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "tirkeu-precheck": Omit<JSX.IntrinsicElements["div"], "ref" | "lang"> & { ref?: Ref<TirkeuPrecheck> } & TirkeuAttributes & TirkeuEvents;
    }
  }
}
