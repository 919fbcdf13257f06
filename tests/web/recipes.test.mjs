// The documents as they stand: every recipe is taken out of the text and done.
// Engines: chromium webkit

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.mjs';
import { folder } from './temporary-folder.mjs';
import { Page } from './page.mjs';
import { serveSite } from './site.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = process.env.TIRKEU_DIST;
const BINARIES = fileURLToPath(new URL('node_modules/.bin', import.meta.url));

const TEXT = ['EMBEDDING', 'OWN'].map((name) => readFileSync(join(ROOT, `docs/${name}.md`), 'utf8')).join('\n');

/** Every block of the documents that is a file, by its path. */
const BLOCKS = Object.fromEntries(
  [...TEXT.matchAll(/^```\w+ (examples\/\S+)\n(.*?)^```$/gms)].map(([, path, text]) => [path, text]),
);

/** The files of one recipe, by their name. */
const recipe = (name) =>
  Object.fromEntries(
    Object.entries(BLOCKS).filter(([path]) => path.startsWith(`examples/${name}/`)).map(([path, text]) => [path.split('/').slice(2).join('/'), text]),
  );

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

/** Opens a folder that is served under a policy; gives the page. */
async function open(t, root, policy = '') {
  const site = await serveSite(root, { policy });
  t.after(() => site.close());
  await browser.driver.get(`${site.address}/`);
  return new Page(browser, site);
}

/** A portal that serves the files of a recipe, and the npm package as /tirkeu/. */
const portal = (t, name) => folder(t, recipe(name), { tirkeu: join(DIST, 'npm') });

function run(program, words, cwd) {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: 'utf8', env: { ...process.env, NODE_NO_WARNINGS: '1' } });
  assert.equal(status, 0, stdout + stderr);
  return stdout;
}

test('the files are those in examples/', () => {
  const there = readdirSync(join(ROOT, 'examples'), { recursive: true }).map((path) => `examples/${path}`).filter((path) => statSync(join(ROOT, path)).isFile());
  assert.deepEqual(Object.keys(BLOCKS).sort(), there.sort());
  for (const [path, text] of Object.entries(BLOCKS)) assert.equal(text, readFileSync(join(ROOT, path), 'utf8'), path);
});

describe('the recipes', () => {
  test('a plain page', async (t) => {
    const page = await open(t, portal(t, 'plain'));
    await page.ready();
    assert.equal(await page.run(`return document.querySelector('tirkeu-precheck > p').checkVisibility()`), false);
  });

  test('a strict policy', async (t) => {
    const [, policy] = recipe('strict')['headers.conf'].match(/Content-Security-Policy "([^"]*)"/);
    const page = await open(t, portal(t, 'strict'), policy);
    await page.ready();
    await page.tap('go::check:', 'answer:0:status:visitor');
    await page.until(() => page.run(`return said.textContent.startsWith('not_this_service: ')`), 'what the portal was told');
    assert.equal(await page.run(`return getComputedStyle(root().querySelector('.tirkeu')).fontFamily`), '"Noto Sans", sans-serif');
  });

  test('a frame', async (t) => {
    const frames = await serveSite(join(DIST, 'page'));
    t.after(() => frames.close());
    const files = recipe('frame');
    const root = folder(t, { ...files, 'frame.js': readFileSync(join(DIST, 'page/frame.js')) });
    const site = await serveSite(root, { policy: `default-src 'none'; script-src 'self'; frame-src ${frames.address}` });
    t.after(() => site.close());
    const html = files['index.html'].replace('https://tirkeu.example', frames.address).replace('https://portal.example', site.address);
    site.host('/index.html', html, { 'Content-Security-Policy': `default-src 'none'; script-src 'self'; frame-src ${frames.address}` });
    await browser.driver.get(`${site.address}/index.html`);
    const page = new Page(browser, site);
    await page.until(() => page.run(`return document.querySelector('iframe').style.height !== ''`), 'a height');
  });

  test('Vite, from the packed package', { timeout: 240_000 }, async (t) => {
    const root = folder(t, { ...recipe('vite'), 'package.json': '{ "private": true, "type": "module" }' });
    install(root);
    run(join(BINARIES, 'vite'), ['build', '--logLevel', 'warn'], root);
    const policy = readFileSync(join(ROOT, 'xtask/policy.txt'), 'utf8').trim();
    const page = await open(t, join(root, 'dist'), policy);
    await page.ready();
    await page.press('ru');
    await page.until(() => page.run(`return root().querySelector('.visit').lang === 'ru'`), 'Russian');
    await page.until(() => page.run(`return report.textContent.includes('"fact"')`), 'the report');
    await page.tap('go::appeal:', 'go::complaint:');
    await page.until(() => page.run(`return all('.blank').length > 0 && getComputedStyle(root().querySelector('.blank')).borderBottomWidth === '1px'`), 'a complaint');
    await page.dressed();
  });

  test('an interface of your own, under the strict policy', async (t) => {
    const policy = readFileSync(join(ROOT, 'xtask/policy.txt'), 'utf8').trim();
    const page = await open(t, portal(t, 'own'), policy);
    const tap = async (id) => {
      await page.until(() => page.run(`return Boolean(document.getElementById(arguments[0]))`, id), id);
      await page.run('document.getElementById(arguments[0]).click()', id);
    };
    await tap('answer.status.visitor');
    const words = JSON.parse(readFileSync(join(DIST, 'npm/wording/ru.later.json'), 'utf8'));
    assert.equal(await page.run('return verdict.textContent'), words['verdict.not_this_service']);
    assert.deepEqual(await page.run('return Boolean(question.textContent || true)'), true);
  });

  test('many applications in a worker, under a policy', async (t) => {
    const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'`;
    const page = await open(t, portal(t, 'many'), policy);
    await page.until(() => page.run(`return verdicts.textContent === 'not_this_service undecided'`), 'a verdict for each');
  });

  test('Node, from the packed package', { timeout: 240_000 }, (t) => {
    const root = folder(t, { ...recipe('node'), 'package.json': '{ "private": true, "type": "module" }' });
    install(root);
    const told = run('node', ['check.mjs'], root);
    assert.match(told, /'identity_document'/);
    const bare = 'for (const name of ["Request", "Response", "fetch"]) delete globalThis[name]; const { check } = await import("tirkeu"); console.log(check({ visit_date: "2020-01-01" }).verdict)';
    assert.equal(run('node', ['--input-type=module', '-e', bare], root), 'not_covered\n');
    const many = 'const bytes = new TextEncoder().encode(`{"visit_date": "2020-01-01"}\\n\\n{}`); console.log(new TextDecoder().decode(checkMany(bytes)).replace(/"edition.*/, ""))';
    const began = '{"verdict":"not_covered",\n{"error":{"line":3,"path":"visit_date","message":"visit_date: nothing is not right here; a date such as \\"2026-12-01\\" would be"}}\n\n';
    assert.equal(run('node', ['--input-type=module', '-e', `import { checkMany } from "tirkeu"; ${many}`], root), began);
    assert.equal(run('node', ['--input-type=commonjs', '-e', `const { checkMany } = require("tirkeu"); ${many}`], root), began);
  });
});

/** Packs the package as npm publishes it, and installs that. */
function install(root) {
  const packed = run('npm', ['pack', join(DIST, 'npm'), '--silent', '--pack-destination', root], root).trim();
  run('npm', ['install', `./${packed}`, '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'], root);
}
