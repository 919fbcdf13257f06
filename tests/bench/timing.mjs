// How long one application takes, once everything is warm: the same loop in Node and in a page.

import { measure } from 'mitata';
import { cases } from './cases.mjs';

/** A pass is so long that a browser's coarse clock can tell it, in milliseconds. */
const PASS = 5;

/**
 * Microseconds for one application: the median of passes over all cases.
 * @param {Awaited<ReturnType<import('./contenders.mjs').ready>>} contender
 */
export async function oneApplication({ decide, input }, { milliseconds = 500 } = {}) {
  const inputs = cases().map(input);
  const isAsync = decide(inputs[0]) instanceof Promise;
  const pass = isAsync ? passAsync : passOver;
  for (let warmUp = 0; warmUp < 3; warmUp++) await pass(decide, inputs, 1);
  const begin = performance.now();
  for (let round = 0; round < 3; round++) await pass(decide, inputs, 1);
  const rounds = Math.ceil(PASS / Math.max((performance.now() - begin) / 3, 0.01));
  const timed = isAsync ? async () => passAsync(decide, inputs, rounds) : () => passOver(decide, inputs, rounds);
  const { p50 } = await measure(timed, { min_cpu_time: milliseconds * 1e6, min_samples: 5 });
  return p50 / rounds / inputs.length / 1000;
}

function passOver(decide, inputs, rounds) {
  let last;
  for (let round = 0; round < rounds; round++) for (const input of inputs) last = decide(input);
  return last;
}

async function passAsync(decide, inputs, rounds) {
  let last;
  for (let round = 0; round < rounds; round++) for (const input of inputs) last = await decide(input);
  return last;
}

/** The one in the middle. */
export function median(figures) {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
