// A whole list shows names: it does not stay where nobody is, whatever the timers of the machine say, and does not come back to a page that
// was left.
// Engines: chromium firefox

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { holdBack, putClock, sleep } from './clock.mjs';
import { wording } from './page.mjs';
import { LIST, POLICY, answered, give, open, press, run, until } from './roll.mjs';
import { browser, setUp, site } from './setup.mjs';

setUp({ policy: POLICY, size: [900, 900] });
const HOUR = 3_600_000;
const said = wording('ru');

const isGone = () => run(`return !document.body.innerHTML.includes('Секрета') && document.querySelector('#pasted').value === ''`);
const visit = () => run(`return document.querySelector('[data-set="visit"]').value`);
const someone = (type) => run(`document.body.dispatchEvent(new Event(arguments[0], { bubbles: true }))`, type);

async function opened(day) {
  putClock(site, ['list.ru.html'], day);
  await open('ru');
}

describe('a list that nobody looks at', () => {
  beforeEach(() => opened('2026-12-01T04:00:00Z'));

  for (const sign of ['pointerdown', 'keydown', 'change', 'wheel']) {
    test(`is gone after a night of sleep before the first ${sign} is heeded`, async () => {
      await give(LIST);
      await answered();
      await sleep(browser, 10 * HOUR);
      await someone(sign);
      assert.ok(await isGone(), 'before any timer');
      assert.equal(await run(`return document.querySelector('.live').textContent`), said['tools.cleared']);
      await give(LIST);
      assert.ok((await answered()).includes(said['roll.summary']), 'the page works on');
    });
  }

  test('is warned of, then gone', async () => {
    await give(LIST);
    await answered();
    await holdBack(browser, 14 * 60_000 + 1_000);
    await run(`dispatchEvent(new Event('focus'))`);
    assert.equal(await run(`return document.querySelector('.failed-list').textContent`), said['tools.idle']);
    assert.ok(!(await isGone()));
    await holdBack(browser, 60_000);
    await run(`dispatchEvent(new Event('focus'))`);
    assert.ok(await isGone());
  });

  test('stays where somebody is', async () => {
    await give(LIST);
    await answered();
    for (let turn = 0; turn < 3; turn += 1) {
      await holdBack(browser, 10 * 60_000);
      await someone('wheel');
    }
    assert.ok(!(await isGone()));
    assert.equal(await run(`return document.querySelector('.failed-list').hidden`), true);
  });

  test('is gone where it is only typed', async () => {
    await run(`document.querySelector('#pasted').value = arguments[0]`, LIST);
    await sleep(browser, HOUR);
    await someone('keydown');
    assert.ok(await isGone());
  });
});

describe('the day', () => {
  test('is asked anew with each list, unless it is said', async () => {
    await opened('2026-12-01T04:00:00Z');
    assert.equal(await visit(), '2026-12-01');
    await give(LIST);
    await answered();
    await sleep(browser, 72 * HOUR);
    await give(LIST);
    await until(async () => (await visit()) === '2026-12-04', 'the day of the second list');
    assert.ok((await answered()).includes(said['roll.summary']));
    await run(`const field = document.querySelector('[data-set="visit"]'); field.value = '2026-12-20'; field.dispatchEvent(new Event('change', { bubbles: true }))`);
    await answered();
    await sleep(browser, 24 * HOUR);
    await give(LIST);
    await answered();
    assert.equal(await visit(), '2026-12-20');
  });
});

describe('a page that was left', () => {
  test('comes back empty, and works', async () => {
    site.heal();
    await open('ru');
    await give(LIST);
    await answered();
    await run(`window.isThis = true`);
    await browser.driver.get(`${site.address}/papers.ru.html`).catch(() => {});
    await browser.driver.navigate().back();
    await until(() => run(`return Boolean(document.querySelector('#once fieldset'))`), 'the page');
    assert.ok(await isGone());
    await give(LIST);
    assert.ok((await answered()).includes(said['roll.summary']));
    // Whatever the engine keeps: the event alone empties it.
    await run(`dispatchEvent(new Event('pagehide'))`);
    assert.ok(await isGone());
    await give(LIST);
    assert.ok((await answered()).includes(said['roll.summary']));
  });

  test('takes the same file once more', async () => {
    await open('ru');
    await give(LIST);
    await answered();
    assert.ok(await run(`return document.querySelector('#file').value`));
    await run(`const field = document.querySelector('#file'); field.addEventListener('click', (event) => event.preventDefault()); field.dispatchEvent(new Event('click', { bubbles: true }))`);
    assert.equal(await run(`return document.querySelector('#file').value`), '', 'so that the next choice is a change');
    await press('#save');
    await until(() => run('return saved.length === 1'), 'the result of the list that is still there');
  });
});
