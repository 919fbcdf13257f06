// What a person sees: the size of the window, the colours asked for, pictures and paper.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Gives the page exactly this many CSS pixels; below a window's smallest size only in Chromium.
 * @param {{ engine: string, driver: import('selenium-webdriver').WebDriver }} browser
 */
export async function resize(browser, width, height) {
  if (browser.engine === 'chromium') return resizeChromium(browser, width, height);
  const window = browser.driver.manage().window();
  await window.setRect({ width, height });
  const inner = await browser.driver.executeScript('return [innerWidth, innerHeight]');
  await window.setRect({ width: 2 * width - inner[0], height: 2 * height - inner[1] });
}

/**
 * Answers media queries as told, until told otherwise; Chromium only.
 * @param {Record<string, string>} features such as `{ 'prefers-color-scheme': 'dark' }`,
 *   `{ 'forced-colors': 'active' }` or `{ 'prefers-reduced-motion': 'reduce' }`; `{}` ends it
 */
export async function emulateMedia(browser, features) {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  await devTools(browser, 'Emulation.setEmulatedMedia', { features: list });
}

/**
 * Writes a PNG of what is in view; with `whole`, of the whole page (Chromium only).
 * @param {string} file its folder is made when it is not there
 */
export async function takePicture(browser, file, { whole = false } = {}) {
  const picture = whole ? await wholePage(browser) : await browser.driver.takeScreenshot();
  await save(file, picture);
}

/** Writes the page as a PDF, as it would be printed; not in WebKit. */
export async function printPdf(browser, file, options = {}) {
  await save(file, await browser.driver.printPage(options));
}

function resizeChromium(browser, width, height) {
  const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
  return devTools(browser, 'Emulation.setDeviceMetricsOverride', metrics);
}

async function wholePage(browser) {
  return (await devTools(browser, 'Page.captureScreenshot', { captureBeyondViewport: true })).data;
}

async function devTools(browser, method, parameters) {
  if (browser.engine !== 'chromium') throw new Error(`${method} works in Chromium only`);
  return browser.driver.sendAndGetDevToolsCommand(method, parameters);
}

async function save(file, base64) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, base64, 'base64');
}
