// `import "tirkeu/vue"`: the element, and what it is in Vue's templates.

import type { DefineComponent } from "vue";
import type { Report } from "./check.js";
import type { Result, TirkeuAttributes } from "./tirkeu.js";

export * from "./tirkeu.js";

export interface TirkeuEvents {
  onTirkeuChange?: (event: CustomEvent<Result>) => void;
  onTirkeuReport?: (event: CustomEvent<{ report: Report }>) => void;
}

declare module "vue" {
  interface GlobalComponents {
    "tirkeu-precheck": DefineComponent<TirkeuAttributes & { visitDate?: string | Date | null; shareReport?: boolean } & TirkeuEvents>;
  }
}
