// Without network after the first visit, and whole into the next version: never a part of one with a part of the other.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { nextVersion, versions } from './next.mjs';
import { LANGUAGES, Page } from './page.mjs';
import { browser, setUp } from './setup.mjs';
import { serveSite } from './site.mjs';
import { VERDICTS, goThrough } from './situations.mjs';

/** A browser keeps the worker of a page that has just been closed for a while. */
const PATIENCE = 20_000;

/** What makes a mixed page likely: a browser that need not ask again for a file that it has. */
const CACHING = { caching: 'max-age=3600' };

setUp();
const next = nextVersion({ after });

let site, page;
const asked = [];
before(async () => {
  site = await serveSite(undefined, CACHING);
});
after(() => stop());

/** The server is gone, and what was asked of it is kept. */
async function stop() {
  asked.push(...(site?.requests.splice(0) ?? []));
  await site?.close();
}

/** Whatever can be done without network is done in this language. */
async function doEverything(language) {
  await page.open(language);
  await goThrough(page, VERDICTS.incomplete);
  assert.equal(await page.verdict(), 'incomplete');
  await page.tap('change::owner_consent:', 'hold::owner_consent:original');
  assert.equal(await page.verdict(), 'complete');
  await page.tap('go::visit_sheet:');
  await page.until(() => page.run(`return all('#sheet [lang]').length === 2`), 'the sheet in both languages');
}

const caches = () => browser.driver.executeAsyncScript('const [done] = arguments; caches.keys().then(done)');

/** A browser looks for another worker when it likes, WebKit perhaps not for long: here it is asked to. */
const LOOK = `
  const [done] = arguments;
  const look = async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    return Boolean(registration.waiting);
  };
  look().then(done, () => done(false));
`;

const anotherWaits = () => page.until(() => browser.driver.executeAsyncScript(LOOK), 'another worker', PATIENCE);

/** As a person reloads: Firefox's driver would pass over the worker. While a page goes, no script can be run in it. */
async function reload() {
  await page.run('window.isOld = true; setTimeout(() => location.reload());');
  await page.until(() => page.run('return !window.isOld && Boolean(root())').catch(() => false), 'the page anew');
}

describe('after the first visit, without a server', () => {
  before(async () => {
    page = new Page(browser, site);
    await page.open('kk');
    await page.settled();
    await stop();
  });

  test('a reload shows the page in the same language', async () => {
    await reload();
    await page.ready();
    assert.equal(await page.run('return document.documentElement.lang'), 'kk');
    assert.equal(await browser.driver.getTitle(), page.words['page.title']);
  });

  test('every language can be had by its button', async () => {
    for (const language of ['ru', 'en', 'kk']) await page.speak(language);
  });

  for (const language of LANGUAGES) {
    test(`a firm verdict and the visit sheet can be had in ${language}`, () => doEverything(language));
  }

  test('the page can be had by its shortest address', async () => {
    await page.visit('/');
    await page.ready();
  });
});

describe('once the server has another version', () => {
  let first;
  before(async () => {
    first = await caches();
    const { port } = new URL(site.address);
    site = await serveSite(next, { ...CACHING, port: Number(port) });
  });

  test('the page that is open stays as it was, whatever is loaded later', async () => {
    await page.open('ru');
    await anotherWaits();
    await page.speak('en');
    assert.deepEqual(await versions(page), ['first']);
    await goThrough(page, VERDICTS.complete);
    await page.tap('go::visit_sheet:');
    await page.until(() => page.run(`return Boolean(root().getElementById('sheet'))`), 'the sheet');
    assert.deepEqual(await versions(page), ['first']);
  });

  /** Firefox keeps the worker of a page that Back could bring back: there the tab with the page is closed. */
  async function leave() {
    const tab = await browser.driver.getWindowHandle();
    await browser.driver.get('about:blank');
    if (browser.engine !== 'firefox') return;
    await browser.driver.switchTo().newWindow('tab');
    const another = await browser.driver.getWindowHandle();
    await browser.driver.switchTo().window(tab);
    await browser.driver.close();
    await browser.driver.switchTo().window(another);
  }

  async function visitAgain() {
    await leave();
    await page.open('ru');
    const [seen, ...others] = await versions(page);
    assert.deepEqual(others, [], 'a page that is mixed');
    return seen;
  }

  test('a later visit is of that version as a whole, and nothing of the other is left', async () => {
    await page.until(async () => (await visitAgain()) === 'next', 'the next version', PATIENCE);
    const [left, ...others] = await caches();
    assert.deepEqual([left, others], ['tirkeu-next', []]);
    assert.notDeepEqual(first, [left]);
  });

  test('it works without a server too', async () => {
    await stop();
    for (const language of LANGUAGES) {
      await doEverything(language);
      assert.deepEqual(await versions(page), ['next']);
    }
  });
});

test('nothing was asked for but our own files', () => {
  const ours = new Set(readdirSync(process.env.TIRKEU_SITE, { recursive: true }).map((name) => `/${name}`));
  assert.ok(asked.length > 30, 'both versions, and the worker');
  for (const { method, url, body } of asked) assert.deepEqual([method, ours.has(url), body], ['GET', true, ''], url);
});
