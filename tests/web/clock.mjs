// A clock that a test moves: the day and the time that a page is told, and with them every timer of a minute or more, which waits until
// it is told that time has passed. A machine that sleeps lets the clock go on, and leaves the timers where they are.
//
// Shorter timers run as ever: WebKit's driver has some of its own in the page. The clock stands in front of the pages' own scripts.
// This file must know nothing else of the pages.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { POLICY, serveSite } from './site.mjs';

/** Serves the built site with the clock in these pages. */
export async function serveWithClock(names) {
  const site = await serveSite();
  putClock(site, names);
  return site;
}

/** This day in Kazakhstan. */
export const today = () => new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10);

/** Noon there: what a test lets pass crosses no midnight of which it does not know. */
const noon = () => `${today()}T07:00:00Z`;

/** Puts the clock into these pages of a site. When a page begins it is noon, or, as `2026-12-01T10:00:00Z`, what the test says. */
export function putClock(site, names, day) {
  site.host('/clock.js', CLOCK.replaceAll('DAY', JSON.stringify(day || noon())));
  for (const name of names) {
    const html = readFileSync(join(process.env.TIRKEU_SITE, name), 'utf8').replace('<head>', `<head>${TAG}`);
    site.host(`/${name}`, html, { 'Content-Security-Policy': POLICY });
  }
}

/** What puts the clock into a host's own page. */
export const TAG = '<script src="/clock.js"></script>';

/** In such a page so many milliseconds pass at once. */
export const pass = (browser, milliseconds) => browser.driver.executeScript('heldClock.pass(arguments[0])', milliseconds);

/** So long the browser lets no timer of the page run, which is not to be seen. */
export const holdBack = (browser, milliseconds) => browser.driver.executeScript('heldClock.holdBack(arguments[0])', milliseconds);

/** The machine sleeps so long. */
export const sleep = (browser, milliseconds) => browser.driver.executeScript('heldClock.sleep(arguments[0])', milliseconds);

const CLOCK = `(() => {
  const { setTimeout: begin, clearTimeout: end, Date: RealDate } = globalThis;
  const measure = performance.now.bind(performance);
  const held = new Map();
  let ahead = Date.parse(DAY) - RealDate.now(), awake = 0, now = 0, next = -1;
  globalThis.Date = class extends RealDate {
    constructor(...words) { words.length ? super(...words) : super(RealDate.now() + ahead); }
    static now() { return RealDate.now() + ahead; }
  };
  performance.now = () => measure() + awake;
  globalThis.setTimeout = (act, delay, ...words) => {
    if (!(delay >= 60_000)) return begin(act, delay, ...words);
    held.set(next, { at: now + delay, act: () => act(...words) });
    return next--;
  };
  globalThis.clearTimeout = (timer) => held.delete(timer) || end(timer);
  const goTo = (moment) => {
    ahead += moment - now;
    awake += moment - now;
    now = moment;
  };
  globalThis.heldClock = {
    pass(milliseconds) {
      const until = now + milliseconds;
      for (;;) {
        const due = [...held].filter(([, { at }]) => at <= until).sort(([, one], [, other]) => one.at - other.at)[0];
        if (!due) break;
        goTo(due[1].at);
        held.delete(due[0]);
        due[1].act();
      }
      goTo(until);
    },
    sleep(milliseconds) { ahead += milliseconds; },
    holdBack(milliseconds) { ahead += milliseconds; awake += milliseconds; },
    setBack(milliseconds) { ahead -= milliseconds; },
  };
})()`;
