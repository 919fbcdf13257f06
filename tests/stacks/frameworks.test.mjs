// The frameworks that make a page on a server first: the list is in it before any script, and the questions take over.

import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Child } from '../web/child-processes.mjs';
import { serveSite } from '../web/site.mjs';
import { assertClean, close, drive, open, STRICT } from './driven.mjs';
import { app, bin, ROOT, run } from './tools.mjs';

before(open);
after(close);

const LIST = /<tirkeu-precheck[^>]*>\s*(<!--.*?-->)*\s*<p id="list">Bring your identity document\.<\/p>/s;

function fresh(name) {
  const folder = app(name);
  rmSync(join(folder, 'built'), { recursive: true, force: true });
  return folder;
}

async function serve(t, folder, policy) {
  const site = await serveSite(folder, { policy });
  t.after(() => site.close());
  return `${site.address}/index.html`;
}

for (const [name, server] of [['react-18', 'server.jsx'], ['vue', 'server.js']]) {
  test(`${name}, made on a server and by itself`, async (t) => {
    const folder = fresh(name);
    const vite = (...words) => run(bin(name, 'vite'), ['build', '--logLevel', 'warn', ...words], folder);
    await vite();
    await vite('--ssr', server, '--outDir', 'built/server');
    assertClean(join(folder, 'built'), ROOT);
    const page = join(folder, 'built/index.html');
    await drive(await serve(t, join(folder, 'built'), STRICT), { hasCheck: false });
    const made = (await run('node', [join(folder, 'built/server/server.js')], folder)).trim();
    assert.match(made, LIST);
    writeFileSync(page, readFileSync(page, 'utf8').replace('<div id="app"></div>', () => `<div id="app">${made}</div>`));
    await drive(await serve(t, join(folder, 'built'), STRICT), { hasCheck: false });
  });
}

test('sveltekit, made beforehand', async (t) => {
  const folder = fresh('sveltekit');
  await run(bin('sveltekit', 'vite'), ['build', '--logLevel', 'warn'], folder);
  assert.match(readFileSync(join(folder, 'built/index.html'), 'utf8'), LIST);
  // Its page has a script in the page itself.
  await drive(await serve(t, join(folder, 'built'), ''), { hasCheck: false });
});

test('angular, the application builder', async (t) => {
  const folder = fresh('angular');
  await run(bin('angular', 'ng'), ['build', '--progress=false'], folder);
  assertClean(join(folder, 'built'), ROOT);
  await drive(await serve(t, join(folder, 'built'), STRICT).then((address) => address.replace('index.html', '')), { hasCheck: false });
});

test('next, the app router', async (t) => {
  const folder = fresh('next');
  rmSync(join(folder, '.next'), { recursive: true, force: true });
  await run(bin('next', 'next'), ['build'], folder);
  const port = 3000 + (process.pid % 20_000);
  const server = new Child('node', [join(ROOT, 'node_modules/next/dist/bin/next'), 'start', folder, '-p', `${port}`, '-H', '127.0.0.1'], { NEXT_TELEMETRY_DISABLED: '1' });
  t.after(() => server.stop());
  const address = `http://127.0.0.1:${port}/`;
  const html = await answer(address);
  assert.match(html, LIST);
  await drive(address);
});

async function answer(address) {
  for (let tries = 0; ; tries += 1) {
    const text = await fetch(address).then((reply) => reply.text(), () => undefined);
    if (text !== undefined || tries > 150) return text;
    await new Promise((later) => setTimeout(later, 200));
  }
}
