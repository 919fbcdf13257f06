// The bench: every measurement, and the sections that tell of it, into one file. `--quick` is for trying it: too few runs to tell.
//
// Where things lie comes from `cargo xtask bench`: TIRKEU_SITE the built site, TIRKEU_BUNDLED the scripts of the
// npm package, TIRKEU_RELEASE the native programs, TIRKEU_STAGE a folder that may be emptied. `--only list` measures the whole list
// alone, `--only rules` all else.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as besides from './beside.mjs';
import * as checkParts from './check-parts.mjs';
import * as first from './first.mjs';
import * as growth from './growth.mjs';
import * as list from './list.mjs';
import * as native from './native.mjs';
import * as parts from './parts.mjs';
import * as report from './report.mjs';
import { serve } from './serve.mjs';
import { stage } from './stage.mjs';

const FULL = {
  runs: 5,
  turns: 11,
  milliseconds: 300,
  seconds: 2,
  lines: [1, 1000, 10_000, 100_000, 1_000_000],
  moduleLines: 100_000,
  rows: 10_000,
  listRuns: 5,
  native: [1000, 10_000, 20_000, 50_000, 100_000],
};
const QUICK = { runs: 1, turns: 1, milliseconds: 50, seconds: 0.1, lines: [1, 1000, 10_000], moduleLines: 1000, rows: 1000, listRuns: 1, native: [1000] };

const { TIRKEU_SITE: site, TIRKEU_BUNDLED: bundled, TIRKEU_RELEASE: release, TIRKEU_STAGE: folder } = process.env;
const program = join(release, 'tirkeu');
const [out, ...words] = process.argv.slice(2);
const how = words.includes('--quick') ? QUICK : FULL;

const loads = [report.load()];
stage(site, bundled, folder);
list.place(folder, how);
const server = await serve(folder);
const isOfList = words.includes('list');
const sections = isOfList ? await ofList() : await ofRules();
await server.close();
writeFileSync(out, `${[report.machine([...loads, report.load()]), ...sections].join('\n\n')}\n`);

async function ofList() {
  return [report.list(await step('a whole list', () => list.measure(server.address, program, folder, how)))];
}

async function ofRules() {
  const verdicts = await step('the same answers', () => besides.agree(program));
  const inProcess = await step('natively', () => native.measure(`${program}-bench`, join(folder, 'cases.jsonl'), how.seconds));
  const rows = await step('beside the others', () => besides.measure(server.address, { ...how, runs: how.turns }));
  const ofCheck = await step('one application by parts', () => checkParts.measure(server.address, how));
  const verdict = await step('first verdict', () => first.measure(server.address, how));
  const spent = await step('where the time goes', () => parts.measure(server.address, how));
  const grown = await step('growth', () => growth.measure(program, folder, how));
  return [
    report.goals({ rows, first: verdict, growth: grown }),
    report.beside({ verdicts, native: inProcess, rows }),
    report.checkParts(ofCheck),
    report.firstVerdict(verdict),
    report.parts(spent),
    report.growth(grown),
  ];
}

async function step(name, work) {
  const begin = performance.now();
  const done = await work();
  console.log(`${name}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  return done;
}
