// The rules in Next's edge runtime, which makes no module from bytes either: its tools know the file by this way of asking for it.

import module from "./check_bg.wasm?module";
import { initSync as start } from "./check.js";

// Next makes the module outside of the room in which scripts run: there it is no WebAssembly.Module by name.
Object.setPrototypeOf(module, WebAssembly.Module.prototype);
start({ module });

export { appeal, check, checkMany, questions, version } from "./check.js";

/** There is nothing to wait for; a script written for browsers may wait all the same. */
export default async () => {};
export const initSync = () => {};
