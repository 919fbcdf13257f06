// A visit's code: offered, explained and made on the sheet for the counter; typed, pasted or scanned into the officer's page.
// Engines: chromium firefox

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import decodeQR from 'qr/decode.js';
import { accessibilityFaults } from './axe.mjs';
import { pass, putClock } from './clock.mjs';
import { cannot } from './engines.mjs';
import { FAMILY } from './every-state.mjs';
import { LANGUAGES, Page, wording } from './page.mjs';
import { paperSizes } from './pdf.mjs';
import { printOn, resize } from './screen.mjs';
import { browser, page, setUp, site } from './setup.mjs';
import { goThrough, VERDICTS } from './situations.mjs';

setUp({ size: [900, 900] });
beforeEach(() => site.heal());

/** Of two owners who come with everything: as it was seen; seen under an earlier edition; seen under rules that were corrected. */
const WHOLE = '1100-1XNP-2WDM-YAXA-2MMH-7JV';
const EARLIER = '1100-CM46-M6KY-GYXB-F7VB';
const CORRECTED = '1100-CM46-M6KY-PYY3-H4VX';

/** What comes later comes from the site then, and from nowhere else. */
const FORGET_WORKER = `
  const [done] = arguments;
  const forget = async () => {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  };
  forget().then(done, done);
`;

const OFFER = `
  const code = () => all('.code')[0]?.shadowRoot;
  const parts = (selector) => [...code().querySelectorAll(selector)];
  const labelled = (label) => parts('button').find(({ textContent }) => textContent === label);
`;

// Before the sheet, since Tirkeu's own page lets a worker bring what comes after it.
describe(`on the officer's page`, () => {
  let words;
  const ask = (script, ...given) => browser.driver.executeScript(script, ...given);
  const told = () => ask(`return document.getElementById('place').innerText;`);
  const wrong = () => ask(`return document.getElementById('wrong').textContent;`);
  const typed = () => ask(`return document.getElementById('code').value;`);
  const says = (id) => page.until(async () => (await told()).includes(words[id]), id);

  async function openCounter(language, { day } = {}) {
    words = wording(language);
    putClock(site, [`counter.${language}.html`], day ?? '2026-12-01T06:00:00Z');
    // A worker would show the page as it was kept, with the clock of the machine.
    site.fault('/worker.js', { status: 404 });
    await browser.driver.get(`${site.address}/counter.${language}.html`);
    await page.until(() => ask(`return !document.getElementById('entry').hidden;`), 'the field', 15_000);
  }

  /** Key after key, as fast as a scanner, wherever the focus is. */
  const scan = (keys) => browser.driver.actions().sendKeys(keys, Key.ENTER).perform();

  /** What keys a scanner presses for a code, on a keyboard that is set to Russian or Kazakh. */
  const RUSSIAN = ['QWERTYUIOPASDFGHJKLZXCVBNM', 'ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ'];
  const KAZAKH = [`${RUSSIAN[0]}1234567890-`, `${RUSSIAN[1].toLowerCase()}"әіңғ,.үұқө`];
  const onKeys = (code, [latin, other]) => [...code].map((key) => other[latin.indexOf(key)] ?? key).join('');

  for (const language of LANGUAGES) {
    test(`shows in ${language} what was said and the answer anew`, async () => {
      await openCounter(language);
      assert.equal(await ask(`return document.activeElement.id;`), 'code', 'the field waits for a scanner');
      assert.deepEqual(await accessibilityFaults(browser), []);
      await scan(WHOLE);
      await says('code.told');
      for (const id of ['verdict.complete', 'answer.status.foreigner', 'code.same', 'paper.not_a_decision']) await says(id);
      assert.equal(await ask(`return document.activeElement.id;`), 'told');
      assert.equal(await typed(), '');
      assert.deepEqual(await accessibilityFaults(browser), []);
      await scan(WHOLE.replace('2WDM', '2WDN'));
      const fault = words['code.wrong.mistyped'].replace('{group}', '3').replace('{written}', '2WDN');
      await page.until(async () => (await wrong()) === fault, fault);
      assert.ok((await told()).includes(words['code.same']), 'what is shown already stays');
      assert.deepEqual(await accessibilityFaults(browser), []);
    });
  }

  for (const [keyboard, keys] of Object.entries({ Russian: RUSSIAN, Kazakh: KAZAKH })) {
    test(`takes what a scanner types on a keyboard set to ${keyboard}`, async () => {
      await openCounter('ru');
      await ask(`document.querySelector('.languages a').focus();`);
      await scan(onKeys(WHOLE, keys));
      await says('code.same');
    });
  }

  test('takes what is pasted, with spaces, in small letters', async () => {
    await openCounter('kk');
    await ask(`document.getElementById('code').value = arguments[0]; document.getElementById('open').click();`, ` ${WHOLE.toLowerCase().replaceAll('-', ' ')} `);
    await says('code.same');
  });

  test('speaks another language in its place', async () => {
    await openCounter('ru');
    await scan(WHOLE);
    await says('code.same');
    await ask(`document.querySelector('.languages [lang=kk]').click();`);
    words = wording('kk');
    await says('code.same');
    assert.equal(await ask(`return document.documentElement.lang + document.title + document.querySelector('h1').textContent;`), `kk${words['code.page']}${words['code.page']}`);
    assert.match(await page.address(), /counter\.ru\.html$/);
  });

  test('says in words what differs from the day the code was made', async () => {
    await openCounter('en');
    await scan(EARLIER);
    await says('code.differs');
    const line = words['code.differs.then'].replace('{what}', words['document.owner_identity'])
      .replace('{then}', words['status.ask']).replace('{now}', words['status.missing']);
    assert.ok((await told()).includes(line), await told());
    await scan(CORRECTED);
    await says('code.differs.corrected');
  });

  test('says what would differ today', async () => {
    await openCounter('en', { day: '2027-01-05T06:00:00Z' });
    await scan(WHOLE);
    await says('code.same');
    const line = words['code.today.then'].replace('{what}', words['document.owner_identity'])
      .replace('{then}', words['status.satisfied']).replace('{now}', words['status.expired']);
    assert.ok((await told()).includes(line), await told());
  });

  test('says what is wrong with what is no code, and leaves it to be mended', async () => {
    await openCounter('en');
    for (const [typing, id, gaps] of [
      ['', 'empty', {}],
      ['1100-U', 'foreign', { written: 'U', group: '2' }],
      [WHOLE.slice(0, 14), 'cut', { characters: '12', least: '20' }],
      ['1'.repeat(700), 'long', { most: '640' }],
    ]) {
      await ask(`document.getElementById('code').value = arguments[0]; document.getElementById('open').click();`, typing);
      const sentence = Object.entries(gaps).reduce((text, [gap, value]) => text.replace(`{${gap}}`, value), words[`code.wrong.${id}`]);
      assert.equal(await wrong(), sentence);
      assert.equal(await typed(), typing);
      assert.equal(await ask(`return document.getElementById('code').getAttribute('aria-invalid');`), 'true');
    }
    assert.equal(await told(), '');
  });

  test('keeps nothing: not in the address, not on the device, not in a request, not when nobody is there', async () => {
    await openCounter('ru');
    await scan(WHOLE);
    await says('code.same');
    const kept = JSON.stringify([await ask(`return [{ ...localStorage }, { ...sessionStorage }, document.cookie, history.length, document.title];`), await page.address()]);
    assert.ok(!kept.includes('1100') && !kept.includes('foreigner'), kept);
    assert.ok(site.requests.every(({ url, body }) => body === '' && !url.includes('1100')));
    await pass(browser, 4 * 60_000);
    assert.notEqual(await told(), '');
    await pass(browser, 2 * 60_000);
    await page.until(async () => (await told()) === '', 'everything to be cleared');
    assert.equal(await ask(`return document.getElementById('live').textContent;`), words['code.cleared']);
    await scan(WHOLE);
    await says('code.same');
    await ask(`dispatchEvent(new PageTransitionEvent('pagehide'));`);
    assert.equal(await told(), '');
  });

  test('lets a helper go on with the same answers, which are not kept, and make a new code', async () => {
    await openCounter('en');
    await scan(WHOLE);
    await says('code.same');
    await ask(`document.getElementById('on').focus(); document.getElementById('on').click();`);
    const helper = new Page(browser, site);
    Object.assign(helper, { words, language: 'en' });
    await helper.until(() => helper.run(`return Boolean(root() && find('go::visit_sheet:'));`), 'the answer', 15_000);
    await helper.behind();
    assert.equal(await helper.verdict(), 'complete');
    assert.equal(await ask(`return document.activeElement.localName;`), 'tirkeu-precheck');
    assert.equal(await told(), '', 'the code makes room');
    assert.deepEqual(await ask('return { ...localStorage };'), {});
    assert.equal(await helper.run(`return all('#keep').some(visible);`), false, 'nothing is kept on this device');
    await helper.tap('go::visit_sheet:');
    await helper.until(() => helper.run(`${OFFER} return Boolean(code() && labelled(arguments[0]));`, words['code.make']), 'the offer');
    await helper.run(`${OFFER} labelled(arguments[0]).click(); labelled(arguments[1]).click();`, words['code.make'], words['code.create']);
    await helper.until(() => helper.run(`${OFFER} return parts('.characters').length === 1;`), 'the code');
    assert.equal(await helper.run(`${OFFER} return parts('.characters')[0].textContent;`), WHOLE, 'the same answers, the same code');
    await ask(`document.getElementById('close').click();`);
    assert.equal(await ask(`return document.querySelector('tirkeu-precheck');`), null);
    assert.equal(await ask(`return document.activeElement.id;`), 'code');
  });

  test('breaks no rule of the policy', async () => {
    await openCounter('en');
    await ask(`window.forbidden = []; addEventListener('securitypolicyviolation', ({ violatedDirective }) => forbidden.push(violatedDirective));`);
    await scan(WHOLE);
    await says('code.same');
    assert.deepEqual(await ask('return forbidden;'), []);
  });

  test('fits a phone', async () => {
    await resize(browser, 390, 844);
    await openCounter('kk');
    await scan(EARLIER);
    await says('code.differs');
    assert.ok(await ask('return document.documentElement.scrollWidth <= innerWidth;'));
    await resize(browser, 900, 900);
  });
});

/** The modules of a path of runs, as a picture of four pixels each. */
function drawn(path, size) {
  const side = size * 4;
  const data = new Uint8Array(side * side * 4).fill(255);
  const dark = [];
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = Number(x); at < Number(x) + Number(length); at += 1) dark.push([at, Number(y)]);
  }
  for (const [x, y] of dark) {
    for (let down = 0; down < 4; down += 1) {
      for (let along = 0; along < 4; along += 1) data.fill(0, 4 * ((y * 4 + down) * side + x * 4 + along), 4 * ((y * 4 + down) * side + x * 4 + along) + 3);
    }
  }
  return { image: { width: side, height: side, data }, dark };
}

describe('on the visit sheet', () => {
  const run = (script, ...words) => page.run(OFFER + script, ...words);
  const text = () => run(`return code()?.querySelector('div')?.innerText ?? '';`);
  const press = (id) => run(`labelled(arguments[0]).click();`, page.words[id]);
  const isThere = (id) => run(`return Boolean(code() && labelled(arguments[0]));`, page.words[id]);

  async function openSheet(language, situation = VERDICTS.incomplete) {
    await page.open(language);
    await goThrough(page, situation);
    await page.tap('go::visit_sheet:');
    await page.until(() => isThere('code.make'), 'the offer of a code');
  }

  async function make() {
    await press('code.make');
    await press('code.create');
    await page.until(() => isThere('code.away'), 'the code', 15_000);
    return run(`return parts('.characters')[0].textContent;`);
  }

  for (const language of LANGUAGES) {
    test(`says what it tells before it is made, in ${language}`, async () => {
      await openSheet(language);
      assert.ok(!(await text()).includes(page.words['code.what.not']), 'nothing is made or told unless asked for');
      await press('code.make');
      const told = await text();
      for (const id of ['code.what', 'code.what.visit', 'code.what.people', 'code.what.home', 'code.what.papers', 'code.what.not', 'code.dates']) {
        assert.ok(told.includes(page.words[id]), `${id}: ${told}`);
      }
      assert.deepEqual(await accessibilityFaults(browser), []);
      await press('code.create');
      await page.until(() => isThere('code.away'), 'the code', 15_000);
      assert.match(await run(`return parts('.characters')[0].textContent;`), /^1[0-9A-HJKMNP-TV-Z]{3}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
      assert.deepEqual(await accessibilityFaults(browser), []);
    });
  }

  test('is not loaded before the sheet, and no request and no store holds it', async () => {
    await page.open('en');
    await goThrough(page, VERDICTS.incomplete);
    await page.settled();
    const isOfCodes = ({ url }) => /code|sheets|counter/.test(url);
    const asked = await page.run(`return performance.getEntriesByType('resource').map(({ name }) => name);`);
    assert.deepEqual(asked.filter((url) => isOfCodes({ url })), []);
    await page.tap('go::visit_sheet:');
    await page.until(() => isThere('code.make'), 'the offer of a code');
    const made = await make();
    const secret = [made, made.replaceAll('-', '')];
    for (const { url, body } of site.requests) assert.ok(secret.every((code) => !url.includes(code)) && body === '', url);
    assert.ok(!JSON.stringify(await page.stored()).includes(secret[0]));
    assert.ok(!(await page.address()).includes(secret[0].slice(0, 9)));
  });

  test('is drawn as a square of the same characters: one path, dark on white, large enough, with white around', async () => {
    await openSheet('en', { people: [...VERDICTS.complete.people, ...VERDICTS.complete.people] });
    const code = await make();
    const [path, box, colours, millimetres, elements] = await run(`
      const svg = parts('svg')[0];
      const [ground, dark] = svg.children;
      return [dark.getAttribute('d'), svg.getAttribute('viewBox'), [ground, dark].map((part) => getComputedStyle(part).fill),
        svg.getBoundingClientRect().width * 25.4 / 96, [...svg.children].map(({ localName }) => localName)];
    `);
    const size = Number(box.split(' ')[2]);
    assert.deepEqual([elements, colours], [['rect', 'path'], ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']]);
    assert.ok(millimetres * (size - 8) / size >= 19.99, `${millimetres} mm`);
    const { image, dark } = drawn(path, size);
    assert.ok(dark.every(([x, y]) => [x, y].every((place) => place >= 4 && place < size - 4)), 'a quiet zone of four');
    assert.equal(decodeQR(image), code.replaceAll('-', ''));
  });

  test('leaves dates out when that is wanted', async () => {
    await openSheet('en');
    const whole = await make();
    await press('code.away');
    await page.tap('go::check:');
    await page.tap('change:0:identity_document:');
    await page.fill('q0-identity_document-until', '2029-01-31');
    await page.tap('hold:0:identity_document:original', 'go::visit_sheet:');
    await page.until(() => isThere('code.make'), 'the offer of a code');
    const dated = await make();
    await press('code.away');
    await press('code.make');
    await run(`parts('input')[0].click();`);
    await press('code.create');
    await page.until(() => isThere('code.away'), 'the code');
    const undated = await run(`return parts('.characters')[0].textContent;`);
    assert.deepEqual([whole, dated, undated].map((code) => code.replaceAll('-', '').length), [20, 23, 20]);
    assert.equal(undated, whole);
  });

  test('goes with the answers that it was of, and follows the language', async () => {
    await openSheet('en');
    await make();
    await page.speak('ru');
    await page.until(() => isThere('code.away'), 'the same code in Russian');
    await page.tap('go::check:');
    await page.tap('go::visit_sheet:');
    await page.until(() => isThere('code.make'), 'the offer anew');
  });

  test('is not made for more than thirty people, and says what there is instead', async () => {
    await page.open('en');
    const said = ['status:foreigner', 'age:adult', 'incapacitated:no', 'applicant:self'];
    const people = Array.from({ length: 31 }, (_, person) => [...said.map((answer) => `answer:${person}:${answer}`), `hold:${person}:identity_document:original`]);
    const line = [...Array(30).fill('add_person'), 'answer::service:permanent answer::residence:own', ...people.flat()].join(' ');
    await page.run(`localStorage.setItem('tirkeu', '2099-01-01 ' + arguments[0]);`, line);
    await page.open('en', { keep: true });
    await page.tap('go::check:', 'go::visit_sheet:');
    await page.until(() => isThere('code.make'), 'the offer of a code');
    await press('code.make');
    await press('code.create');
    const sentence = page.words['code.wrong.people'].replace('{most}', '30').replace('{people}', '31');
    await page.until(() => run(`return parts('.wrong')[0].textContent === arguments[0];`, sentence), sentence, 15_000);
    await page.open('en');
  });

  test('is offered again where its sentences could not be had', async () => {
    site.fault('/wording/en.code.txt', { status: 500 });
    await page.driver.executeAsyncScript(FORGET_WORKER);
    await page.open('en');
    await goThrough(page, VERDICTS.incomplete);
    await page.tap('go::visit_sheet:');
    await page.dressed();
    assert.equal(await isThere('code.make') ?? false, false);
    site.heal();
    await page.fill('paper-address', 'Алматы');
    await page.until(() => isThere('code.make'), 'the offer of a code');
  });

  test('leaves the sheet of four people one A4 page', { skip: cannot('print') }, async () => {
    await openSheet('ru', { people: FAMILY });
    await make();
    await page.until(() => page.run(`return all('[lang=kk]').length > 0;`), 'both languages');
    assert.deepEqual(paperSizes(await printOn(browser, 'A4')), ['210 × 297']);
  });

  test('is printed with the sheet, its buttons are not', async () => {
    await openSheet('en');
    await make();
    const hidden = await run(`
      for (const sheet of code().styleSheets) for (const rule of sheet.cssRules) if (rule.media?.mediaText === 'print') rule.media.mediaText = 'all';
      return ['svg', '.characters', 'button'].map((selector) => visible(parts(selector)[0]));
    `);
    assert.deepEqual(hidden, [true, true, false]);
  });
});
