// Starts the module that makes and opens codes: gives it what it asks of the glue that wasm-bindgen makes. The build fills in what that is.

import * as glue from "./code_bg.js";

export { Counter, make_code as makeCode } from "./code_bg.js";

const started = async () => {
  const asked = { a: "{{asked}}" };
  const answer = await fetch(new URL("./code_bg.wasm", import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const { instance: { exports: wasm } } = await WebAssembly.instantiate(await answer.arrayBuffer(), asked);
  glue.__wbg_set_wasm(wasm);
  wasm.__wbindgen_start();
};

let starting;
/** Starts it once for all who ask, and again for who asks after it failed. */
export const start = () => (starting ??= started().catch((error) => {
  starting = undefined;
  throw error;
}));
