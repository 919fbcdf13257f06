// The rules where there is no page: on servers, bundled or not, at the edge, and in a portal's own tests.

import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Child } from '../web/child-processes.mjs';
import { app, bin, BUN, NEWER_NODE, ROOT, run, write } from './tools.mjs';

/** What portal/server.js and the worker say: the verdict, whether the version is one, the newest edition. */
const ANSWER = /^not_this_service true \d{4}-\d\d-\d\d\s*$/;

/** Where none of the packages is. */
function elsewhere(t, file, name) {
  const folder = mkdtempSync(join(tmpdir(), 'tirkeu-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  copyFileSync(file, join(folder, name));
  return folder;
}

test('node', async () => assert.match(await run('node', ['portal/server.js'], ROOT), ANSWER));

for (const format of ['esm', 'cjs']) {
  test(`node, bundled by esbuild as ${format}`, async (t) => {
    const name = format === 'esm' ? 'main.mjs' : 'main.cjs';
    const file = join(app('esbuild'), 'built/server', name);
    const source = format === 'esm' ? '../../portal/server.js' : '../../portal/server.cjs';
    await run(bin('esbuild', 'esbuild'), [source, '--bundle', '--platform=node', `--format=${format}`, `--outfile=${file}`, '--log-level=warning'], app('esbuild'));
    assert.match(await run('node', [name], elsewhere(t, file, name)), ANSWER);
  });
}

for (const name of ['webpack', 'webpack-5.88']) {
  test(`node, bundled by ${name}`, async (t) => {
    await run('node', ['build-server.js'], app(name));
    const folder = join(app(name), 'built/server');
    const there = elsewhere(t, join(folder, 'main.cjs'), 'main.cjs');
    for (const chunk of readdirSync(folder)) copyFileSync(join(folder, chunk), join(there, chunk));
    assert.match(await run('node', ['main.cjs'], there), ANSWER);
  });
}

test('jest, in jsdom', () => run(bin('jest', 'jest'), ['--silent=false'], app('jest')));
test('vitest, in jsdom', () => run(bin('vitest', 'vitest'), ['run'], app('vitest'), NEWER_NODE));
test('vitest-4, in jsdom', () => run(bin('vitest-4', 'vitest'), ['run'], app('vitest-4')));

test('deno', async () => {
  const deno = join(ROOT, 'node_modules/@deno/linux-x64-glibc/deno');
  assert.match(await run(deno, ['run', '--node-modules-dir=manual', '--no-remote', 'portal/server.js'], ROOT, { DENO_NO_UPDATE_CHECK: '1' }), ANSWER);
});

test('bun', async () => assert.match(await run(BUN, ['portal/server.js'], ROOT), ANSWER));

/** Lets workerd serve what a worker was made into; gives what it answers. */
async function askWorker(t, configuration) {
  const program = join(ROOT, 'node_modules/@cloudflare/workerd-linux-64/bin/workerd');
  const server = new Child(program, ['serve', configuration, '--control-fd=3'], {}, 'SIGKILL');
  t.after(() => server.stop());
  const port = await new Promise((found, failed) => {
    server.ended().catch(failed);
    createInterface({ input: server.channel }).on('line', (line) => found(JSON.parse(line).port));
  });
  return (await fetch(`http://127.0.0.1:${port}`)).text();
}

test('workerd', async (t) => {
  const folder = app('runtimes');
  mkdirSync(join(folder, 'built'), { recursive: true });
  const how = ['--bundle', '--format=esm', '--conditions=workerd,worker', '--external:*.wasm', '--outfile=built/worker.js', '--log-level=warning'];
  await run(bin('esbuild', 'esbuild'), ['worker.js', ...how], folder);
  copyFileSync(join(ROOT, 'node_modules/tirkeu/check_bg.wasm'), join(folder, 'built/check_bg.wasm'));
  assert.match(await askWorker(t, join(folder, 'worker.capnp')), ANSWER);
});

test('wrangler, what it would deploy', async (t) => {
  const folder = app('runtimes');
  const built = join(folder, 'built/wrangler');
  rmSync(built, { recursive: true, force: true });
  await run(bin('runtimes', 'wrangler'), ['deploy', '--dry-run', '--outdir', built], folder, { ...NEWER_NODE, WRANGLER_LOG_PATH: join(folder, 'built') });
  const wasm = readdirSync(built).find((name) => name.endsWith('check_bg.wasm'));
  const configuration = readFileSync(join(folder, 'worker.capnp'), 'utf8').replaceAll('built/worker.js', 'worker.js').replaceAll('"built/check_bg.wasm"', `"${wasm}"`).replace('"check_bg.wasm", wasm', `"./${wasm}", wasm`);
  write(join(built, 'worker.capnp'), configuration);
  assert.match(await askWorker(t, join(built, 'worker.capnp')), ANSWER);
});
