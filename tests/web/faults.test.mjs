// Whatever fails: the host's page goes on, its list stays, one sentence says so, one line stands on the console, nothing is thrown.
// Engines: chromium firefox

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pass, putClock, TAG } from './clock.mjs';
import { openDocument, openHost, wentWrong } from './host.mjs';
import { wording } from './page.mjs';
import { browser, page, setUp, site } from './setup.mjs';
import { POLICY } from './site.mjs';
import { goThrough, VERDICTS } from './situations.mjs';

setUp();
beforeEach(() => site.heal());

const LIST = '<ul id="list"><li>Passport</ul>';
const FORM = `<button id="count" onclick="this.textContent = Number(this.textContent) + 1">0</button>`;

const ask = (script, ...words) => page.run(`return ${script}`, ...words);

/** The sentences of the beginning, as the element reads them. */
const LINES = readFileSync(join(process.env.TIRKEU_SITE, 'wording/en.txt'), 'utf8');

/** The files that break, or what the browser lacks, each with how. */
const BROKEN = {
  'the module is not there': () => site.fault('/precheck_bg.wasm', { status: 404 }),
  'the module is cut short': () => site.fault('/precheck_bg.wasm', { cut: 2000 }),
  'the module is something else': () => site.fault('/precheck_bg.wasm', { status: 500 }),
  'the wording is not there': () => site.fault('/wording/en.txt', { status: 404 }),
  'the wording is broken': () => site.host('/wording/en.txt', 'language page.title\nEngl'),
  'the wording is cut within its last sentence': () => site.host('/wording/en.txt', LINES.slice(0, -4)),
  'the wording is something else': () => site.fault('/wording/en.txt', { status: 500 }),
  'the wording that it holds is broken': { held: '<script type="text/plain" lang="en">language page.title\nEngl</script>' },
  'the style sheet is not there': () => site.fault('/tirkeu.css', { status: 404 }),
  'there is no WebAssembly': { head: '<script>delete window.WebAssembly</script>' },
  'there are no custom elements': { head: `<script>Object.defineProperty(window, 'customElements', { value: undefined })</script>` },
  'there is no shadow root': { head: '<script>delete Element.prototype.attachShadow</script>' },
  'a policy forbids the module': { headers: { 'Content-Security-Policy': `script-src 'self' 'unsafe-inline'` } },
  'a policy forbids to fetch': { headers: { 'Content-Security-Policy': `connect-src 'none'` } },
};

describe('the list stays', () => {
  for (const [name, broken] of Object.entries(BROKEN)) {
    test(name, async (t) => {
      t.after(() => site.heal());
      if (typeof broken === 'function') broken();
      const element = `<tirkeu-precheck lang="en">${LIST}${broken.held ?? ''}</tirkeu-precheck>`;
      await openHost(page, FORM + element, typeof broken === 'function' ? {} : broken);
      await page.until(() => ask(`Boolean(sentences()[0])`.replace('sentences()', SENTENCES)), 'the sentence');
      assert.deepEqual(await ask(SENTENCES), ['The questions could not be loaded.']);
      await theHostGoesOn();
    });
  }

  test(`the host's own sentence is shown where there is one`, async () => {
    site.fault('/precheck_bg.wasm', { status: 404 });
    await openHost(page, `${FORM}<tirkeu-precheck lang="en">${LIST}<p class="failed" hidden>Sorry.</p></tirkeu-precheck>`);
    await page.until(() => ask(`document.querySelector('.failed').checkVisibility()`), 'the sentence');
    assert.deepEqual(await ask(SENTENCES), ['Sorry.']);
    await theHostGoesOn();
  });

  test('several elements fail with one line on the console', async () => {
    site.fault('/precheck_bg.wasm', { status: 404 });
    await openHost(page, `${FORM}<tirkeu-precheck lang="en">${LIST}</tirkeu-precheck>${'<tirkeu-precheck lang="en"></tirkeu-precheck>'.repeat(2)}`);
    await page.until(async () => (await ask(SENTENCES)).length === 3, 'three sentences');
    await theHostGoesOn();
  });

  test('a fault of the module itself brings the list back', async () => {
    await openHost(page, `${FORM}<tirkeu-precheck lang="en">${LIST}</tirkeu-precheck>`);
    await page.ready();
    await page.until(() => ask(`Boolean(document.querySelector('[slot=list]'))`), 'the list, which is put there by a script of its own');
    await page.run(`const { prototype } = Document, { createTextNode } = prototype;
      prototype.createTextNode = () => { prototype.createTextNode = createTextNode; throw new Error('a fault'); };`);
    await ask(`root().querySelector('.primary').click()`);
    await page.until(async () => (await ask(SENTENCES)).length === 1, 'the sentence');
    await theHostGoesOn();
  });

  test('on the page itself', async () => {
    site.fault('/precheck_bg.wasm', { status: 404 });
    await openPage();
    await page.until(() => ask(`document.querySelector('.failed').checkVisibility()`), 'the sentence');
    assert.deepEqual(await ask(SENTENCES), [wording('en')['page.fallback']]);
    assert.equal(await ask(`document.querySelector('.fallback h2').checkVisibility()`), true);
    const { errors, thrown } = await wentWrong(page);
    assert.deepEqual([errors.length, thrown], [1, []]);
  });

  test('on the page itself without its script', async () => {
    site.fault('/tirkeu.js', { status: 404 });
    await openPage();
    assert.equal(await ask(`getComputedStyle(document.querySelector('.failed')).visibility`), 'hidden');
    await ask('document.getAnimations().forEach((animation) => animation.finish())');
    assert.equal(await ask(`getComputedStyle(document.querySelector('.failed')).visibility`), 'visible');
    assert.equal(await ask(`document.querySelector('.fallback h2').checkVisibility()`), true);
  });

  /** The list is to be seen, the host's own script works, one line tells the fault. */
  async function theHostGoesOn() {
    assert.equal(await ask(`list.checkVisibility()`), true, 'the list stays');
    await ask(`count.click()`);
    assert.equal(await ask(`count.textContent`), '1');
    const { errors, thrown } = await wentWrong(page);
    assert.equal(errors.length, 1, errors.join('\n'));
    assert.match(errors[0], /^tirkeu: /);
    assert.deepEqual(thrown, []);
  }
});

describe('it goes on', () => {
  test('the module has the wrong type', async () => {
    site.fault('/precheck_bg.wasm', { type: 'text/plain' });
    await openHost(page, '<tirkeu-precheck lang="en"></tirkeu-precheck>');
    await page.ready();
    assert.deepEqual((await wentWrong(page)).thrown, []);
  });

  test('the browser starts no module while it comes', async () => {
    await openHost(page, '<tirkeu-precheck lang="en"></tirkeu-precheck>', { head: '<script>delete WebAssembly.instantiateStreaming</script>' });
    await page.ready();
    await page.tap('go::check:', 'answer:0:status:foreigner');
    await page.until(async () => (await page.question())?.subject === 'age', 'the next question');
    assert.deepEqual((await wentWrong(page)).thrown, []);
  });

  test('storage is denied', async () => {
    const denied = `<script>Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })</script>`;
    await openHost(page, '<tirkeu-precheck lang="en"></tirkeu-precheck>', { head: denied });
    page.words = wording('en');
    await page.ready();
    await page.tap('go::check:', 'answer:0:status:foreigner');
    assert.deepEqual((await wentWrong(page)).errors, [], 'nobody asked to keep anything');
    await page.fill('keep', true);
    await page.until(() => ask(`root().querySelector('[role=status]').textContent === arguments[0]`, page.words['tools.keep.denied']), 'the sentence');
    assert.equal(await ask(`root().getElementById('keep').checked`), false);
    const { errors, thrown } = await wentWrong(page);
    assert.deepEqual([errors.length, thrown], [1, []]);
    await page.tap('answer:0:age:adult');
    assert.equal((await wentWrong(page)).errors.length, 1);
  });

  test('another language cannot be had', async () => {
    site.fault('/wording/ru.txt', { status: 404 });
    await openHost(page, '<tirkeu-precheck lang="en"></tirkeu-precheck>');
    await page.ready();
    await page.press('ru');
    await page.until(() => ask(`root().querySelector('[role=status]').textContent === arguments[0]`, wording('en')['tools.load.failed']), 'the sentence');
    assert.equal(await ask(`root().querySelector('.visit').lang`), 'en');
    assert.equal((await wentWrong(page)).errors.length, 1);
    site.heal();
    await page.press('ru');
    await page.until(() => ask(`root().querySelector('.visit').lang === 'ru'`), 'Russian, asked for again');
  });

  async function openSheet() {
    await openHost(page, '<tirkeu-precheck lang="en"></tirkeu-precheck>');
    await page.ready();
    await goThrough(page, VERDICTS.complete);
    await page.tap('go::visit_sheet:');
  }

  const BEHIND = { 'the texts of the answer': '/wording/en.later.txt', 'the module that writes the answer': '/answer.wasm' };
  for (const [what, file] of Object.entries(BEHIND)) {
    test(`${what} cannot be had`, async () => {
      site.fault(file, { status: 404 });
      await openHost(page, '<tirkeu-precheck lang="en"></tirkeu-precheck>');
      await page.ready();
      await page.tap('go::check:', 'answer:0:status:foreigner');
      await page.until(() => ask(`root().querySelector('.questions .hint').textContent === arguments[0]`, wording('en')['tools.load.failed']), 'the sentence');
      site.heal();
      await page.press('back');
      await page.until(async () => (await page.question())?.subject === 'status', 'the first question');
      await page.tap('answer:0:status:foreigner');
      await page.until(async () => (await page.question())?.subject === 'age', 'what was asked for again');
      assert.deepEqual((await wentWrong(page)).thrown, []);
    });
  }

  // Before any sheet was seen: Firefox goes on with a style that it was once given, whatever the server says of it now.
  test('how a sheet looks cannot be had', async () => {
    site.fault('/paper.css', { status: 404 });
    await openSheet();
    const dressed = () => ask(`getComputedStyle(root().querySelector('.both span')).display === 'block'`);
    // Asked for with the sheet, and once more with its second language where the first was refused by then.
    await page.until(async () => (await wentWrong(page)).errors.length > 0, 'a line on the console');
    await page.until(() => ask(`root().querySelectorAll('.both span').length > 2`), 'the sheet all the same');
    assert.equal(await dressed(), false);
    site.heal();
    await page.tap('go::check:', 'go::visit_sheet:');
    await page.until(dressed, 'what was asked for again');
    assert.deepEqual((await wentWrong(page)).thrown, []);
  });

  const PAPER = { 'the texts of sheets': '/wording/en.paper.txt', 'the module that writes sheets': '/paper.wasm' };
  for (const [what, file] of Object.entries(PAPER)) {
    test(`${what} cannot be had`, async () => {
      site.fault(file, { status: 404 });
      await openHost(page, '<tirkeu-precheck lang="en"></tirkeu-precheck>');
      await page.ready();
      await goThrough(page, VERDICTS.complete);
      await page.run(`return tap('go::visit_sheet:');`);
      await page.until(() => ask(`root().querySelector('[role=status]').textContent === arguments[0]`, wording('en')['tools.load.failed']), 'the sentence');
      assert.equal(await page.verdict(), 'complete', 'the answer is there as it was');
      site.heal();
      await page.tap('go::visit_sheet:');
      await page.until(() => ask(`root().activeElement?.id === 'sheet'`), 'the sheet, asked for again, in focus');
      assert.deepEqual((await wentWrong(page)).thrown, []);
    });
  }

  test('the worker fails', async () => {
    site.fault('/worker.js', { status: 404 });
    await openPage();
    await page.ready();
    await page.until(async () => (await wentWrong(page)).errors.length > 0, 'the line on the console');
    await page.tap('go::check:', 'answer:0:status:foreigner');
    const { errors, thrown } = await wentWrong(page);
    assert.deepEqual([errors.length, thrown], [1, []]);
  });
});

describe('what failed is asked for again', () => {
  const FILES = {
    'the module': '/precheck_bg.wasm',
    'the wording': '/wording/en.txt',
    'the style sheet': '/tirkeu.css',
  };
  const ELEMENT = `<tirkeu-precheck lang="en" id="first">${LIST}</tirkeu-precheck>`;
  const isReady = (id) => ask(`Boolean(document.getElementById(arguments[0]).result)`, id);
  const TOUCHES = ['pointerdown', 'click', 'keydown'];

  async function failing(file, element = ELEMENT) {
    site.fault(file, { status: 503 });
    await openHost(page, FORM + element);
    await page.until(async () => (await ask(SENTENCES)).length > 0, 'the sentence');
    site.heal();
  }

  async function isWhole() {
    await page.until(() => isReady('first'), 'the questions');
    assert.deepEqual(await ask(SENTENCES), [], 'the sentence is taken back');
    assert.equal(await ask('list.checkVisibility()'), false);
    await page.tap('go::check:', 'answer:0:status:foreigner');
    assert.deepEqual((await wentWrong(page)).thrown, []);
    assert.equal(await ask(`all('link').filter(({ href }) => href.endsWith('/tirkeu.css')).length`), 1);
  }

  for (const [name, file] of Object.entries(FILES)) {
    for (const touch of TOUCHES) {
      test(`${name}, by the next touch: ${touch}`, async () => {
        await failing(file);
        await ask(`void list.dispatchEvent(new Event(arguments[0], { bubbles: true, composed: true }))`, touch);
        await isWhole();
      });
    }

    test(`${name}, by the next element, and for the one before it too`, async () => {
      await failing(file);
      await ask(`void document.body.append(Object.assign(document.createElement('tirkeu-precheck'), { lang: 'en', id: 'second' }))`);
      await page.until(() => isReady('second'), 'the second');
      await isWhole();
    });

    // Firefox may have the style sheet from the page before, and then asks for none.
    if (file.endsWith('.css')) continue;
    test(`${name}, as often as it fails, and never while it is still asked for`, async () => {
      await failing(file, ELEMENT.replace(LIST, `${LIST}<p class="failed" hidden>Sorry.</p>`));
      site.fault(file, { status: 503, delay: 200 });
      const asked = () => site.requests.filter(({ url }) => url === file).length;
      const before = asked();
      for (const touch of TOUCHES) await ask(`void list.dispatchEvent(new Event(arguments[0], { bubbles: true }))`, touch);
      await page.until(() => asked() > before, 'another request');
      await sleep(400);
      assert.equal(asked(), before + 1);
      site.heal();
      await ask(`list.click()`);
      await isWhole();
    });
  }

  /** What comes behind the first question cannot be had. */
  async function withoutBehind(file = '/behind.js', element = '<tirkeu-precheck lang="en" id="first"></tirkeu-precheck>') {
    site.fault(file, { status: 503 });
    putClock(site, []);
    await openHost(page, element, { head: TAG });
    page.words = wording('en');
    await page.ready();
    await page.until(async () => (await wentWrong(page)).errors.length > 0, 'the line on the console');
    assert.deepEqual((await wentWrong(page)).thrown, []);
  }
  const MINUTE = 60_000;
  const isAsked = async () => (await page.actions()).includes('idle::no:');

  test('/behind.js, by the next answer: then the clock is asked, and nobody waits for another visit', async () => {
    await withoutBehind();
    site.heal();
    const asked = () => site.requests.filter(({ url }) => url.startsWith('/behind.js')).length;
    const before = asked();
    await page.tap('go::check:', 'answer:0:status:foreigner');
    await page.until(() => asked() > before, 'it is asked for again');
    await sleep(300);
    await pass(browser, 15 * MINUTE);
    assert.ok(await isAsked(), 'who is there');
    await pass(browser, MINUTE);
    await page.tap('go::check:');
    assert.deepEqual(await page.pressed(), []);
  });

  test('/behind.js, and until it can be had a timer clears what nobody looks after', async () => {
    await withoutBehind();
    await page.tap('go::check:', 'answer:0:status:foreigner');
    await pass(browser, 15 * MINUTE);
    assert.equal((await page.pressed()).length, 1);
    await page.tap('answer:0:age:adult');
    await pass(browser, 15 * MINUTE);
    assert.equal((await page.pressed()).length, 2, 'somebody was there');
    await pass(browser, MINUTE);
    assert.ok((await page.actions()).includes('go::check:'));
    await page.tap('go::check:');
    assert.deepEqual(await page.pressed(), []);
  });

  test('/answer.css, by the next answer, once, and it costs nothing else', async () => {
    await withoutBehind('/answer.css');
    site.heal();
    await page.tap('go::check:', 'answer:0:status:foreigner');
    const styles = `all('link').filter(({ href, sheet }) => href.endsWith('/answer.css') && sheet).length`;
    await page.until(async () => (await ask(styles)) === 1, 'the style');
    await page.tap('answer:0:age:adult');
    assert.equal(await ask(styles), 1);
    await pass(browser, 15 * MINUTE);
    assert.ok(await isAsked());
  });

  test('/papers_list.js, by whatever is done next', async () => {
    const element = `<tirkeu-precheck lang="en" id="first">${LIST}</tirkeu-precheck>`;
    await withoutBehind('/papers_list.js', element);
    site.heal();
    await ask(`first.setAttribute('visit-date', '2027-01-20')`);
    await page.until(() => ask(`Boolean(document.querySelector('[slot=list]'))`), 'the list');
  });

  test('/sheets.js, by the next sheet', async () => {
    await withoutBehindSheets();
    site.heal();
    await page.tap('go::check:', 'go::visit_sheet:');
    await page.until(() => ask(`getComputedStyle(root().querySelector('.both span')).display === 'block'`), 'how a sheet looks');
  });

  async function withoutBehindSheets() {
    site.fault('/sheets.js', { status: 503 });
    await openHost(page, '<tirkeu-precheck lang="en"></tirkeu-precheck>');
    page.words = wording('en');
    await page.ready();
    await goThrough(page, VERDICTS.complete);
    await page.tap('go::visit_sheet:');
    await page.until(async () => (await wentWrong(page)).errors.length > 0, 'the line on the console');
  }

  test('a language that the host asked for, by the next touch, and said to be missing once', async () => {
    await openHost(page, '<tirkeu-precheck lang="en" id="first"></tirkeu-precheck>');
    page.words = wording('en');
    await page.ready();
    site.fault('/wording/ru.txt', { status: 503 });
    const said = () => ask(`root().querySelector('[role=status]').textContent`);
    await ask(`void (first.lang = 'ru')`);
    await page.until(async () => (await said()) === page.words['tools.load.failed'], 'the sentence');
    await page.tap('go::check:', 'answer:0:status:foreigner');
    await sleep(200);
    assert.notEqual(await said(), page.words['tools.load.failed'], 'said once');
    site.heal();
    await page.tap('answer:0:age:adult');
    await page.until(() => ask(`root().querySelector('.visit').lang === 'ru'`), 'Russian');
    assert.equal((await page.pressed()).length, 2);
  });

  test('a language that is pressed while another cannot be had is spoken', async () => {
    await openHost(page, '<tirkeu-precheck lang="en"></tirkeu-precheck>');
    await page.ready();
    site.fault('/wording/ru.txt', { status: 503, delay: 200 });
    site.fault('/wording/kk.txt', { delay: 600 });
    await ask(`['ru', 'kk'].forEach((language) => tap(language, 'data-script'))`);
    await page.until(() => ask(`root().querySelector('.visit').lang === 'kk'`), 'Kazakh');
  });

  for (const file of ['/host.js', '/check.js', '/check_bg.wasm']) {
    test(`${file}, by the next answer`, async () => {
      site.fault(file, { status: 503 });
      await openHost(page, '<tirkeu-precheck lang="en" share-report></tirkeu-precheck>');
      await page.ready();
      await page.until(async () => (await wentWrong(page)).errors.length > 0, 'the line on the console');
      site.heal();
      await page.tap('go::check:', 'answer:0:status:foreigner');
      await page.until(() => ask(`heard.some(({ type }) => type === 'tirkeu-report')`), 'the report');
    });
  }
});

const SENTENCES = `[...document.querySelectorAll('tirkeu-precheck')].flatMap((element) => [element, element.shadowRoot ?? element])
  .flatMap((place) => [...place.querySelectorAll('.failed')]).filter((said, index, all) => all.indexOf(said) === index && said.checkVisibility())
  .map(({ textContent }) => textContent)`;

/** The page itself, in English, with the record in front of its scripts. */
async function openPage() {
  const html = readFileSync(join(process.env.TIRKEU_SITE, 'en.html'), 'utf8');
  await openDocument(page, html, { headers: { 'Content-Security-Policy': POLICY } });
}
