// The rules in a browser, by whatever tools the page is built: the module's file where it can be had, else the same as a script.

import { bytes } from "./bytes.js";
import start from "./check.js";
import { once } from "./once.js";

export { appeal, check, checkMany, initSync, questions, version } from "./check.js";

/** Loads the rules, once; from elsewhere, if it is told where: `{ module_or_path }`. */
export default once(async (from) => {
  await (from === undefined ? start({ module_or_path: file() }).catch(fromScript) : start(from));
});

/** Tools know a file by this very way of writing its address; the address that is left may lead nowhere. */
const file = async () => (await fetch(new URL("./check_bg.wasm", import.meta.url))).arrayBuffer();

const fromScript = async () => {
  const { default: text } = await import("./check_module.js");
  return start({ module_or_path: bytes(text) });
};
