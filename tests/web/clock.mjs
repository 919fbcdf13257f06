// A clock that a test moves: every timer of a minute or more waits until it is told that time has passed.
//
// Shorter ones run as ever: WebKit's driver has some of its own in the page. The clock stands in front of the pages' own scripts. This file must know nothing else of the pages.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { POLICY, serveSite } from './site.mjs';

/** Serves the built site with the clock in these pages. */
export async function serveWithClock(names) {
  const site = await serveSite();
  site.host('/clock.js', CLOCK);
  for (const name of names) {
    const html = readFileSync(join(process.env.TIRKEU_SITE, name), 'utf8').replace('<head>', '<head><script src="/clock.js"></script>');
    site.host(`/${name}`, html, { 'Content-Security-Policy': POLICY });
  }
  return site;
}

/** In such a page so many milliseconds pass at once. */
export const pass = (browser, milliseconds) => browser.driver.executeScript('heldClock.pass(arguments[0])', milliseconds);

const CLOCK = `(() => {
  const { setTimeout: begin, clearTimeout: end } = globalThis;
  const held = new Map();
  let now = 0, next = -1;
  globalThis.setTimeout = (act, delay, ...words) => {
    if (!(delay >= 60_000)) return begin(act, delay, ...words);
    held.set(next, { at: now + delay, act: () => act(...words) });
    return next--;
  };
  globalThis.clearTimeout = (timer) => held.delete(timer) || end(timer);
  globalThis.heldClock = { pass(milliseconds) {
    const until = now + milliseconds;
    for (;;) {
      const due = [...held].filter(([, { at }]) => at <= until).sort(([, one], [, other]) => one.at - other.at)[0];
      if (!due) break;
      now = due[1].at;
      held.delete(due[0]);
      due[1].act();
    }
    now = until;
  } };
})()`;
