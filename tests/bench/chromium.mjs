// Chromium for one measurement: a fresh profile, slowed as a condition says.

import { setTimeout as sleep } from 'node:timers/promises';
import { openBrowser } from '../web/browser.mjs';

/**
 * @typedef {object} Condition
 * @property {string} title how the table calls it
 * @property {number} [slower] so many times slower is the processor
 * @property {number} [kilobits] so many come down in a second
 * @property {number} [roundTrip] milliseconds that every request waits
 */

/**
 * Opens a page in a fresh profile and gives what its script puts into `measured`, once `done` holds of it.
 * @param {string} address
 * @param {{ condition?: Condition, watch?: string, done?: string, then?: string, around?: Function }} options `watch` runs before the
 * page's own scripts; `then` afterwards, and its outcome is given instead; `around` gets what runs that, and what sends the browser a command
 */
export async function open(address, { condition = {}, watch, done = 'true', then = 'return measured;', around = (act) => act() } = {}) {
  const { driver, close } = await openBrowser('chromium');
  try {
    const send = (method, parameters = {}) => driver.sendAndGetDevToolsCommand(method, parameters);
    await driver.manage().setTimeouts({ script: 600_000, pageLoad: 120_000 });
    if (watch) await send('Page.addScriptToEvaluateOnNewDocument', { source: watch });
    await slow(send, condition);
    await driver.get(address);
    const ends = Date.now() + 60_000;
    while (!(await driver.executeScript(`return Boolean(globalThis.measured && (${done}));`))) {
      if (Date.now() > ends) throw new Error(`${address} measured nothing in a minute`);
      await sleep(50);
    }
    return await around(() => driver.executeScript(then), send);
  } finally {
    await close();
  }
}

/** Slows a browser as a condition says, with what sends it a command. @param {Function} send @param {Condition} condition */
export async function slow(send, { slower, kilobits, roundTrip }) {
  if (slower) await send('Emulation.setCPUThrottlingRate', { rate: slower });
  if (!kilobits) return;
  const bytes = (kilobits * 1000) / 8;
  await send('Network.enable');
  const speed = { downloadThroughput: bytes, uploadThroughput: bytes };
  await send('Network.emulateNetworkConditions', { offline: false, latency: roundTrip, ...speed });
}
