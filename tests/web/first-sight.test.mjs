// What is seen first: the beginning, which the element then takes over where it stands.

import { Key } from 'selenium-webdriver';
import assert from 'node:assert/strict';
import { after, afterEach, describe, test } from 'node:test';
import { ENGINE } from './engines.mjs';
import { SEEN, TWO, wording } from './page.mjs';
import { resize } from './screen.mjs';
import { browser, page, setUp, site } from './setup.mjs';

setUp();
afterEach(() => site.heal());

/** As somebody who was never there: what was kept for the next time would be there at once. The module comes late, or what is named. */
async function arrive(path, faults = { '/precheck_bg.wasm': { delay: 1_500 } }) {
  await browser.driver.get(`${site.address}/icon.svg`);
  await browser.driver.executeAsyncScript(`
    const [done] = arguments;
    const forget = async () => {
      for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
      for (const name of await caches.keys()) await caches.delete(name);
    };
    forget().then(done, done);
  `);
  for (const [file, fault] of Object.entries(faults)) site.fault(file, fault);
  await browser.driver.get(site.address + path);
}

const browserCannotTell = ENGINE !== 'chromium' && 'only Chromium tells what moved and what was largest';

describe('what is seen before the module has started', () => {
  after(() => resize(browser, 600, 900));

  /** Where everything of the beginning stands, by what it says; how long the list below is shows only as one comes to it. */
  const PLACES = `
    const root = arguments[0] ? document.querySelector('tirkeu-precheck').shadowRoot : document.querySelector('.fallback');
    const shown = [...root.querySelectorAll('h1, h2, p, .next button, .next > summary, .papers > summary'), document.querySelector('[slot=list]')];
    return shown.filter((it) => it.getClientRects().length > 0 && it.offsetHeight > 0 && it.className !== 'live' && !it.closest('.foot, .questions') && !it.querySelector('button')).map((it) => {
      const { top, height } = it.getBoundingClientRect();
      return [it.slot ? '' : it.innerText, Math.round(top), it.slot ? '' : Math.round(height)].join(' | ');
    });
  `;
  /** What moves, and every element that was the largest so far: after the first there is none. */
  const WATCH = `
    window.seen = { moved: 0, largest: 0 };
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (seen.moved += value))).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => (seen.largest += list.getEntries().length)).observe({ type: 'largest-contentful-paint', buffered: true });
  `;
  for (const late of ['precheck_bg.wasm', 'tirkeu.js']) test(`is the largest that is seen, and nothing moves: ${late} comes late`, { skip: browserCannotTell }, async () => {
    await resize(browser, 390, 844);
    for (const language of TWO) {
      await arrive(`/${language}.html`, { [`/${late}`]: { delay: 1_500 } });
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

describe('the first question, tapped before the module has started', () => {
  after(() => resize(browser, 600, 900));

  const BEGIN = `document.querySelector('.next > summary').click();`;
  const CHOOSE = `document.querySelector('.next [data-action$="' + arguments[0] + '"]').click();`;
  /** What the page shows of it: nothing once the element has taken over. */
  const OF_THE_PAGE = `
    const shown = document.querySelector('.next .question');
    return shown?.checkVisibility?.() ?? shown?.getClientRects().length > 0 ? shown.innerText.trim() : null;
  `;
  const begin = async (language, faults) => {
    page.words = wording(language);
    await arrive(`/${language}.html`, faults);
    await browser.driver.executeScript(BEGIN);
  };
  /** The question that the element asks. */
  const asked = async () => {
    await page.until(async () => await page.question(), 'a question');
    return page.question();
  };

  for (const language of SEEN) {
    test(`is the one that the element asks, word for word: ${language}`, async () => {
      await begin(language);
      const ofThePage = await browser.driver.executeScript(OF_THE_PAGE);
      assert.ok(ofThePage?.length > 200, String(ofThePage));
      assert.equal((await asked()).subject, 'status');
      const [shown, back] = await page.run(`return ['.question', '.question .back'].map((it) => root().querySelector(it).innerText.trim());`);
      const words = (text) => text.replace(/\s+/g, ' ').trim();
      assert.equal(words(shown), words(`${ofThePage} ${back}`));
      assert.equal(await browser.driver.executeScript(OF_THE_PAGE), null);
      assert.equal((await page.focus()).id, 'q0-status');
    });
  }

  test('is answered, and the next is asked', async () => {
    await begin('ru');
    await browser.driver.executeScript(CHOOSE, ':refugee');
    assert.equal((await asked()).subject, 'age');
    await page.behind();
    assert.deepEqual(await page.pressed(), ['answer:0:status:refugee']);
    assert.equal((await page.focus()).id, 'q0-age');
    assert.equal(await browser.driver.executeScript(`return document.querySelectorAll('.next :checked').length`), 0, 'the page keeps no answer');
  });

  test('can be left open: the element knows no answer yet', async () => {
    await begin('kk');
    await browser.driver.executeScript(CHOOSE, 'unknown:0:status:');
    assert.equal((await asked()).subject, 'age');
  });

  const browserDoesNotShowIt = ENGINE === 'webkit' && 'WebKit shows no focus where the arrow keys go, and so takes what they passed last';
  test('what the arrow keys pass is not chosen', { skip: browserDoesNotShowIt }, async () => {
    await arrive('/kk.html');
    await browser.driver.findElement({ css: '.next > summary' }).sendKeys(Key.SPACE);
    await browser.driver.actions().sendKeys(Key.TAB, Key.ARROW_DOWN).perform();
    assert.equal(await browser.driver.executeScript(`return document.querySelectorAll('.next :checked').length`), 1);
    assert.equal((await asked()).subject, 'status');
  });

  test('a module that does not come leaves the list, says so, and keeps no answer', async () => {
    await begin('ru', { '/precheck_bg.wasm': { status: 500, delay: 1_500 } });
    await browser.driver.executeScript(CHOOSE, ':refugee');
    const said = `return [...document.querySelectorAll('.failed, .start > h2, [slot=list] strong')].every((it) => it.getClientRects().length > 0)`;
    await page.until(() => browser.driver.executeScript(said), 'the list and the sentence');
    assert.equal(await browser.driver.executeScript(`return document.querySelectorAll('.next :checked').length`), 0);
    assert.equal(await browser.driver.executeScript(OF_THE_PAGE), null);
  });

  test('where the script does not come, the list stays below it', async () => {
    await begin('ru', { '/tirkeu.js': { status: 500 } });
    assert.ok(await browser.driver.executeScript(OF_THE_PAGE));
    assert.ok(await browser.driver.executeScript(`return document.querySelector('[slot=list]').getClientRects().length > 0`));
  });
});
