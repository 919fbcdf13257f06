// The visit sheet on paper.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { cannot, ENGINE } from './engines.mjs';
import { onPhone } from './visual-faults.mjs';
import { SEEN } from './page.mjs';
import { paperSizes, piecesOfText } from './pdf.mjs';
import { PAPERS, printOn } from './screen.mjs';
import { browser, page, setUp } from './setup.mjs';
import { goThrough } from './situations.mjs';
import { ADULT, CHILD, FAMILY } from './every-state.mjs';

setUp();

/** On the screen what is for paper, in every engine alike: gives how many rules that are. */
const AS_PRINTED = `
  const rules = [...root().styleSheets].flatMap(({ cssRules }) => [...cssRules]).filter(({ media }) => media?.mediaText === 'print');
  for (const { media } of rules) media.mediaText = 'all';
  return rules.length;
`;

const TYPE = `
  const [field, value] = arguments;
  const input = all('[data-type=' + field + ']')[0];
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
`;
const TYPE_EVERYTHING = `
  const values = { name: 'Абдурахманова Гулнора Шавкатовна', iin: '9902 3010 0309', rka: '0201 3001 2345 6789',
    address: 'г. Алматы, Бостандыкский район, ул. Тимирязева, дом 42, корпус 15/108, квартира 17' };
  for (const input of all('[data-type]')) {
    input.value = values[input.dataset.type.replace(/\\d/, '')];
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
`;

/** Takes the numbers off the pages that are printed from now on; gives how many rules had any. */
const WITHOUT_NUMBERS = `
  let count = 0;
  for (const sheet of document.styleSheets) for (const media of sheet.cssRules) {
    [...(media.cssRules ?? [])].forEach((rule, at) => {
      if (!(rule instanceof CSSPageRule)) return;
      media.deleteRule(at);
      media.insertRule('@page { margin: 12mm }', at);
      count += 1;
    });
  }
  return count;
`;

describe('the visit sheet on paper', () => {
  before(() => onPhone(page));

  const COPIES = [ADULT, CHILD].map((one) => ({ ...one, residence: 'co_owned', documents: 'copy' }));
  const WAYS = { 'for one': [ADULT], 'for one with questions': COPIES.slice(0, 1), 'for four': FAMILY, 'for two with many questions': COPIES };
  /** In millimetres, as `paperSizes` gives them. */
  const SIZES = { A4: '210 × 297', Letter: '216 × 279' };
  const PAPER = Object.keys(PAPERS);
  const languages = () => page.run(`return all('#sheet [lang]').map(({ lang }) => lang);`);

  /** A Saturday: on some days one more line says that most branches are closed. */
  const LONGEST_DAY = '2026-12-05';

  /** Once it is there in the language of the officer too. */
  async function openSheet(language, people) {
    await page.open(language);
    await goThrough(page, { people, visitDate: LONGEST_DAY });
    await page.tap('go::visit_sheet:');
    await page.until(async () => (await languages()).length === 2, 'both languages');
    await page.dressed();
  }

  for (const language of SEEN) {
    for (const [name, people] of Object.entries(WAYS)) {
      test(`is one page of either size in ${language} ${name}`, { skip: cannot('print') }, async () => {
        await openSheet(language, people);
        for (const paper of PAPER) assert.deepEqual(paperSizes(await printOn(browser, paper)), [SIZES[paper]]);
      });
    }
  }

  test('is one page for four with everything typed that may be', { skip: cannot('print') }, async () => {
    await openSheet('ru', FAMILY);
    await page.run(TYPE_EVERYTHING);
    assert.match(await page.text(), /9902 3010 0309/);
    assert.deepEqual(paperSizes(await printOn(browser, 'A4')), [SIZES.A4]);
  });

  test('is two pages at most for six', { skip: cannot('print') }, async () => {
    await openSheet('kk', [...FAMILY, CHILD, CHILD]);
    for (const paper of PAPER) assert.ok(paperSizes(await printOn(browser, paper)).length <= 2, paper);
  });

  const knowsNoNumbers = ENGINE !== 'chromium' && 'only Chromium prints what a style sheet says of a page’s margins; Firefox has a line of its own there';
  test('numbers its pages', { skip: knowsNoNumbers }, async () => {
    await openSheet('kk', [...FAMILY, CHILD, CHILD]);
    const numbered = await printOn(browser, 'Letter');
    assert.equal(paperSizes(numbered).length, 2);
    assert.ok(await page.driver.executeScript(WITHOUT_NUMBERS) > 0, 'a rule for pages');
    const without = piecesOfText(await printOn(browser, 'Letter'));
    assert.ok(without > 20, `${without} pieces of text are seen`);
    assert.ok(piecesOfText(numbered) >= without + 2, `${piecesOfText(numbered)} pieces of text, ${without} without numbers`);
  });

  for (const [name, ways] of Object.entries({ 'the owner’s sheet': ['go::owner_sheet:'], 'a complaint': ['go::appeal:', 'go::complaint:'], 'the form of the consent': ['go::consent_form:'] })) {
    test(`${name} is one page of either size`, { skip: cannot('print') }, async () => {
      await page.open('ru');
      await goThrough(page, { people: [{ ...ADULT, owner_consent: 'none' }] });
      await page.tap(...ways);
      await page.dressed();
      for (const paper of PAPER) assert.deepEqual(paperSizes(await printOn(browser, paper)), [SIZES[paper]]);
    });
  }

  test('lays each paper out with a box to tick, the languages side by side', async () => {
    await openSheet('ru', [ADULT]);
    assert.ok(await page.run(AS_PRINTED) > 0, 'a rule for paper');
    const boxes = await page.run(`return all('.papers > li').map((paper) => getComputedStyle(paper, '::after').borderTopStyle);`);
    assert.deepEqual(boxes, ['solid', 'solid', 'solid']);
    const beside = await page.run(`return all('.sheet > p.both').filter(visible).map(({ children: [one, other] }) => other.getBoundingClientRect().left > one.getBoundingClientRect().left);`);
    assert.ok(beside.length > 2 && beside.every(Boolean), beside.join());
  });

  test('takes an IIN however it is grouped, and no other digits', async () => {
    await openSheet('en', [ADULT]);
    const isWrong = async (value) => {
      await page.run(TYPE, 'iin0', value);
      return page.run(`return all('[data-type=iin0]')[0].getAttribute('aria-invalid');`);
    };
    for (const [value, wrong] of [['990230100309', false], ['9902 3010-0309', false], ['990230100308', true], ['123', true], ['', false]]) {
      assert.equal(await isWrong(value), String(wrong), value);
    }
  });

  test('says which language stands on it, and takes the other', async () => {
    await page.open('kk');
    await page.tap('go::appeal:');
    await page.tap('go::complaint:');
    const pressed = () => page.run(`return all('.officers [aria-pressed=true]').map(({ lang }) => lang);`);
    assert.deepEqual(await pressed(), ['kk'], 'a complaint in the state language for whoever reads it');
    await page.press('officer:ru');
    await page.until(async () => (await pressed())[0] === 'ru', 'Russian');
  });

  test('prints the list of papers though it is folded', async () => {
    await page.open('en');
    await page.run(`window.print = () => {}; all('.papers')[0].open = false;`);
    await page.press('print');
    assert.equal(await page.run(`return all('.papers')[0].open;`), true);
  });

  test('is in the language of the officer too', async () => {
    await openSheet('en', [ADULT]);
    assert.equal((await languages()).filter((language) => language !== 'en').length, 1);
  });

  test('has no button and no field on it', async () => {
    await openSheet('ru', [ADULT]);
    assert.ok(await page.run(`return all('button, input').filter(visible).length;`) > 0);
    assert.ok(await page.run(AS_PRINTED) > 0, 'a rule for paper');
    assert.equal(await page.run(`return all('button, input').filter(visible).length;`), 0);
  });
});
