// `check` alone on a server, from the same script as in a browser: ready as soon as it is imported, since Node compiles any module at once.

import start from "./check-inline.js";

start();

export { check, default, initSync, version } from "./check-inline.js";
