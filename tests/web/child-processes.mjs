// Programs that a test starts, and that never outlive it.
//
// Each leads a process group of its own and has a temporary folder of its own: when the test ends, in
// whatever way, the group is ended and the folder removed. This file must not know which programs
// there are.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const running = new Set();

process.on('exit', () => running.forEach((child) => child.stop()));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => process.exit(1));
}

/** A running program; `stop` ends it and everything that it started. */
export class Child {
  #folder = mkdtempSync(join(tmpdir(), 'tirkeu-'));
  #errors = '';
  #process;
  #farewell;

  /**
   * @param {string} program
   * @param {string[]} words
   * @param {Record<string, string>} environment added to the test's own
   * @param {NodeJS.Signals} farewell the signal that ends it
   */
  constructor(program, words, environment = {}, farewell = 'SIGKILL') {
    this.#farewell = farewell;
    const env = { ...process.env, ...environment, TMPDIR: this.#folder };
    const stdio = ['ignore', 'ignore', 'pipe', 'pipe'];
    this.#process = spawn(program, words, { env, stdio, detached: true });
    this.#process.stderr.on('data', (text) => (this.#errors += text));
    running.add(this);
  }

  /** What it writes to its file descriptor 3. */
  get channel() {
    return this.#process.stdio[3];
  }

  /** Rejects when the program ends or cannot start; never resolves. */
  ended() {
    return new Promise((_, failed) => {
      this.#process.once('error', failed);
      this.#process.once('exit', (code) =>
        failed(new Error(`${this.#process.spawnfile} ended with ${code}: ${this.#errors}`)),
      );
    });
  }

  stop() {
    if (!running.delete(this)) return;
    this.#endGroup();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  #endGroup() {
    try {
      if (this.#process.pid) process.kill(-this.#process.pid, this.#farewell);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
}
