// A host's page: served beside the site, and a record of what it is told and of what goes wrong in it.
//
// This file must know nothing of what the element shows.

/** Comes before every script of a host's page. */
const RECORD = `
  var heard = [], errors = [], warnings = [], thrown = [];
  for (const name of ['tirkeu-change', 'tirkeu-report']) {
    addEventListener(name, ({ type, detail, composed, bubbles, target }) => heard.push({ type, detail, composed, bubbles, from: target.id }));
  }
  console.error = (...words) => errors.push(words.join(' '));
  console.warn = (...words) => warnings.push(words.join(' '));
  addEventListener('error', ({ message }) => message && thrown.push(message));
  addEventListener('unhandledrejection', ({ reason }) => thrown.push(String(reason)));
`;

const SCRIPT = '<script src="/record.js"></script>';
const TAG = '<script type="module" src="/tirkeu.js"></script>';

/**
 * Opens a page of a host's own, with this in its body and in its head, at an address and under headers of its choice.
 * @param {import('./page.mjs').Page} page
 * @param {string} body
 */
export async function openHost(page, body, { head = '', headers = {}, tag = TAG, path = '/host.html' } = {}) {
  await openDocument(page, `<!doctype html><html lang="en"><meta charset="utf-8">${head}<body>${body}${tag}`, { headers, path });
}

/** Opens a page of the host's own as it is written; the record is put in front of its first tag inside the root. */
export async function openDocument(page, html, { headers = {}, path = '/host.html' } = {}) {
  page.site.host('/record.js', RECORD);
  page.site.host('/empty.html', '<!doctype html>');
  page.site.host(path, html.replace(/<html[^>]*>(\s*<head>)?/, (start) => start + SCRIPT), headers);
  await page.driver.get(`${page.site.address}/empty.html`);
  await page.driver.executeAsyncScript(FORGET);
  await page.driver.get(page.site.address + path);
}

/** As somebody who was never here: nothing kept, and no worker that would answer instead of the server. */
const FORGET = `
  const [done] = arguments;
  const forget = async () => {
    localStorage.clear();
    for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  };
  forget().then(() => done(), () => done());
`;

/** What went wrong so far: `{ errors, warnings, thrown }`. */
export const wentWrong = (page) => page.run('return { errors, warnings, thrown }');

/** What the host was told, by the event's name. */
export const heard = (page, type) => page.run('return heard.filter((event) => event.type === arguments[0])', type);
