// How long one application takes, once everything is warm: the same loop in Node and in a page.

import { measure } from 'mitata';
import { cases } from './cases.mjs';

/**
 * Microseconds for one application: the median of passes over all cases.
 * @param {Awaited<ReturnType<import('./contenders.mjs').ready>>} contender
 */
export async function oneApplication({ decide, input }, { milliseconds = 500, times } = {}) {
  const inputs = cases(times).map(input);
  const isAsync = decide(inputs[0]) instanceof Promise;
  const pass = isAsync ? () => passAsync(decide, inputs) : () => passOver(decide, inputs);
  const { p50 } = await measure(pass, { min_cpu_time: milliseconds * 1e6, min_samples: 5 });
  return p50 / inputs.length / 1000;
}

function passOver(decide, inputs) {
  let last;
  for (const input of inputs) last = decide(input);
  return last;
}

async function passAsync(decide, inputs) {
  let last;
  for (const input of inputs) last = await decide(input);
  return last;
}

/** The one in the middle. */
export function median(figures) {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
