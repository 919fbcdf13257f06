// "First verdict": how long somebody waits for the page's first question, and a portal's script for its first verdict.

import { cases } from './cases.mjs';
import { open } from './chromium.mjs';
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
    const pages = [], scripts = [];
    for (let run = 0; run < runs; run++) {
      pages.push(await open(`${address}/en.html`, { condition, watch: WATCH, done: 'measured.question', then: TELL }));
      scripts.push((await open(`${address}/five-lines.html?${ASKED}`, { condition })).verdictAt);
    }
    const middle = (of) => median(pages.map(of));
    rows.push({
      title: condition.title,
      slower: condition.slower,
      roundTrip: condition.roundTrip,
      start: middle(({ start }) => start),
      question: middle(({ question }) => question),
      fromScript: middle(({ question, script }) => question - script),
      verdict: median(scripts),
      late: Object.fromEntries(NEEDED.map((file) => [file, middle(({ asked, page }) => asked[file] - page)])),
      last: middle(({ last }) => last),
    });
  }
  return rows;
}

const ASKED = new URLSearchParams({ application: JSON.stringify(cases(1)[4]) });

/** Looks at the page from before its first script: when the beginning is in view it is tapped, when a question is, that is all. */
const WATCH = `(() => {
  const measured = (globalThis.measured = {});
  const { attachShadow } = Element.prototype;
  const { define } = customElements;
  customElements.define = function (...words) {
    measured.script ??= performance.now();
    return define.apply(this, words);
  };
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    new MutationObserver(() => look(root)).observe(root, { subtree: true, childList: true, attributes: true });
    return root;
  };
  const inView = (root, selector) => [...root.querySelectorAll(selector)].find((shown) => shown.checkVisibility());
  const painted = (name) => requestAnimationFrame(() => setTimeout(() => (measured[name] = performance.now())));
  let step = 0;
  const look = (root) => {
    const beginning = step === 0 && inView(root, '[data-action="go::check:"]');
    if (beginning) {
      step = 1;
      painted('start');
      beginning.click();
    }
    if (step === 1 && inView(root, '[data-action^="answer:"]')) {
      step = 2;
      painted('question');
    }
  };
})();`;

const TELL = `
  const entries = performance.getEntriesByType('resource');
  const asked = Object.fromEntries(${JSON.stringify(NEEDED)}.map((file) =>
    [file, Math.min(...entries.filter(({ name }) => name.endsWith('/' + file)).map(({ startTime }) => startTime))]));
  const before = entries.filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= measured.question);
  const [{ responseEnd: page }] = performance.getEntriesByType('navigation');
  return { ...measured, asked, page, last: Math.max(...before.map(({ startTime }) => startTime)) - page };
`;
