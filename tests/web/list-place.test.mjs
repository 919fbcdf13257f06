// A whole list where a page is not by itself: without network, and in a frame of a portal.
// Engines: chromium firefox

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { wording } from './page.mjs';
import { LIST, POLICY, answered, choose, give, open, press, run, until } from './roll.mjs';
import { browser, setUp, site } from './setup.mjs';
import { serveSite } from './site.mjs';
import { folder } from './temporary-folder.mjs';

setUp({ policy: POLICY, size: [900, 900] });

/** The frame as docs/LIST.md gives it to be copied. */
const [, RECIPE] = readFileSync(new URL('../../docs/LIST.md', import.meta.url), 'utf8').match(/```html\n(<iframe[^]*?<\/iframe>)\n```/);

const MANY = ['name;status'].concat(Array.from({ length: 15_000 }, (_, row) => `Person ${row};ВНЖ`)).join('\n');

describe('without network, once the page is open', () => {
  before(async () => {
    await open('ru');
    for (const path of readdirSync(process.env.TIRKEU_SITE, { recursive: true })) site.fault(`/${path}`, { status: 503 });
    site.requests.length = 0;
  });
  after(() => site.heal());

  test('a list is answered, its result saved, a template given, sheets shown; nothing is asked for', async () => {
    await choose('say:service', 'permanent');
    await give(LIST);
    assert.ok((await answered()).includes(wording('ru')['roll.summary']));
    await press('#save');
    await until(() => run('return saved.length === 1'), 'the result');
    await press('#template');
    await until(() => run('return saved.length === 2'), 'the template');
    await press('#sheets');
    await until(() => run(`return document.querySelectorAll('.printed .sheet').length === 2`), 'the sheets');
    await press('#close-papers');
    assert.deepEqual(site.requests.filter(({ url }) => !/\.(svg|css)$/.test(url)), []);
  });

  test('work that was cancelled can be begun anew', async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      await give(MANY);
      await until(() => run(`return !document.querySelector('.working').hidden`), 'the work');
      await press('#cancel');
      await give(LIST);
      assert.ok((await answered()).includes(wording('ru')['roll.summary']));
      assert.equal(await run(`return document.querySelectorAll('.rows tbody tr').length`), 3);
    }
    assert.deepEqual(await run('return wrong'), []);
  });
});

describe('in a frame of another origin', () => {
  let portal;
  before(async () => (portal = await serveSite()));
  after(() => portal?.close());

  async function framed(recipe) {
    const frame = recipe.replace(/src="https:\/\/tirkeu\.example/, `src="${site.address}`);
    assert.notEqual(frame, recipe);
    portal.host('/portal.html', `<!doctype html><html lang="ru"><title>Portal</title><body>${frame}`);
    await browser.driver.get(`${portal.address}/portal.html`);
    await browser.driver.switchTo().frame(0);
    await until(() => run(`return Boolean(document.querySelector('#once fieldset')) && document.querySelector('.working').hidden`), 'the program');
  }

  test('a list is answered', async () => {
    await framed(RECIPE);
    await give(LIST);
    assert.ok((await answered()).includes(wording('ru')['roll.summary']));
    await browser.driver.switchTo().defaultContent();
  });

  test('the result reaches the disk, and only where the frame may save', { skip: process.env.TIRKEU_ENGINE !== 'chromium' && 'only Chromium tells where it saves' }, async (t) => {
    const downloads = folder(t);
    const saved = () => readdirSync(downloads).filter((name) => name.endsWith('.xlsx'));
    await browser.driver.sendAndGetDevToolsCommand('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    const save = async (recipe) => {
      await framed(recipe);
      await give(LIST);
      await answered();
      await press('#save');
      await until(() => run(`return document.querySelector('.working').hidden`), 'the result');
    };
    const narrower = RECIPE.replace(' allow-downloads', '');
    assert.notEqual(narrower, RECIPE);
    await save(narrower);
    await sleep(500);
    assert.deepEqual(saved(), []);
    await browser.driver.switchTo().defaultContent();
    await save(RECIPE);
    await until(() => saved().length === 1, 'the file');
    assert.deepEqual(saved(), ['list.tirkeu.xlsx']);
    await browser.driver.switchTo().defaultContent();
  });
});
