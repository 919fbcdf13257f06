// What a person sees: the size of the window, the colours asked for, scripts or none, pictures and paper.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ENGINES } from './engines.mjs';

/**
 * Gives the page exactly this many CSS pixels. Only Chromium's window is as narrow as a phone: another engine's is as narrow as
 * it can be, unless the page stands in a frame, which is resized.
 * @param {{ engine: string, driver: import('selenium-webdriver').WebDriver }} browser
 */
export async function resize(browser, width, height) {
  if (browser.engine === 'chromium') return resizeChromium(browser, width, height);
  if (await browser.driver.executeScript(RESIZE_FRAME, width, height)) return;
  return resizeWindow(browser, Math.max(width, ENGINES[browser.engine].narrowest), height);
}

async function resizeWindow(browser, width, height) {
  const window = browser.driver.manage().window();
  const [frame, screen] = await browser.driver.wait(() => browser.driver.executeScript(FRAME_AND_SCREEN), 5_000, 'the window to be there');
  const outer = { width: width + frame[0], height: height + frame[1] };
  await window.setRect({ ...outer, x: middle(screen[0], outer.width), y: middle(screen[1], outer.height) });
  const isThere = () => browser.driver.executeScript('return innerWidth === arguments[0] && innerHeight === arguments[1]', width, height);
  await browser.driver.wait(isThere, 5_000, `the window to be ${width} by ${height}`);
}

/** What a window has around its page, and the size of the screen; nothing while the page has not its size yet. */
const FRAME_AND_SCREEN = `
  const frame = [outerWidth - innerWidth, outerHeight - innerHeight];
  return frame.every((size) => size >= 0 && size < 300) && [frame, [screen.width, screen.height]];
`;

/** Where the pointer is, on the screen that nobody sees: without it WebKit's window has no focus, and shows none. */
const middle = (screen, window) => Math.max(0, Math.round((screen - window) / 2));

/** Tells whether there is a frame. */
const RESIZE_FRAME = `
  const [width, height] = arguments;
  if (window.frameElement) Object.assign(window.frameElement, { width, height });
  return Boolean(window.frameElement);
`;

/** What can be asked for: the value, and Firefox's preference for it with its number then and otherwise. */
const MEDIA = {
  'prefers-color-scheme': ['dark', 'layout.css.prefers-color-scheme.content-override', 0, 2],
  'forced-colors': ['active', 'browser.display.document_color_use', 2, 0],
  'prefers-reduced-motion': ['reduce', 'ui.prefersReducedMotion', 1, 0],
};

/**
 * Answers media queries as told, until told otherwise; not in WebKit. Firefox takes one at a time.
 * @param {Record<string, string>} features by a name and with the value in `MEDIA`; `{}` ends it
 */
export async function emulateMedia(browser, features) {
  const tell = { chromium: tellChromium, firefox: tellFirefox }[browser.engine];
  await tell(browser, features);
  const holds = Object.entries(MEDIA).map(([name, [value]]) => [`(${name}: ${value})`, features[name] === value]);
  const told = 'return arguments[0].every(([query, holds]) => matchMedia(query).matches === holds)';
  await browser.driver.wait(() => browser.driver.executeScript(told, holds), 5_000, 'the media to be as told');
}

function tellChromium(browser, features) {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  return devTools(browser, 'Emulation.setEmulatedMedia', { features: list });
}

async function tellFirefox(browser, features) {
  for (const [name, [value, preference, told, untold]] of Object.entries(MEDIA)) {
    await prefer(browser, 'setIntPref', preference, features[name] === value ? told : untold);
  }
}

/** Lets no page opened from now on run its scripts, or lets it again; not in WebKit. */
export function allowScripts(browser, allowed) {
  return browser.engine === 'firefox'
    ? prefer(browser, 'setBoolPref', 'javascript.enabled', allowed)
    : devTools(browser, 'Emulation.setScriptExecutionDisabled', { value: !allowed });
}

/** Sets a preference, in Firefox alone. */
export async function prefer({ driver }, kind, name, value) {
  await driver.setContext('chrome');
  try {
    await driver.executeScript('Services.prefs[arguments[0]](arguments[1], arguments[2])', kind, name, value);
  } finally {
    await driver.setContext('content');
  }
}

/**
 * The first control in view that a selector names, to be had look as under a pointer (`hover`) or as it is pressed (`active`); in Chromium only.
 * @returns {Promise<(states: string[]) => Promise<void>>} what puts it into these states, and out of all others
 */
export async function control(browser, selector) {
  for (const domain of ['DOM', 'CSS']) await devTools(browser, `${domain}.enable`, {});
  await devTools(browser, 'DOM.getDocument', { depth: 0 });
  const expression = `[...document.querySelector('tirkeu-precheck').shadowRoot.querySelectorAll(${JSON.stringify(selector)})].find((shown) => shown.checkVisibility())`;
  const { result } = await devTools(browser, 'Runtime.evaluate', { expression });
  const { nodeId } = await devTools(browser, 'DOM.requestNode', { objectId: result.objectId });
  return (forcedPseudoClasses) => devTools(browser, 'CSS.forcePseudoState', { nodeId, forcedPseudoClasses });
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

/** The papers that people print on, in centimetres. */
export const PAPERS = { A4: [21, 29.7], Letter: [21.59, 27.94] };

/** The page as a PDF on one of `PAPERS`, with the margins that its style sheet asks for; not in WebKit. */
export async function printOn(browser, paper) {
  const [width, height] = PAPERS[paper];
  if (browser.engine !== 'chromium') return Buffer.from(await browser.driver.printPage({ width, height }), 'base64');
  const [paperWidth, paperHeight] = [width / 2.54, height / 2.54];
  return Buffer.from((await devTools(browser, 'Page.printToPDF', { preferCSSPageSize: true, paperWidth, paperHeight })).data, 'base64');
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
