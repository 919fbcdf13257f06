// "Where the time of one application goes": `check` by parts in Node and in Chromium, as the engine's own sampling tells.

import { Session } from 'node:inspector/promises';
import { pageOf } from './beside.mjs';
import { open } from './chromium.mjs';
import { ready } from './contenders.mjs';
import { node } from './node.mjs';
import { oneApplication } from './timing.mjs';

/** The parts, each with how the functions are called in which it is done; the innermost function decides. */
const PARTS = {
  packed: /^__wbg_(pack|unload)_/,
  made: /^__wbg_report_/,
  collected: /^\(garbage collector\)$/,
  decided: /^wasm:/,
};

/** Microseconds between two samples. */
const INTERVAL = 100;

/** Microseconds of one application by parts, in each of both; `around` is what is in none of them. @param {string} address */
export async function measure(address, how) {
  return [{ title: 'Node', ...(await inNode(how)) }, { title: 'Chromium', ...(await inChromium(address, how)) }];
}

async function inNode(how) {
  const contender = await ready('tirkeu', node);
  const warm = await oneApplication(contender, how);
  const session = new Session();
  session.connect();
  const profile = await profiled((method, parameters) => session.post(method, parameters), () => oneApplication(contender, how));
  session.disconnect();
  return parts(profile, warm);
}

function inChromium(address, { milliseconds }) {
  const then = `
    return import('./timing.js').then(({ oneApplication }) => oneApplication(measured.contender, { milliseconds: ${milliseconds} }));`;
  const around = async (act, send) => {
    const warm = await act();
    return parts(await profiled(send, act), warm);
  };
  return open(pageOf(address, 'tirkeu'), { then, around });
}

/** What the engine's profiler saw while something was done. */
async function profiled(send, act) {
  await send('Profiler.enable');
  await send('Profiler.setSamplingInterval', { interval: INTERVAL });
  await send('Profiler.start');
  await act();
  return (await send('Profiler.stop')).profile;
}

/** The time of each part. What the profiler costs is left out: only shares are taken from it. */
function parts({ nodes, samples, timeDeltas }, whole) {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const called = new Map(nodes.map(({ id, callFrame: { functionName, url } }) => [id, url.startsWith('wasm:') ? url : functionName]));
  const partOf = (id) => {
    if (id === undefined) return 'around';
    const name = called.get(id);
    return Object.keys(PARTS).find((part) => PARTS[part].test(name)) ?? partOf(parents.get(id));
  };
  const spent = Object.fromEntries([...Object.keys(PARTS), 'around'].map((part) => [part, 0]));
  samples.forEach((id, at) => { if (!/^\((idle|program|root)\)$/.test(called.get(id))) spent[partOf(id)] += timeDeltas[at]; });
  const all = Object.values(spent).reduce((sum, time) => sum + time);
  return Object.fromEntries(Object.entries(spent).map(([part, time]) => [part, (time / all) * whole]));
}
