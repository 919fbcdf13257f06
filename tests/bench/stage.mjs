// The folder that contenders are served and loaded from: every bundle and module, made anew.

import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONTENDERS } from './contenders.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const ZEN = here('node_modules/@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm');

/**
 * @param {string} site the built site
 * @param {string} bundled the scripts of the npm package
 * @param {string} folder emptied first
 */
export function stage(site, bundled, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(site, folder, { recursive: true });
  for (const page of ['cold.html', 'five-lines.html']) copyFileSync(here(page), join(folder, page));
  cpSync(bundled, join(folder, 'npm'), { recursive: true });
  copyFileSync(ZEN, join(folder, 'zen_engine_wasm_bg.wasm'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  for (const peer of new Set(Object.values(CONTENDERS).map(({ peer }) => peer))) {
    const check = peer === 'tirkeu' ? join(folder, 'npm/check-inline.js') : './peers/none.mjs';
    bundle('page.mjs', join(folder, `peer-${peer}.js`), `--alias:peer=./peers/${peer}.mjs`, `--alias:check=${check}`);
  }
  bundle('peers/sheetjs.mjs', join(folder, 'sheetjs.js'));
  bundle('timing.mjs', join(folder, 'timing.js'), '--external:bun:jsc');
}

/** One minified file, as a portal would serve it; what is imported by an address stays an address. */
function bundle(from, to, ...more) {
  const how = ['--bundle', '--minify', '--format=esm', '--log-level=warning', `--outfile=${to}`, ...more];
  const esbuild = here('../web/node_modules/.bin/esbuild');
  const { status, stderr } = spawnSync(esbuild, [from, ...how], { cwd: here('.'), encoding: 'utf8' });
  if (status !== 0) throw new Error(`esbuild: ${stderr}`);
}
