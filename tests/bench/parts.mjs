// "Where the time goes": from the navigation to the page's first question, by parts, at 1, 4 and 20 times slower.

import { openBrowser } from '../web/browser.mjs';
import { setTimeout as sleep } from 'node:timers/promises';
import { median } from './timing.mjs';

const SLOWER = [1, 4, 20];

/** What comes behind the first question would be counted with it: here it never comes. */
const BEHIND = ['*behind.js*', '*later.txt*', '*answer.*', '*pictures.svg*', '*worker.js*'];

/** What Chromium counts of the page's thread, in seconds, by the names of this table. */
const COUNTED = { ofScript: 'ScriptDuration', ofStyle: 'RecalcStyleDuration', ofLayout: 'LayoutDuration', ofAll: 'TaskDuration' };

/**
 * Milliseconds, medians: from the navigation on until each thing has happened, and what the page's thread did meanwhile.
 * @param {string} address where the site is served
 */
export async function measure(address, { runs }) {
  const rows = [];
  for (const slower of SLOWER) {
    const all = [];
    for (let run = 0; run < runs; run += 1) all.push(await once(`${address}/en.html`, slower));
    rows.push({ slower, ...Object.fromEntries(Object.keys(all[0]).map((name) => [name, median(all.map((one) => one[name]))])) });
  }
  return rows;
}

async function once(address, slower) {
  const { driver, close } = await openBrowser('chromium');
  try {
    const send = (method, parameters = {}) => driver.sendAndGetDevToolsCommand(method, parameters);
    await driver.manage().setTimeouts({ script: 120_000, pageLoad: 120_000 });
    await send('Network.enable');
    await send('Network.setBlockedURLs', { urls: BEHIND });
    await send('Performance.enable');
    await send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
    await send('Emulation.setCPUThrottlingRate', { rate: slower });
    await driver.get(address);
    const ends = Date.now() + 60_000;
    while (!(await driver.executeScript('return Boolean(measured.question);'))) {
      if (Date.now() > ends) throw new Error(`${address} asked nothing in a minute`);
      await sleep(20);
    }
    const told = await driver.executeScript(TELL);
    const { metrics } = await send('Performance.getMetrics');
    const seconds = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    return { ...told, ...Object.fromEntries(Object.entries(COUNTED).map(([name, counted]) => [name, seconds[counted] * 1000])) };
  } finally {
    await close();
  }
}

/** When what happened first: the element's script ran, the module was asked for and was there, the beginning and a question were drawn. */
const WATCH = `(() => {
  const measured = (globalThis.measured = {});
  const now = (name) => (measured[name] ??= performance.now());
  const { define } = customElements;
  customElements.define = function (...words) {
    now('script');
    define.apply(this, words);
    const root = document.querySelector(words[0]).shadowRoot;
    new MutationObserver(() => look(root)).observe(root, { subtree: true, childList: true, attributes: true });
  };
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async function (...words) {
    now('compiling');
    const made = await instantiateStreaming.apply(this, words);
    now('compiled');
    return made;
  };
  const inView = (root, selector) => [...root.querySelectorAll(selector)].find((shown) => shown.checkVisibility());
  const drawn = (name) => requestAnimationFrame(() => setTimeout(() => now(name)));
  const look = (root) => {
    const beginning = !measured.tapped && inView(root, '[data-action="go::check:"]');
    if (beginning) { now('tapped'); drawn('start'); beginning.click(); }
    else if (measured.tapped && inView(root, '[data-action^="answer:"]')) { now('asked'); drawn('question'); }
  };
})();`;

const TELL = `
  const ends = (part) => Math.max(...performance.getEntriesByType('resource').filter(({ name }) => name.includes(part)).map(({ responseEnd }) => responseEnd));
  const [{ responseEnd: page }] = performance.getEntriesByType('navigation');
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return { page, files: Math.max(ends('tirkeu.js'), ends('tirkeu.css')), module: ends('precheck_bg'), paint: paint?.startTime ?? 0, ...measured };
`;
