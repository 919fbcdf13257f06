// "First verdict": how long somebody waits for the page's first question, and a portal's script for its first verdict.

import { cases } from './cases.mjs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBrowser } from '../web/browser.mjs';
import { open, slow } from './chromium.mjs';
import { median } from './timing.mjs';

/** @type {import('./chromium.mjs').Condition[]} */
const CONDITIONS = [
  { title: 'as it is' },
  { title: 'processor 4 times slower', slower: 4 },
  { title: 'processor 20 times slower', slower: 20 },
  { title: '1.6 Mbit/s, 300 ms for each request', kilobits: 1600, roundTrip: 300 },
  { title: 'processor 4 times slower, 1.6 Mbit/s, 300 ms', slower: 4, kilobits: 1600, roundTrip: 300 },
];

/** The module must be on its way early; the wording comes with the page. */
const NEEDED = ['precheck_bg.wasm'];

/**
 * Each condition with medians in milliseconds, fresh profiles; and how long after the page itself the needed files are asked for.
 * @param {string} address where the site is served
 */
export async function measure(address, { runs }) {
  const rows = [];
  for (const condition of CONDITIONS) {
    const pages = [await tap(`${address}/en.html`, condition, 0)], scripts = [];
    for (let run = 0; run < runs; run++) {
      pages.push(await tap(`${address}/en.html`, condition, median(pages.map(({ start }) => start))));
      scripts.push((await open(`${address}/five-lines.html?${ASKED}`, { condition })).verdictAt);
    }
    const middle = (of) => median(pages.slice(1).map(of));
    rows.push({
      title: condition.title,
      slower: condition.slower,
      roundTrip: condition.roundTrip,
      start: middle(({ start }) => start),
      question: middle(({ question }) => question),
      ready: middle(({ ready }) => ready),
      verdict: median(scripts),
      late: Object.fromEntries(NEEDED.map((file) => [file, middle(({ asked, page }) => asked[file] - page)])),
    });
  }
  return rows;
}

const ASKED = new URLSearchParams({ application: JSON.stringify(cases(1)[4]) });

/**
 * Opens the page in a fresh profile and taps its beginning, by the browser's own input, a tenth later than it was drawn the times before: what comes
 * too early the browser drops, what comes once the question is there the page leaves alone, and each costs it time. The driver, which
 * waits for a page to be still, is gone around.
 * @param {string} address
 * @param {import('./chromium.mjs').Condition} condition
 * @param {number} from milliseconds from the navigation on
 */
async function tap(address, condition, from) {
  const { driver, close } = await openBrowser('chromium');
  try {
    await slow((method, parameters) => driver.sendAndGetDevToolsCommand(method, parameters), condition);
    const page = await driver.createCDPConnection('page');
    const ask = async (expression) => (await page.send('Runtime.evaluate', { expression })).result.result.value;
    await page.send('Page.enable', {});
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
    page.execute('Page.navigate', { url: address });
    await sleep(1.1 * from);
    const press = (type) => page.execute('Input.dispatchMouseEvent', { type, ...BEGINNING, button: 'left', clickCount: 1 });
    const isOver = () => ask('Boolean(measured.ready && measured.shown && measured.start)');
    for (let taps = 0; taps < TAPS || !(await isOver()); taps += 1) {
      if (taps > 20 * TAPS) throw new Error(`${address} asked nothing`);
      ['mousePressed', 'mouseReleased'].forEach(press);
      await sleep(50 * (condition.slower ?? 1));
    }
    return JSON.parse(await ask(TELL));
  } finally {
    await close();
  }
}

/** So often it is tapped before the page is asked whether that is enough, which costs it time. */
const TAPS = 4;

/** Where the beginning's button is in the window that the driver opens; a tap that misses it measures nothing. */
const BEGINNING = { x: 60, y: 254 };

/**
 * When the beginning was drawn, when what the first tap on it brought was, as the browser itself tells both, and when the element had
 * taken over and asked the question itself. The time in which a beginning that is there waits for its tap is not counted.
 */
const WATCH = `(() => {
  const measured = (globalThis.measured = {});
  const ofEvent = { type: 'event', durationThreshold: 16, buffered: true };
  // What took less than the threshold the browser never tells: then the threshold counts.
  const isReady = () => {
    measured.ready ??= performance.now();
    setTimeout(() => (measured.shown ??= measured.tapped + ofEvent.durationThreshold), 1000);
  };
  addEventListener('click', (event) => {
    const [target] = event.composedPath();
    const isFirst = measured.tapped === undefined && target.matches('.next > summary, [data-action="go::check:"]');
    if (isFirst) measured.tapped = event.timeStamp;
    else if (event.isTrusted) [event.preventDefault(), event.stopImmediatePropagation()];
  }, true);
  new PerformanceObserver((list) => {
    const shown = list.getEntries().find(({ name, startTime }) => name === 'click' && Math.abs(startTime - measured.tapped) < 1);
    if (shown) measured.shown = shown.startTime + shown.duration;
  }).observe(ofEvent);
  new PerformanceObserver((list) => {
    const shown = list.getEntriesByName('first-contentful-paint')[0];
    if (shown) measured.start = shown.startTime;
  }).observe({ type: 'paint', buffered: true });
  const { define } = customElements;
  customElements.define = function (...words) {
    define.apply(this, words);
    const root = document.querySelector(words[0]).shadowRoot;
    new MutationObserver(() => {
      const asks = [...root.querySelectorAll('[data-action^="answer:"]')].some((shown) => shown.checkVisibility());
      if (asks) requestAnimationFrame(() => setTimeout(isReady));
    }).observe(root, { subtree: true, childList: true, attributes: true });
  };
})();`;

const TELL = `(() => {
  const entries = performance.getEntriesByType('resource');
  const asked = Object.fromEntries(${JSON.stringify(NEEDED)}.map((file) =>
    [file, Math.min(...entries.filter(({ name }) => name.endsWith('/' + file)).map(({ startTime }) => startTime))]));
  const [{ responseEnd: page }] = performance.getEntriesByType('navigation');
  const { start, tapped, shown } = measured;
  return JSON.stringify({ ...measured, question: start + shown - Math.max(start, tapped), asked, page });
})()`;
