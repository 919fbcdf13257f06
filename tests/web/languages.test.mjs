// Languages that are seen in one engine only: the translations, and those that nobody speaks, in which the page shows what a translation
// may do to it. What they have to say stands in tests/languages.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import { ENGINE } from './engines.mjs';
import { ADULT, SOME_STATES, STATES } from './every-state.mjs';
import { Page, PSEUDO, PSEUDO_SITE, TRANSLATIONS, wording } from './page.mjs';
import { phonePage } from './narrow-frame.mjs';
import { serveSite } from './site.mjs';
import { answerAll } from './situations.mjs';
import { OF_A_PSEUDO, OF_A_TRANSLATION, onPhone } from './visual-faults.mjs';

const skip = ENGINE === 'chromium' ? false : 'one engine sees every language';
let site, browser;

before(async () => {
  if (skip) return;
  site = await serveSite(PSEUDO_SITE);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** Everything wrong with these states, by the look that found it. */
async function faults(language, states, looks) {
  const page = phonePage(browser, site);
  const found = [];
  for (const state of states) {
    await page.open(language);
    await onPhone(page);
    await STATES[state](page);
    for (const [look, seen] of Object.entries(looks)) found.push(...(await seen(page)).map((fault) => `${state}: ${look}: ${fault}`));
  }
  await onPhone(page);
  return found;
}

/** A test that takes long says little of where it is. */
const PARTS = [0, 1, 2];
const part = (at) => Object.keys(STATES).filter((_, place) => place % PARTS.length === at);

for (const [language, at] of PSEUDO.flatMap((language) => PARTS.map((at) => [language, at]))) {
  test(`every state in ${language}, part ${at + 1}: nothing is cut off, nothing sticks out, and axe finds nothing`, { skip }, async () => {
    assert.deepEqual(await faults(language, part(at), OF_A_PSEUDO), []);
  });
}

for (const language of TRANSLATIONS) {
  test(`some states in ${language}: nothing is cut off, nothing sticks out, and axe finds nothing`, { skip }, async () => {
    assert.deepEqual(await faults(language, SOME_STATES, OF_A_TRANSLATION), []);
  });
}

describe('from right to left', { skip }, () => {
  let page;
  const ask = (script) => page.run(`return ${script};`);
  const directions = () => ask(`[document.documentElement, root().querySelector('.tirkeu'), root().querySelector('.visit'),
    document.querySelector('[slot=list]')].map((shown) => shown && getComputedStyle(shown).direction)`);
  before(() => (page = new Page(browser, site)));

  test('the page and all in it run so as soon as the language is spoken, and back; every answer survives', async () => {
    await page.open('ru');
    assert.deepEqual(await directions(), ['ltr', 'ltr', 'ltr', 'ltr']);
    await page.speak('fa-AF');
    await page.until(async () => (await ask(`document.querySelector('[slot=list]').lang`)) === 'fa-AF', 'the list');
    assert.deepEqual(await directions(), ['rtl', 'rtl', 'rtl', 'rtl']);
    await page.tap('go::check:');
    await answerAll(page, [{ ...ADULT, owner_consent: 'none' }]);
    const answered = await page.actions();
    await page.speak('uz');
    assert.equal((await directions())[1], 'ltr');
    await page.speak('fa-AF');
    assert.deepEqual(await page.actions(), answered);
    assert.equal(await page.verdict(), 'ask');
  });

  test('what lies at the start of a line lies right, and what follows left of it', async () => {
    await page.open('fa-AF');
    const [first, last] = await ask(`(() => {
      const buttons = all('.languages button').map((button) => button.getBoundingClientRect().left);
      return [buttons[0], buttons[1]];
    })()`);
    assert.ok(first > last, `${first} is not right of ${last}`);
  });

  test('two languages stand in two columns, each in its direction, the number of a line on the side of its language', async () => {
    await page.open('fa-AF');
    await page.tap('go::check:');
    await answerAll(page, [ADULT]);
    await page.tap('go::visit_sheet:');
    await page.until(() => ask(`all('.sheet .both').length > 0 && all('.sheet .both').every((both) => both.querySelectorAll(':scope > span').length === 2)`), 'both languages');
    const wrong = await ask(`all('.sheet .both').filter((both) => {
      const [own, officers] = [...both.querySelectorAll(':scope > span')]
        .map((span) => [span.lang, getComputedStyle(span).direction, getComputedStyle(span).textAlign].join(' '));
      return own !== 'fa-AF rtl start' || officers !== 'kk ltr start';
    }).map((both) => both.outerHTML)`);
    assert.deepEqual(wrong, []);
  });

  test('fields for numbers run from the left, and digits of other scripts are understood and shown as those of a paper', async () => {
    const field = (id) => ask(`(({ dir, ariaInvalid }) => [dir, ariaInvalid])(root().getElementById('${id}'))`);
    await page.fill('paper-iin0', '۹۹۰۲۳۰۱۰۰۰۰۲');
    assert.deepEqual(await field('paper-iin0'), ['ltr', 'false']);
    assert.equal(await ask(`root().querySelector('[data-typed=iin0]').textContent`), '990230100002');
    await page.fill('paper-iin0', '٩٩٠٢٣٠١٠٠٠٠٣');
    assert.deepEqual(await field('paper-iin0'), ['ltr', 'true']);
    await page.fill('paper-rka', '۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶');
    assert.deepEqual(await field('paper-rka'), ['ltr', 'false']);
  });

  test('what is typed is read from where it begins: numbers with spaces in them from the left, and names as they are written', async () => {
    const typed = { iin0: '9902 3010 0002', rka: '1234 5678 9012 3456', name0: 'Ivanova 2 B', address: 'Abay 5-12' };
    for (const [field, value] of Object.entries(typed)) await page.fill(`paper-${field}`, value);
    for (const [field, value] of Object.entries(typed)) {
      // Line after line, each from the left.
      const [shown, begins] = await ask(`(() => {
        const line = root().querySelector('[data-typed=${field}]');
        const range = new Range();
        const places = [...line.textContent].map((_, at) => {
          range.setStart(line.firstChild, at);
          range.setEnd(line.firstChild, at + 1);
          return range.getBoundingClientRect();
        });
        const { right } = line.getBoundingClientRect();
        const isOneLine = places[0].top === places.at(-1).top;
        return [places.map(({ top, left }) => Math.round(top) * 10_000 + left), isOneLine ? right - places.at(-1).right : 0];
      })()`);
      assert.equal(shown.length, value.length, field);
      assert.deepEqual(shown, [...shown].sort((one, other) => one - other), `${field} is shown in another order than it was typed`);
      assert.ok(begins < 2, `${field} stands ${begins} px from where its line begins`);
    }
    await page.fill('paper-name0', 'احمد ولی');
    const [first, last] = await ask(`(() => {
      const range = new Range();
      const text = root().querySelector('[data-typed=name0]').firstChild;
      return [0, text.length - 1].map((at) => (range.setStart(text, at), range.setEnd(text, at + 1), range.getBoundingClientRect().left));
    })()`);
    assert.ok(first > last, 'a Dari name runs from the right');
  });

  test('Russian terms are said to be Russian, and the draft says so in both languages', async () => {
    const words = wording('fa-AF');
    await page.open('fa-AF');
    await page.tap('go::check:');
    await answerAll(page, [{ ...ADULT, owner_identity: 'none' }]);
    const said = await ask(`all('.verdict .draft').map(({ lang, textContent }) => [lang, textContent])`);
    assert.deepEqual(said, [['', words['page.draft']], ['ru', wording('ru')['page.draft']]]);
    assert.ok(await ask(`all('bdi').length > 0 && all('bdi').every(({ lang }) => lang === 'ru')`));
  });
});
