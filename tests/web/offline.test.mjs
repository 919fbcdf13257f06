// Without network after the first visit, and whole into the next version: never a part of one with a part of the other.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { folder } from './temporary-folder.mjs';
import { nextVersion, versions } from './next-version.mjs';
import { LANGUAGES, Page, wording } from './page.mjs';
import { browser, setUp } from './setup.mjs';
import { serveSite } from './site.mjs';
import { VERDICTS, goThrough } from './situations.mjs';

/** A browser keeps the worker of a page that has just been closed for a while. */
const PATIENCE = 20_000;

/** What makes a mixed page likely: a browser that need not ask again for a file that it has. */
const CACHING = { caching: 'max-age=3600' };

setUp();
const next = nextVersion({ after });

let site, page;
const asked = [];
before(async () => {
  site = await serveSite(undefined, CACHING);
});
after(() => stop());

/** The server is gone, and what was asked of it is kept. */
async function stop() {
  asked.push(...(site?.requests.splice(0) ?? []));
  await site?.close();
}

/** Whatever can be done without network is done in this language. */
async function doEverything(language) {
  await page.open(language);
  await goThrough(page, VERDICTS.incomplete);
  assert.equal(await page.verdict(), 'incomplete');
  await page.tap('change::owner_identity:', 'hold::owner_identity:original');
  assert.equal(await page.verdict(), 'complete');
  await page.tap('go::visit_sheet:');
  await page.until(() => page.run(`return all('#sheet [lang]').length === 2`), 'the sheet in both languages');
}

const stores = () => browser.driver.executeAsyncScript('const [done] = arguments; caches.keys().then(done)');

/** As a person reloads: Firefox's driver would pass over the worker. While a page goes, no script can be run in it. */
async function reload() {
  await page.run('window.isOld = true; setTimeout(() => location.reload());');
  await page.until(() => page.run('return !window.isOld && Boolean(root())').catch(() => false), 'the page anew');
}

describe('after the first visit, without a server', () => {
  before(async () => {
    page = new Page(browser, site);
    await page.open('kk');
    await page.settled();
    await stop();
  });

  test('a reload shows the page in the same language', async () => {
    await reload();
    await page.ready();
    assert.equal(await page.run('return document.documentElement.lang'), 'kk');
    assert.equal(await browser.driver.getTitle(), page.words['page.title']);
  });

  test('every language can be had by its button', async () => {
    for (const language of ['ru', 'en', 'kk']) await page.speak(language);
  });

  for (const language of LANGUAGES) {
    test(`a firm verdict and the visit sheet can be had in ${language}`, () => doEverything(language));
  }

  test('the page can be had by its shortest address', async () => {
    await page.visit('/');
    await page.ready();
  });
});

/** Of two owners who come with everything. */
const CODE = '1100-1XNP-2WDM-YAXA-2MMH-7JV';

describe('the officer’s page, after its first visit, without a server', () => {
  const ask = (script, ...given) => browser.driver.executeScript(script, ...given);
  const shows = (what, script, ...given) => page.until(() => ask(script, ...given).catch(() => false), what, PATIENCE);
  const IS_READY = `return Boolean(document.getElementById('entry')) && !document.getElementById('entry').hidden;`;

  before(async () => {
    site = await serveSite(undefined, CACHING);
    page = new Page(browser, site);
    await browser.driver.get(`${site.address}/counter.ru.html`);
    await shows('the field', IS_READY);
    await page.settled();
    await stop();
  });

  for (const language of LANGUAGES) {
    test(`opens a code in ${language}`, async () => {
      await browser.driver.get(`${site.address}/counter.${language}.html`);
      await shows('the field', IS_READY);
      await ask(`document.getElementById('code').value = arguments[0]; document.getElementById('open').click();`, CODE);
      await shows('what the code tells', `return document.getElementById('place').innerText.includes(arguments[0]);`, wording(language)['code.told']);
    });
  }

  test('lets a helper go on', async () => {
    await ask(`document.getElementById('on').click();`);
    await shows('the answer', `return Boolean(document.querySelector('tirkeu-precheck')?.shadowRoot.querySelector('.verdict'));`);
  });
});

/** Comes back to the page as it stands, and looks at it. */
const comeBack = () => page.run(`document.dispatchEvent(new Event('visibilitychange'))`);

const offered = () => page.run(`return root().querySelector('.newer')?.textContent ?? null`);

/** Comes back, and once more where the first question went to the server that is gone. */
const comeBackToTheOffer = () =>
  page.until(async () => {
    await comeBack();
    await page.waitShortly(`return Boolean(root().querySelector('.newer'))`);
    return offered();
  }, 'the offer');

/** The server has the next version from now on. */
async function deploy(settings = CACHING) {
  const { port } = new URL(site.address);
  await stop();
  site = await serveSite(next, { ...settings, port: Number(port) });
  page.site = site;
}

/** A browser that was here once, when the server had the first version. */
async function visitedOnce(language) {
  await stop();
  site = await serveSite(undefined, CACHING);
  page = new Page(browser, site);
  await page.open(language);
  await page.settled();
  await reload();
  await page.ready();
  await quiet();
}

/** Once nothing more is asked of the server: the page and the browser look for another version by themselves. */
async function quiet() {
  let before;
  await page.until(async () => {
    await sleep(300);
    const count = site.requests.length;
    return before === (before = count);
  }, 'the server to be left alone', PATIENCE);
}

/** The offer is taken, and the page is there anew. */
async function takeNewer() {
  await page.run(`window.isOld = true; setTimeout(() => root().querySelector('.newer').click());`);
  await page.until(() => page.run('return !window.isOld && Boolean(root())').catch(() => false), 'the page anew');
  await page.ready();
}

describe('a device that is full, or whose stores are broken', () => {
  /** In front of the worker: from then on these of its ways to its stores fail. */
  const BREAKS = `
    let broken = [];
    addEventListener('message', ({ data }) => { broken = data.broken ?? broken; });
    for (const [kind, names] of [[CacheStorage, ['open', 'match', 'keys', 'has', 'delete']], [Cache, ['put', 'match', 'keys', 'delete']]]) {
      for (const name of names) {
        const own = kind.prototype[name];
        kind.prototype[name] = function (...given) {
          return broken.includes(kind.name + '.' + name) ? Promise.reject(new DOMException('no more room', 'QuotaExceededError')) : own.apply(this, given);
        };
      }
    }
  `;
  const READING = ['CacheStorage.open', 'CacheStorage.match', 'CacheStorage.keys', 'CacheStorage.has', 'Cache.match'];
  const WRITING = ['Cache.put', 'Cache.keys', 'Cache.delete', 'CacheStorage.delete'];

  async function visitedWith(broken) {
    await stop();
    site = await serveSite(undefined, CACHING);
    page = new Page(browser, site);
    site.host('/worker.js', BREAKS + readFileSync(join(process.env.TIRKEU_SITE, 'worker.js'), 'utf8'), { 'Cache-Control': 'no-cache' });
    await page.open('ru');
    await page.settled();
    await reload();
    await page.ready();
    await page.run('return navigator.serviceWorker.ready.then(({ active }) => active.postMessage({ broken: arguments[0] }))', broken);
    await sleep(100);
  }

  for (const broken of [...READING, ...WRITING].map((one) => [one]).concat([WRITING, [...READING, ...WRITING]])) {
    test(`${broken.join(', ')}: the page works with network`, async () => {
      await visitedWith(broken);
      await reload();
      await page.ready();
      await page.tap('go::check:', 'answer:0:status:foreigner');
      await page.speak('en');
    });
  }

  for (const broken of WRITING.map((one) => [one]).concat([WRITING])) {
    test(`${broken.join(', ')}: and without`, async () => {
      await visitedWith(broken);
      await stop();
      await reload();
      await page.ready();
      await page.tap('go::check:', 'answer:0:status:foreigner');
      await page.speak('en');
    });
  }
});

describe('once the server has another version', () => {
  test('a visit is of that version as a whole, at once, and nothing of the other is left', async () => {
    await visitedOnce('ru');
    const [first, ...others] = await stores();
    assert.deepEqual(others, []);
    await deploy();
    await reload();
    await page.ready();
    assert.deepEqual(await versions(page), ['next']);
    await page.until(async () => (await stores()).length === 1, 'the first version to be gone', PATIENCE);
    assert.notDeepEqual(await stores(), [first]);
  });

  test('it works without a server too', async () => {
    await stop();
    for (const language of LANGUAGES) {
      await doEverything(language);
      assert.deepEqual(await versions(page), ['next']);
    }
  });

  test('a page that is open stays as it was, whatever is loaded later, and offers the other in one sentence', async () => {
    await visitedOnce('ru');
    await goThrough(page, VERDICTS.incomplete);
    await deploy();
    await comeBackToTheOffer();
    assert.equal(await offered(), page.words['tools.newer']);
    assert.equal(await page.verdict(), 'incomplete', 'nothing is lost');
    await page.speak('en');
    await page.until(async () => (await offered()) === page.words['tools.newer'], 'the offer in the other language');
    await page.tap('go::visit_sheet:');
    await page.until(() => page.run(`return Boolean(root().getElementById('sheet'))`), 'the sheet');
    assert.deepEqual(await versions(page), ['first']);
    await page.tap('go::check:');
    await page.fill('visit-date', '2027-01-20');
    const said = await page.pressed();
    await takeNewer();
    assert.deepEqual(await versions(page), ['next']);
    await page.until(() => page.run(`return root().host.result.verdict === 'incomplete'`), 'what was answered');
    await page.tap('go::check:');
    assert.deepEqual(await page.pressed(), said, 'nothing is lost');
    assert.equal(await page.run(`return root().getElementById('visit-date').value`), '2027-01-20');
    assert.deepEqual(await page.stored(), { local: {}, session: {}, cookie: '' }, 'and nothing stays');
  });

  test('the offer is announced, and stands where nobody taps it in place of a language', async () => {
    await visitedOnce('ru');
    await goThrough(page, VERDICTS.incomplete);
    await deploy();
    await comeBackToTheOffer();
    assert.equal(await page.run(`return root().querySelector('[role=status]').textContent`), page.words['tools.newer']);
    const isBelow = `return all('.languages button').every((button) => root().querySelector('.newer').getBoundingClientRect().top - button.getBoundingClientRect().bottom > 40)`;
    assert.equal(await page.run(isBelow), true);
    await page.run(`window.isOld = true; root().querySelector('.newer').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }))`);
    await sleep(300);
    assert.equal(await page.run('return window.isOld'), true, 'the second tap of a double one is none');
  });

  test('what is kept on the device is what goes on', async () => {
    await visitedOnce('ru');
    await goThrough(page, VERDICTS.incomplete);
    await page.fill('keep', true);
    const { local } = await page.stored();
    await deploy();
    await comeBackToTheOffer();
    await takeNewer();
    await page.until(() => page.run(`return Boolean(root()?.getElementById('keep'))`), 'the interview');
    assert.deepEqual(await page.stored(), { local, session: {}, cookie: '' });
    assert.equal(await page.run(`return root().getElementById('keep').checked`), true);
  });

  test('a browser that carries nothing over loses nothing: the page stays', async () => {
    await visitedOnce('ru');
    await goThrough(page, VERDICTS.incomplete);
    await deploy();
    await comeBackToTheOffer();
    await page.run(`window.isOld = true; Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; root().querySelector('.newer').click()`);
    await sleep(300);
    assert.deepEqual([await page.run('return window.isOld'), await page.verdict()], [true, 'incomplete']);
    assert.equal(await page.run(`return root().querySelector('[role=status]').textContent`), page.words['tools.keep.denied']);
  });

  test('what was just cleared can be had back all the same', async () => {
    await visitedOnce('ru');
    await goThrough(page, VERDICTS.incomplete);
    await page.tap('clear');
    await deploy();
    await comeBackToTheOffer();
    await page.tap('undo');
    assert.equal(await page.verdict(), 'incomplete');
  });

  test('a page on which nothing was said yet shows it by itself', async () => {
    await visitedOnce('ru');
    await page.run('window.isOld = true');
    await deploy();
    const isAnew = 'return !window.isOld && Boolean(root())';
    const lookAgain = async () => (await comeBack(), await page.waitShortly(isAnew), page.run(isAnew));
    await page.until(() => lookAgain().catch(() => false), 'the page anew');
    await page.ready();
    assert.deepEqual(await versions(page), ['next']);
  });

  test('a page of the first visit, which no worker showed, offers it too', async () => {
    await stop();
    site = await serveSite(undefined, CACHING);
    page = new Page(browser, site);
    await page.open('ru');
    await page.settled();
    await goThrough(page, VERDICTS.incomplete);
    await deploy();
    await comeBackToTheOffer();
  });

  test('a second tab shows it, and the first stays whole', async () => {
    await visitedOnce('ru');
    await goThrough(page, VERDICTS.complete);
    const tab = await browser.driver.getWindowHandle();
    await deploy();
    await browser.driver.switchTo().newWindow('tab');
    await page.open('ru');
    assert.deepEqual(await versions(page), ['next']);
    await browser.driver.close();
    await browser.driver.switchTo().window(tab);
    await page.speak('kk');
    await page.tap('go::visit_sheet:');
    await page.until(() => page.run(`return Boolean(root().getElementById('sheet'))`), 'the sheet');
    assert.deepEqual(await versions(page), ['first']);
    // Right after a tab was closed Firefox's driver may still show that one's page to the next test.
    await browser.driver.get('about:blank');
  });

  test('a server that does not answer in time holds nothing up', async () => {
    await visitedOnce('ru');
    await deploy({ ...CACHING, habit: (path) => (path === '/worker.js' ? new Promise(() => {}) : {}) });
    await reload();
    await page.until(() => page.run(`return Boolean(root() && find('go::check:'));`), 'the page as it was kept', PATIENCE);
    assert.deepEqual(await versions(page), ['first']);
  });

  test('half of a version is none', async () => {
    await visitedOnce('ru');
    let isHalf = true;
    await deploy({ ...CACHING, habit: (path) => (isHalf && path === '/wording/kk.later.txt' ? { answersWith: '/nowhere' } : {}) });
    await reload();
    await page.ready();
    assert.deepEqual(await versions(page), ['first']);
    isHalf = false;
    await reload();
    await page.ready();
    assert.deepEqual(await versions(page), ['next']);
  });
});

/** What static hosts make of a page's name: Cloudflare Pages, Netlify and Vercel; the npm package `serve`; and others. */
const HABITS = {
  'sends from x.html to x': (path) => withoutEnding(path),
  'sends from x.html and x/ to x, and from / to its first page': (path) => (path === '/' ? { sendsTo: '/kk' } : withoutEnding(path.replace(/(.)\/$/, '$1'))),
  'adds a query to every page': (path, url) => (/(html|\/)$/.test(path) && !url.includes('?') ? { sendsTo: `${path}?v=1` } : {}),
  'answers with its first page where nothing is': (path) => (path.includes('.') || path === '/' ? {} : { answersWith: '/index.html' }),
  'answers to x as to x.html': (path) => (path.includes('.') || path === '/' ? {} : { answersWith: `${path}.html` }),
};

function withoutEnding(path) {
  if (path.endsWith('.html')) return { sendsTo: path.replace(/(index)?\.html$/, '') };
  return path.includes('.') || path.endsWith('/') ? {} : { answersWith: `${path}.html` };
}

describe('a host that', () => {
  for (const [name, habit] of Object.entries(HABITS)) {
    test(`${name}: every visit works, with network and without`, async () => {
      await stop();
      site = await serveSite(undefined, { ...CACHING, habit });
      page = new Page(browser, site);
      await page.open('ru');
      await page.settled();
      for (const path of ['/ru.html', '/', '/kk.html']) {
        await page.visit(path);
        await page.ready();
      }
      const kept = await page.run(`return document.querySelector('tirkeu-precheck').result !== null && navigator.serviceWorker.controller !== null`);
      assert.ok(kept, 'the worker shows it');
      await quiet();
      await deploy({ ...CACHING, habit });
      await page.visit('/ru.html');
      await page.ready();
      assert.deepEqual(await versions(page), ['next']);
      await stop();
      for (const path of ['/ru.html', '/', '/kk.html', ...(name.includes(' x') ? ['/en'] : [])]) {
        await page.visit(path);
        await page.ready();
        assert.deepEqual(await versions(page), ['next'], path);
      }
    });
  }

  test('asks everybody who they are, for a while: nothing of that is kept', async () => {
    await visitedOnce('ru');
    const { port } = new URL(site.address);
    await stop();
    const signIn = (path) => (path === '/worker.js' ? {} : { answersWith: '/en.html' });
    site = await serveSite(next, { ...CACHING, habit: signIn, port: Number(port) });
    await reload();
    await page.ready();
    assert.deepEqual(await versions(page), ['first']);
    assert.equal(await page.run('return document.documentElement.lang'), 'ru');
  });
});

describe('two versions on one origin, each in its folder', () => {
  const PLACES = ['/one/', '/one/two/', '/three/'];
  const root = folder({ after }, {}, { one: process.env.TIRKEU_SITE, 'one/two': next, three: process.env.TIRKEU_SITE });

  const visitAll = async () => {
    const seen = [];
    for (const place of PLACES) {
      await page.visit(`${place}ru.html`);
      await page.ready();
      seen.push(...(await versions(page)));
    }
    return seen;
  };

  test('leave each other alone, with network and without', async () => {
    await stop();
    site = await serveSite(root, CACHING);
    page = new Page(browser, site);
    page.words = wording('ru');
    for (const place of PLACES) {
      await page.visit(`${place}ru.html`);
      await page.ready();
      await page.settled();
    }
    assert.deepEqual(await visitAll(), ['first', 'next', 'first']);
    // The worker of the folder around one is ready before that one's own.
    await page.until(async () => (await stores()).length === 3, 'a store for each', PATIENCE);
    await stop();
    assert.deepEqual(await visitAll(), ['first', 'next', 'first']);
  });

  test('keep answers apart', async () => {
    await page.visit('/one/ru.html');
    await page.ready();
    await page.tap('go::check:', 'answer:0:status:foreigner');
    await page.fill('keep', true);
    await page.visit('/three/ru.html');
    await page.ready();
    assert.equal(await page.run(`return root().getElementById('keep').checked`), false);
    await page.visit('/one/kk.html');
    await page.ready();
    assert.equal(await page.run(`return root().getElementById('keep').checked`), true, 'in every language');
  });
});

test('nothing was asked for but our own files', () => {
  const ours = new Set(readdirSync(process.env.TIRKEU_SITE, { recursive: true }).map((name) => `/${name}`));
  assert.ok(asked.length > 30, 'both versions, and the worker');
  const name = (url) => url.replace(/^\/(one\/two|one|three)\//, '/').replace(/\?v=1$/, '');
  const isOurs = (url) => ours.has(name(url)) || ours.has(`${name(url)}.html`);
  for (const { method, url, body } of asked) assert.deepEqual([method, name(url) === '/' || isOurs(url), body], ['GET', true, ''], url);
});
