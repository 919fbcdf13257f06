// The rules in Cloudflare's workerd, which makes no module from bytes: it takes it as a file that the worker is deployed with.

import module from "./check_bg.wasm";
import { initSync as start } from "./check.js";

start({ module });

export { appeal, check, checkMany, questions, version } from "./check.js";

/** There is nothing to wait for; a script written for browsers may wait all the same. */
export default async () => {};
export const initSync = () => {};
