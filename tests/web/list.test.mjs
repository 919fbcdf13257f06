// The page for a whole list: a file in, an answer for each row out; nothing sent, nothing kept, nothing blocked.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { beforeEach, describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { accessibilityFaults } from './axe.mjs';
import { LANGUAGES, wording } from './page.mjs';
import { LIST, POLICY, answered, choose, give, open, press, run, until } from './roll.mjs';
import { browser, setUp, site } from './setup.mjs';

const SITE = process.env.TIRKEU_SITE;

setUp({ policy: POLICY, size: [900, 900] });
beforeEach(() => site.heal());

describe('a whole list', () => {
  for (const language of LANGUAGES) {
    test(`is answered row by row in ${language}, without a fault that axe sees`, async () => {
      const words = wording(language);
      await open(language);
      assert.deepEqual(await accessibilityFaults(browser), []);
      await choose('say:service', 'permanent');
      await choose('say:institution_request', 'original');
      await give(`${LIST}\nЮн;лбг;30;копия;сам;нет`);
      const told = await answered();
      for (const id of ['roll.summary', 'roll.lacking', 'roll.not_a_decision', 'roll.faults']) assert.ok(told.includes(words[id]), id);
      const rows = await run(`return [...document.querySelectorAll('.rows tbody tr')].map((row) => row.innerText)`);
      assert.equal(rows.length, 4);
      assert.ok(rows[0].includes(words['roll.result.complete']), rows[0]);
      assert.ok(rows[2].includes(words['roll.result.not_this_service']), rows[2]);
      assert.deepEqual(await accessibilityFaults(browser), []);
      assert.deepEqual(await run('return wrong'), []);
    });
  }

  test('asks once for all rows, and changes with what is said', async () => {
    await open('ru');
    await choose('say:service', 'permanent');
    await choose('say:institution_request', 'original');
    await give(LIST);
    await answered();
    assert.equal(await run(`return document.querySelectorAll('.asked li').length`), 1);
    await choose('choice:status:студент', 'foreigner');
    await until(() => run(`return Boolean(document.querySelector('.asked .decided'))`), 'the answer');
    assert.ok((await run(`return document.querySelector('.asked .decided').textContent`)).includes('студент'), 'what was decided stays in sight');
    const row = await run(`return document.querySelectorAll('.rows tbody tr')[1].innerText`);
    assert.ok(row.includes(wording('ru')['roll.result.incomplete']), row);
  });

  test('one row opens, the keyboard comes along, and the list comes back', async () => {
    await open('ru');
    await give(LIST);
    await answered();
    await press('[data-do="row:1"]');
    await until(() => run(`return document.activeElement?.id === 'one'`), 'the row');
    assert.ok(await run(`return document.querySelector('#headline') || document.querySelector('#one-row .verdict') ? true : false`));
    assert.deepEqual(await accessibilityFaults(browser), []);
    assert.equal(await run(`return document.querySelectorAll('#one-row [data-action]').length`), 0, 'nothing to press that does nothing');
    assert.doesNotMatch(await run(`return document.querySelector('#one-row').innerText`), /\b(tools|answer|people|paper|part|roll)\.[a-z]/, 'no sentence is missing');
    await press('[data-do="close"]');
    await until(() => run(`return document.activeElement?.id === 'rows'`), 'the list');
  });

  test('the result and the template are workbooks, named after the list', async () => {
    await open('kk');
    await give(LIST, 'жатақхана.2026.csv');
    await answered();
    await press('#save');
    await until(() => run('return saved.length === 1'), 'the result');
    const [begin, size, name] = await browser.driver.executeAsyncScript(
      `const [done] = arguments; saved[0].arrayBuffer().then((bytes) => done([new TextDecoder().decode(bytes.slice(0, 2)), bytes.byteLength, saved.name]));`,
    );
    assert.deepEqual([begin, name], ['PK', 'жатақхана.2026.tirkeu.xlsx']);
    assert.ok(size > 5_000, `${size}`);
    await press('#template');
    await until(() => run('return saved.length === 2'), 'the template');
    assert.equal(await run('return saved.name'), 'tirkeu.kk.xlsx');
  });

  test('sheets and the request are there to print, with names', async () => {
    await open('ru');
    await give(LIST);
    await answered();
    await press('#request');
    await until(() => run(`return ['#papers', '#print'].every((place) => !document.querySelector(place).hidden)`), 'the request');
    const request = await run(`return document.querySelector('.printed').innerText`);
    assert.ok(request.includes('Тайнова Секрета') && request.includes(wording('kk')['roll.request.heading']), request);
    assert.ok(!/^Ли$/m.test(request), 'a citizen is not registered by it');
    assert.ok((await run(`return document.querySelector('.more').innerText`)).includes(wording('ru')['elsewhere.citizen']));
    await press('#close-papers');
    await press('#sheets');
    await until(() => run(`return document.querySelectorAll('.printed .sheet').length === 2`), 'the sheets of those whom the service is for');
    assert.deepEqual(await accessibilityFaults(browser), []);
  });

  test('what is pasted from a spreadsheet is read', async () => {
    await open('en');
    await run(`document.querySelector('#pasted').value = arguments[0]`, LIST.replaceAll(';', '\t'));
    await press('#paste');
    assert.ok((await answered()).includes('3'));
  });
});

describe('what is made of a list', () => {
  test('every sheet of a group can be had', async () => {
    await open('ru');
    await give(['name;status'].concat(Array.from({ length: 203 }, (_, row) => `Person ${row};ВНЖ`)).join('\n'));
    await answered();
    await press('#sheets');
    const count = () => run(`return document.querySelectorAll('.printed .sheet').length`);
    await until(async () => (await count()) === 200, 'the first sheets');
    await press('.more [data-do="sheets::1"]');
    await until(async () => (await count()) === 3, 'the others');
    assert.ok((await run(`return document.querySelector('.printed').textContent`)).includes('Person 202'));
    assert.deepEqual(await accessibilityFaults(browser), []);
    await press('#close-papers');
    await press('#request');
    await until(() => run(`return document.querySelectorAll('.people').length === 2`), 'the request');
    assert.equal(await run(`return document.querySelector('.more').childElementCount`), 0);
    assert.deepEqual(await run('return wrong'), []);
  });

  test('names stay names, whatever translates the page', async () => {
    await open('ru');
    await give(LIST);
    await answered();
    await press('[data-do="row:0"]');
    await until(() => run(`return document.activeElement?.id === 'one'`), 'the row');
    const loose = await run(`
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), loose = [];
      while (texts.nextNode()) if (texts.currentNode.data.includes('Секрета') && !texts.currentNode.parentElement.closest('[translate=no]')) loose.push(texts.currentNode.data);
      return loose;`);
    assert.deepEqual(loose, []);
  });

  test('nothing sticks out on a phone', async () => {
    site.host('/narrow.html', '<!doctype html><html lang="ru"><title>A phone</title><iframe title="The page" width="320" height="800" src="/list.ru.html"></iframe>');
    await browser.driver.get(`${site.address}/narrow.html`);
    await browser.driver.switchTo().frame(0);
    await until(() => run(`return Boolean(document.querySelector('#once fieldset')) && document.querySelector('.working').hidden`), 'the program');
    const wide = () => run(`return [document.documentElement.clientWidth <= 320, document.scrollingElement.scrollWidth - document.documentElement.clientWidth]`);
    assert.deepEqual(await wide(), [true, 0]);
    await give(`${LIST}\nЮн;лбг;30;копия;сам;нет`);
    await answered();
    assert.deepEqual(await wide(), [true, 0], 'with an answer');
    await press('#request');
    await until(() => run(`return ['#papers', '#print'].every((place) => !document.querySelector(place).hidden)`), 'the request');
    assert.deepEqual(await wide(), [true, 0], 'with a request');
    await browser.driver.switchTo().defaultContent();
  });

  test('the program is no longer than it says', { skip: process.env.TIRKEU_ENGINE !== 'chromium' && 'the same in every engine' }, () => {
    const length = brotliCompressSync(readFileSync(`${SITE}/list_bg.wasm`)).length;
    assert.ok(length <= 450_000, `${length} bytes of brotli`);
  });
});

describe('what is no list', () => {
  const BAD = [
    ['', 'roll.file.empty'],
    ['<html><table>', 'roll.file.html'],
    ['PK\x03\x04 nothing', 'roll.file.broken'],
    ['name\n'.concat('Li\n'.repeat(20_001)), 'roll.file.rows'],
    ['name;status\nK\0im;refugee', 'roll.file.zero'],
  ];

  test('is named, and the page works on', async () => {
    await open('en');
    const words = wording('en');
    for (const [text, id] of BAD) {
      await give(text);
      const told = await answered();
      assert.equal(told.slice(0, 20), words[id].slice(0, 20).replace(/\{.*/, told.slice(words[id].slice(0, 20).indexOf('{'), 20)), id);
      await give(LIST);
      assert.ok((await answered()).includes(words['roll.summary']), `after ${id}`);
    }
    assert.deepEqual(await run('return wrong'), []);
  });
});

describe('privacy', () => {
  test('no request but for our own files, nothing kept, no cell in title, address or console', async () => {
    const names = new Set([...readdirSync(SITE, { recursive: true })].map((name) => `/${name}`));
    site.requests.length = 0;
    await open('ru');
    await give(LIST);
    await answered();
    await press('#save');
    await until(() => run('return saved.length === 1'), 'the result');
    assert.ok(site.requests.length > 5);
    for (const { method, url, body } of site.requests) {
      assert.deepEqual([method, body], ['GET', '']);
      assert.ok(names.has(url), url);
    }
    const kept = await run(`return [localStorage.length, sessionStorage.length, document.cookie, document.title + location.href, wrong.join()]`);
    assert.deepEqual(kept.slice(0, 3), [0, 0, '']);
    assert.doesNotMatch(kept[3] + kept[4], /Секрета/);
  });

  test('no applicant loads anything of it', async () => {
    site.requests.length = 0;
    await browser.driver.get(`${site.address}/ru.html`);
    await browser.driver.executeAsyncScript('const [done] = arguments; navigator.serviceWorker.ready.then(() => setTimeout(done, 500), done)');
    const ours = site.requests.map(({ url }) => url).filter((url) => /roll|list_bg|list\.(kk|ru|en|html)/.test(url));
    assert.deepEqual(ours, []);
  });
});

/** What the page's own thread asked for: what a worker asks for is not among it. */
const loadedByPage = () => run(`return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)`);

describe('ten thousand rows', () => {
  const many = ['name;status;age;incapacitated;applicant;identity_document;identity_document.valid_until;born;room;note;number;iin']
    .concat(Array.from({ length: 10_000 }, (_, row) => `Person ${row};${row % 7 ? 'ВНЖ' : 'беженец'};;нет;сам;${row % 3 ? 'оригинал' : 'копия'};31.12.2030;0${1 + (row % 9)}.12.199${row % 10};${row % 400};;${row};`))
    .join('\n');

  test('go through, told on the way, and the page lives', async () => {
    await open('ru');
    await run(
      `window.told = new Set(); const watch = document.querySelector('progress');
       new MutationObserver(() => told.add(watch.value)).observe(watch, { attributes: true });`,
    );
    await give(many);
    const told = await answered();
    assert.ok(told.includes('10000'), told.slice(0, 200));
    assert.ok((await run('return told.size')) >= 2, 'real progress');
  });

  test('stand in one request, all of them', async () => {
    await open('kk');
    await give(many);
    await answered();
    await press('#request');
    await until(() => run(`return ['#papers', '#print'].every((place) => !document.querySelector(place).hidden)`), 'the request');
    const cells = `document.querySelectorAll('.people tbody tr')`;
    assert.deepEqual(await run(`return [${cells}.length, ${cells}[9999].textContent.includes('Person 9999')]`), [10_000, true]);
  });

  test('are never read by the page itself where a worker is', async () => {
    await open('en');
    await give(many);
    await answered();
    const loaded = await loadedByPage();
    assert.ok(loaded.includes('/roll.js') && !loaded.includes('/list_bg.wasm'), loaded.join());
  });

  test('all of them wrong, come page by page', async () => {
    await open('en');
    await give(['name;status'].concat(Array.from({ length: 10_000 }, (_, row) => `Person ${row};nonsense ${row}`)).join('\n'));
    assert.ok((await answered()).includes('10000'));
    assert.ok((await run(`return document.querySelectorAll('*').length`)) < 3_000);
    const lines = () => run(`return [...document.querySelectorAll('.fault li')].map((line) => line.textContent.split(':')[0])`);
    assert.equal((await lines()).length, 50);
    await press('.fault summary');
    await press('[data-do="faults:1:unknown:1"]');
    await until(async () => (await lines())[0] === 'B52', 'the next ones');
    assert.equal(await run(`return document.activeElement.id`), 'faults-1-unknown');
    assert.deepEqual(await accessibilityFaults(browser), []);
    assert.deepEqual(await run('return wrong'), []);
  });

  test('can be cancelled, and what was said stays', async () => {
    await open('ru');
    await choose('say:service', 'permanent');
    await give(many);
    await until(() => run(`return !document.querySelector('.working').hidden`), 'the work');
    const took = await run(`const begun = performance.now(); document.querySelector('#cancel').click(); return [performance.now() - begun, document.querySelector('.working').hidden]`);
    assert.equal(took[1], true);
    await give(LIST);
    await answered();
    assert.equal(await run(`return document.querySelector('[data-set="say:service"]').value`), 'permanent');
    assert.equal(await run(`return document.querySelectorAll('.rows tbody tr').length`), 3);
  });
});

describe('where no worker can start', () => {
  test('the same comes in slices', async () => {
    site.host('/none.js', 'delete globalThis.Worker;');
    const document = readFileSync(`${SITE}/list.ru.html`, 'utf8').replace('<head>', '<head><script src="/none.js"></script>');
    site.host('/list.none.html', document);
    await open('ru', { path: '/list.none.html' });
    assert.ok((await loadedByPage()).includes('/list_bg.wasm'), 'the page itself has the program');
    await give(LIST);
    assert.ok((await answered()).includes(wording('ru')['roll.summary']));
    assert.deepEqual(await run('return wrong'), []);
  });
});
