// "A whole list": 10,000 rows of 12 columns through the page in each engine, beside SheetJS and the rules by hand in the same engine; and
// natively up to 100,000 rows. By itself: `node tests/bench/bench.mjs OUT --only list`, or `cargo xtask bench --only list`.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBrowser } from '../web/browser.mjs';
import { timed } from './growth.mjs';
import { csv, workbook } from './rows.mjs';

/**
 * A sixth of the speed is Chromium's own emulation; the others have none. It slows the page's thread and no worker: so that all of the work
 * is slowed, it has to be done in the page, in slices.
 */
const CONDITIONS = [
  { engine: 'chromium', title: 'Chromium' },
  { engine: 'chromium', title: 'Chromium, no worker', inPage: true },
  { engine: 'chromium', title: 'Chromium, no worker, six times slower', inPage: true, slower: 6 },
  { engine: 'firefox', title: 'Firefox' },
  { engine: 'webkit', title: 'WebKit' },
];

/** Puts the files beside the site, before it is served. @param {string} folder */
export function place(folder, { rows }) {
  writeFileSync(join(folder, 'bench.csv'), csv(rows));
  writeFileSync(join(folder, 'bench.xlsx'), workbook(rows));
}

/** Rows for the table of engines, and for that of native runs. */
export async function measure(address, program, folder, { listRuns, native }) {
  const pages = [];
  for (const condition of CONDITIONS) {
    for (const file of ['bench.csv', 'bench.xlsx']) pages.push({ ...condition, file, ...(await inPage(address, file, condition, listRuns)) });
  }
  const lines = [];
  for (const rows of native) {
    const file = join(folder, `list-${rows}.csv`);
    writeFileSync(file, csv(rows));
    const words = ['list', file, '--visit', '2026-12-01', '--say', 'service=permanent', '--say', 'institution_request=original', '--out', join(folder, 'out.xlsx')];
    lines.push({ rows, ...(await least(listRuns, () => timed(program, words))) });
  }
  const module = execFileSync(process.execPath, [fileURLToPath(new URL('list-module.mjs', import.meta.url)), folder], { encoding: 'utf8' });
  return { pages, lines, module: JSON.parse(module) };
}

/** Of every figure the least: what else the machine does only ever adds. */
async function least(runs, run) {
  const all = [];
  for (let index = 0; index < runs; index += 1) all.push(await run());
  return Object.fromEntries(Object.keys(all[0]).map((name) => [name, Math.min(...all.map((figures) => figures[name]))]));
}

async function inPage(address, file, { engine, slower, inPage: isInPage }, runs) {
  const { driver, close } = await openBrowser(engine);
  try {
    await driver.manage().setTimeouts({ script: 120_000, pageLoad: 120_000 });
    if (isInPage) await driver.sendAndGetDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source: 'delete globalThis.Worker;' });
    await driver.get(`${address}/list.ru.html`);
    await until(driver, `return Boolean(document.querySelector('#once fieldset')) && document.querySelector('.working').hidden`);
    if (slower) await driver.sendAndGetDevToolsCommand('Emulation.setCPUThrottlingRate', { rate: slower });
    await driver.executeScript(WATCH, file);
    const all = [];
    const page = await least(runs, async () => (all.push(await driver.executeAsyncScript(RUN)), all.at(-1)));
    page.mostHeld = Math.max(...all.map(({ held }) => held));
    const peer = file.endsWith('.xlsx') ? await least(runs, () => driver.executeAsyncScript(PEER)) : undefined;
    return { page, peer };
  } finally {
    await close();
  }
}

async function until(driver, script) {
  const ends = Date.now() + 60_000;
  while (!(await driver.executeScript(script))) {
    if (Date.now() > ends) throw new Error('the page did not begin');
    await sleep(50);
  }
}

/** What is looked at: how long the page's thread is held (by a timer that is always due, in every engine), and what is saved. */
const WATCH = `
  window.file = arguments[0]; window.held = 0; window.saved = 0;
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => { window.saved += 1; return make.call(URL, blob); };
  HTMLAnchorElement.prototype.click = () => {};
  let before = performance.now();
  const tick = () => { const now = performance.now(); window.held = Math.max(window.held, now - before); before = now; setTimeout(tick, 0); };
  tick();
  window.frame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
  window.when = async (holds) => { while (!holds()) await new Promise((go) => setTimeout(go, 4)); };
  window.at = (selector) => document.querySelector(selector);
`;

/** Given, answered, saved, the request shown, cancelled: milliseconds from the act until it is drawn. */
const RUN = `
  const [done] = arguments;
  (async () => {
    const bytes = await (await fetch('/' + file)).blob();
    const give = () => {
      const data = new DataTransfer(); data.items.add(new File([bytes], file));
      at('#file').files = data.files; at('#file').dispatchEvent(new Event('change', { bubbles: true }));
    };
    at('.answered').hidden = true;
    window.held = 0;
    const begun = performance.now();
    give();
    let counted = 0;
    const watch = new MutationObserver(() => (counted ||= performance.now()));
    watch.observe(at('progress'), { attributes: true, attributeFilter: ['value'] });
    await when(() => !at('.working').hidden);
    await frame();
    const told = performance.now() - begun;
    await when(() => !at('.answered').hidden && at('.working').hidden);
    await frame();
    const answered = performance.now() - begun;
    const reading = window.held;
    window.held = 0;
    const before = window.saved;
    const pressed = performance.now();
    at('#save').click();
    await when(() => window.saved > before);
    const written = performance.now() - pressed;
    const writing = window.held;
    window.held = 0;
    const asked = performance.now();
    at('#request').click();
    await when(() => !at('#papers').hidden && !at('#print').hidden);
    await frame();
    const requested = performance.now() - asked;
    const building = window.held;
    at('#close-papers').click();
    give();
    await when(() => !at('.working').hidden);
    await new Promise((go) => setTimeout(go, 150));
    const stopped = performance.now();
    at('#cancel').click();
    await when(() => at('.working').hidden);
    await frame();
    const cancelled = performance.now() - stopped;
    watch.disconnect();
    done({ told, counted: counted ? counted - begun : 0, answered, written, requested, held: Math.max(reading, writing, building), cancelled });
  })().catch((error) => done({ error: String(error) }));
`;

const PEER = `
  const [done] = arguments;
  (async () => {
    const { whole } = await import('/sheetjs.js');
    const { answered, saved } = whole(new Uint8Array(await (await fetch('/bench.xlsx')).arrayBuffer()));
    done({ answered, saved });
  })().catch((error) => done({ error: String(error) }));
`;
