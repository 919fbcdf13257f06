// What anybody may do with a custom element, whatever framework they use: that of the package's own scripts, and that of the page's.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBrowser } from '../web/browser.mjs';
import { HOSTILE, LOOK } from '../web/hostile-sheets.mjs';
import { Page } from '../web/page.mjs';
import { serveSite } from '../web/site.mjs';
import { goThrough, VERDICTS } from '../web/situations.mjs';
import { DIST, ROOT } from './tools.mjs';
import { STRICT } from './driven.mjs';

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

/** The portal has a frame of its own. */
const POLICY = `${STRICT}; frame-src 'self'`;

const RECORD = `
  var faults = [], heard = [];
  addEventListener('error', ({ message }) => message && faults.push(message));
  addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => faults.push(violatedDirective + ' ' + blockedURI));
  addEventListener('tirkeu-change', ({ target }) => heard.push(target.id));
`;

const FOLDERS = { 'the npm package': join(ROOT, 'node_modules/tirkeu'), 'the page': join(DIST, 'page') };

for (const [whose, folder] of Object.entries(FOLDERS)) {
  describe(`the element of ${whose}`, () => {
    let site;
    before(async () => {
      site = await serveSite(folder, { policy: STRICT });
      site.host('/record.js', RECORD);
    });
    after(() => site.close());

    /** Opens a page of a portal with this in its body; gives the page. */
    async function open(body) {
      const headers = { 'Content-Security-Policy': POLICY };
      site.host('/portal.html', `<!doctype html><html lang="en"><meta charset="utf-8"><script src="/record.js"></script><body>${body}`, headers);
      await browser.driver.get(`${site.address}/portal.html`);
      return new Page(browser, site);
    }

    const ask = (page, script) => page.run(`return ${script}`);
    const known = (page) => page.driver.executeAsyncScript(`import('/tirkeu.js').then(() => arguments[0]())`);
    const answers = (page, place) => page.until(() => ask(page, `${place}.result?.verdict === 'undecided' && getComputedStyle(${place}.shadowRoot.querySelector('.visit')).fontSize === '17px'`), place);
    const unharmed = async (page) => assert.deepEqual(await ask(page, 'faults'), []);

    test('is known before or after it stands there, with what was set in between', async () => {
      const page = await open('<tirkeu-precheck id="one"></tirkeu-precheck>');
      await ask(page, `Object.assign(one, { visitDate: '2026-12-01', shareReport: true })`);
      await known(page);
      await answers(page, 'one');
      assert.deepEqual(await ask(page, `[one.visitDate, one.shareReport, one.getAttribute('visit-date'), one.hasAttribute('share-report')]`), ['2026-12-01', true, '2026-12-01', true]);
      await page.run(`const made = Object.assign(document.createElement('tirkeu-precheck'), { id: 'two', visitDate: new Date('2026-12-01T09:00:00+05:00') }); document.body.append(made);`);
      await answers(page, 'two');
      assert.equal(await ask(page, 'two.visitDate'), '2026-12-01');
      await unharmed(page);
    });

    /** What is seen once nothing comes any more: the styles of the answer come behind the question. */
    async function settled(page) {
      for (let before, now = ''; ; before = now) {
        now = await ask(page, LOOK);
        if (JSON.stringify(now) === JSON.stringify(before)) return now;
        await sleep(300);
      }
    }

    for (const [name, sheet] of Object.entries(HOSTILE)) {
      test(`is the same under a hostile sheet: ${name}`, async () => {
        const seen = [];
        for (const css of ['', sheet]) {
          site.host('/host.css', `body { margin: 0 } ${css}`);
          const page = await open('<link rel="stylesheet" href="/host.css"><tirkeu-precheck id="one"></tirkeu-precheck>');
          await known(page);
          await page.until(() => ask(page, `one.result?.verdict === 'undecided' && one.shadowRoot.querySelector('.visit button')?.offsetHeight > 40`), 'one');
          seen.push(await settled(page));
          if (css) await page.tap('go::check:', 'answer:0:status:foreigner');
          if (css) assert.equal((await page.question()).subject, 'age');
        }
        assert.deepEqual(seen[1], seen[0]);
      });
    }

    test('is cloned, and its copy begins anew', async () => {
      const page = await open('<tirkeu-precheck id="one" visit-date="2026-12-01"><p class="mine">…</p></tirkeu-precheck>');
      await known(page);
      await answers(page, 'one');
      await page.tap('go::check:', 'answer:0:status:visitor');
      await page.run(`document.body.append(Object.assign(one.cloneNode(true), { id: 'two' }));`);
      await answers(page, 'two');
      assert.deepEqual(await ask(page, `[one.result.verdict, two.visitDate, two.querySelectorAll('.mine').length, two.querySelectorAll('[slot=list]').length <= 1]`), ['not_this_service', '2026-12-01', 1, true]);
      await unharmed(page);
    });

    test('sleeps in a template, and wakes out of it', async () => {
      const page = await open('<template id="kept"><tirkeu-precheck id="one"></tirkeu-precheck></template>');
      await known(page);
      assert.equal(await ask(page, `kept.content.querySelector('tirkeu-precheck').shadowRoot`), null);
      await page.run(`document.body.append(kept.content.cloneNode(true))`);
      await answers(page, 'one');
      await unharmed(page);
    });

    test('goes into another document, and keeps its answers and its style', async () => {
      const page = await open('<tirkeu-precheck id="one" lang="en"></tirkeu-precheck><iframe id="frame" src="/empty.html"></iframe>');
      site.host('/empty.html', '<!doctype html><html lang="en"><body>');
      await page.run(`return new Promise((loaded) => { frame.onload = loaded; frame.src = '/empty.html'; })`);
      await known(page);
      await answers(page, 'one');
      await page.tap('go::check:', 'answer:0:status:visitor');
      await page.run(`window.moved = one; frame.contentDocument.body.append(one);`);
      await page.until(() => ask(page, `frame.contentWindow.getComputedStyle(moved.shadowRoot.querySelector('.visit')).fontSize === '17px'`), 'its style');
      assert.equal(await ask(page, 'moved.result.verdict'), 'not_this_service');
      await unharmed(page);
    });

    test('stands in a shadow root and in a dialog', async () => {
      const page = await open('<div id="host"></div><dialog id="box"><tirkeu-precheck id="inside" lang="ru"></tirkeu-precheck></dialog>');
      await page.run(`host.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('tirkeu-precheck'), { lang: 'kk' }));`);
      await known(page);
      await answers(page, `host.shadowRoot.querySelector('tirkeu-precheck')`);
      await page.run('box.showModal()');
      await answers(page, 'inside');
      assert.equal(await ask(page, `inside.shadowRoot.querySelector('button').getClientRects().length > 0 && inside.shadowRoot.querySelector('.visit').lang`), 'ru');
      await unharmed(page);
    });

    test('shows the list of a page made on a server before any script, and takes over from it', async () => {
      const page = await open('<tirkeu-precheck id="one"><p id="list">Bring your identity document.</p></tirkeu-precheck>');
      assert.equal(await ask(page, 'list.checkVisibility()'), true);
      await known(page);
      await answers(page, 'one');
      assert.equal(await ask(page, 'list.checkVisibility()'), false);
      await unharmed(page);
    });
  });
}

describe('the file of the module', () => {
  const NPM = FOLDERS['the npm package'];
  const WORDS = Object.assign({}, ...['', '.later', '.paper', '.code'].map((part) => JSON.parse(readFileSync(join(NPM, `wording/en${part}.json`)))));
  const HTML = (words) => `<!doctype html><html lang="en"><meta charset="utf-8"><script type="module" src="/tirkeu.js"></script><body><tirkeu-precheck lang="en" ${words}></tirkeu-precheck>`;

  /** Opens the element where the file is not beside the script; gives what was asked for. */
  async function ask(t, words, prepare) {
    const site = await serveSite(NPM, { policy: STRICT });
    t.after(() => site.close());
    site.host('/index.html', HTML(words), { 'Content-Security-Policy': STRICT });
    prepare(site);
    await browser.driver.get(`${site.address}/index.html`);
    const page = new Page(browser, site);
    await page.ready();
    await page.tap('go::appeal:', 'go::complaint:');
    await page.until(() => page.run(`return Boolean(root().querySelector('.blank'))`), 'what the third file writes');
    return site.requests.map(({ url }) => url).filter((url) => /(precheck_bg|answer|paper)\.wasm|_module\.js/.test(url)).sort();
  }

  test('comes as a script where it is not there, or where something else is', async (t) => {
    const files = ['/answer.wasm', '/paper.wasm', '/precheck_bg.wasm'];
    const all = ['answer', 'paper', 'precheck_bg'].flatMap((name) => [`/${name}.wasm`, `/${name.replace('_bg', '')}_module.js`]);
    assert.deepEqual(await ask(t, '', (site) => files.forEach((file) => site.fault(file, { status: 404 }))), all);
    const page = ['<!doctype html>', { 'Content-Type': 'text/html' }];
    assert.deepEqual(await ask(t, '', (site) => files.forEach((file) => site.host(file, ...page))), all);
  });

  for (const folder of ['/elsewhere/', 'elsewhere']) {
    test(`is where data-files="${folder}" says`, async (t) => {
      const files = ['answer.wasm', 'paper.wasm', 'precheck_bg.wasm'];
      const host = (site, file) => site.host(`/elsewhere/${file}`, readFileSync(join(NPM, file)), { 'Content-Type': 'application/wasm' });
      const asked = await ask(t, `data-files="${folder}"`, (site) => files.forEach((file) => host(site, file)));
      assert.deepEqual(asked, files.map((file) => `/elsewhere/${file}`));
    });
  }

  for (const [way, isThere] of [['a file', true], ['a script', false]]) {
    test(`makes a code from ${way}, in the styles of the element`, async (t) => {
      const site = await serveSite(NPM, { policy: STRICT });
      t.after(() => site.close());
      site.host('/index.html', HTML(''), { 'Content-Security-Policy': STRICT });
      if (!isThere) site.fault('/code_bg.wasm', { status: 404 });
      await browser.driver.get(`${site.address}/index.html`);
      const page = Object.assign(new Page(browser, site), { language: 'en', words: WORDS });
      await page.ready();
      await goThrough(page, VERDICTS.incomplete);
      await page.tap('go::visit_sheet:');
      const press = (id) => page.until(() => page.run(`
        const buttons = [...(all('.code')[0]?.shadowRoot?.querySelectorAll('button') ?? [])];
        const wanted = buttons.find(({ textContent }) => textContent === arguments[0]);
        wanted?.click();
        return Boolean(wanted);
      `, WORDS[id]), id);
      await press('code.make');
      await press('code.create');
      await page.until(() => page.run(`return Boolean(all('.code')[0].shadowRoot.querySelector('.characters'));`), 'the code');
      assert.equal(await page.run(`return all('.code')[0].shadowRoot.adoptedStyleSheets.length;`), 2);
      const asked = site.requests.map(({ url }) => url).filter((url) => /code_|counter|pictures|roll|\.css/.test(url));
      assert.deepEqual(asked, isThere ? ['/code_bg.wasm'] : ['/code_bg.wasm', '/code_module.js']);
    });
  }
});
