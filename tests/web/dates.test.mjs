// A day is typed digit by digit: nothing is made of it before it is one.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { cannot } from './engines.mjs';
import { heard, openHost } from './host.mjs';
import { wording } from './page.mjs';
import { browser, page, setUp } from './setup.mjs';
import { ADULT } from './every-state.mjs';
import { goThrough } from './situations.mjs';

setUp();

const ask = (script, ...words) => page.run(`return ${script}`, ...words);
const result = () => ask('document.querySelector("tirkeu-precheck").result');

/** Everything that is heard and told so far. */
const RECORD = `
  window.spoken = [];
  const live = root().querySelector('[role=status]');
  new MutationObserver(() => spoken.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
`;

async function answered() {
  await openHost(page, '<tirkeu-precheck lang="en" visit-date="2026-12-01"></tirkeu-precheck><button id="elsewhere">Elsewhere</button>');
  page.words = wording('en');
  await page.ready();
  await goThrough(page, { people: [ADULT] });
  await page.drawn();
  await page.run(RECORD);
}

const events = async () => (await heard(page, 'tirkeu-change')).length;

describe('under a person’s own hand', { skip: cannot('type a day part by part') }, () => {
  const type = (...keys) => browser.driver.actions().sendKeys(...keys).perform();
  const shown = () => ask(`root().getElementById('visit-date').value`);

  /** The month and the day are the same as before, so that the year alone is typed anew. */
  async function upToYear() {
    await answered();
    await ask(`root().getElementById('visit-date').focus()`);
    await type('1', '2', '0', '1');
    assert.equal(await shown(), '2026-12-01');
  }

  test('the year says nothing before its last digit', async () => {
    await upToYear();
    const [before, told] = [await result(), await events()];
    for (const digit of ['2', '0', '2']) {
      await type(digit);
      assert.deepEqual([await result(), await events(), await ask('spoken')], [before, told, []], digit);
    }
    await type('7');
    assert.equal(await shown(), '2027-12-01');
    assert.equal(await events(), told + 1);
    const [, stale] = page.words['answer.stale'].split('{date}');
    assert.ok((await page.text()).includes(stale.trim()), 'it is checked under that day');
  });

  test('a day that no field takes is taken up once the field is left, and shown as it is', async () => {
    await upToYear();
    await type('0', '2', '0', '2');
    assert.equal(await page.verdict(), 'complete');
    await ask('elsewhere.focus()');
    assert.equal(await page.verdict(), 'not_covered');
    assert.equal(await shown(), '0202-12-01');
  });

  test('a part that is emptied says nothing, and is as it was once the field is left', async () => {
    await upToYear();
    const told = await events();
    await type(Key.BACK_SPACE);
    await page.drawn();
    assert.equal(await shown(), '');
    assert.deepEqual([await events(), await ask('spoken')], [told, []]);
    await ask('elsewhere.focus()');
    assert.deepEqual([await shown(), await events()], ['2026-12-01', told]);
  });
});

describe('in every field for a day', () => {
  const TYPE = `
    const [id, value, type] = arguments;
    const field = root().getElementById(id);
    field.focus();
    field.value = value;
    field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  `;
  const LEAVE = `root().getElementById(arguments[0]).dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));`;
  const half = async (id) => {
    for (const value of ['0002-12-01', '0020-12-01', '0202-12-01', '2101-12-01']) await page.run(TYPE, id, value, 'change');
  };
  const all = () => ask(`[root().querySelector('.visit').textContent, document.querySelector('tirkeu-precheck').result, heard.length, spoken]`);

  const FIELDS = {
    'the visit': ['visit-date', []],
    'until when a paper is valid': ['q0-identity_document-until', ['change:0:identity_document:']],
    'a refusal': ['refused-on', ['go::appeal:']],
  };
  /** Once what is shown there has come, with its sentences. */
  async function shown(way) {
    await answered();
    await page.tap(...way);
    await page.until(() => ask(`!root().querySelector('.visit').textContent.includes('appeal.')`), 'the sentences');
  }

  for (const [name, [id, way]] of Object.entries(FIELDS)) {
    test(`${name}: what is half typed changes nothing`, async () => {
      await shown(way);
      const before = await all();
      await half(id);
      assert.deepEqual(await all(), before);
      await page.run(TYPE, id, '2026-12-02', 'change');
      assert.notDeepEqual(await all(), before, 'a day that the field takes');
    });

    test(`${name}: leaving it takes up what stands in it`, async () => {
      await shown(way);
      const before = await all();
      await page.run(TYPE, id, '0202-12-01', 'change');
      await page.run(LEAVE, id);
      assert.notDeepEqual(await all(), before);
    });

    test(`${name}: leaving it untouched changes nothing`, async () => {
      await shown(way);
      const before = await all();
      await page.run(LEAVE, id);
      assert.deepEqual(await all(), before);
    });
  }
});
