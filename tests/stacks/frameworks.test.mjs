// The frameworks that make a page on a server first: the list is in it before any script, and the questions take over.

import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Child } from '../web/child-processes.mjs';
import { serveSite } from '../web/site.mjs';
import { allowing, assertClean, close, drive, open, STRICT } from './driven.mjs';
import { app, bin, NEWER_NODE, ROOT, run } from './tools.mjs';

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

/** Frameworks built by Vite: each with the script that makes its page on a server. */
const WITH_VITE = { 'react-18': 'server.jsx', vue: 'server.js', preact: 'server.jsx', solid: 'server.jsx' };

for (const [name, server] of Object.entries(WITH_VITE)) {
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
    // Solid's comes with a script, which stands in front.
    const [, script, inside] = made.match(/^(<script>.*?<\/script>)?(.*)$/s);
    const html = readFileSync(page, 'utf8').replace('<div id="app"></div>', () => `${script ?? ''}<div id="app">${inside}</div>`);
    writeFileSync(page, html);
    await drive(await serve(t, join(folder, 'built'), allowing(html)), { hasCheck: false });
  });
}

/** Frameworks that write their pages beforehand: each with its program, and with what it needs of the machine. */
const BEFOREHAND = {
  'sveltekit-2': { program: 'vite', words: ['build', '--logLevel', 'warn'] },
  sveltekit: { program: 'vite', words: ['build', '--logLevel', 'warn'], environment: NEWER_NODE },
  angular: { program: 'ng', words: ['build', '--progress=false'], environment: NEWER_NODE },
};

for (const [name, { program, words, environment }] of Object.entries(BEFOREHAND)) {
  test(`${name}, made beforehand`, async (t) => {
    const folder = fresh(name);
    await run(bin(name, program), words, folder, environment);
    const html = readFileSync(join(folder, 'built/index.html'), 'utf8');
    assert.match(html, LIST);
    assertClean(join(folder, 'built'), ROOT);
    const address = await serve(t, join(folder, 'built'), allowing(html));
    await drive(address.replace('index.html', ''), { hasCheck: false });
  });
}

test('angular-20, by itself', async (t) => {
  const folder = fresh('angular-20');
  await run(bin('angular-20', 'ng'), ['build', '--progress=false'], folder);
  assertClean(join(folder, 'built'), ROOT);
  await drive(await serve(t, join(folder, 'built'), STRICT).then((address) => address.replace('index.html', '')), { hasCheck: false });
});

/** Starts a portal's own server on a port; gives its address once it answers, with the page that it made. */
async function start(t, words, environment = {}) {
  const port = 3000 + (process.pid % 20_000);
  const server = new Child('node', words(`${port}`), { NEXT_TELEMETRY_DISABLED: '1', HOST: '127.0.0.1', PORT: `${port}`, ...environment });
  t.after(() => server.stop());
  const address = `http://127.0.0.1:${port}/`;
  const html = await Promise.race([answer(address), server.ended()]);
  return { address, html };
}

test('next, the app router', async (t) => {
  const folder = fresh('next');
  rmSync(join(folder, '.next'), { recursive: true, force: true });
  await run(bin('next', 'next'), ['build'], folder);
  const { address, html } = await start(t, (port) => [join(ROOT, 'node_modules/next/dist/bin/next'), 'start', folder, '-p', port, '-H', '127.0.0.1']);
  assert.match(html, LIST);
  assert.match(await (await fetch(`${address}edge`)).text(), /^not_this_service true \d{4}-\d\d-\d\d$/, 'the edge runtime');
  await drive(address);
});

test('nuxt, with its own server', async (t) => {
  const folder = fresh('nuxt');
  await run(bin('nuxt', 'nuxt'), ['build'], folder, NEWER_NODE);
  const { address, html } = await start(t, () => [join(folder, 'built/server/index.mjs')], NEWER_NODE);
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
