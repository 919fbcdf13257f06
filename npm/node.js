// The rules on a server (Node, Deno, Bun) and in tests, ready as soon as they are imported. The module stands in a script, not in a file
// beside it: so it is still there when a tool has made one file of everything.

import { bytes } from "./bytes.js";
import { initSync as start } from "./check.js";
import text from "./check_module.js";

start({ module: bytes(text) });

export { appeal, check, checkMany, questions, version } from "./check.js";

/** There is nothing to wait for; a script written for browsers may wait all the same. */
export default async () => {};
export const initSync = () => {};
