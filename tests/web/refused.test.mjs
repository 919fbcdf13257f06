// What a person asked for and a browser refuses is said in one sentence, and costs no answer.
// Engines: chromium firefox

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openHost, wentWrong } from './host.mjs';
import { wording } from './page.mjs';
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
        await page.behind();
        await page.run('breaker.take(...arguments)', id, how);
        await act();
        await page.until(() => page.run(`return root().querySelector('[role=status]').textContent === arguments[0]`, page.words[says]), 'the sentence');
        assert.equal((await wentWrong(page)).errors.length, 1);
      });
    }
  }

  test('keeping it on the device, refused later: nothing of before stays there either', async () => {
    await start();
    await page.tap('go::check:', 'answer:0:status:foreigner');
    await page.until(() => page.run(`return Boolean(root().getElementById('keep'))`), 'the box');
    await page.fill('keep', true);
    assert.equal(Object.keys((await page.stored()).local).length, 1);
    await page.run(`breaker.take('Storage.setItem', 'throwing')`);
    await page.tap('answer:0:age:adult');
    await page.until(() => page.run(`return !root().getElementById('keep').checked`), 'the box to be as it is');
    assert.deepEqual((await page.stored()).local, {});
    assert.equal((await page.pressed()).length, 2);
  });

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

describe('what another page keeps under the same key', () => {
  const OTHERS = '2099-01-01 answer:0:status:refugee';
  const status = () => page.run(`return root().querySelector('[role=status]').textContent`);

  for (const [when, isKept] of [['before this one keeps anything', false], ['after this one did', true]]) {
    test(`${when}, is not overwritten, and it is said that nothing is kept`, async () => {
      await openHost(page, '<tirkeu-precheck lang="en"></tirkeu-precheck>');
      page.words = wording('en');
      await page.ready();
      await page.tap('go::check:', 'answer:0:status:foreigner');
      if (isKept) await page.fill('keep', true);
      await page.run(`localStorage.setItem('tirkeu /host', arguments[0])`, OTHERS);
      if (isKept) await page.tap('answer:0:age:adult');
      else await page.fill('keep', true);
      // What comes right behind the first answer may be announced after the sentence.
      if (!isKept) await page.until(async () => (await status()) === page.words['tools.keep.denied'], 'the sentence');
      await page.until(() => page.run(`return !root().getElementById('keep').checked`), 'the box to be as it is');
      assert.deepEqual((await page.stored()).local, { 'tirkeu /host': OTHERS });
      await page.tap(isKept ? 'answer:0:incapacitated:no' : 'answer:0:age:adult');
      assert.deepEqual((await page.stored()).local, { 'tirkeu /host': OTHERS });
    });
  }

  test('is not that of Tirkeu’s own page in the same place', async () => {
    await openHost(page, '<tirkeu-precheck lang="en"></tirkeu-precheck>', { path: '/index.html' });
    await page.ready();
    await page.tap('go::check:', 'answer:0:status:foreigner');
    await page.fill('keep', true);
    const [key] = Object.keys((await page.stored()).local);
    await page.open('en', { keep: true });
    assert.equal(await page.run(`return root().getElementById('keep').checked`), false);
    await page.tap('go::check:', 'answer:0:status:foreigner');
    await page.fill('keep', true);
    assert.equal(Object.keys((await page.stored()).local).filter((other) => other !== key).length, 1);
  });
});

test('a browser that cannot mix colours measures those of a host all the same', async () => {
  const colours = '<style>tirkeu-precheck { --tirkeu-accent: #eee; --tirkeu-on-accent: #fff; }</style>';
  await openHost(page, '<tirkeu-precheck lang="en"></tirkeu-precheck>', { head: `<script>CSS.supports = () => false</script>${colours}` });
  await page.ready();
  await page.until(() => page.run(`return warnings.some((warning) => /too little contrast.*accent/.test(warning))`), 'the warning');
});
