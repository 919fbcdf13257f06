// What `cargo xtask package` makes: every file is listed as it is, and what is said of the element is true.
// Engines: chromium webkit

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { folder } from './temporary-folder.mjs';
import { serveSite } from './site.mjs';
import { openBrowser } from './browser.mjs';
import { cannot } from './engines.mjs';
import { Page, wording } from './page.mjs';
import { goThrough, VERDICTS } from './situations.mjs';

const DIST = process.env.TIRKEU_DIST;
const read = (path) => readFileSync(join(DIST, path));
const text = (path) => read(path).toString();
const source = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const all = readdirSync(DIST, { recursive: true }).filter((path) => statSync(join(DIST, path)).isFile());
const { files } = JSON.parse(text('manifest.json'));

describe('the manifest', () => {
  test('lists every file as it is', () => {
    assert.deepEqual(files.map(({ path }) => path).sort(), all.filter((path) => path !== 'manifest.json').sort());
    for (const { path, sha256, bytes } of files) {
      assert.equal(createHash('sha256').update(read(path)).digest('hex'), sha256, path);
      assert.equal(read(path).length, bytes, path);
    }
  });

  test('says of which release and which editions it is, as the rules themselves do', async () => {
    const { check, questions, version } = await import(join(DIST, 'npm/node.js'));
    const manifest = JSON.parse(text('manifest.json'));
    assert.deepEqual([manifest.version, manifest.editions], [version, questions().editions]);
    assert.equal(check.version, JSON.parse(text('npm/package.json')).version);
    assert.equal(manifest.editions.at(-1).edition, check({ visit_date: '2100-01-01' }).edition);
  });

  test('says what is loaded first, in which language', () => {
    const first = (language) =>
      files.filter((file) => file.path.startsWith('page/') && file.brotli && file.loaded === 'first' && [undefined, language].includes(file.language)).map(({ path }) => path.split('/').pop());
    assert.deepEqual(first('ru').filter((name) => !/^(check|tirkeu)\.js$/.test(name)).sort(), ['precheck_bg.wasm', 'ru.html', 'tirkeu.css']);
    assert.ok(files.some(({ path, language, loaded }) => path.endsWith('wording/kk.later.txt') && language === 'kk' && loaded === 'later'));
  });
});

describe('the page', () => {
  test('is compressed beforehand', () => {
    const plain = all.filter((path) => path.startsWith('page/') && !/\.(br|gz)$/.test(path));
    for (const path of plain) {
      assert.deepEqual(brotliDecompressSync(read(`${path}.br`)), read(path), path);
      assert.deepEqual(gunzipSync(read(`${path}.gz`)), read(path), path);
    }
  });

  test('keeps under their names only what others name', () => {
    const named = all.filter((path) => /^page\/[^/]+$/.test(path) && !/\.(br|gz|html)$/.test(path));
    assert.deepEqual(named.sort(), ['page/check.js', 'page/frame.js', 'page/tirkeu.js', 'page/worker.js']);
  });

  test('works, and without network too', async (t) => {
    const site = await serveSite(join(DIST, 'page'));
    t.after(() => site.close());
    const browser = await openBrowser();
    t.after(() => browser.close());
    const page = new Page(browser, site);
    await page.driver.get(`${site.address}/ru.html`);
    await page.ready();
    await page.driver.executeAsyncScript('navigator.serviceWorker.ready.then(() => arguments[0]())');
    for (const { url } of [...site.requests]) site.fault(url, { status: 500 });
    await page.driver.get(`${site.address}/kk.html`);
    await page.ready();
    await page.tap('go::check:');
    await page.press('ru');
    await page.until(() => page.run(`return document.documentElement.lang === 'ru'`), 'Russian, from what was kept');
  });
});

describe('the npm package', () => {
  const description = JSON.parse(text('npm/package.json'));

  test('has every file that it names', () => {
    const named = JSON.stringify(description).match(/"\.\/[^"*]+"/g).map((name) => JSON.parse(name).slice(2));
    for (const name of named.filter((name) => /\.\w+$/.test(name) && !name.includes('*'))) assert.ok(existsSync(join(DIST, 'npm', name)), name);
  });

  test('says of the element what is true', () => {
    const [element] = JSON.parse(text('npm/custom-elements.json')).modules[0].declarations;
    const [, observed] = source('www/tirkeu.js').match(/observedAttributes = (\[.*?\])/);
    assert.deepEqual(element.attributes.map(({ name }) => name).sort(), [...JSON.parse(observed), 'data-files'].sort());
    assert.ok(source('npm/files.js').includes('dataset: { files }'), 'data-files is read once');
    const used = new Set(['tirkeu', 'answer'].flatMap((name) => source(`www/${name}.css`).match(/--tirkeu-[a-z-]+/g)));
    assert.deepEqual(element.cssProperties.map(({ name }) => name).sort(), [...used].sort());
    const styles = ['tirkeu', 'answer', 'paper'].map((name) => source(`www/${name}.css`)).join('');
    const classes = new Set(styles.match(/(?<=\.)[a-z][a-z-]*/g));
    for (const { name } of element.cssParts) assert.ok(classes.has(name), `part ${name}`);
    for (const { fieldName } of element.attributes.filter(({ fieldName }) => fieldName)) {
      assert.ok(element.members.some(({ name, kind }) => name === fieldName && kind === 'field'), fieldName);
    }
    for (const { name } of [...element.members, ...element.events]) assert.ok(source('www/tirkeu.js').includes(name) || source('www/host.js').includes(name), name);
    const states = [...source('www/state.js').matchAll(/\]\("(\w+)"\)/g)].map(([, name]) => ({ name }));
    assert.deepEqual(element.cssStates.map(({ name }) => ({ name })), states);
    for (const { name } of [...states, ...element.attributes, ...element.cssProperties, ...element.cssParts, ...element.members, ...element.events]) {
      assert.ok(source('docs/ELEMENT.md').includes(name), `docs/ELEMENT.md does not say ${name}`);
    }
  });

  test('has types that tsc --strict accepts', (t) => {
    const program = `
      import "tirkeu/element";
      import init, { check, questions, type Report } from "tirkeu";
      await init();
      const report: Report = check({ visit_date: "2026-12-01" });
      const element = document.createElement("tirkeu-precheck");
      element.addEventListener("tirkeu-change", ({ detail }) => console.log(detail.verdict, detail.counts.missing, element.result?.edition));
      element.addEventListener("tirkeu-report", ({ detail }) => console.log(detail.report.fix, report, questions().facts));
      for (const day of ["2026-12-01", new Date(), null, undefined]) element.visitDate = day;
      for (const isShared of [true, "false", null]) element.shareReport = isShared;
      element.lang = "kk-KZ";
      const set: [string | null, boolean, string] = [element.visitDate, element.shareReport, element.lang];
      console.log(set);
      // @ts-expect-error a number is no day
      element.visitDate = 20261201;
      // @ts-expect-error it is the element that knows it
      element.result = null;
      element.clear();
    `;
    const compilerOptions = {
      strict: true, noEmit: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom', 'esnext.disposable'], types: [],
    };
    const settings = JSON.stringify({ compilerOptions, files: ['program.ts'] });
    const root = folder(t, { 'program.ts': program, 'tsconfig.json': settings }, { 'node_modules/tirkeu': join(DIST, 'npm') });
    const tsc = spawnSync(fileURLToPath(new URL('node_modules/.bin/tsc', import.meta.url)), ['--project', root], { encoding: 'utf8' });
    assert.equal(tsc.stdout + tsc.stderr, '');
  });

  test('says what is inside and under which licence', () => {
    const { components } = JSON.parse(text('sbom.cdx.json'));
    for (const known of ['wasm-bindgen', 'std', 'uqr']) assert.ok(components.some(({ name }) => name === known), known);
    const texts = readdirSync(join(DIST, 'npm/licences'));
    for (const { name, version, licenses, hashes } of components) {
      assert.ok(licenses[0].expression, name);
      // What stands in the place of encoding_rs is written here.
      if (name === 'std' || name === 'encoding_rs') continue;
      assert.match(hashes[0].content, /^([0-9a-f]{64}){1,2}$/);
      assert.ok(texts.some((file) => file.startsWith(`${name}-${version}-`)), `the licence of ${name}`);
    }
  });
});

describe('a script of the npm package that could not be had', () => {
  let site, browser, page;
  before(async () => {
    site = await serveSite(join(DIST, 'npm'), { policy: '' });
    browser = await openBrowser();
    page = new Page(browser, site);
  });
  after(() => Promise.all([browser?.close(), site?.close()]));

  const ask = (script, ...words) => page.run(`return ${script}`, ...words);
  const RECORD = `var errors = [], thrown = []; console.error = (...words) => errors.push(words.join(' '));
    addEventListener('unhandledrejection', ({ reason }) => thrown.push(String(reason)));`;

  /** Opens a portal's page, where these files cannot be had. */
  async function openWithout(...files) {
    site.heal();
    for (const file of files) site.fault(file, { status: 503 });
    site.host('/record.js', RECORD);
    site.host('/portal.html', '<!doctype html><html lang="en"><meta charset="utf-8"><script src="/record.js"></script><tirkeu-precheck><p id="list">Passport</p></tirkeu-precheck><script type="module" src="/tirkeu.js"></script>');
    await page.driver.get(`${site.address}/portal.html`);
    page.words = wording('en');
  }
  const begun = () => page.until(() => page.run(`return Boolean(root() && find('go::check:'));`), 'the questions');
  const failed = () => page.until(() => ask('errors.length > 0'), 'the line on the console');
  const says = (id) => page.until(() => ask(`root().querySelector('[role=status]').textContent === arguments[0]`, page.words[id]), page.words[id]);

  test('nothing is lost where data-files is no address: that is named', async () => {
    await openWithout();
    await begun();
    await page.run(`window.warned = []; console.warn = (...words) => warned.push(words.join(' '));
      const other = Object.assign(document.createElement('tirkeu-precheck'), { id: 'other' });
      other.dataset.files = 'http://[';
      document.body.append(other);`);
    await page.until(() => ask(`Boolean(other.result)`), 'the questions');
    assert.deepEqual(await ask('[warned, errors]'), [['tirkeu: data-files="http://[" is no address; used instead: beside the scripts'], []]);
  });

  /** What fails first, and what then asks for it once more. */
  const AGAIN = {
    'the first sentences, by the next touch of the list': async () => {
      await openWithout('/wording/en.js');
      await failed();
      site.heal();
      await ask('list.click()');
      await begun();
    },
    'what comes behind the first question, by the next answer': async () => {
      await openWithout('/behind.js');
      await begun();
      await failed();
      site.heal();
      await page.tap('go::check:', 'answer:0:status:foreigner');
      await page.until(() => ask(`root().host.matches(':state(ready)')`), 'what comes behind');
    },
    'another language, by the next press': async () => {
      await openWithout('/wording/ru.js');
      await begun();
      // What is said of it comes behind the first question.
      await page.until(() => ask(`root().host.matches(':state(ready)')`), 'what comes behind');
      await page.press('ru');
      await says('tools.load.failed');
      site.heal();
      await page.press('ru');
      await page.until(() => ask(`root().querySelector('.visit').lang === 'ru'`), 'Russian');
    },
    'the module as a script, where its file is not there, by the next answer': async () => {
      await openWithout('/answer.wasm', '/answer_module.js');
      await begun();
      await page.tap('go::check:', 'answer:0:status:foreigner');
      await failed();
      site.heal();
      site.fault('/answer.wasm', { status: 404 });
      await page.press('back');
      await page.tap('answer:0:status:foreigner');
      await page.until(async () => (await page.question())?.subject === 'age', 'the next question');
    },
    'what sheets need, by the next sheet': async () => {
      await openWithout('/sheets.js');
      await begun();
      await goThrough(page, VERDICTS.complete);
      await page.tap('go::visit_sheet:');
      await failed();
      site.heal();
      await page.tap('go::check:', 'go::visit_sheet:');
      await page.until(() => ask(`getComputedStyle(root().querySelector('.both span')).display === 'block'`), 'how a sheet looks');
    },
  };
  for (const [name, fails] of Object.entries(AGAIN)) {
    test(`is asked for again: ${name}`, { skip: cannot('import again what failed') }, async () => {
      await fails();
      assert.deepEqual(await ask('thrown'), []);
    });
  }
});
