// The page for a whole list under a test's control: opened and watched, given a list, asked what it says.

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { browser, site } from './setup.mjs';

/** As SECURITY.md gives it to be copied. */
export const [, POLICY] = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8').match(/Content-Security-Policy "([^"]*)"/);

export const run = (script, ...words) => browser.driver.executeScript(script, ...words);

export async function until(holds, what, patience = 30_000) {
  const deadline = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}; the page says: ${await run('return document.body.innerText')}`);
    await sleep(25);
  }
}

/** What is looked at while the page is open: what was thrown or forbidden, what is saved. */
const WATCH = `
  window.wrong = []; window.saved = [];
  addEventListener('error', ({ message }) => wrong.push(message));
  addEventListener('unhandledrejection', ({ reason }) => wrong.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => wrong.push(violatedDirective + ' ' + blockedURI));
  for (const name of ['log', 'info', 'warn', 'error']) console[name] = (...words) => wrong.push(words.join(' '));
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => (saved.push(blob), make.call(URL, blob));
  HTMLAnchorElement.prototype.click = function () { saved.name = this.download; };
`;

export async function open(language, { path = `/list.${language}.html` } = {}) {
  await browser.driver.get(site.address + path);
  await run(WATCH);
  await until(() => run(`return Boolean(document.querySelector('#once fieldset')) && document.querySelector('.working').hidden`), 'the program');
}

/** Gives the page a file, as its field would. */
export const give = (text, name = 'list.csv') =>
  run(
    `const data = new DataTransfer(); data.items.add(new File([arguments[0]], arguments[1]));
     const field = document.querySelector('#file'); field.files = data.files; field.dispatchEvent(new Event('change', { bubbles: true }));`,
    text,
    name,
  );

/** Once the page is at rest: it has an answer, or says why it has none. */
export async function answered() {
  await until(() => run(`return document.querySelector('.working').hidden && (!document.querySelector('.answered').hidden || !document.querySelector('.failed-list').hidden)`), 'an answer');
  return run(`return document.querySelector('.failed-list').textContent || document.querySelector('#overview').textContent`);
}

export const choose = (set, value) =>
  run(
    `const field = [...document.querySelectorAll('[data-set]')].find((field) => field.dataset.set === arguments[0]);
     field.value = arguments[1]; field.dispatchEvent(new Event('change', { bubbles: true }));`,
    set,
    value,
  );

export const press = (selector) => run(`document.querySelector(arguments[0]).click()`, selector);

export const LIST = [
  'ФИО;Статус;Возраст;Паспорт;Кто подаёт;Дееспособность нарушена',
  'Тайнова Секрета;ВНЖ;30;оригинал;сам;нет',
  'Ким;студент;30;копия;сам;нет',
  'Ли;гражданин;30;копия;сам;нет',
].join('\n');
