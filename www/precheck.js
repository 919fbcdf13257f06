// Starts the element's module: gives it what it asks of the glue that wasm-bindgen makes. The build fills in what that is, and parts the
// module: what is written once there are answers is in a file of its own, which comes right behind the first question, and what is written
// on paper in another, which comes with the first sheet.

import * as glue from "./precheck_bg.js";

export { Precheck } from "./precheck_bg.js";

let wasm;
const parts = [];

/** What is called in the files that come behind the first: each name is of one of them. */
const behind = new Proxy({}, { get: (_, name) => (...words) => parts.find((part) => part[name])[name](...words) });

/** Starts a module that this answer of a server brings, also that of a server which does not know what it brings. */
const begin = async (served, asked) => {
  const isKnown = served.headers.get("Content-Type") === "application/wasm";
  const { instance: { exports } } = await (isKnown && WebAssembly.instantiateStreaming
    ? WebAssembly.instantiateStreaming(served, asked)
    : WebAssembly.instantiate(await served.arrayBuffer(), asked));
  return exports;
};

export const start = async (served) => {
  wasm = await begin(served, { a: "{{asked}}", b: behind });
  glue.__wbg_set_wasm(wasm);
  wasm.__wbindgen_start();
};

/** Brings what is written once there are answers, and after that what is written on paper. */
export const startPart = async (served) => parts.push(await begin(served, { b: behind, c: wasm }));
