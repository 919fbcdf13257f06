// The work on a whole list, away from the page's own thread.

import { worker } from "./roll-work.js";

addEventListener("message", worker((told) => postMessage(told, told.answer?.file ? [told.answer.file.buffer] : [])));
