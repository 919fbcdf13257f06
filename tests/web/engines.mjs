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
 * @property {() => object} capabilities what a session asks for
 */

/** @type {Record<string, Engine>} */
export const ENGINES = {
  chromium: {
    driver: 'chromedriver',
    arguments: (port) => [`--port=${port}`],
    needsDisplay: false,
    capabilities: () => ({ browserName: 'chrome', ...JSON.parse(readFileSync(FLAGS, 'utf8')) }),
  },
  firefox: {
    driver: 'geckodriver',
    arguments: (port) => ['--port', `${port}`],
    needsDisplay: false,
    capabilities: () => ({
      browserName: 'firefox',
      'moz:firefoxOptions': { binary: '/usr/bin/firefox-esr', args: ['-headless'] },
    }),
  },
  webkit: {
    driver: 'WebKitWebDriver',
    arguments: (port) => [`--port=${port}`],
    needsDisplay: true,
    capabilities: () => ({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {
        binary: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
        args: ['--automation'],
      },
    }),
  },
};
