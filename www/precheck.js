// Starts the element's module: gives it what it asks of the glue that wasm-bindgen makes. The build fills in what that is.

import * as glue from "./precheck_bg.js";

export { Precheck } from "./precheck_bg.js";

/** Starts the module that this answer of a server brings, also that of a server which does not know what it brings. */
export const start = async (answer) => {
  const asked = { a: "{{asked}}" };
  const isKnown = answer.headers.get("Content-Type") === "application/wasm";
  const { instance: { exports: wasm } } = await (isKnown
    ? WebAssembly.instantiateStreaming(answer, asked)
    : WebAssembly.instantiate(await answer.arrayBuffer(), asked));
  glue.__wbg_set_wasm(wasm);
  wasm.__wbindgen_start();
};
