// What a person asked for and a browser refuses is said in one sentence, and costs no answer.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wentWrong } from './host.mjs';
import { start } from './refusals.mjs';
import { page, setUp } from './setup.mjs';

setUp();

describe('what a person asked for and cannot have is said in one sentence', () => {
  const REFUSALS = {
    print: { id: 'print', act: () => page.press('print'), says: 'tools.print.denied' },
    'keeping it on the device': { id: 'localStorage', act: () => page.fill('keep', true), says: 'tools.keep.denied' },
  };
  for (const [name, { id, act, says }] of Object.entries(REFUSALS)) {
    for (const how of ['gone', 'throwing']) {
      test(`${name}, ${how}`, async () => {
        await start();
        await page.run('breaker.take(...arguments)', id, how);
        await act();
        await page.until(() => page.run(`return root().querySelector('[role=status]').textContent === arguments[0]`, page.words[says]), 'the sentence');
        assert.equal((await wentWrong(page)).errors.length, 1);
      });
    }
  }

  test('the browser’s Back, once, and the page’s own goes on', async () => {
    await page.open('en');
    await page.run(`history.pushState = () => { throw new DOMException('too often', 'SecurityError'); }`);
    await page.tap('go::check:');
    await page.until(() => page.run(`return root().querySelector('[role=status]').textContent === arguments[0]`, page.words['tools.back.denied']), 'the sentence');
    await page.tap('answer:0:status:foreigner', 'answer:0:age:adult');
    assert.notEqual(await page.run(`return root().querySelector('[role=status]').textContent`), page.words['tools.back.denied']);
    await page.press('back');
    assert.equal((await page.question()).subject, 'age');
    await page.run('delete history.pushState');
    await page.tap('answer:0:age:adult', 'answer:0:incapacitated:no');
    assert.equal(await page.run('return history.state.tirkeu'), 4, 'what was refused is made up for');
    await page.run('history.back()');
    await page.until(async () => (await page.question())?.subject === 'incapacitated', 'the question before');
  });
});
