// The bag: of a family a table or cards, with the same in both; its boxes are ticked by whoever packs it, no answers, and nobody is told.

import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import { ADULT, CHILD } from './every-state.mjs';
import { resize } from './screen.mjs';
import { browser, page, setUp, site } from './setup.mjs';
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

/** Six people, whose papers are not the same and stand otherwise. */
const SIX = [
  ADULT, { ...ADULT, identity_document: 'copy' }, CHILD, { ...CHILD, birth_certificate: 'none' },
  { ...ADULT, age: '16_17', applicant: 'trustee' }, { ...ADULT, incapacitated: 'yes', applicant: 'guardian', proof_of_authority: 'none' },
];

/**
 * What of the family's papers is to be seen: for each person, by the paper's name, how it stands; how the rows lie, and what sticks out of
 * the window, or of its own place.
 */
const FAMILYS = `
  const table = all('.bag table')[0];
  const isSeen = (shown) => Boolean(shown) && visible(shown) && shown.getBoundingClientRect().width > 1;
  const columns = [...table.querySelectorAll('thead th')].slice(1);
  const cell = (place, index) => {
    const label = place.querySelector('.label');
    const name = isSeen(label) ? label : columns[index];
    return place.querySelector('input') && [[isSeen(name) && name.innerText, ...[...place.querySelectorAll('.what, .hint, .status')].filter(isSeen).map((said) => said.innerText)].join(' | ')];
  };
  const rows = [...table.querySelectorAll('tbody tr')];
  const people = rows.map((row) => [row.querySelector('th').innerText.split('\\n').join(' '), ...[...row.querySelectorAll('td')].flatMap((place, index) => cell(place, index) ?? [])]);
  const { clientWidth: width } = document.documentElement;
  const isOut = (shown) => {
    const { left, right } = shown.getBoundingClientRect();
    return left < -1 || right > width + 1 || (shown.clientWidth > 0 && shown.scrollWidth > shown.clientWidth + 1);
  };
  const out = [...table.querySelectorAll('*')].filter(isSeen).filter(isOut).map((shown) => shown.outerHTML.slice(0, 90));
  const beside = (row) => new Set([...row.querySelectorAll('th, td')].filter(isSeen).map((place) => Math.round(place.getBoundingClientRect().top))).size === 1;
  return { people, out, sideways: document.scrollingElement.scrollWidth - width, hasHead: isSeen(columns[0]), isTable: rows.every(beside) };
`;

describe('the papers of a family of six', () => {
  after(() => resize(browser, 600, 900));

  test('are a table where there is room and a card for each where there is not, with the same in both', async () => {
    await resize(browser, 1280, 900);
    await page.open('ru');
    await goThrough(page, { people: SIX });
    await page.drawn();
    const wide = await page.run(FAMILYS);
    assert.deepEqual([wide.isTable, wide.hasHead, wide.sideways, wide.out], [true, true, 0, []]);
    assert.equal(wide.people.length, SIX.length);
    assert.ok(wide.people.every(([who, ...papers]) => who && papers.length > 0 && papers.every((paper) => !paper.startsWith('false'))), JSON.stringify(wide.people));
    assert.ok(new Set(wide.people.flat()).size > 8, 'they stand otherwise');
    await resize(browser, 360, 640);
    await page.drawn();
    const narrow = await page.run(FAMILYS);
    assert.deepEqual([narrow.isTable, narrow.hasHead, narrow.sideways, narrow.out], [false, false, 0, []]);
    assert.deepEqual(narrow.people, wide.people);
  });
});
