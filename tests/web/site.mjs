// The built site, served for a test: it records every request and can be told to fail.
//
// This file must know no page.

import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** As `cargo xtask serve` sends it. */
export const POLICY = readFileSync(new URL('../../xtask/policy.txt', import.meta.url), 'utf8').trim();

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The content type of a file, by its name. */
export const typeOf = (file) => TYPES[extname(file)] ?? 'application/octet-stream';

/**
 * What may go wrong with one path, alone or together.
 * @typedef {object} Fault
 * @property {number} [status] this status, and no content
 * @property {string} [type] this content type instead of the right one
 * @property {number} [cut] the connection breaks after so many bytes
 * @property {number} [delay] the answer comes after so many milliseconds
 */

/**
 * What a server makes of a path: where it sends to, or the path of the file that it answers with; it may take its time.
 * @typedef {(path: string, url: string) => { sendsTo?: string, answersWith?: string } | Promise<never>} Habit
 */

/** What a portal that allows scripts of other origins sends with them. */
const SHARED = { 'Access-Control-Allow-Origin': '*' };

/**
 * Serves a folder on a port of its own; `close` it when the test ends.
 * @param {string} folder the built site
 * @param {{ policy?: string, caching?: string, port?: number, habit?: Habit }} settings the policy of its pages, empty for none; how long
 *   a browser may keep its files; the port, where another has to be taken over from; what it makes of paths
 */
export async function serveSite(folder = process.env.TIRKEU_SITE, { policy = POLICY, caching = 'no-cache', port = 0, habit = () => ({}) } = {}) {
  const requests = [];
  const faults = new Map();
  const hosts = new Map();
  const server = createServer((request, response) =>
    answer({ folder, policy, caching, habit, requests, faults, hosts }, request, response).catch(() => refuse(response, 400)),
  );
  return {
    ...(await listen(server, port)),
    /** Every request so far, in order: `{ method, url, body }`. */
    requests,
    /** From now on a file of the host's stands here, with no policy but what `headers` say. */
    host: (path, content, headers = {}) => void hosts.set(path, { content, headers: { 'Content-Type': TYPES[extname(path)], ...headers } }),
    /** From now on this path fails so. @param {string} path @param {Fault} fault */
    fault: (path, fault) => void faults.set(path, fault),
    /** From now on nothing fails, and no host has files here. */
    heal: () => [faults, hosts].forEach((changes) => changes.clear()),
  };
}

/**
 * Lets a server listen on this machine, on a free port unless told which: its address, without a slash at its end, and how it ends.
 * @param {import('node:http').Server} server
 */
export async function listen(server, port = 0) {
  await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { address: `http://127.0.0.1:${server.address().port}`, close };
}

async function answer({ folder, policy, caching, habit, requests, faults, hosts }, request, response) {
  requests.push({ method: request.method, url: request.url, body: await read(request) });
  const path = decodeURIComponent(new URL(request.url, 'http://site').pathname);
  const host = hosts.get(path);
  if (host) return response.writeHead(200, host.headers).end(host.content);
  const fault = faults.get(path) ?? {};
  if (fault.delay) await sleep(fault.delay);
  const { sendsTo, answersWith = path } = await habit(path, request.url);
  if (sendsTo) return response.writeHead(301, { Location: sendsTo, 'Cache-Control': 'no-cache' }).end();
  const file = find(folder, answersWith);
  if (fault.status ?? !file) return refuse(response, fault.status ?? 404);
  send(file, { policy, caching }, fault, response);
}

async function read(request) {
  const parts = await request.toArray();
  return Buffer.concat(parts).toString();
}

/** `normalize` leaves no `..` behind in a path that begins with a slash. */
function find(folder, path) {
  const file = join(folder, normalize(path), path.endsWith('/') ? 'index.html' : '');
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function refuse(response, status) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(String(status));
}

function send(file, settings, fault, response) {
  response.writeHead(200, headers(file, settings, fault));
  if (fault.cut === undefined) return createReadStream(file).on('error', () => response.destroy()).pipe(response);
  response.write(readFileSync(file).subarray(0, fault.cut), () => response.destroy());
}

function headers(file, { policy, caching }, fault) {
  return {
    'Content-Type': fault.type ?? typeOf(file),
    'Content-Length': statSync(file).size,
    'Cache-Control': caching,
    'X-Content-Type-Options': 'nosniff',
    ...SHARED,
    ...(extname(file) === '.html' && policy && { 'Content-Security-Policy': policy }),
  };
}
