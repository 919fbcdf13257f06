// What has to hold of a portal's page, whatever it was built with: driven in Chromium.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../web/browser.mjs';
import { Page } from '../web/page.mjs';
import { POLICY } from '../web/site.mjs';

/** A strict policy. Trusted types are left out: the tools load their own scripts by an address that is plain text. */
export const STRICT = POLICY.replace(/; require-trusted-types.*/, '');

/** The same for a page with scripts in itself, which the policy has to name by their hashes. */
export function allowing(html) {
  const inside = [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, text]) => text);
  const hashes = inside.filter(Boolean).map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}' `);
  return STRICT.replace('script-src ', `script-src ${hashes.join('')}`);
}

let browser;
export const open = async () => (browser = await openBrowser());
export const close = () => browser?.close();

/** What the portal shows beside the element, told by the page itself. */
const SEEN = `
  const own = document.getElementById('own');
  return {
    margin: getComputedStyle(document.body).marginLeft,
    border: getComputedStyle(own).borderTopWidth,
    colour: getComputedStyle(document.body).color,
    rules: [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).filter((text) => /tirkeu|fallback|@media print/.test(text)),
  };`;

/** Opens the page at an address and goes through the questions, in two languages, to a sheet for printing. */
export async function drive(address, { hasCheck = true } = {}) {
  const { driver } = browser;
  await driver.get(address);
  const page = new Page(browser, { address });
  const faults = async () => (await driver.manage().logs().get('browser')).map(({ message }) => message).join('\n');
  const ask = (script) => page.run(`return ${script}`);
  await page.ready().catch(async (error) => { throw new Error(`${error.message}\n${await faults()}`); });
  assert.equal(await ask(`document.querySelector('#list').checkVisibility()`), false, 'the list gives way to the questions');
  await page.press('ru');
  await page.until(() => ask(`root().querySelector('.visit').lang === 'ru'`), 'Russian');
  await page.until(() => ask(`document.getElementById('report').textContent.includes('"fact"')`), 'the report');
  assert.equal(await ask(`document.querySelector('tirkeu-precheck').visitDate`), '2026-12-01');
  await page.tap('go::appeal:', 'go::complaint:');
  await page.until(() => ask(`getComputedStyle(root().querySelector('.blank')).borderBottomWidth === '1px'`), 'the style of sheets');
  if (hasCheck) await page.until(() => ask(`/^undecided \\d/.test(document.getElementById('check').textContent)`), 'the rules');
  assert.deepEqual(await page.run(SEEN), { margin: '7px', border: '3px', colour: 'rgb(1, 2, 3)', rules: [] }, "the portal's own style stays its own");
}

/** What was built says nothing of the machine that built it, and no style sheet in it has rules of the element. */
export function assertClean(folder, root) {
  for (const path of readdirSync(folder, { recursive: true }).map((path) => join(folder, path))) {
    if (!/\.(js|mjs|cjs|css|html)$/.test(path) || !statSync(path).isFile()) continue;
    const text = readFileSync(path, 'utf8');
    assert.ok(!text.includes(`file://${root}`), `${path} has a path of the machine that built it`);
    if (path.endsWith('.css')) assert.doesNotMatch(text, /tirkeu|\.fallback|@media print/, path);
  }
}
