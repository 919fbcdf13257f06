// Starts the module that makes and opens codes: gives it what it asks of the glue that wasm-bindgen makes. The build fills in what that is.

import * as glue from "./code_bg.js";

export { Counter, make_code as makeCode } from "./code_bg.js";

const started = async (file) => {
  const asked = { a: "{{asked}}" };
  const answer = await file();
  const { instance: { exports: wasm } } = await WebAssembly.instantiate(await answer.arrayBuffer(), asked);
  glue.__wbg_set_wasm(wasm);
  wasm.__wbindgen_start();
};

let starting;
/** Starts it once for all who ask, and again for who asks after it failed: `file` gives the module as a server sends it. */
export const start = (file) => (starting ??= started(file).catch((error) => {
  starting = undefined;
  throw error;
}));
