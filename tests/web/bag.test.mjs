// The boxes of the bag: ticked by whoever packs it, no answers, and nobody is told.

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { ADULT } from './every-state.mjs';
import { page, setUp, site } from './setup.mjs';
import { answerAll, goThrough } from './situations.mjs';

setUp();

const [CARD, OWNERS] = ['bag-q0-identity_document', 'bag-q-owner_identity'];

const ticked = () => page.run(`return all('.bag input').filter(({ checked }) => checked).map(({ id }) => id).sort();`);

/** Once what the module changed is seen by those who look at it. */
async function isTicked(...ids) {
  await page.drawn();
  assert.deepEqual(await ticked(), ids.sort());
}

describe('what is ticked in the bag', () => {
  beforeEach(async () => {
    await page.open('ru');
    await goThrough(page, { people: [ADULT] });
    for (const id of [CARD, OWNERS]) await page.fill(id, true);
    await isTicked(CARD, OWNERS);
  });

  test('stays while another answer changes, also one about the same paper', async () => {
    await page.tap('change::owner_consent:', 'hold::owner_consent:copy');
    await isTicked(CARD, OWNERS);
    await page.tap('change:0:identity_document:', 'hold:0:identity_document:electronic');
    await isTicked(CARD, OWNERS);
  });

  test('stays while a sheet is shown, and in another language', async () => {
    await page.tap('go::visit_sheet:', 'go::check:');
    await isTicked(CARD, OWNERS);
    await page.speak('kk');
    await isTicked(CARD, OWNERS);
  });

  test('can be taken back', async () => {
    await page.fill(CARD, false);
    await page.tap('go::visit_sheet:', 'go::check:');
    await isTicked(OWNERS);
  });

  test('is gone with its paper, and the others stay', async () => {
    await page.tap('change::residence:', 'answer::residence:own');
    await isTicked(CARD);
  });

  test('is forgotten with the answers, also where those come back', async () => {
    await page.tap('clear', 'undo');
    await page.until(() => page.run(`return all('.bag input').length > 1;`), 'the answers to be back');
    await isTicked();
    await page.fill(CARD, true);
    await page.tap('clear', 'go::check:');
    await answerAll(page, [ADULT]);
    await isTicked();
  });

  test('is told to no host, kept nowhere and sent to nobody', async () => {
    await page.fill('keep', true);
    await page.run(`
      window.told = 0;
      root().host.setAttribute('share-report', '');
      for (const name of ['tirkeu-change', 'tirkeu-report']) addEventListener(name, () => (window.told += 1));
    `);
    await page.until(() => page.run('return window.told > 0;'), 'the report that was asked for');
    const [stored, result] = [await page.stored(), await page.run('return root().host.result;')];
    const asked = site.requests.length;
    await page.run('window.told = 0;');
    for (const is of [false, true]) await page.fill(CARD, is);
    await page.drawn();
    assert.equal(await page.run('return window.told;'), 0);
    assert.deepEqual(await page.stored(), stored);
    assert.deepEqual(await page.run('return root().host.result;'), result);
    // The worker may still be fetching what it keeps.
    const since = site.requests.slice(asked).filter(({ method, body, url }) => method !== 'GET' || body || !/^[^?]*(\?tirkeu-\w+)?$/.test(url));
    assert.deepEqual(since, []);
    await page.tap('change::owner_consent:', 'hold::owner_consent:copy');
    await page.until(() => page.run('return window.told > 1;'), 'the host to be told of an answer');
  });
});
