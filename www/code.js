// Starts the module that makes and opens codes: gives it what it asks of the glue that wasm-bindgen makes. The build fills in what that is.

import * as glue from "./code_bg.js";
import { once } from "./once.js";

export { Counter, make_code as makeCode } from "./code_bg.js";

const started = async (file) => {
  const asked = { a: "{{asked}}" };
  const answer = await file();
  const { instance: { exports: wasm } } = await WebAssembly.instantiate(await answer.arrayBuffer(), asked);
  glue.__wbg_set_wasm(wasm);
  wasm.__wbindgen_start();
};

/** Starts it: `file` gives the module as a server sends it. */
export const start = once(started);
