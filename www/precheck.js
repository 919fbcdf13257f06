// Starts the module: brings together what it asks for and the glue that wasm-bindgen makes, and hands out what it gives.

import * as glue from "./precheck_bg.js";

export { Precheck } from "./precheck_bg.js";

/** Starts the module that this answer of a server holds, also one of a server that does not know what it is. */
export const start = async (answer) => {
  const asked = { a: "{{asked}}" };
  const isKnown = answer.headers.get("Content-Type") === "application/wasm";
  const { instance: { exports: wasm } } = await (isKnown
    ? WebAssembly.instantiateStreaming(answer, asked)
    : WebAssembly.instantiate(await answer.arrayBuffer(), asked));
  glue.__wbg_set_wasm(wasm);
  wasm.__wbindgen_start();
};
