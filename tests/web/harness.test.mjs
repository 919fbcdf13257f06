// The harness itself: what it promises to the other tests.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { accessibilityFaults } from './axe.mjs';
import { openBrowser } from './browser.mjs';
import { cannot } from './engines.mjs';
import { openHost } from './host.mjs';
import { Page } from './page.mjs';
import { emulateMedia, printPdf, resize, takePicture } from './screen.mjs';
import { serveSite } from './site.mjs';

const MODULE = '/precheck_bg.wasm';

describe('the site', () => {
  let site;
  before(async () => (site = await serveSite()));
  after(() => site.close());
  beforeEach(() => site.heal());

  const get = (path, options) => fetch(site.address + path, options);

  test('sends pages under the policy, and the module with its type', async () => {
    const page = await get('/');
    assert.match(page.headers.get('content-security-policy'), /^default-src 'none';/);
    assert.equal((await get(MODULE)).headers.get('content-type'), 'application/wasm');
  });

  test('sends nothing from outside its folder', async () => {
    assert.equal((await get('/..%2f..%2fCargo.toml')).status, 404);
    assert.equal((await get('/%')).status, 400);
  });

  test('records every request with its body', async () => {
    site.requests.length = 0;
    await get('/?a=1', { method: 'POST', body: 'words' });
    assert.deepEqual(site.requests, [{ method: 'POST', url: '/?a=1', body: 'words' }]);
  });

  test('fails as it is told, until it is healed', async () => {
    site.fault(MODULE, { status: 404 });
    assert.equal((await get(MODULE)).status, 404);
    site.fault(MODULE, { type: 'text/plain', delay: 200 });
    const start = Date.now();
    assert.equal((await get(MODULE)).headers.get('content-type'), 'text/plain');
    assert.ok(Date.now() - start >= 190);
    site.fault(MODULE, { cut: 100 });
    await assert.rejects(async () => (await get(MODULE)).arrayBuffer());
    site.heal();
    assert.ok((await (await get(MODULE)).arrayBuffer()).byteLength > 100);
  });
});

describe('the browser', () => {
  let site, browser, folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tirkeu-'));
    site = await serveSite();
    browser = await openBrowser();
    await browser.driver.get(site.address);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true });
  });

  const ask = (script) => browser.driver.executeScript(`return ${script}`);

  test('is not waited for in vain: what comes behind the first question is known when it is there', async () => {
    const page = new Page(browser, site);
    await page.open('en');
    assert.ok(await page.behind(), 'on the page itself');
    await openHost(page, '<tirkeu-precheck lang="ru"></tirkeu-precheck>');
    await page.ready();
    assert.ok(await page.behind(), 'on a host’s page');
  });

  test('has the width that it is told', async () => {
    await resize(browser, 700, 800);
    assert.deepEqual(await ask('[innerWidth, innerHeight]'), [700, 800]);
  });

  test('takes pictures', async () => {
    const file = join(folder, 'new', 'page.png');
    await takePicture(browser, file);
    assert.equal((await readFile(file)).subarray(1, 4).toString(), 'PNG');
  });

  test('finds accessibility faults', async () => {
    assert.ok(Array.isArray(await accessibilityFaults(browser)));
    await ask(`document.body.append(document.createElement('img'))`);
    assert.match((await accessibilityFaults(browser)).join('\n'), /^image-alt: /m);
  });

  test('is as narrow as a phone', { skip: cannot('be as narrow as a phone') }, async () => {
    await resize(browser, 320, 640);
    assert.equal(await ask('innerWidth'), 320);
  });

  test('shows the whole page in a picture', { skip: cannot('show the whole page in a picture') }, () =>
    takePicture(browser, join(folder, 'whole.png'), { whole: true }));

  test('answers media queries as it is told', { skip: cannot('change what media it says') }, async () => {
    const wishes = { 'prefers-color-scheme': 'dark', 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' };
    for (const [name, value] of Object.entries(wishes)) {
      const isSo = `matchMedia('(${name}: ${value})').matches`;
      await emulateMedia(browser, { [name]: value });
      assert.equal(await ask(isSo), true, name);
      await emulateMedia(browser, {});
      assert.equal(await ask(isSo), false, name);
    }
  });

  test('prints', { skip: cannot('print') }, async () => {
    const file = join(folder, 'page.pdf');
    await printPdf(browser, file);
    assert.equal((await readFile(file)).subarray(0, 4).toString(), '%PDF');
  });
});
