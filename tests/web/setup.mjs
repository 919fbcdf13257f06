// What nearly every file of tests begins with: the site, a browser, and the page in it; there from the first test to the last.
//
// Node runs each file of tests by itself, so each has its own.

import { after, before } from 'node:test';
import { openBrowser } from './browser.mjs';
import { Page } from './page.mjs';
import { resize } from './screen.mjs';
import { serveSite } from './site.mjs';

export let site, browser, page;

/**
 * To be called once, before the tests.
 * @param {{ size?: [number, number], policy?: string }} settings the page's size in CSS pixels, and the site's policy
 */
export function setUp({ size = [600, 900], policy } = {}) {
  before(async () => {
    site = await serveSite(undefined, { policy });
    browser = await openBrowser();
    page = new Page(browser, site);
    await resize(browser, ...size);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });
}
