// An engine's own WebDriver program, started on a free port. Nothing is ever downloaded for it.

import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Child } from './child-processes.mjs';

const PATIENCE = 30_000;

/**
 * Starts the driver; gives the program and its address once it answers.
 * @param {import('./engines.mjs').Engine} engine
 * @param {Record<string, string>} environment
 */
export async function startDriver(engine, environment) {
  const port = await freePort();
  const program = new Child(engine.driver, engine.arguments(port), environment);
  const address = `http://127.0.0.1:${port}`;
  await Promise.race([answers(address), program.ended()]);
  return { program, address };
}

async function answers(address) {
  const deadline = Date.now() + PATIENCE;
  while (!(await isReady(address))) {
    if (Date.now() > deadline) throw new Error(`no WebDriver at ${address} after ${PATIENCE} ms`);
    await sleep(50);
  }
}

async function isReady(address) {
  const status = await fetch(`${address}/status`).then((reply) => reply.json(), () => undefined);
  return status?.value.ready === true;
}

function freePort() {
  return new Promise((found, failed) => {
    const server = createServer().on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
