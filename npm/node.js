// The rules in Node, ready as soon as they are imported: the module is read from the file beside this one, and nothing is fetched.

import { readFileSync } from "node:fs";
import { initSync } from "./check.js";

initSync({ module: readFileSync(new URL("./check_bg.wasm", import.meta.url)) });

export { appeal, check, questions } from "./check.js";

/** There is nothing to wait for; a script written for browsers may wait all the same. */
export default async () => {};
