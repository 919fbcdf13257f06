// `check` alone, from one script that carries its module along: the same answers as the whole, and nothing else is asked for.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, test } from 'node:test';
import { cases } from '../bench/cases.mjs';
import { openBrowser } from './browser.mjs';
import { Page } from './page.mjs';
import { POLICY, serveSite } from './site.mjs';

const NPM = join(process.env.TIRKEU_DIST, 'npm');
const load = (script, anew = '') => import(`${pathToFileURL(join(NPM, script))}${anew}`);

/** What is told of an application, or why it is refused. */
const told = ({ check }, application) => {
  try {
    return check(application);
  } catch ({ message, path }) {
    return { message, path };
  }
};

const REFUSED = [
  undefined,
  {},
  { visit_date: 'tomorrow' },
  { visit_date: '2026-12-01', people: [{ answers: { age: 'old' } }] },
  { visit_date: '2026-12-01', people: Array(1001).fill({}) },
];

/** `check` alone for browsers, and twice for servers. */
const ALONE = ['check-inline.js', 'node-inline.js', 'node-inline.cjs'];

describe('check alone', () => {
  test('is ready on a server as soon as it is there', async () => {
    const require = createRequire(import.meta.url);
    for (const { check } of [await load('node-inline.js'), require(join(NPM, 'node-inline.cjs'))]) {
      assert.equal(check({ visit_date: '2020-01-01' }).verdict, 'not_covered');
    }
  });

  for (const script of ALONE) {
    test(`says what the whole says, and refuses what it refuses (${script})`, async () => {
      const whole = await load('node.js');
      const { __esModule, 'module.exports': required, ...alone } = await load(script);
      const init = alone.default.default ?? alone.default;
      await init();
      for (const application of [...cases(), ...REFUSED]) assert.deepEqual(told(alone, application), told(whole, application));
      assert.deepEqual(Object.keys(alone).sort(), ['check', 'default', 'initSync', 'version']);
      assert.equal(alone.version, whole.version);
    });
  }

  test('is ready where no module is compiled while a script waits', async (t) => {
    const { Module } = WebAssembly;
    t.after(() => { WebAssembly.Module = Module; });
    let asked = 0;
    WebAssembly.Module = class { constructor() { asked += 1; throw new RangeError('too large for a script that waits'); } };
    const { default: init, check } = await load('check-inline.js', '?anew');
    await init();
    assert.deepEqual([asked, check({ visit_date: '2020-01-01' }).verdict], [1, 'not_covered']);
  });

  test('asks for nothing in a browser, under the strict policy', async (t) => {
    assert.deepEqual(await askedFor(t, 'check-inline.js'), ['/check-inline.js']);
  });

  test('the whole asks for its module once, however often it is told to be ready', async (t) => {
    assert.deepEqual(await askedFor(t, 'browser.js'), ['/browser.js', '/check.js', '/check_bg.wasm']);
  });
});

/** What is asked for of a page whose script waits for `check` three times, twice of them at once. */
async function askedFor(t, script) {
  const [site, browser] = await Promise.all([serveSite(NPM), openBrowser()]);
  t.after(() => Promise.all([site.close(), browser.close()]));
  site.host('/index.html', '<!doctype html><title>…</title><script type="module" src="main.js"></script>', { 'Content-Security-Policy': POLICY });
  site.host('/main.js', `
    import init, { check } from "./${script}";
    await Promise.all([init(), init()]);
    await init();
    document.title = check({ visit_date: "2020-01-01" }).verdict;`);
  const page = new Page(browser);
  await browser.driver.get(`${site.address}/index.html`);
  await page.until(() => page.run("return document.title === 'not_covered'"), 'an answer');
  const asked = site.requests.map(({ url }) => url).filter((url) => !url.endsWith('/favicon.ico'));
  return asked.filter((url) => !['/index.html', '/main.js'].includes(url)).sort();
}
