// The workshop for portal teams, as a newcomer uses it: what it says to copy works as it stands, and what is wrong at an address is named.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import { LANGUAGES, Page } from './page.mjs';
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

const ask = (script, ...words) => page.run(`return ${script}`, ...words);
const shown = (id) => ask(`document.getElementById(arguments[0]).textContent`, id);

/** Opens it in a language; what is loaded is waited for. */
async function open(language) {
  await page.driver.get(`${site.address}/empty`);
  await page.driver.get(`${site.address}/workshop.html#${language}`);
  await page.until(() => ask(`document.querySelectorAll('tirkeu-precheck').length === 2 && [...document.querySelectorAll('tirkeu-precheck')].every(({ result }) => result)`), 'both previews');
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
      assert.deepEqual(Object.keys(sentences[language]), Object.keys(sentences.en));
      assert.equal(await ask('document.documentElement.lang'), language);
      const silent = await ask(`[...document.querySelectorAll('[data-says]')].filter(({ textContent }) => !textContent).length`);
      assert.equal(silent, 0);
      assert.equal(await shown('how'), sentences[language]['how.tag']);
    });
  }

  test('has no sentence that nobody says', async () => {
    const all = ['workshop.html', ...['main', 'self_check', 'snippet', 'contrast'].map((name) => `workshop/${name}.js`)];
    const source = all.map((name) => readFileSync(new URL(`../../www/${name}`, import.meta.url), 'utf8')).join('');
    const made = /^(how|colour)\.|^name$/;
    for (const id of Object.keys(sentences.en)) assert.ok(made.test(id) || source.includes(`"${id}"`) || (id === 'title' && source.includes('said.title')), id);
  });

  test('shows beside what is chosen, on two widths', async () => {
    await open('en');
    await choose('language', 'kk');
    await choose('day', '2020-01-01');
    await choose('coloured', true);
    await choose('ink', '#220044');
    await choose('font', 'serif');
    await page.until(() => ask(`[...document.querySelectorAll('tirkeu-precheck')].every(({ shadowRoot, result }) => shadowRoot.querySelector('.visit').lang === 'kk' && result.verdict === 'not_covered')`), 'Kazakh on another day');
    const seen = await ask(`[...document.querySelectorAll('tirkeu-precheck')].map(({ shadowRoot }) => { const { color, fontFamily } = getComputedStyle(shadowRoot.querySelector('.tirkeu')); return [color, fontFamily]; })`);
    assert.deepEqual(seen, [['rgb(34, 0, 68)', 'serif'], ['rgb(34, 0, 68)', 'serif']]);
    assert.ok(await ask(`phone.clientWidth <= 360 && desk.clientWidth > phone.clientWidth`));
    assert.match(await shown('snippet'), /lang="kk" visit-date="2020-01-01"[^]*--tirkeu-ink: #220044;[^]*--tirkeu-font: serif;/);
    assert.match(await shown('heard'), /^tirkeu-change[^]*not_covered/);
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

describe('the self-check', () => {
  /** Does it in English; gives what it found. */
  async function check(address) {
    await page.run(`checking.elements.address.value = arguments[0]; checking.requestSubmit();`, address);
    await page.until(() => ask(`found.children.length > 0 && found.firstChild.className !== ''`), 'what was found');
    return ask(`[...found.children].map(({ textContent }) => textContent)`);
  }

  test('finds nothing where nothing is wrong, and asks nobody else', async () => {
    await open('en');
    const before = site.requests.length;
    const found = await check(`${site.address}/`);
    assert.deepEqual(found, [sentences.en['check.good'], 'Version 0.1.0: the same as here.', sentences.en['check.policy.good']].map((text) => text.replace('0.1.0', found[1].match(/\d+\.\d+\.\d+/)[0])));
    const asked = site.requests.slice(before).map(({ url }) => url);
    const all = readdirSync(join(PAGE, FILES), { recursive: true }).filter((name) => /^(?!counter|roll|list_|rulebook|workshop).*\.(js|css|wasm|json|svg)$/.test(name) && !name.endsWith('.roll.json'));
    assert.ok(all.length > 30, all.join());
    assert.deepEqual(all.filter((name) => !asked.some((url) => url.endsWith(`/${FILES}/${name}`))), []);
  });

  test('names what is wrong', async () => {
    await open('en');
    site.fault(`/${FILES}/precheck_bg.wasm`, { type: 'application/octet-stream' });
    site.fault(`/${FILES}/wording/kk.later.json`, { status: 404 });
    site.host('/embed.html', '<!doctype html>', { 'Content-Security-Policy': "default-src 'self'" });
    assert.deepEqual(await check('.'), [
      'The server sends precheck_bg.wasm as application/octet-stream; application/wasm would be right.',
      'wording/kk.later.json is not there: the server answered 404.',
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
