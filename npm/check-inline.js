// `check` alone in a browser, from one script that carries its module along: nothing else is asked for, so it answers soonest.

import { bytes } from "./bytes.js";
import start, { initSync } from "./check.js";
import text from "./check_bg.wasm";
import { once } from "./once.js";

export { check, initSync, version } from "./check.js";

/** Makes it ready, once; from elsewhere, if it is told where: `{ module_or_path }`. */
export default once(async (from) => {
  await (from === undefined ? atOnce() : start(from));
});

/** So small a module is compiled sooner than it is waited for; some browsers of before 2023 compile none while a script waits. */
const atOnce = () => {
  const module = bytes(text);
  try {
    return initSync({ module });
  } catch {
    return start({ module_or_path: module });
  }
};
