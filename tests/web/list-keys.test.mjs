// A whole list by the keyboard alone: pasted, matched, answered, filtered, one person looked at, the result saved.
// Engines: chromium firefox

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { wording } from './page.mjs';
import { LIST, POLICY, answered, choose, give, open, press, run, until } from './roll.mjs';
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
  await until(() => run(`return Boolean(document.querySelector('.asked .decided'))`), 'the word to be known');
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

const STATUS = '[data-set="choice:status:студент"]';

/** What the list of choices has chosen, whether it has the focus, and whether its question counts as answered. */
const choice = () =>
  run(
    `const field = [...document.querySelectorAll('[data-set]')].find((field) => field.matches(arguments[0]));
     return [field.value, document.activeElement === field, Boolean(field.closest('.decided'))]`,
    STATUS,
  );

/** What an engine tells of an arrow in a list of choices that is not open. */
const ARROW = `
  const field = document.querySelector(arguments[0]);
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  field.value = arguments[1];
  field.dispatchEvent(new Event('change', { bubbles: true }));`;

test('an arrow on the way settles nothing; what is settled stays, and can be changed', async () => {
  const words = wording('ru');
  await open('ru');
  await give(LIST);
  await answered();
  await run(`document.querySelector('#summary').focus()`);
  await tabTo(STATUS);
  const first = await run(`return document.querySelector(arguments[0]).options[1].value`, STATUS);
  const second = await run(`return document.querySelector(arguments[0]).options[2].value`, STATUS);
  await run(ARROW, STATUS, first);
  assert.deepEqual(await choice(), [first, true, false]);
  await run(ARROW, STATUS, second);
  assert.deepEqual(await choice(), [second, true, false]);
  await type(Key.TAB);
  await until(async () => (await choice())[2], 'the choice to be settled');
  assert.deepEqual(await choice(), [second, false, true]);
  assert.ok(await run(`return document.activeElement !== document.body && Boolean(document.activeElement.closest('main'))`), 'the focus is where Tab led');
  assert.ok((await run(`return document.querySelector('.decided').textContent`)).startsWith(words['roll.decided']));
  // By keys once more: Enter takes it, and the focus stays.
  await run(`document.querySelector(arguments[0]).focus()`, STATUS);
  await type(await run(`return document.querySelector(arguments[0]).options[1].textContent.slice(0, 12)`, STATUS));
  assert.equal((await choice())[1], true);
  await type(Key.ENTER);
  await until(isAtRest, 'what comes of it');
  assert.deepEqual((await choice()).slice(1), [true, true]);
  assert.deepEqual(await run('return wrong'), []);
});

test('from each part of the page back to the rows, and what is there is told', async () => {
  const words = wording('ru');
  await open('ru');
  await give(LIST);
  await answered();
  const told = () => run(`return document.querySelector('.live').textContent`);
  for (const [button, part] of [['#sheets', words['paper.heading']], ['#request', words['roll.request.heading']]]) {
    await press(button);
    await focused('print');
    assert.ok((await told()).startsWith(part), await told());
    await press('#close-papers');
    await focused('rows');
    assert.equal(await told(), words['roll.rows.heading']);
  }
  await press('[data-do="row:0"]');
  await focused('one');
  assert.notEqual(await told(), words['roll.script.checking']);
  await press('[data-do="close"]');
  await focused('rows');
  await press('#save');
  await until(() => run('return saved.length === 1'), 'the result');
  await until(async () => (await told()) === '', 'nothing more to be told');
});

test('a choice leaves open what is open: the cells to look at, and what each column was taken for', async () => {
  await open('en');
  await give('name;status;date of birth\nA;студент;in May\nB;ВНЖ;in June');
  await answered();
  const isOpen = () => run(`return [...document.querySelectorAll('details.fault, #matching details')].map(({ open }) => open)`);
  await run(`document.querySelectorAll('details.fault, #matching details').forEach((it) => (it.open = true))`);
  const before = await isOpen();
  assert.ok(before.length > 1, 'cells to look at, and columns');
  await choose('choice:status:студент', 'foreigner');
  await until(() => run(`return Boolean(document.querySelector('.asked .decided'))`), 'the word to be known');
  const after = await isOpen();
  assert.ok(after.length > 1 && after.every(Boolean), JSON.stringify([before, after]));
});
