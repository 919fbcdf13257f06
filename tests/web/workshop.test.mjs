// The workshop for portal teams, as a newcomer uses it: what it says to copy works as it stands, and what is wrong at an address is named.
// Engines: chromium webkit

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { openBrowser, requestsOf } from './browser.mjs';
import { cannot, ENGINE } from './engines.mjs';
import { LANGUAGES, Page, wording } from './page.mjs';
import { resize } from './screen.mjs';
import { serveSite } from './site.mjs';
import { sentences } from '../../www/workshop/wording.js';

const PAGE = join(process.env.TIRKEU_DIST, 'page');
const FILES = readdirSync(PAGE).find((name) => /^[0-9a-f]{12}$/.test(name));

let browser;
let site;
let page;
before(async () => {
  [browser, site] = [await openBrowser(), await serveSite(PAGE)];
  page = new Page(browser, site);
});
after(() => Promise.all([browser?.close(), site?.close()]));
beforeEach(() => site.heal());

/** The element in each frame, once it is there. */
const PREVIEWS = `const previews = [...document.querySelectorAll('iframe')].map(({ contentDocument }) => contentDocument?.querySelector('tirkeu-precheck'));`;
const ask = (script, ...words) => page.run(`${PREVIEWS} return ${script}`, ...words);
const shown = (id) => ask(`document.getElementById(arguments[0]).textContent`, id);

/** Opens it in a language; what is loaded is waited for. */
async function open(language) {
  await page.driver.get(`${site.address}/empty`);
  await page.driver.get(`${site.address}/workshop.html#${language}`);
  await page.until(() => ask(`previews.every((preview) => preview?.result)`), 'both previews');
  await page.until(() => ask(`snippet.textContent.includes('integrity=')`), 'the hashes');
}

/** Sets a field as somebody who chose it. */
const choose = (name, value) => page.run(`
  const field = document.getElementById('settings').elements[arguments[0]];
  if (field instanceof RadioNodeList || field.type !== 'checkbox') field.value = arguments[1];
  else field.checked = arguments[1];
  document.getElementById('settings').dispatchEvent(new Event('input'));`, name, value);

describe('the workshop', () => {
  for (const language of LANGUAGES) {
    test(`says everything in ${language}`, async () => {
      await open(language);
      assert.equal(await ask('document.documentElement.lang'), language);
      const silent = await ask(`[...document.querySelectorAll('[data-says]')].filter(({ textContent }) => !textContent).length`);
      assert.equal(silent, 0);
      assert.equal(await shown('how'), sentences[language]['how.tag']);
      assert.equal(await ask(`languages.querySelector('[aria-pressed=true]').textContent`), wording(language).language);
      assert.deepEqual(await ask(`[phone.title, desk.title]`), [sentences[language]['live.phone'], sentences[language]['live.desk']]);
      const spoken = () => ask(`previews.map(({ shadowRoot }) => shadowRoot.querySelector('.tirkeu').lang)`);
      await page.until(async () => (await spoken()).join() === [language, language].join(), 'the previews in the language of the page');
    });
  }

  test('says the same in each language, in words of its own', () => {
    const places = (sentence) => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    assert.deepEqual(Object.keys(sentences), LANGUAGES);
    for (const [language, said] of Object.entries(sentences)) {
      assert.deepEqual(Object.keys(said), Object.keys(sentences.en), language);
      for (const [id, sentence] of Object.entries(said)) {
        assert.deepEqual(places(sentence), places(sentences.en[id]), `${language}: ${id}`);
        assert.ok(sentence.trim(), `${language}: ${id}`);
        for (const other of LANGUAGES.filter((other) => other !== language)) assert.notEqual(sentence, sentences[other][id], `${language}: ${id} is ${other}`);
      }
    }
  });

  test('has no sentence that nobody says', async () => {
    const all = ['workshop.html', ...['main', 'self_check', 'snippet', 'contrast'].map((name) => `workshop/${name}.js`)];
    const source = all.map((name) => readFileSync(new URL(`../../www/${name}`, import.meta.url), 'utf8')).join('');
    const made = /^(how|colour)\./;
    for (const id of Object.keys(sentences.en)) assert.ok(made.test(id) || source.includes(`"${id}"`) || (id === 'title' && source.includes('said.title')), id);
  });

  test('shows beside what is chosen, on two widths', async () => {
    await open('en');
    await choose('language', 'kk');
    await choose('day', '2020-01-01');
    await choose('coloured', true);
    await choose('ink', '#220044');
    await choose('font', 'serif');
    await page.until(() => ask(`previews.every(({ shadowRoot, result }) => shadowRoot.querySelector('.visit').lang === 'kk' && result.verdict === 'not_covered')`), 'Kazakh on another day');
    const seen = await ask(`previews.map(({ shadowRoot }) => { const { color, fontFamily } = getComputedStyle(shadowRoot.querySelector('.tirkeu')); return [color, fontFamily]; })`);
    assert.deepEqual(seen, [['rgb(34, 0, 68)', 'serif'], ['rgb(34, 0, 68)', 'serif']]);
    const windows = await ask(`[phone, desk].map(({ contentWindow }) => [contentWindow.innerWidth, contentWindow.innerHeight, contentWindow.matchMedia('(max-width: 36em)').matches])`);
    assert.deepEqual(windows, [[360, 640, true], [1024, 768, false]]);
    assert.deepEqual(await ask(`[phone, desk].map(({ contentDocument }) => contentDocument.compatMode)`), ['CSS1Compat', 'CSS1Compat']);
    assert.match(await shown('snippet'), /lang="kk" visit-date="2020-01-01"[^]*--tirkeu-ink: #220044;[^]*--tirkeu-font: serif;/);
    assert.match(await shown('heard'), /^tirkeu-change[^]*not_covered/);
  });

  test('shows what a phone shows, to the pixel', { skip: cannot('be as narrow as a phone') }, async (t) => {
    /** Where everything stands that is seen, and how tall the letters are. */
    const LOOK = `((root) => [...root.querySelectorAll('*')].filter((shown) => shown.getClientRects().length > 0).map((shown) => {
      const { x, y, width, height } = shown.getBoundingClientRect();
      return [shown.localName, ...[x, y, width, height].map(Math.round), getComputedStyle(shown).fontSize].join(' ');
    }))`;
    const press = (root) => `(() => { for (const action of ['go::check:', 'answer:0:status:foreigner']) [...${root}.querySelectorAll('[data-action="' + action + '"]')].at(-1).click(); })()`;
    await open('ru');
    const beside = 'previews[0].shadowRoot';
    await ask(press(beside));
    await page.until(() => ask(`previews[0].shadowRoot.styleSheets.length === 2`), 'the style of the answer');
    await page.drawn();
    const [seen, html] = [await ask(`${LOOK}(${beside})`), await ask(`phone.srcdoc`)];
    assert.ok(seen.length > 40, seen.join());
    t.after(() => resize(browser, 1200, 900));
    await resize(browser, 360, 640);
    site.host('/phone.html', html.replace('<meta', '<html lang="ru"><meta'));
    await page.driver.get(`${site.address}/phone.html`);
    await page.ready();
    const alone = `document.querySelector('tirkeu-precheck').shadowRoot`;
    await page.run(press(alone));
    await page.drawn();
    await page.run('scrollTo(0, 0)');
    assert.deepEqual(await page.run(`return ${LOOK}(${alone})`), seen);
  });

  test('says which colours cannot be read', async () => {
    await open('en');
    await choose('coloured', true);
    await choose('accent', '#dddddd');
    const lines = await ask(`[...contrast.children].map(({ className, textContent }) => [className, textContent])`);
    assert.deepEqual(lines.map(([kind]) => kind), ['good', 'bad', 'bad']);
    assert.match(lines[1][1], /contrast 1\.4, at least 4\.5 is needed/);
  });

  test('gives lines for a tag that work as they stand, under the policy it says', async () => {
    await open('en');
    await choose('portal', `${site.address}/somewhere`);
    await choose('shared', true);
    const [lines, policy] = [await shown('snippet'), await shown('policy')];
    assert.match(policy, /^script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'$/);
    const [html, script] = lines.split('/* JS */');
    site.host('/portal.html', `<!doctype html><html lang="ru"><meta charset="utf-8"><script src="/violations.js"></script>${html}<script src="/portal.js"></script>`, { 'Content-Security-Policy': `default-src 'none'; ${policy}` });
    site.host('/violations.js', `window.violated = []; addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => violated.push(violatedDirective + ' ' + blockedURI));`);
    site.host('/portal.js', script.replace('console.log(detail.report.verdict)', 'document.title = detail.report.verdict'));
    await page.driver.get(`${site.address}/portal.html`);
    await page.ready();
    await page.until(() => ask(`document.title === 'undecided'`), 'the report');
    // What stands behind the first question is loaded under it too, the pictures among it.
    await page.tap('go::check:', 'answer:0:status:foreigner');
    const loaded = (name) => ask(`performance.getEntriesByType('resource').some(({ name, responseStatus = 200 }) => name.endsWith(arguments[0]) && responseStatus === 200)`, name);
    for (const name of ['answer.css', 'pictures.svg']) await page.until(() => loaded(name), name);
    assert.deepEqual(await ask('violated'), []);
  });

  test('gives hashes that a changed script does not have', async () => {
    await open('en');
    const lines = (await shown('snippet')).replace(/sha384-./g, (hash) => `sha384-${hash.endsWith('A') ? 'B' : 'A'}`);
    site.host('/portal.html', `<!doctype html><html lang="ru"><meta charset="utf-8">${lines}`);
    await page.driver.get(`${site.address}/portal.html`);
    await new Promise((later) => setTimeout(later, 500));
    assert.equal(await ask(`document.querySelector('tirkeu-precheck').shadowRoot`), null);
  });

  test('gives the lines of a frame and of npm', async () => {
    await open('ru');
    await choose('way', 'frame');
    await choose('portal', 'https://portal.example/x');
    await choose('language', 'ru');
    await choose('day', '2026-12-01');
    assert.ok((await shown('snippet')).includes(`src="${site.address}/embed.ru.html#origin=https://portal.example&amp;visit-date=2026-12-01"`));
    assert.equal(await shown('policy'), `script-src 'self'; frame-src ${site.address}`);
    await choose('way', 'npm');
    assert.match(await shown('snippet'), /^npm install tirkeu@\d+\.\d+\.\d+\n\nimport "tirkeu\/element";/);
    assert.equal(await shown('policy'), "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
  });
});

/** Does the self-check in English; gives what it found. */
async function check(address) {
  await page.run(`checking.elements.address.value = arguments[0]; checking.requestSubmit();`, address);
  await page.until(() => ask(`found.children.length > 0 && found.firstChild.className !== ''`), 'what was found');
  return ask(`[...found.children].map(({ textContent }) => textContent)`);
}

describe('where the workshop sends', { skip: cannot('tell each request') }, () => {
  // Without a policy, which would stop what a script tries: here it can be seen.
  const here = {};
  before(async () => {
    Object.assign(here, { browser, site, page, elsewhere: await serveSite(PAGE) });
    [browser, site] = [await openBrowser(ENGINE, { isWatched: true }), await serveSite(PAGE, { policy: '' })];
    page = new Page(browser, site);
  });
  after(async () => {
    await Promise.all([browser.close(), site.close(), here.elsewhere.close()]);
    ({ browser, site, page } = here);
  });

  /** Whom it has asked since this was called last, and for what. */
  const asked = async () => (await requestsOf(browser)).map(({ url, method, body }) => ({ origin: new URL(url).origin, url, method, body }));
  const origins = (requests) => [...new Set(requests.map(({ origin }) => origin))].sort();

  test('nothing, to nobody, whatever is chosen and answered; the self-check asks the address that was typed, when it is told to', async () => {
    const { elsewhere } = here;
    await open('ru');
    for (const way of ['tag', 'frame', 'npm']) await choose('way', way);
    await choose('portal', 'https://portal.example/page');
    await choose('language', 'kk');
    await choose('day', '2026-12-24');
    await choose('coloured', true);
    await choose('accent', '#dddddd');
    await choose('font', 'serif');
    await choose('shared', true);
    await ask(`previews.forEach(({ shadowRoot }) => ['go::check:', 'answer:0:status:refugee'].forEach((action) => [...shadowRoot.querySelectorAll('[data-action="' + action + '"]')].at(-1).click()))`);
    await page.until(() => ask(`previews.every(({ shadowRoot }) => shadowRoot.querySelector('.said-so-far li')) && heard.textContent.startsWith('tirkeu-report')`), 'answers, and the report');
    for (const button of ['snippet', 'policy']) await ask(`document.querySelector('[data-copies=' + arguments[0] + ']').click()`, button);
    await page.run(`checking.elements.address.value = arguments[0]; checking.elements.address.dispatchEvent(new Event('input', { bubbles: true }))`, elsewhere.address);
    await new Promise((later) => setTimeout(later, 500));
    const before = await asked();
    assert.ok(before.length > 30, `${before.length} requests`);
    assert.deepEqual(origins(before), [site.address]);
    assert.deepEqual(before.filter(({ method, body }) => method !== 'GET' || body), []);
    assert.deepEqual(before.filter(({ url }) => /refugee|portal\.example|2026-12-24|dddddd|serif|\?/.test(url)), []);
    assert.deepEqual(elsewhere.requests, []);

    await check(`${elsewhere.address}/`);
    const checking = await asked();
    assert.deepEqual(origins(checking), [site.address, elsewhere.address].sort());
    assert.deepEqual(checking.filter(({ origin }) => origin === site.address).map(({ url }) => url), [`${site.address}/${FILES}/check.js`]);
    assert.deepEqual(checking.filter(({ method, body, url }) => method !== 'GET' || body || url.includes('?')), []);
    await choose('day', '2026-12-25');
    assert.deepEqual(origins(await asked()).filter((origin) => origin !== site.address), [], 'and only then');
  });
});

describe('the self-check', () => {
  test('finds nothing where nothing is wrong, and asks for each file', async () => {
    await open('en');
    const before = site.requests.length;
    const found = await check(`${site.address}/`);
    assert.deepEqual(found, [sentences.en['check.good'], 'Version 0.1.0: the same as here.', sentences.en['check.policy.good']].map((text) => text.replace('0.1.0', found[1].match(/\d+\.\d+\.\d+/)[0])));
    const asked = site.requests.slice(before).map(({ url }) => url);
    const all = readdirSync(join(PAGE, FILES), { recursive: true }).filter((name) => /^(?!counter|roll|list_|rulebook|workshop).*\.(js|css|wasm|list\.json|txt|svg)$/.test(name));
    assert.ok(all.length > 30, all.join());
    assert.deepEqual(all.filter((name) => !asked.some((url) => url.endsWith(`/${FILES}/${name}`))), []);
  });

  test('names what is wrong', async () => {
    await open('en');
    site.fault(`/${FILES}/precheck_bg.wasm`, { type: 'application/octet-stream' });
    site.fault(`/${FILES}/wording/kk.later.txt`, { status: 404 });
    site.host('/embed.html', '<!doctype html>', { 'Content-Security-Policy': "default-src 'self'" });
    assert.deepEqual(await check('.'), [
      'The server sends precheck_bg.wasm as application/octet-stream; application/wasm would be right.',
      'wording/kk.later.txt is not there: the server answered 404.',
      "The policy does not allow WebAssembly: add 'wasm-unsafe-eval' to script-src (it is: 'self').",
    ]);
    site.host('/embed.html', '<!doctype html>', { 'Content-Security-Policy': "default-src 'self' 'wasm-unsafe-eval'; connect-src 'none'; img-src https://elsewhere.example" });
    site.fault(`/${FILES}/code_bg.wasm`, { status: 404 });
    assert.deepEqual((await check('.')).slice(-2), [
      "The policy does not allow the files here: add 'self' to connect-src (it is: 'none').",
      "The policy does not allow the files here: add 'self' to img-src (it is: https://elsewhere.example).",
    ]);
    assert.ok((await check('.')).includes('code_bg.wasm is not there: the server answered 404.'));
    site.heal();
    assert.equal((await check('/nowhere/'))[0], 'tirkeu.js is not there: the server answered 404.');
    site.host(`/other/tirkeu.js`, `import "./${FILES}/tirkeu.js";`);
    site.host(`/other/${FILES}/check.js`, `var version="9.9.9";`);
    assert.ok((await check('/other/')).some((text) => text.startsWith('Version 9.9.9 is there')));
    site.host('/older/tirkeu.js', 'import "./0123456789ab/tirkeu.js";');
    site.host('/older/0123456789ab/check.js', readFileSync(join(PAGE, FILES, 'check.js'), 'utf8'));
    assert.ok((await check('/older/')).some((text) => text.startsWith('Another build of version') && text.includes('folder 0123456789ab')));
  });

  test('says why it cannot ask another address', async () => {
    await open('en');
    assert.match((await check('https://elsewhere.example/'))[0], /does not answer, or this page's policy does not allow to ask it/);
  });
});
