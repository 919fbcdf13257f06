// A whole list by the keyboard alone: pasted, matched, answered, filtered, one person looked at, the result saved.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { wording } from './page.mjs';
import { LIST, POLICY, open, run, until } from './roll.mjs';
import { browser, setUp } from './setup.mjs';

setUp({ policy: POLICY, size: [900, 900] });

const type = (...keys) => browser.driver.actions().sendKeys(...keys).perform();

const STOP = `
  const at = document.activeElement;
  if (!at || at === document.body) return undefined;
  const style = getComputedStyle(at);
  const { width, height, top, bottom } = at.getBoundingClientRect();
  return { is: at.matches(arguments[0]), html: at.outerHTML.slice(0, 90), isSeen: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
    hasRing: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };`;

/** Tab by Tab to what is meant; every stop on the way can be seen, and tells where it is. */
async function tabTo(selector) {
  for (let presses = 0; presses < 80; presses += 1) {
    const at = await run(STOP, selector);
    if (at && presses > 0) assert.ok(at.isSeen && at.hasRing, `a stop that cannot be seen: ${JSON.stringify(at)}`);
    if (at?.is) return;
    await type(Key.TAB);
  }
  throw new Error(`${selector} is not to be reached by Tab`);
}

const isAtRest = () => run(`return document.querySelector('.working').hidden`);
const focused = (id) => until(() => run('return document.activeElement?.id === arguments[0]', id), `the focus on ${id}`);

/** Chooses in a list that has the focus: by its first letters, as people do. */
async function pick(selector, id) {
  await tabTo(selector);
  await type(await run(`return document.querySelector(arguments[0]).querySelector('[value="' + arguments[1] + '"]').textContent.slice(0, 12)`, selector, id));
  await type(Key.TAB);
  await until(isAtRest, 'what comes of it');
}

test('the keyboard alone leads from the paste to the saved result', async () => {
  const words = wording('en');
  await open('en');
  await pick('[data-set="say:service"]', 'permanent');
  await run('document.activeElement.blur(); document.body.tabIndex = -1; document.body.focus()');
  await tabTo('.asking summary');
  await type(Key.ENTER);
  await tabTo('#pasted');
  // As the clipboard brings it: a text field takes no tab that is typed.
  await run(`document.activeElement.value = arguments[0]`, LIST.replaceAll(';', '\t'));
  await tabTo('#paste');
  await type(Key.SPACE);
  await focused('summary');
  await pick('[data-set="choice:status:студент"]', 'foreigner');
  await until(() => run(`return !document.querySelector('.asked')`), 'the word to be known');
  await tabTo('[data-do="rows:elsewhere:0"]');
  await type(Key.ENTER);
  await focused('rows');
  assert.equal(await run(`return document.querySelectorAll('.rows tbody tr').length`), 1);
  assert.ok((await run(`return document.querySelector('.rows tbody').innerText`)).includes(words['roll.result.not_this_service']));
  await tabTo('[data-do="row:2"]');
  await type(Key.ENTER);
  await focused('one');
  await tabTo('[data-do="close"]');
  await type(Key.SPACE);
  await focused('rows');
  await run(`document.querySelector('#summary').focus()`);
  await tabTo('#save');
  await type(Key.ENTER);
  await until(() => run('return saved.length === 1'), 'the result');
  assert.equal(await run('return saved.name'), 'list.tirkeu.xlsx');
  assert.deepEqual(await run('return wrong'), []);
});
