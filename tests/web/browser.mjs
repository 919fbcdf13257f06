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
 * @param {{ isDark?: boolean, isWatched?: boolean }} settings whether it is to be dark from the start, and to tell every request
 */
export async function openBrowser(name = ENGINE, { isDark = false, isWatched = false } = {}) {
  const engine = ENGINES[name];
  if (!engine) throw new Error(`no engine ${name}; there are ${Object.keys(ENGINES).join(', ')}`);
  const children = [];
  const stop = () => children.reverse().forEach((child) => child.stop());
  try {
    const driver = await openSession({ ...engine, ...(isWatched && watched(engine)) }, isDark ? { ...engine.dark } : {}, children);
    return { engine: name, driver, close: () => farewell(driver).finally(stop) };
  } catch (error) {
    stop();
    throw error;
  }
}

/** The same engine, telling every request of its pages. */
const watched = ({ capabilities }) => ({ capabilities: () => ({ ...capabilities(), 'goog:loggingPrefs': { performance: 'ALL' } }) });

/**
 * Every request that the pages of a watched browser have made since this was asked last, to whomever, what was refused on the way too.
 * What a page holds itself is sent to nobody.
 * @returns {Promise<{ url: string, method: string, body?: string }[]>}
 */
export async function requestsOf({ driver }) {
  const told = (await driver.manage().logs().get('performance')).map(({ message }) => JSON.parse(message).message);
  const sockets = told.filter(({ method }) => method === 'Network.webSocketCreated').map(({ params: { url } }) => ({ url, method: 'GET' }));
  const others = told.filter(({ method }) => method === 'Network.requestWillBeSent').map(({ params: { request } }) => request);
  return [...sockets, ...others].filter(({ url }) => !/^(about|blob|data):/.test(url)).map(({ url, method, postData }) => ({ url, method, body: postData }));
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
