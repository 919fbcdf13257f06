// A whole list in the module of `list.html`, in a process of its own: the longest slice, and the module's memory, which never shrinks.
//
// `node list-module.mjs FOLDER`: the folder holds `bench.csv` and `bench.xlsx`; each is read, checked and written twice. One line of JSON.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initSync, Roll } from '../../target/list/list.js';

const wasm = initSync({ module: readFileSync(new URL('../../target/list/list_bg.wasm', import.meta.url)) });
const wordings = ['kk', 'ru', 'en'].flatMap((name) => [name, readFileSync(new URL(`../../www/wording/${name}.json`, import.meta.url), 'utf8')]);

let slice = 0;

function finish(roll) {
  for (let done = false; !done; ) {
    const begun = performance.now();
    done = roll.step();
    slice = Math.max(slice, performance.now() - begun);
  }
  if (roll.failed()) throw new Error(roll.failed());
}

function whole(bytes) {
  const roll = new Roll(wordings, 'ru', '2026-12-01');
  roll.read(bytes);
  finish(roll);
  roll.check();
  finish(roll);
  roll.write();
  finish(roll);
  roll.free();
}

const figures = {};
for (const file of ['bench.csv', 'bench.csv', 'bench.xlsx', 'bench.xlsx']) {
  slice = 0;
  whole(readFileSync(join(process.argv[2], file)));
  figures[file] = { slice: Math.min(slice, figures[file]?.slice ?? Infinity), mib: wasm.memory.buffer.byteLength / 2 ** 20 };
}
console.log(JSON.stringify(figures));
