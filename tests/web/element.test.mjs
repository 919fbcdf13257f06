// The element on a stranger's page: one tag, whatever the page around it does to it.
// Engines: chromium webkit

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { cannot } from './engines.mjs';
import { heard, openHost } from './host.mjs';
import { HOSTILE, LOOK } from './hostile-sheets.mjs';
import { emulateMedia, resize } from './screen.mjs';
import { wording } from './page.mjs';
import { browser, page, setUp, site } from './setup.mjs';
import { goThrough, VERDICTS } from './situations.mjs';

setUp();

/** Opens a host's page with this in its body. */
async function open(body, settings) {
  await openHost(page, body, settings);
  await page.ready();
}

const ask = (script, ...words) => page.run(`return ${script}`, ...words);
const wait = (holds, what) => page.until(() => ask(holds), what);

describe('one tag', () => {
  test('is registered once however often it is loaded', async () => {
    const again = '<script type="module" src="/tirkeu.js?again"></script>'.repeat(2);
    await open(`<tirkeu-precheck lang="en"></tirkeu-precheck>${again}`);
    assert.deepEqual(await ask('[errors, thrown]'), [[], []]);
  });

  test('stands on a page several times, each by itself', async () => {
    await open('<tirkeu-precheck lang="en" id="one"></tirkeu-precheck><tirkeu-precheck lang="ru" id="two"></tirkeu-precheck>');
    await wait(`document.getElementById('two').result`, 'the second');
    await page.tap('go::check:', 'answer:0:status:visitor');
    assert.deepEqual(await ask(`['one', 'two'].map((id) => document.getElementById(id).result.verdict)`), ['not_this_service', 'undecided']);
    const said = await ask(`[...document.querySelectorAll('tirkeu-precheck')].map(({ shadowRoot }) => shadowRoot.querySelector('.visit').lang)`);
    assert.deepEqual(said, ['en', 'ru']);
  });

  test('speaks the language of what it stands in, and one of ours where there is none', async () => {
    await open(`<div lang="ru-KZ"><tirkeu-precheck id="a"></tirkeu-precheck></div><tirkeu-precheck id="b" lang="qaa"></tirkeu-precheck>
      <tirkeu-precheck id="c" lang="kk"></tirkeu-precheck>`);
    await wait(`document.querySelectorAll('#a, #b, #c').values().every(({ result }) => result)`, 'all three');
    const said = await ask(`[...document.querySelectorAll('tirkeu-precheck')].map(({ shadowRoot }) => shadowRoot.querySelector('.visit').lang)`);
    assert.deepEqual(said, ['ru', 'en', 'kk']);
    assert.equal(await ask(`document.documentElement.lang`), 'en', `the host's own language stays`);
  });

  test('loads no wording where it holds that of its language', async () => {
    const said = { ...wording('en'), 'page.title': 'Held here', languages: 'ru Русский/en English' };
    const held = [Object.keys(said).join(' '), ...Object.values(said)].join('\n');
    const before = site.requests.length;
    await open(`<tirkeu-precheck lang="en"><script type="text/plain" lang="en">${held}</script></tirkeu-precheck>`);
    assert.equal(await ask(`root().querySelector('h1').textContent`), 'Held here');
    const asked = site.requests.slice(before).map(({ url }) => url);
    assert.deepEqual(asked.filter((url) => url.includes('wording')), []);
    await page.press('ru');
    await wait(`root().querySelector('.visit').lang === 'ru'`, 'Russian, which it does not hold');
  });

  test('is moved, removed and put back without loss', async () => {
    await open('<div id="here"></div><tirkeu-precheck lang="en"></tirkeu-precheck>');
    await page.tap('go::check:', 'answer:0:status:foreigner');
    const { subject } = await page.question();
    const isAsked = async () => (await page.question()).subject === subject;
    await ask(`here.append(document.querySelector('tirkeu-precheck'))`);
    await page.until(isAsked, 'the same question, once WebKit has the style sheet again');
    await ask(`(window.kept = document.querySelector('tirkeu-precheck')).remove()`);
    await ask(`here.append(kept)`);
    await page.until(isAsked, 'the same question');
    assert.deepEqual(await page.pressed(), ['answer:0:status:foreigner']);
    await page.tap('answer:0:age:adult');
    assert.notEqual((await page.question()).subject, subject);
    assert.deepEqual(await ask('[errors, thrown]'), [[], []]);
  });

  test('leaves nothing behind when it is thrown away', { skip: cannot('collect garbage') }, async () => {
    await open('<tirkeu-precheck lang="en"></tirkeu-precheck>');
    await browser.driver.executeAsyncScript(`
      const done = arguments[0];
      window.gone = [];
      const make = async () => {
        for (let count = 0; count < 20; count++) {
          const element = document.createElement('tirkeu-precheck');
          document.body.append(element);
          await new Promise((ready) => element.addEventListener('tirkeu-change', ready, { once: true }));
          element.remove();
          gone.push(new WeakRef(element));
        }
      };
      make().then(done);`);
    await browser.driver.sendAndGetDevToolsCommand('HeapProfiler.enable', {});
    await page.until(async () => {
      await browser.driver.sendAndGetDevToolsCommand('HeapProfiler.collectGarbage', {});
      return ask('gone.every((element) => !element.deref())');
    }, 'all of them to be forgotten');
  });

  test('watches its attributes', async () => {
    await open('<tirkeu-precheck lang="en"></tirkeu-precheck><input id="other">');
    await ask(`other.focus()`);
    await ask(`document.querySelector('tirkeu-precheck').setAttribute('visit-date', '2020-01-01')`);
    assert.equal(await ask(`document.querySelector('tirkeu-precheck').result.verdict`), 'not_covered');
    assert.equal(await ask(`document.querySelector('tirkeu-precheck').result.edition`), null);
    await ask(`document.querySelector('tirkeu-precheck').removeAttribute('visit-date')`);
    assert.equal(await ask(`document.querySelector('tirkeu-precheck').result.verdict`), 'undecided');
    await ask(`document.querySelector('tirkeu-precheck').lang = 'ru'`);
    await wait(`root().querySelector('.visit').lang === 'ru'`, 'Russian');
    assert.equal(await ask('document.activeElement.id'), 'other', 'the focus stays where it was');
  });

  test('tells the host what changed, and no answer', async () => {
    await open('<tirkeu-precheck lang="en" visit-date="2026-12-01" id="it"></tirkeu-precheck>');
    await goThrough(page, VERDICTS.incomplete);
    const changes = await heard(page, 'tirkeu-change');
    assert.ok(changes.length > 5, `${changes.length}`);
    const { detail, composed, bubbles, from } = changes.at(-1);
    assert.deepEqual([composed, bubbles, from], [true, true, 'it']);
    assert.deepEqual(Object.keys(detail).sort(), ['counts', 'edition', 'verdict']);
    assert.equal(detail.verdict, 'incomplete');
    assert.match(detail.edition, /^\d{4}-\d\d-\d\d$/);
    assert.equal(detail.counts.missing, 1);
    assert.equal(detail.counts.unanswered, 0);
    assert.deepEqual(await heard(page, 'tirkeu-report'), []);
    assert.deepEqual(await ask(`it.result`), detail);
    await ask('it.clear()');
    assert.equal(await ask('it.result.verdict'), 'undecided');
  });

  test('gives the report only to a host that asks', async () => {
    await open('<tirkeu-precheck lang="en" visit-date="2026-12-01" share-report id="it"></tirkeu-precheck>');
    await goThrough(page, VERDICTS.incomplete);
    await wait(`heard.some(({ type, detail }) => type === 'tirkeu-report' && detail.report.verdict === 'incomplete')`, 'the report');
    const { report } = (await heard(page, 'tirkeu-report')).at(-1).detail;
    assert.equal(report.findings.filter(({ status }) => status === 'missing').length, 1);
    assert.ok(report.fix.length > 0);
    await ask(`it.removeAttribute('share-report')`);
    const before = (await heard(page, 'tirkeu-report')).length;
    await ask('it.clear()');
    assert.equal((await heard(page, 'tirkeu-report')).length, before);
  });
});

describe('what several elements keep on the device', () => {
  const TWO = (one, two) => `<tirkeu-precheck lang="en" ${one}></tirkeu-precheck><tirkeu-precheck lang="en" ${two}></tirkeu-precheck>`;
  const all = () => ask(`[...document.querySelectorAll('tirkeu-precheck')].map(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll('.said-so-far .said')].map(({ textContent }) => textContent))`);
  const ready = async () => {
    await wait(`[...document.querySelectorAll('tirkeu-precheck')].every(({ result }) => result)`, 'both');
    await page.behind();
  };

  /** In each element one answer, and that it is to be kept. */
  const ANSWER = `[...document.querySelectorAll('tirkeu-precheck')].forEach(({ shadowRoot }, index) => {
    const press = (name) => shadowRoot.querySelector('[data-action="' + name + '"]').click();
    press('go::check:');
    press('answer:0:status:' + ['foreigner', 'refugee'][index]);
    shadowRoot.getElementById('keep').click();
  })`;
  const BEGIN = `[...document.querySelectorAll('tirkeu-precheck')].forEach(({ shadowRoot }) => shadowRoot.querySelector('[data-action="go::check:"]').click())`;
  const SAID = ['foreigner', 'refugee'].map((status) => [wording('en')[`answer.status.${status}`]]);

  const WAYS = { 'without a name': ['', ''], 'each with its id': ['id="a"', 'id="b"'], 'with the same id': ['id="a"', 'id="a"'], 'one with an id': ['', 'id="b"'] };
  for (const [name, [one, two]] of Object.entries(WAYS)) {
    test(`${name}: is each one’s own`, async () => {
      await open(TWO(one, two));
      await ready();
      await ask(ANSWER);
      await page.driver.navigate().refresh();
      await ready();
      await ask(BEGIN);
      assert.deepEqual(await all(), SAID);
      await ask(`document.querySelector('tirkeu-precheck').clear()`);
      await page.driver.navigate().refresh();
      await ready();
      await ask(BEGIN);
      assert.deepEqual(await all(), [[], SAID[1]], 'clearing one leaves the other');
    });
  }

  test('follows an id when others come before it', async () => {
    await open(TWO('id="a"', 'id="b"'));
    await ready();
    await ask(ANSWER);
    site.host('/host.html', `<!doctype html><script src="/record.js"></script>${TWO('id="b"', 'id="a"')}<script type="module" src="/tirkeu.js"></script>`);
    await page.driver.navigate().refresh();
    await ready();
    await ask(BEGIN);
    assert.deepEqual(await all(), [SAID[1], SAID[0]]);
  });

  test('is that of one page, and not of another', async () => {
    await open('<tirkeu-precheck lang="en"></tirkeu-precheck>');
    await ask(ANSWER);
    site.host('/other.html', `<!doctype html><tirkeu-precheck lang="en"></tirkeu-precheck><script type="module" src="/tirkeu.js"></script>`);
    await page.visit('/other.html');
    await page.ready();
    await ask(BEGIN);
    assert.deepEqual(await all(), [[]]);
  });

  test('is there again for an element that comes in the place of one that is gone', async () => {
    await open('<tirkeu-precheck lang="en"></tirkeu-precheck>');
    await ask(ANSWER);
    await ask(`document.querySelector('tirkeu-precheck').replaceWith(Object.assign(document.createElement('tirkeu-precheck'), { lang: 'en' }))`);
    await ready();
    await ask(BEGIN);
    assert.deepEqual(await all(), [SAID[0]]);
  });
});

describe('looks', () => {
  const colours = (name) => ask(`(() => { const style = getComputedStyle(root().querySelector(arguments[0])); return [style.color, style.backgroundColor]; })()`, name);

  test(`takes a host's colours and font`, async () => {
    const head = `<style>tirkeu-precheck { --tirkeu-accent: #5b1a8b; --tirkeu-on-accent: #fff; --tirkeu-font: serif }</style>`;
    await open('<tirkeu-precheck lang="en"></tirkeu-precheck>', { head });
    assert.deepEqual(await colours('.primary'), ['rgb(255, 255, 255)', 'rgb(91, 26, 139)']);
    assert.equal(await ask(`getComputedStyle(root().querySelector('h1')).fontFamily`), 'serif');
    assert.deepEqual(await ask('warnings'), []);
  });

  test('takes back a pair that cannot be read, and says so once', async () => {
    const head = `<style>tirkeu-precheck { --tirkeu-accent: #ffd500; --tirkeu-on-accent: #fff; --tirkeu-ink: #222 }</style>`;
    await open('<tirkeu-precheck lang="en"></tirkeu-precheck><tirkeu-precheck lang="en"></tirkeu-precheck>', { head });
    await wait('warnings.length > 0', 'the warning');
    await wait(`(({ backgroundColor }) => backgroundColor)(getComputedStyle(root().querySelector('.primary'))) === 'rgb(10, 95, 115)'`, 'ours');
    assert.deepEqual(await colours('.primary'), ['rgb(255, 255, 255)', 'rgb(10, 95, 115)']);
    assert.equal((await colours('.visit'))[0], 'rgb(34, 34, 34)', `the host's ink stays`);
    assert.deepEqual(await ask('warnings.length'), 1);
    assert.match((await ask('warnings'))[0], /accent/);
  });

  test('goes with a dark page, and is dark where the page follows the night', { skip: cannot('change what media it says') }, async () => {
    await emulateMedia(browser, { 'prefers-color-scheme': 'dark' });
    try {
      await open('<tirkeu-precheck lang="en"></tirkeu-precheck>', { head: '<style>:root { color-scheme: light dark }</style>' });
      assert.deepEqual(await colours('.tirkeu'), ['rgb(236, 239, 243)', 'rgb(20, 24, 29)']);
      await open('<tirkeu-precheck lang="en"></tirkeu-precheck>');
      assert.deepEqual(await colours('.tirkeu'), ['rgb(27, 31, 36)', 'rgb(255, 255, 255)'], 'a page that is always light');
      await open('<tirkeu-precheck lang="en"></tirkeu-precheck>', { head: '<style>* { --tirkeu-paper: #101418; --tirkeu-ink: #f4f4f4 }</style>' });
      assert.deepEqual(await colours('.tirkeu'), ['rgb(244, 244, 244)', 'rgb(16, 20, 24)']);
      assert.deepEqual(await ask('warnings'), []);
    } finally {
      await emulateMedia(browser, {});
    }
  });

  test('can be styled by each part that is named', async () => {
    const [element] = JSON.parse(readFileSync(new URL('../../npm/custom-elements.json', import.meta.url), 'utf8')).modules[0].declarations;
    const names = element.cssParts.map(({ name }) => name).sort();
    const head = `<style>${names.map((name, at) => `tirkeu-precheck::part(${name}) { --${name}: ${at}; outline: 1px solid rgb(9, 8, 7) }`).join('\n')}</style>`;
    const styled = () => ask(`arguments[0].filter((name) => [...root().querySelectorAll('.' + name)].some((node) => {
      const style = getComputedStyle(node);
      return style.getPropertyValue('--' + name) !== '' && style.outlineColor === 'rgb(9, 8, 7)';
    }))`, names);
    await open('<tirkeu-precheck lang="en"></tirkeu-precheck>', { head });
    const seen = new Set(await styled());
    for (const action of ['go::check:', 'answer:0:status:visitor']) {
      await page.tap(action);
      for (const name of await styled()) seen.add(name);
    }
    await open('<tirkeu-precheck lang="en"></tirkeu-precheck>', { head });
    await page.tap('go::appeal:', 'go::complaint:');
    for (const name of await styled()) seen.add(name);
    assert.deepEqual([...seen].sort(), names);
  });

  test('tells the host’s styles when the questions are shown, and nothing of what is answered', async (t) => {
    const STATES = { ready: true, ...Object.fromEntries([...Object.keys(VERDICTS), 'list', 'failed', 'open'].map((name) => [name, false])) };
    const states = () => ask(`Object.fromEntries(arguments[0].map((name) => [name, root().host.matches(':state(' + name + ')')]))`, Object.keys(STATES));
    site.fault('/precheck_bg.wasm', { status: 404 });
    t.after(() => site.heal());
    await openHost(page, '<tirkeu-precheck lang="en"></tirkeu-precheck>');
    await wait(`document.querySelector('tirkeu-precheck').shadowRoot?.querySelector('.failed')`, 'the sentence');
    assert.equal((await states()).ready, false, 'the list stays');
    site.heal();
    await open('<tirkeu-precheck lang="en"></tirkeu-precheck>');
    await wait(`root().host.matches(':state(ready)')`, 'that it is ready');
    assert.deepEqual(await states(), STATES);
    await page.tap('go::check:', 'answer:0:status:visitor');
    assert.deepEqual(await states(), STATES);
    assert.equal(await ask(`root().host.result.verdict`), 'not_this_service');
    const parts = await ask(`[...root().querySelectorAll('[part]')].map((node) => node.getAttribute('part'))`);
    assert.deepEqual(parts.filter((part) => part in VERDICTS || part.includes(' ')), [], 'a part is a place, not an answer');
    await open('<tirkeu-precheck lang="en"></tirkeu-precheck>');
    await wait(`root().host.matches(':state(ready)')`, 'that it is ready again');
    await page.run(`const { prototype } = Document, { createTextNode } = prototype;
      prototype.createTextNode = () => { prototype.createTextNode = createTextNode; throw new Error('a fault'); };
      root().querySelector('.primary').click();`);
    await wait(`!root().host.matches(':state(ready)')`, 'that the list is back');
  });

  test('sizes by its container', async (t) => {
    t.after(() => resize(browser, 600, 900));
    await open('<div style="width: 340px"><tirkeu-precheck lang="en"></tirkeu-precheck></div>');
    await resize(browser, 1300, 900);
    await page.tap('go::check:', 'answer:0:status:foreigner');
    assert.equal((await page.questions()).length, 1, 'one thing at a time, whatever the window');
    const width = await ask(`[root().host.getBoundingClientRect().width, root().querySelector('.tirkeu').scrollWidth]`);
    assert.deepEqual(width, [340, 340]);
  });

  test('has a size in a row of boxes', async () => {
    await open('<div style="display: flex; width: 580px"><tirkeu-precheck lang="en"></tirkeu-precheck></div>');
    assert.equal(await ask('root().host.getBoundingClientRect().width'), 580);
  });

  for (const [name, sheet] of Object.entries(HOSTILE)) {
    test(`is the same under a hostile sheet: ${name}`, async () => {
      const box = '<div style="width: 560px !important; display: block !important"><tirkeu-precheck lang="en"></tirkeu-precheck></div>';
      await open(box);
      const calm = await look();
      await open(box, { head: `<style>${sheet}</style>` });
      assert.deepEqual(await look(), calm);
      await page.tap('go::check:', 'answer:0:status:foreigner');
      assert.equal((await page.question()).subject, 'age');
    });
  }

  const look = () => ask(LOOK);
});
