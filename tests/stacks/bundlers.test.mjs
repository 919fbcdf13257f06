// The tools that make one page of a portal's scripts: a production build each, driven in a browser under a strict policy.

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { serveSite } from '../web/site.mjs';
import { allowing, assertClean, close, drive, open, STRICT } from './driven.mjs';
import { app, bin, BUN, ROOT, run } from './tools.mjs';

before(open);
after(close);

const BODY = readFileSync(join(ROOT, 'portal/body.html'), 'utf8');
const CSS = readFileSync(join(ROOT, 'portal/portal.css'), 'utf8');
const html = (head) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Portal</title>${head}${BODY}`;

/** Each with how it builds into `built`, and, where it makes no page by itself, with what its page has in its head. */
const TOOLS = {
  vite: { build: (folder) => run(bin('vite', 'vite'), ['build', '--logLevel', 'warn'], folder) },
  webpack: { build: (folder) => run('node', ['build.js'], folder), head: '<link rel="stylesheet" href="main.css"><script defer src="main.js"></script>' },
  'webpack-5.88': { build: (folder) => run('node', ['build.js'], folder), head: '<link rel="stylesheet" href="main.css"><script defer src="main.js"></script>' },
  rollup: {
    build: (folder) => run('node', [join(ROOT, 'node_modules/rollup/dist/bin/rollup'), '--config', 'rollup.config.js', '--silent'], folder),
    head: '<link rel="stylesheet" href="portal.css"><script type="module" src="main.js"></script>',
  },
  esbuild: {
    build: (folder) => run(bin('esbuild', 'esbuild'), ['../../portal/main.js', '--bundle', '--minify', '--splitting', '--format=esm', '--outdir=built', '--log-level=warning'], folder),
    head: '<link rel="stylesheet" href="main.css"><script type="module" src="main.js"></script>',
  },
  'esbuild, into one file': {
    folder: 'esbuild',
    build: (folder) => run(bin('esbuild', 'esbuild'), ['../../portal/main.js', '--bundle', '--minify', '--format=esm', '--outdir=built', '--log-level=warning'], folder),
    head: '<link rel="stylesheet" href="main.css"><script type="module" src="main.js"></script>',
  },
  bun: {
    folder: 'runtimes',
    build: (folder) => run(BUN, ['build', '../../portal/main.js', '--outdir', 'built', '--splitting', '--minify', '--target=browser'], folder),
    head: '<link rel="stylesheet" href="main.css"><script type="module" src="main.js"></script>',
  },
  parcel: { build: (folder) => run(bin('parcel', 'parcel'), ['build', 'index.html', '--dist-dir', 'built', '--no-cache', '--no-source-maps', '--log-level', 'warn'], folder) },
};

for (const [name, { folder = name, build, head }] of Object.entries(TOOLS)) {
  test(name, async (t) => {
    const root = app(folder);
    rmSync(join(root, 'built'), { recursive: true, force: true });
    const told = await build(root);
    assert.doesNotMatch(told, /warning/i);
    assertClean(join(root, 'built'), ROOT);
    // Parcel writes an import map into the page.
    const policy = head ? STRICT : allowing(readFileSync(join(root, 'built/index.html'), 'utf8'));
    const site = await serveSite(join(root, 'built'), { policy });
    t.after(() => site.close());
    if (head) site.host('/index.html', html(head), { 'Content-Security-Policy': STRICT });
    if (folder === 'rollup') site.host('/portal.css', CSS);
    await drive(`${site.address}/index.html`);
  });
}

const fromAMap = (rules) => async (t) => {
  const imports = { 'tirkeu/element': '/tirkeu/tirkeu.js', 'tirkeu/frame': '/tirkeu/frame.js', 'tirkeu/check': `/tirkeu/${rules}` };
  const map = `<script type="importmap">${JSON.stringify({ imports })}</script>`;
  const page = html(`<link rel="stylesheet" href="portal.css">${map}<script type="module" src="main.js"></script>`);
  const site = await serveSite(join(ROOT, 'node_modules'));
  t.after(() => site.close());
  site.host('/index.html', page, { 'Content-Security-Policy': allowing(page) });
  site.host('/portal.css', CSS);
  site.host('/main.js', readFileSync(join(ROOT, 'portal/main.js'), 'utf8').replace('import "./portal.css";', ''));
  await drive(`${site.address}/index.html`);
  return site.requests.map(({ url }) => url);
};

test('no tool, but an import map', async (t) => {
  const requests = await fromAMap('browser.js')(t);
  assert.ok(requests.some((url) => url.endsWith('/check_bg.wasm')) && !requests.some((url) => url.endsWith('/check_module.js')));
});

test('the same with `check` from a script alone', async (t) => {
  const requests = await fromAMap('check-inline.js')(t);
  assert.ok(requests.some((url) => url.endsWith('/check-inline.js')) && !requests.some((url) => url.endsWith('/check_module.js')));
});

test('vite, while one develops', async (t) => {
  const { createServer } = await import('vite');
  const server = await createServer({ root: app('vite'), configFile: join(app('vite'), 'vite.config.js'), logLevel: 'silent', cacheDir: join(app('vite'), 'built/.vite'), server: { port: 0, host: '127.0.0.1', fs: { allow: [ROOT] } } });
  t.after(() => server.close());
  await server.listen();
  await drive(`${server.resolvedUrls.local[0]}`);
});
