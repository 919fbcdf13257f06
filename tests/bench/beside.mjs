// "Beside what a portal could pick": every contender on the same cases, first checked for the same answers.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answerOf, cases } from './cases.mjs';
import { open } from './chromium.mjs';
import { CONTENDERS, ready } from './contenders.mjs';
import { node } from './node.mjs';
import { median } from './timing.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Every contender says of every case what the command line says of it. @param {string} tirkeu the program */
export async function agree(tirkeu) {
  const lines = cases().map((application) => JSON.stringify(application)).join('\n');
  const { stdout } = spawnSync(tirkeu, ['check', '--lines', '-'], { input: lines, encoding: 'utf8', maxBuffer: 1 << 26 });
  const expected = stdout.trim().split('\n').map((line) => answerOf(JSON.parse(line)));
  for (const name of Object.keys(CONTENDERS)) await agrees(name, expected);
  return tally(expected.map(({ verdict }) => verdict));
}

async function agrees(name, expected) {
  const { decide, answer, input } = await ready(name, node);
  for (const [index, application] of cases().entries()) {
    const said = JSON.stringify(answer(await decide(input(application))));
    const right = JSON.stringify(expected[index]);
    if (said !== right) throw new Error(`${name} says ${said}, not ${right}, of ${JSON.stringify(application)}`);
  }
}

function tally(verdicts) {
  const counts = new Map();
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ');
}

/**
 * Cold and warm, in Node and in Chromium: milliseconds and microseconds, medians over runs. The contenders take turns, so that
 * what else the machine does falls on all of them. A first answer varies by half: it is measured in three runs where whatever is
 * warm is in one.
 * @param {string} address where the stage is served
 */
export async function measure(address, { runs, milliseconds }) {
  const measured = Object.fromEntries(Object.keys(CONTENDERS).map((name) => [name, { node: [], chromium: [] }]));
  for (let run = 0; run < 3 * runs; run++) {
    const time = run % 3 === 0 ? milliseconds : 0;
    for (const name of Object.keys(CONTENDERS)) {
      measured[name].node.push(inNode(name, time));
      measured[name].chromium.push(await inChromium(address, name, time));
    }
  }
  return Object.entries(measured).map(([name, { node, chromium }]) => ({
    name,
    title: CONTENDERS[name].title.replace('@', version(name)),
    node: middle(node),
    chromium: middle(chromium),
  }));
}

const middle = (runs) => ({
  cold: median(runs.map(({ cold }) => cold)),
  warm: median(runs.map(({ warm }) => warm).filter((warm) => warm !== undefined)),
});

const FIRST = JSON.stringify(cases(1)[4]);

function inNode(name, milliseconds) {
  const run = (...words) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${words[0]}: ${stderr}`);
    return Number(stdout);
  };
  const cold = run(here('cold.mjs'), name, FIRST);
  return { cold, warm: milliseconds ? run(here('warm.mjs'), name, JSON.stringify({ milliseconds })) : undefined };
}

/** The page in which a contender gives its first answer. */
export function pageOf(address, name) {
  return `${address}/cold.html?${new URLSearchParams({ name, peer: `peer-${CONTENDERS[name].peer}`, application: FIRST })}`;
}

function inChromium(address, name, milliseconds) {
  const then = !milliseconds ? 'return { cold: measured.cold };' : `
    return import('./timing.js').then(async ({ oneApplication }) => {
      const { cold, contender } = measured;
      return { cold, warm: await oneApplication(contender, { milliseconds: ${milliseconds} }) };
    });`;
  return open(pageOf(address, name), { then });
}

const PACKAGES = { zen: '@gorules/zen-engine-wasm', surveyjs: 'survey-core', 'json-logic': 'json-logic-js' };

/** As installed; Tirkeu and the floor have none. */
function version(name) {
  const { peer } = CONTENDERS[name];
  if (peer === 'tirkeu' || peer === 'plain') return '';
  return JSON.parse(readFileSync(here(`node_modules/${PACKAGES[peer] ?? peer}/package.json`), 'utf8')).version;
}
