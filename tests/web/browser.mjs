// A browser under a test's control, of whichever engine; selenium's driver does the talking.
//
// This file must know no page, and nothing of an engine that `engines.mjs` can say.

import { Builder } from 'selenium-webdriver';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDisplay } from './display.mjs';
import { startDriver } from './driver.mjs';
import { ENGINE, ENGINES } from './engines.mjs';

/** How long a browser may take to close by itself before it is ended. */
const FAREWELL = 10_000;

/**
 * Opens a browser; `close` it when the test ends.
 * @param {string} name a name in `ENGINES`
 * @param {{ isDark?: boolean }} settings whether it is to be dark from the start
 */
export async function openBrowser(name = ENGINE, { isDark = false } = {}) {
  const engine = ENGINES[name];
  if (!engine) throw new Error(`no engine ${name}; there are ${Object.keys(ENGINES).join(', ')}`);
  const children = [];
  const stop = () => children.reverse().forEach((child) => child.stop());
  try {
    const driver = await openSession(engine, isDark ? { ...engine.dark } : {}, children);
    return { engine: name, driver, close: () => farewell(driver).finally(stop) };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Puts every program that it starts into `children`. */
async function openSession(engine, environment, children) {
  if (engine.needsDisplay) {
    const { screen, name } = await startDisplay();
    children.push(screen);
    environment.DISPLAY = name;
  }
  const { program, address } = await startDriver(engine, environment);
  children.push(program);
  return connect(address, engine.capabilities());
}

/** The environment could name another driver, or one to download: it is not asked. */
async function connect(address, capabilities) {
  const builder = new Builder().disableEnvironmentOverrides().usingServer(address);
  return await builder.withCapabilities(capabilities).build();
}

/** A browser that hangs is ended with its driver. */
function farewell(driver) {
  const waiting = new AbortController();
  const patience = sleep(FAREWELL, undefined, { signal: waiting.signal }).catch(() => {});
  const quitting = driver.quit().catch(() => {});
  return Promise.race([quitting, patience]).finally(() => waiting.abort());
}
