// What an officer of a portal asks: the policy, the network, the store, and what a host's page could do to a verdict.
// Engines: chromium firefox

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { openDocument, openHost, wentWrong } from './host.mjs';
import { Page } from './page.mjs';
import { browser, page, setUp, site } from './setup.mjs';
import { goThrough, VERDICTS } from './situations.mjs';

/** As SECURITY.md gives it to be copied. */
const [, POLICY] = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8').match(/Content-Security-Policy "([^"]*)"/);
const SITE = process.env.TIRKEU_SITE;

setUp({ policy: POLICY });
beforeEach(() => site.heal());

/** As somebody who was never here. */
const FORGET_WORKER = `
  const [done] = arguments;
  const forget = async () => {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  };
  forget().then(done, done);
`;

const ask = (script, ...words) => page.run(`return ${script}`, ...words);
const html = (name) => readFileSync(join(SITE, name), 'utf8');

/** Records what the policy forbids. */
const FORBIDDEN = `var forbidden = []; addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => forbidden.push(violatedDirective + ' ' + blockedURI));`;

describe('under the strict policy', () => {
  test('is the one that the issue asks for', () => {
    assert.equal(
      POLICY,
      `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types tirkeu`,
    );
  });

  test('a whole visit on the page breaks no rule of it', async () => {
    site.host('/forbidden.js', FORBIDDEN);
    const document = html('en.html').replace('<head>', '<head><script src="/forbidden.js"></script>');
    await openDocument(page, document, { headers: { 'Content-Security-Policy': POLICY } });
    await page.ready();
    await goThrough(page, VERDICTS.incomplete);
    await page.press('ru');
    await page.until(() => ask(`document.documentElement.lang === 'ru'`), 'Russian');
    await page.fill('keep', true);
    assert.deepEqual(await ask('forbidden'), []);
    assert.deepEqual(await wentWrong(page), { errors: [], warnings: [], thrown: [] });
  });

  test(`a host's page with colours and a report breaks none either`, async () => {
    site.host('/forbidden.js', FORBIDDEN);
    site.host('/colours.css', 'tirkeu-precheck { --tirkeu-accent: #ffd500 }');
    const head = '<script src="/forbidden.js"></script><link rel="stylesheet" href="/colours.css">';
    await openHost(page, '<tirkeu-precheck lang="en" share-report></tirkeu-precheck>', { head, headers: { 'Content-Security-Policy': POLICY } });
    await page.ready();
    await page.until(() => ask(`heard.some(({ type }) => type === 'tirkeu-report')`), 'the report');
    await page.until(() => ask('warnings.length > 0'), 'the warning');
    assert.deepEqual(await ask('forbidden'), []);
  });

  test('nothing in the scripts makes code or markup from text', () => {
    const scripts = readdirSync(SITE).filter((name) => name.endsWith('.js'));
    assert.ok(scripts.length >= 6, scripts.join());
    for (const name of scripts) {
      const found = html(name).match(/\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|document\.cookie|setAttribute\("on/);
      assert.equal(found, null, name);
    }
    for (const name of readdirSync(SITE).filter((file) => file.endsWith('.html'))) {
      assert.doesNotMatch(html(name), /<style|style=|<script(?![^>]*src=| type="text\/plain")| on[a-z]+=|https?:(?!\/\/(adilet|online|www|egov|gov|zan))/, name);
    }
  });
});

describe('the network', () => {
  test('sees only our own files by their fixed names, and no answer', async () => {
    const names = new Set(['/', ...[...readdirSync(SITE, { recursive: true })].map((name) => `/${name}`)]);
    await page.driver.executeAsyncScript(FORGET_WORKER);
    site.requests.length = 0;
    await page.open('en');
    await page.driver.executeAsyncScript('navigator.serviceWorker.ready.then(() => arguments[0]())');
    await goThrough(page, VERDICTS.incomplete);
    await page.fill('keep', true);
    for (const language of ['ru', 'kk', 'en']) await page.speak(language);
    await page.tap('change::owner_identity:', 'hold::owner_identity:original', 'go::visit_sheet:');
    await page.until(() => ask(`Boolean(root().getElementById('sheet'))`), 'the sheet');
    assert.ok(site.requests.length > 10, 'the page and what the worker keeps');
    for (const { method, url, body } of site.requests) {
      assert.deepEqual([method, body], ['GET', '']);
      assert.ok(names.has(url), `${url} is not one of our files`);
    }
  });

  test('the store holds nothing until the person asks, and then no name', async () => {
    await page.open('en');
    await goThrough(page, VERDICTS.incomplete);
    assert.deepEqual(await page.stored(), { local: {}, session: {}, cookie: '' });
    await page.fill('keep', true);
    const { local, session, cookie } = await page.stored();
    assert.deepEqual([Object.keys(local), session, cookie], [['tirkeu'], {}, '']);
    assert.match(local.tirkeu, /^\d{4}-\d\d-\d\d [\w:= -]*$/);
  });
});

describe('a host that poisons every object', () => {
  const POISON = `
    const bad = { valid_until: '2001-01-01', form: 'none', status: 'visitor', age: 'under_14', verdict: 'complete', visit_date: '2020-01-01', answers: { status: 'visitor' },
      documents: {}, people: [], identity_document: { form: 'none' }, owner_consent: { form: 'original' }, fact: 'age', person: 7, edition: 'x', counts: 9 };
    for (const [name, value] of Object.entries(bad)) {
      Object.defineProperty(Object.prototype, name, { value, writable: true, enumerable: true, configurable: true });
      Object.defineProperty(Array.prototype, name, { value, writable: true, enumerable: true, configurable: true });
    }
    Array.prototype[9] = 'nine';
  `;

  /** Poisons while the page loads, and around each tap; in between the driver could not read the page itself. */
  const LOADING = `
    var poison = () => { ${POISON} };
    var clean = () => { for (const name in {}) delete Object.prototype[name]; for (const name in []) delete Array.prototype[name]; };
    poison();
    addEventListener('tirkeu-report', () => { clean(); window.isClean = true; }, { once: true });
  `;

  class PoisonedPage extends Page {
    async tap(...names) {
      for (const name of names) {
        await this.run(`window.isClean = false; const name = arguments[0]; setTimeout(() => {
          poison();
          tap(name);
          setTimeout(() => { clean(); window.isClean = true; }, 50);
        })`, name);
        await this.isClean();
      }
    }

    isClean() {
      return this.until(() => this.run('return window.isClean === true').catch(() => false), 'the poison to be gone');
    }
  }

  for (const [verdict, way] of Object.entries(VERDICTS)) {
    test(`changes no verdict: ${verdict}`, async () => {
      const poisoned = new PoisonedPage(browser, site);
      poisoned.words = JSON.parse(html('wording/en.json'));
      await openHost(poisoned, '<tirkeu-precheck lang="en" share-report id="it"></tirkeu-precheck>', { head: `<script>${LOADING}</script>` });
      await poisoned.isClean();
      await goThrough(poisoned, way);
      assert.equal(await ask('it.result.verdict'), verdict);
      await page.until(() => ask(`heard.filter(({ type }) => type === 'tirkeu-report').at(-1)?.detail.report.verdict === arguments[0]`, verdict), 'the report');
    });
  }

  // As MooTools and Prototype did, which old portals still have.
  test('changes no verdict and no report with an old library of its own', async () => {
    const LIBRARY = `
      Array.from = (item) => (item === null || item === undefined ? [] : typeof item !== 'string' && 'length' in Object(item) ? [].slice.call(item) : [item]);
      Array.prototype.each = function (act) { for (const item of this) act(item); };
      Array.prototype.toJSON = function () { return '[' + this.join() + ']'; };
      String.prototype.toJSON = function () { return '"' + this + '"'; };
      Element.prototype.remove = function () { this.parentNode?.removeChild(this); return this; };
      Function.prototype.bind = function (owner) { return (...given) => this.apply(owner, given); };
      var clean = () => { for (const { prototype } of [Array, String]) delete prototype.toJSON; };`;
    await openHost(page, '<tirkeu-precheck lang="en" share-report id="it"></tirkeu-precheck>', { head: `<script>${LIBRARY}</script>` });
    page.words = JSON.parse(html('wording/en.json'));
    await page.ready();
    await page.tap('go::check:', 'answer:0:status:visitor');
    await page.until(() => ask(`heard.filter(({ type }) => type === 'tirkeu-report').at(-1)?.detail.report.verdict === 'not_this_service'`), 'the report');
    // A driver tells by JSON, too, and has an Array of its own.
    await page.run('clean()');
    assert.deepEqual(await wentWrong(page), { errors: [], warnings: [], thrown: [] });
  });

  test('changes no verdict of check', async () => {
    const script = `import init, { check } from '/check.js'; await init(); window.told = check({ visit_date: '2026-12-01', people: [{}] });`;
    site.host('/own.js', script);
    const told = async (head) => {
      await openHost(page, '', { head, tag: '<script type="module" src="/own.js"></script>' });
      await page.until(() => ask('Boolean(window.told)'), 'the report');
      return JSON.parse(await ask('(() => { for (const name in {}) delete Object.prototype[name]; return JSON.stringify(told) })()'));
    };
    assert.deepEqual(await told(`<script>${POISON}</script>`), await told(''));
  });
});

test('the answers are the same wherever messages come from', async () => {
  await openHost(page, '<tirkeu-precheck lang="en" id="it"></tirkeu-precheck>');
  await page.ready();
  await page.tap('go::check:', 'answer:0:status:foreigner');
  const before = await ask('[it.result, root().querySelector(".visit").textContent]');
  site.host('/stranger.html', `<script>for (const data of ['clear', { tirkeu: 'clear' }, { tirkeu: 'height', height: 1 }]) parent.postMessage(data, '*')</script>`);
  await ask(`addEventListener('message', () => (window.told = (window.told ?? 0) + 1))`);
  await ask(`document.body.append(Object.assign(document.createElement('iframe'), { src: arguments[0] }))`, `${site.address.replace('127.0.0.1', 'localhost')}/stranger.html`);
  await page.until(() => ask('window.told === 3'), 'what the stranger says');
  assert.deepEqual(await ask('[it.result, root().querySelector(".visit").textContent]'), before);
});
