// What is seen first: the beginning, which the element then takes over where it stands.

import assert from 'node:assert/strict';
import { after, afterEach, describe, test } from 'node:test';
import { ENGINE } from './engines.mjs';
import { SEEN, TWO } from './page.mjs';
import { resize } from './screen.mjs';
import { browser, page, setUp, site } from './setup.mjs';

setUp();
afterEach(() => site.heal());

/** As somebody who was never there: what was kept for the next time would be there at once. */
async function arrive(path) {
  await browser.driver.get(`${site.address}/icon.svg`);
  await browser.driver.executeAsyncScript(`
    const [done] = arguments;
    const forget = async () => {
      for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
      for (const name of await caches.keys()) await caches.delete(name);
    };
    forget().then(done, done);
  `);
  site.fault('/precheck_bg.wasm', { delay: 1_500 });
  await browser.driver.get(site.address + path);
}

const browserCannotTell = ENGINE !== 'chromium' && 'only Chromium tells what moved and what was largest';

describe('what is seen before the module has started', () => {
  after(() => resize(browser, 600, 900));

  /** Where everything of the beginning stands, by what it says; how long the list below is shows only as one comes to it. */
  const PLACES = `
    const root = arguments[0] ? document.querySelector('tirkeu-precheck').shadowRoot : document.querySelector('.fallback');
    const shown = [...root.querySelectorAll('h1, h2, p, .next button, .papers > summary'), document.querySelector('[slot=list]')];
    return shown.filter((it) => it.getClientRects().length > 0 && it.className !== 'live' && !it.closest('.foot')).map((it) => {
      const { top, height } = it.getBoundingClientRect();
      return [it.querySelector('button') || it.slot ? '' : it.innerText, Math.round(top), it.slot ? '' : Math.round(height)].join(' | ');
    });
  `;
  /** What moves, and every element that was the largest so far: after the first there is none. */
  const WATCH = `
    window.seen = { moved: 0, largest: 0 };
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (seen.moved += value))).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => (seen.largest += list.getEntries().length)).observe({ type: 'largest-contentful-paint', buffered: true });
  `;
  test('is the largest that is seen, and nothing moves', { skip: browserCannotTell }, async () => {
    await resize(browser, 390, 844);
    for (const language of TWO) {
      await arrive(`/${language}.html`);
      await browser.driver.executeScript(WATCH);
      await page.ready();
      await page.drawn();
      assert.deepEqual(await browser.driver.executeScript('return seen'), { moved: 0, largest: 1 }, language);
    }
  });

  for (const [width, height] of [[390, 844], [1280, 800]]) {
    for (const language of width < 400 ? SEEN : TWO) {
      test(`is the beginning, and stays where it is: ${language}, ${width} px`, async () => {
        await resize(browser, width, height);
        await arrive(`/${language}.html`);
        const before = await browser.driver.executeScript(PLACES, false);
        await page.ready();
        assert.deepEqual(await browser.driver.executeScript(PLACES, true), before);
        assert.ok(before.length > 8, before.join());
      });
    }
  }
});
