// Folders that a test fills and that are gone after it.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder with these files (by their path) and copies of these folders. */
export function folder(t, files = {}, copies = {}) {
  const root = mkdtempSync(join(tmpdir(), 'tirkeu-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  for (const [path, from] of Object.entries(copies)) cpSync(from, join(root, path), { recursive: true });
  return root;
}
