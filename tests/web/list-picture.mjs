// The pictures of docs/LIST.md, and any other of the page for a list: what a dormitory's list looks like once it is checked.
//
// `cargo xtask site`, then here `TIRKEU_SITE=../../target/site node list-picture.mjs FILE.png [LANGUAGE [WIDTH [HEIGHT [STATE [dark]]]]]`; a height of `all` is the whole page;
// without more words: Russian, 1100 by 1000. The states are those below. Chromium makes them; the list is the one that LibreOffice kept for the tests.

import { readFileSync, writeFileSync } from 'node:fs';
import { openBrowser } from './browser.mjs';
import { POLICY, serveSite } from './site.mjs';
import { emulateMedia, resize, takePicture } from './screen.mjs';
import { setTimeout as sleep } from 'node:timers/promises';

const [file, language = 'ru', width = '1100', height = '1000', state = 'answer', scheme] = process.argv.slice(2);
const LIST = readFileSync(new URL('../list/libreoffice/dormitory.xlsx', import.meta.url)).toString('base64');

const site = await serveSite(undefined, { policy: POLICY });
const browser = await openBrowser('chromium');
const run = (script, ...words) => browser.driver.executeScript(script, ...words);

async function until(script) {
  for (const ends = Date.now() + 30_000; !(await run(`return ${script}`)); await sleep(50)) if (Date.now() > ends) throw new Error(script);
}

const rest = () => until(`document.querySelector('.working').hidden`);
const press = async (selector) => (await run(`document.querySelector(arguments[0]).click()`, selector), await rest());

const STATES = {
  begin: async () => {},
  answer: async () => {},
  matching: () => run(`document.querySelector('#matching details').open = true; document.querySelector('#matching').scrollIntoView()`),
  rows: () => run(`document.querySelector('#rows').scrollIntoView()`),
  faults: () => run(`document.querySelector('.fault').open = true; document.querySelector('.faults').scrollIntoView()`),
  one: () => press('[data-do="row:1"]'),
  sheets: () => press('#sheets'),
  request: () => press('#request'),
  failed: async () => (await give(btoa('%PDF-1.7')), await rest()),
};

const give = (base64) =>
  run(
    `const bytes = Uint8Array.from(atob(arguments[0]), (letter) => letter.charCodeAt());
     const data = new DataTransfer(); data.items.add(new File([bytes], 'list.xlsx'));
     const field = document.querySelector('#file'); field.files = data.files; field.dispatchEvent(new Event('change', { bubbles: true }));`,
    base64,
  );

const say = (set, value) =>
  run(`const field = document.querySelector('[data-set="' + arguments[0] + '"]'); field.value = arguments[1]; field.dispatchEvent(new Event('change', { bubbles: true }))`, set, value);

try {
  await resize(browser, Number(width), Number(height) || 1000);
  if (scheme === 'dark') await emulateMedia(browser, { 'prefers-color-scheme': 'dark' });
  await browser.driver.get(`${site.address}/list.${language}.html`);
  await until(`Boolean(document.querySelector('#once fieldset')) && document.querySelector('.working').hidden`);
  await say('say:service', 'permanent');
  await rest();
  await say('say:institution_request', 'original');
  await rest();
  if (state !== 'begin') {
    await give(LIST);
    await until(`!document.querySelector('.answered').hidden`);
    await rest();
    if (state === 'answer') await run(`document.querySelector('#summary').scrollIntoView()`);
  }
  await STATES[state]();
  await run('document.activeElement.blur()');
  if (process.env.PDF) writeFileSync(file, await browser.driver.printPage(), 'base64');
  else await takePicture(browser, file, { whole: height === 'all' });
} finally {
  await browser.close();
  await site.close();
}
