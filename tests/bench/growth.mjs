// "Growth": more people in one application, more applications, and nothing known; time and peak memory.

import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cases } from './cases.mjs';
import { PAPERS } from './law.mjs';
import { median } from './timing.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** So many people, each with the papers of a case in turn. */
export function family(people) {
  const all = cases();
  const [first] = all;
  return { ...first, people: Array.from({ length: people }, (_, index) => all[index % all.length].people[0]) };
}

/** Nothing is known of any of so many people. */
export const unknown = (people) => ({ visit_date: '2026-12-01', people: Array.from({ length: people }, () => ({})) });

/** Days of visits, one after another from the first of December 2026: ten years of them. */
const DAYS = Array.from({ length: 3650 }, (_, after) => new Date(Date.UTC(2026, 11, 1 + after)).toISOString().slice(0, 10));

const FORMS = ['original', 'electronic', 'copy', 'none'];
const OF_PERSON = PAPERS.slice(4);

/** Every paper there is, asked for or not, each in the form that the number of 16 bits gives. */
function withPapers(application, number) {
  const held = (papers, from) => Object.fromEntries(papers.map((paper, at) => [paper, { form: FORMS[(number >> (2 * (from + at))) & 3] }]));
  const people = application.people.map((person) => ({ ...person, documents: held(OF_PERSON, 0) }));
  return { ...application, documents: held(PAPERS.slice(0, 4), OF_PERSON.length), people };
}

/** How the cases come in turn: `again`, letter for letter; `days`, each time on another day, which decides nothing; `new`, each time with other papers. */
const TURNS = {
  again: (application) => application,
  days: (application, turn) => ({ ...application, visit_date: DAYS[turn % DAYS.length] }),
  new: (application, turn, at) => withPapers(application, Math.imul(at, 40_503) & 0xffff),
};

/** The cases in turn, so many, one a line. What was answered is answered sooner when it comes again, so how they come is said. */
function writeLines(file, count, how) {
  const all = cases();
  const line = (at) => `${JSON.stringify(TURNS[how](all[at % all.length], Math.floor(at / all.length), at))}\n`;
  const out = openSync(file, 'w');
  for (let at = 0; at < count; at += 1200) {
    writeSync(out, Array.from({ length: Math.min(1200, count - at) }, (_, index) => line(at + index)).join(''));
  }
  closeSync(out);
  return file;
}

/**
 * Every table, as rows of `{ count, milliseconds, kib }`.
 * @param {string} tirkeu the program
 * @param {string} folder for the files that are read
 */
export async function measure(tirkeu, folder, { runs, lines, moduleLines }) {
  const few = Math.min(runs, 3);
  const native = (words, file, cores) => middle(few, () => timed(tirkeu, [...words, file], cores));
  const module = (what, file) => middle(few, () => inModule(what, file));
  const write = (name, value) => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(value));
    return file;
  };
  const people = [1, 10, 100, 1000].map((count) => ({ count, file: write(`family-${count}.json`, family(count)) }));
  const nothing = [1, 1000].map((count) => ({ count, file: write(`unknown-${count}.json`, unknown(count)) }));
  const table = async (rows, measureRow) => {
    const done = [];
    for (const { count, file } of rows) done.push({ count, ...(await measureRow(count, file)) });
    return done;
  };
  const both = async (_, file) => ({ native: await native(['check'], file), module: await module('one', file) });
  const ofLines = async (count) => {
    const file = writeLines(join(folder, 'lines.jsonl'), count, 'days');
    const words = ['check', '--lines'];
    const row = { one: await native(words, file, '0'), two: await native(words, file, '0,1') };
    row.apart = await middle(few, () => apart(tirkeu, [...words, file]));
    if (count > moduleLines) return row;
    return { ...row, module: await module('lines', file), many: await module('many', file), warm: await module('warm', file) };
  };
  const ofTurns = async (how, count, moduleCount) => ({
    native: await native(['check', '--lines'], writeLines(join(folder, `${how}.jsonl`), count, how), '0'),
    many: await module('warm', writeLines(join(folder, `${how}.jsonl`), moduleCount, how)),
    count,
    moduleCount,
  });
  return {
    people: await table(people, both),
    unknown: await table(nothing, both),
    lines: await table(lines.map((count) => ({ count })), ofLines),
    again: await ofTurns('again', lines.at(-1), moduleLines),
    anew: await ofTurns('new', lines.at(-1), moduleLines),
  };
}

/** Three runs tell enough of what takes seconds. */
async function middle(runs, run) {
  const figures = [];
  for (let index = 0; index < runs; index++) figures.push(await run());
  const { milliseconds, ...rest } = figures[0];
  const kib = Math.max(...figures.map(({ kib }) => kib));
  return { ...rest, milliseconds: median(figures.map(({ milliseconds }) => milliseconds)), kib };
}

/** Two programs at once, a core each: nothing but the machine holds one back when the other runs. Until the slower one has ended. */
async function apart(program, words) {
  const both = await Promise.all(['0', '1'].map((core) => timed(program, words, core)));
  return both.sort((a, b) => a.milliseconds - b.milliseconds)[1];
}

/** One run of a program: from its start to its end, and the most memory that it held. */
export function timed(program, words, cores = '0,1') {
  return new Promise((done, failed) => {
    const all = ['-c', cores, 'time', '-f', '%M', program, ...words];
    const begin = performance.now();
    const child = spawn('taskset', all, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    child.on('error', failed);
    child.on('close', () => {
      const kib = Number(said.trim().split('\n').at(-1));
      if (Number.isNaN(kib)) return failed(new Error(said));
      done({ milliseconds: performance.now() - begin, kib });
    });
  });
}

/** The module in a fresh Node process: time inside it, and the module's own memory, which never shrinks. */
function inModule(what, file) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [here('in-module.mjs'), what, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
