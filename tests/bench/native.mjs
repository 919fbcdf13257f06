// One application in the native build: `check.rs`, by divan, on one processor.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cases } from './cases.mjs';

const MICROSECONDS = { ns: 0.001, 'µs': 1, ms: 1000 };

/**
 * The median of each part, in microseconds.
 * @param {string} program the bench, built
 * @param {string} file where the cases may lie
 * @param {number} seconds of each part
 */
export function measure(program, file, seconds) {
  writeFileSync(file, cases().map((application) => JSON.stringify(application)).join('\n'));
  const words = ['-c', '0', program, '--bench', '--min-time', String(seconds)];
  const env = { ...process.env, TIRKEU_CASES: file };
  const { stdout, stderr, status } = spawnSync('taskset', words, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return Object.fromEntries(['decode', 'evaluate', 'encode', 'all'].map((part) => [part, medianOf(part, stdout)]));
}

/** divan's columns: fastest, slowest, median. */
function medianOf(part, table) {
  const line = table.split('\n').find((line) => line.includes(`─ ${part} `));
  const [, figure, unit] = line?.split('│')[2].match(/([\d.]+) (\S+)/) ?? [];
  if (!MICROSECONDS[unit]) throw new Error(`divan says nothing of ${part}: ${table}`);
  return Number(figure) * MICROSECONDS[unit];
}
