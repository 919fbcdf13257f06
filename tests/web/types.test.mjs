// The TypeScript types of the module hold under the strictest settings.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const TYPES = join(process.env.TIRKEU_SITE, 'check.d.ts');
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const hasExports = readFileSync(TYPES, 'utf8').includes('export function check');

test('every export has types that tsc --strict accepts', { skip: !hasExports }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tirkeu-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const project = join(folder, 'tsconfig.json');
  writeFileSync(project, JSON.stringify(settings()));
  const tsc = spawnSync(here('node_modules/.bin/tsc'), ['--project', project], { encoding: 'utf8' });
  assert.equal(tsc.stdout + tsc.stderr, '');
  assert.equal(tsc.status, 0);
});

function settings() {
  return {
    compilerOptions: {
      strict: true,
      noEmit: true,
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      lib: ['es2022', 'dom', 'esnext.disposable'],
      types: [],
      paths: { check: [TYPES] },
    },
    files: [here('types.ts')],
  };
}
