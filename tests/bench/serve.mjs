// A folder served as a portal would: compressed where the browser takes it, and pages of the site under its policy.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { POLICY, listen, typeOf } from '../web/site.mjs';

/** Pages of the bench itself, which have a script inside. */
const OWN = ['/cold.html', '/five-lines.html'];

/** Serves on a free port, what is there now, compressed beforehand. @param {string} folder */
export async function serve(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => statSync(join(folder, file)).isFile());
  const compressed = new Map(files.map((file) => [`/${file}`, brotliCompressSync(readFileSync(join(folder, file)))]));
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://bench').pathname));
    if (!compressed.has(path)) return void response.writeHead(404).end();
    response.writeHead(200, headers(path));
    response.end(compressed.get(path));
  });
  return listen(server);
}

function headers(path) {
  return {
    'Content-Type': typeOf(path),
    'Content-Encoding': 'br',
    'Cache-Control': 'no-cache',
    ...(extname(path) === '.html' && !OWN.includes(path) && { 'Content-Security-Policy': POLICY }),
  };
}
