// A screen that nobody sees, for the engine that cannot run without one.

import { once } from 'node:events';
import { Child } from './child-processes.mjs';

/**
 * Starts Xvfb on a free display; gives the program and the value for DISPLAY. It is asked to end, not
 * made to: it has a lock to remove.
 */
export async function startDisplay() {
  const words = ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'];
  const screen = new Child('Xvfb', words, {}, 'SIGTERM');
  const [number] = await Promise.race([once(screen.channel, 'data'), screen.ended()]);
  return { screen, name: `:${String(number).trim()}` };
}
