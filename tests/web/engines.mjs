// The browser engines, one row each: the driver's program, how it is started, what a session asks for.
//
// A new engine is a new row, and its tools in `xtask/src/tools.rs`.

import { readFileSync } from 'node:fs';

const FLAGS = new URL('../../webdriver.json', import.meta.url);

/**
 * @typedef {object} Engine
 * @property {string} driver the WebDriver program on PATH
 * @property {(port: number) => string[]} arguments how it is told its port
 * @property {boolean} needsDisplay whether it cannot run without a screen
 * @property {number} narrowest a width in CSS pixels that a window can surely have; less is not tried
 * @property {() => object} capabilities what a session asks for
 * @property {Record<string, string>} dark the environment in which it starts in the dark
 * @property {Record<string, string>} cannot what no test can have it do, each with the reason
 */

/** @type {Record<string, Engine>} */
export const ENGINES = {
  chromium: {
    driver: 'chromedriver',
    arguments: (port) => [`--port=${port}`],
    needsDisplay: false,
    narrowest: 0,
    capabilities: () => ({ browserName: 'chrome', ...JSON.parse(readFileSync(FLAGS, 'utf8')) }),
    dark: {},
    cannot: {},
  },
  firefox: {
    driver: 'geckodriver',
    // Its preferences are changed while it runs.
    arguments: (port) => ['--port', `${port}`, '--allow-system-access'],
    needsDisplay: false,
    narrowest: 500,
    capabilities: () => ({
      browserName: 'firefox',
      'moz:firefoxOptions': { binary: '/usr/bin/firefox-esr', args: ['-headless'] },
    }),
    dark: {},
    cannot: {
      'be as narrow as a phone': 'a window of Firefox cannot be',
      'import again what failed': 'Firefox keeps that a script failed for as long as the page is open; bundlers leave no other address to ask at',
      'show the whole page in a picture': 'only Chromium takes pictures beyond the window',
      'collect garbage': 'only Chromium collects garbage when it is told',
      'tell each request': 'only Chromium tells by WebDriver whom a page asks',
    },
  },
  webkit: {
    driver: 'WebKitWebDriver',
    arguments: (port) => [`--port=${port}`],
    needsDisplay: true,
    narrowest: 480,
    capabilities: () => ({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {
        binary: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
        args: ['--automation'],
      },
    }),
    dark: { GTK_THEME: 'Adwaita:dark' },
    cannot: {
      'follow a focus from a frame': 'WebKit scrolls no page for a focus in a frame of another origin; only without IntersectionObserver would that be needed',
      'be as narrow as a phone': 'a window of MiniBrowser cannot be',
      'show the whole page in a picture': 'only Chromium takes pictures beyond the window',
      'look again at :has() when details open': 'WebKit leaves the style as it was, so nothing is folded there',
      'collect garbage': 'only Chromium collects garbage when it is told',
      'tell each request': 'only Chromium tells by WebDriver whom a page asks',
      'change what media it says': 'WebKitGTK reads colours and motion from the desktop, when it starts',
      'force colours': 'WebKitGTK knows no forced colours',
      'do without timers': 'WebKitWebDriver has scripts of its own in the page, which use them',
      'switch scripts off': 'WebKitWebDriver knows no command for it',
      print: 'WebKitWebDriver knows no command to print',
      'type a day part by part': 'WebKitGTK takes a day as one text',
    },
  },
};

/** The engine that the tests drive. */
export const ENGINE = process.env.TIRKEU_ENGINE ?? 'chromium';

/** For the `skip` of a test: why the engine cannot do this; false where it can. */
export const cannot = (what) => ENGINES[ENGINE].cannot[what] ?? false;
