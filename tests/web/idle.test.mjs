// Nobody is there any more: the page asks, then wipes.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { pass, serveWithClock } from './clock.mjs';
import { phonePage } from './framed.mjs';
import { EVERYWHERE, focus, onPhone } from './looks.mjs';
import { LANGUAGES } from './page.mjs';
import { browser, setUp } from './setup.mjs';
import { goThrough } from './situations.mjs';
import { ADULT } from './states.mjs';

setUp();

describe('after 15 idle minutes', () => {
  const MINUTE = 60_000;
  let clocked, page;
  before(async () => {
    clocked = await serveWithClock(LANGUAGES.map((language) => `${language}.html`));
    page = phonePage(browser, clocked);
  });
  after(() => clocked?.close());
  beforeEach(() => onPhone(page));

  for (const language of LANGUAGES) {
    test(`the page asks in ${language}, then wipes`, async () => {
      await page.open(language);
      await goThrough(page, { people: [ADULT] });
      await page.fill('keep', true);
      await pass(browser, 14 * MINUTE);
      assert.ok(!(await page.actions()).includes('idle::no:'));
      await pass(browser, MINUTE);
      assert.ok((await page.text()).includes(page.words['tools.idle']));
      const faults = Object.entries(EVERYWHERE).filter(([name]) => name !== 'live');
      for (const [look, seen] of faults) assert.deepEqual(await seen(page), [], look);
      await pass(browser, MINUTE);
      assert.deepEqual(await page.pressed(), []);
      assert.deepEqual((await page.stored()).local, {});
      assert.ok((await page.actions()).includes('go::check:'), 'the start is shown');
    });
  }

  test('somebody who is there keeps everything', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT] });
    const said = await page.pressed();
    await pass(browser, 15 * MINUTE);
    await page.tap('idle::no:');
    assert.deepEqual(await focus(page), []);
    await pass(browser, 14 * MINUTE);
    assert.deepEqual(await page.pressed(), said);
    assert.equal(await page.verdict(), 'complete');
  });

  test('whoever answers instead of saying so keeps everything too', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT] });
    await pass(browser, 15 * MINUTE);
    await page.tap('change::residence:', 'answer::residence:own');
    assert.ok(!(await page.text()).includes(page.words['tools.idle']), 'the question is gone');
    await pass(browser, 2 * MINUTE);
    assert.equal(await page.verdict(), 'complete');
  });
});
