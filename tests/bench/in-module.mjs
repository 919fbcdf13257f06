// One file through `check` in the module, in a fresh Node process: `one` application, again and again, `lines` of them,
// or `many` at once through `checkMany`, `warm` after the same once before.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { node } from './node.mjs';
import { median } from './timing.mjs';

const [what, file] = process.argv.slice(2);
const module = await import(pathToFileURL(`${process.env.TIRKEU_STAGE}/check.js`));
const { memory } = node.load(module, 'check_bg.wasm');
const bytes = readFileSync(file);
const text = bytes.toString();
/** Memory that the reports are written into, used before: so it is when it is used again. */
const room = new Uint8Array(10_000_000).fill(1);

const works = { lines, many, warm: many };
if (what === 'warm') many();
const milliseconds = what === 'one' ? one() : timed(works[what]);
console.log(JSON.stringify({ milliseconds, kib: memory.buffer.byteLength / 1024 }));

function timed(work) {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

function lines() {
  for (const line of text.split('\n')) if (line) module.check(JSON.parse(line));
}

/** A thousand lines or two at a time, as the documentation says. */
function many() {
  for (let begin = 0; begin < bytes.length; ) {
    const end = bytes.indexOf(10, begin + 500_000);
    module.checkMany(bytes.subarray(begin, end < 0 ? bytes.length : end + 1), room);
    begin = end < 0 ? bytes.length : end + 1;
  }
}

/** What comes once is slower: the engine has not compiled it well yet. So it comes for a fifth of a second before. */
function one() {
  const application = JSON.parse(text);
  for (const ends = performance.now() + 200; performance.now() < ends; ) module.check(application);
  return median(Array.from({ length: 21 }, () => timed(() => module.check(application))));
}
