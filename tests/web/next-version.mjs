// The version of the site that comes after the built one: every kind of its files tells which version it is of.
//
// This file must not know what a worker does with them.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from './temporary-folder.mjs';
import { LANGUAGES } from './page.mjs';

/** The mark of the next version, in front of what it changes. */
const MARK = '2 ';

/** What is made of each kind of file, by its name. */
const CHANGES = [
  [/\.html$/, nextPage],
  [/^tirkeu\.js$/, (text) => `${text}\ndocument.documentElement.dataset.tirkeu = 'next';`],
  [/\.txt$/, nextWording],
  [/^worker\.js$/, (text) => text.replace(/tirkeu-[0-9a-f]{16}/, 'tirkeu-next')],
];

/** The title stands among the sentences that a page holds, on a line of its own. */
function nextPage(text) {
  const [, title] = text.match(/<title>(.*)<\/title>/);
  return text.replace('<html ', '<html data-page="next" ').replace(`\n${title}\n`, `\n${MARK}${title}\n`);
}

/** Of each file that has one of these, a sentence on a line of its own. */
function nextWording(text, name) {
  const sentences = JSON.parse(readFileSync(join(process.env.TIRKEU_SITE, name.replace('.txt', '.json')), 'utf8'));
  const marked = ['page.title', 'paper.heading'].filter((id) => sentences[id]);
  return marked.reduce((text, id) => text.replace(`\n${sentences[id]}\n`, `\n${MARK}${sentences[id]}\n`), text);
}

/** A folder with the next version. */
export function nextVersion(t) {
  const root = folder(t, {}, { site: process.env.TIRKEU_SITE });
  const pages = ['index', 'embed', ...LANGUAGES].map((name) => `${name}.html`);
  const words = LANGUAGES.flatMap((language) => ['', '.later', '.paper'].map((part) => `wording/${language}${part}.txt`));
  for (const name of [...pages, 'tirkeu.js', 'worker.js', ...words]) change(join(root, 'site'), name);
  return join(root, 'site');
}

function change(site, name) {
  const [, changed] = CHANGES.find(([kind]) => kind.test(name));
  const file = join(site, name);
  writeFileSync(file, changed(readFileSync(file, 'utf8'), name));
}

/** Of which version each part is that the page is made of now: the same for all, or it is mixed. */
export function versions(page) {
  return page.run(
    `const { page, tirkeu } = document.documentElement.dataset;
    const isMarked = (heading) => (heading.textContent.startsWith(arguments[0]) ? 'next' : 'first');
    const headings = all('h1, h2#sheet').map(isMarked);
    return [...new Set([page, tirkeu].map((part) => part ?? 'first').concat(headings))];`,
    MARK,
  );
}
