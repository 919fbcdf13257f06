// A tap answers what the person has read, and what a tap destroys can be had back.

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { openHost } from './host.mjs';
import { LANGUAGES, wording } from './page.mjs';
import { page, setUp, site } from './setup.mjs';
import { goThrough } from './situations.mjs';
import { ADULT, FAMILY } from './every-state.mjs';

setUp();

const subject = async () => (await page.question())?.subject;

/** A press as browsers tell it: what it came down on, then a click there, with the count that they give it. */
const EVENTS = `
  const press = (shown, pointerType = 'touch') => shown.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true, pointerType }));
  const click = (shown, detail = 1) => shown.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail }));
  const touch = (name) => { const shown = find(name); press(shown); click(shown); };`;
const run = (script, ...words) => page.run(`${EVENTS}\n${script}`, ...words);

/** Until a finger may have meant what it sees. */
const still = () => new Promise((done) => setTimeout(done, 700));

describe('a tap', () => {
  beforeEach(async () => {
    await page.open('en');
    await page.tap('go::check:');
    await still();
  });

  test('of a mouse, doubled, answers one question', async () => {
    const button = await page.run(`return find('answer:0:status:foreigner')`);
    await page.driver.actions().move({ origin: button }).press().release().press().release().perform();
    assert.equal(await subject(), 'age');
    assert.deepEqual(await page.pressed(), ['answer:0:status:foreigner']);
  });

  test('of a mouse, one after another, answers each', async () => {
    for (const name of ['answer:0:status:foreigner', 'answer:0:age:adult', 'answer:0:incapacitated:no']) {
      await (await page.run(`return find(arguments[0])`, name)).click();
    }
    assert.equal((await page.pressed()).length, 3);
  });

  test('of a finger, doubled, answers one question, and the next tap the next', async () => {
    await run(`touch('answer:0:status:foreigner'); touch('answer:0:age:adult');`);
    assert.deepEqual(await page.pressed(), ['answer:0:status:foreigner']);
    await still();
    await run(`touch('answer:0:age:adult')`);
    assert.equal((await page.pressed()).length, 2);
  });

  test('of a finger that lands while the page moves answers nothing', async () => {
    await run(`document.querySelector('tirkeu-precheck').lang = 'ru'`);
    await page.until(() => page.run(`return root().querySelector('.visit').lang === 'ru'`), 'Russian');
    await run(`touch('answer:0:status:foreigner')`);
    assert.deepEqual(await page.pressed(), []);
    await still();
    await run(`touch('answer:0:status:foreigner')`);
    assert.equal((await page.pressed()).length, 1);
  });

  test('that began on something else answers nothing', async () => {
    await run(`press(find('answer:0:status:foreigner'), 'mouse'); click(find('answer:0:status:refugee'));`);
    await run(`press(root().querySelector('h1'), 'mouse'); click(find('answer:0:status:refugee'));`);
    assert.deepEqual(await page.pressed(), []);
    await run(`press(find('answer:0:status:foreigner').querySelector('.label'), 'mouse'); click(find('answer:0:status:foreigner'));`);
    assert.equal((await page.pressed()).length, 1);
  });

  test('that began before what is shown changed does nothing, though its button is still there', async () => {
    await run(`for (const name of ['answer:0:status:foreigner', 'add_person', 'change:1:status:', 'answer:1:status:foreigner', 'add_person', 'change:2:status:', 'answer:2:status:refugee']) { const shown = find(name) ?? named(name)[0]; if (!shown) throw new Error(name); shown.click(); }`);
    await still();
    await run(`const remove = find('remove_person:1::'); press(remove, 'mouse'); named('remove_person:1::')[0].click(); click(remove);`);
    assert.deepEqual(await page.pressed(), ['answer:0:status:foreigner', 'answer:1:status:refugee']);
  });

  test('of a key, or of what serves in its place, always counts, however soon it comes', async () => {
    await run(`find('answer:0:status:foreigner').click(); find('answer:0:age:adult').click(); click(find('answer:0:incapacitated:no'));`);
    assert.equal((await page.pressed()).length, 3, 'a click without a count, and one without a press');
    await page.run(`find('answer:0:applicant:self').focus()`);
    await page.driver.actions().sendKeys(Key.ENTER).perform();
    assert.equal((await page.pressed()).length, 4);
  });
});

test('of a finger or a mouse, doubled before all else has come, answers one question', async (t) => {
  t.after(() => site.heal());
  site.fault('/behind.js', { status: 503 });
  await page.open('en');
  await page.tap('go::check:');
  await run(`click(find('answer:0:status:foreigner'), 1); click(find('answer:0:age:adult'), 2);`);
  assert.deepEqual(await page.pressed(), ['answer:0:status:foreigner']);
});

describe('clearing', () => {
  /** Every timer of ten seconds waits until it is told that they have passed. */
  const CLOCK = `<script>
    const begin = setTimeout;
    var held = [];
    globalThis.setTimeout = (act, delay, ...words) => delay === 10_000 ? -held.push(act) : begin(act, delay, ...words);
    var passed = () => held.splice(0).forEach((act) => act());
  </script>`;
  const open = async (language = 'en') => {
    await openHost(page, `<tirkeu-precheck lang="${language}"></tirkeu-precheck>`, { head: CLOCK });
    page.words = wording(language);
    await page.ready();
  };
  const said = () => page.run(`return root().querySelector('[role=status]').textContent`);
  const everything = async () => ({
    pressed: await page.pressed(), question: await page.question(), verdict: await page.verdict(), stored: await page.stored(),
    day: await page.run(`return root().getElementById('visit-date').value`),
  });

  for (const language of LANGUAGES) {
    test(`can be undone for ten seconds, by one button, announced, in ${language}`, async () => {
      await open(language);
      await goThrough(page, { people: FAMILY.slice(0, 2), visitDate: '2027-01-20' });
      await page.fill('keep', true);
      await page.tap('change:0:age:');
      const before = await everything();
      await page.tap('clear');
      assert.deepEqual([await page.pressed(), (await page.stored()).local], [[], {}]);
      assert.equal(await said(), `${page.words['tools.cleared']} ${page.words['tools.undo.hint']}`);
      assert.equal((await page.actions()).filter((name) => name === 'undo').length, 1);
      await page.tap('undo');
      assert.deepEqual(await everything(), before);
      assert.equal(await said(), page.words['tools.undone']);
      assert.ok(await page.focus(), 'the focus is on what came back');
      assert.ok(!(await page.actions()).includes('undo'));
    });
  }

  test('is for good after ten seconds', async () => {
    await open();
    await goThrough(page, { people: [ADULT] });
    await page.tap('clear');
    await page.run('passed()');
    assert.ok(!(await page.actions()).includes('undo'));
    await page.tap('go::check:');
    assert.deepEqual(await page.pressed(), []);
  });

  test('tapped twice, or after a first new step, leaves what was said to be had back', async () => {
    await open();
    await goThrough(page, { people: [ADULT] });
    const before = await page.pressed();
    await page.tap('clear', 'clear', 'go::check:', 'clear', 'undo');
    assert.deepEqual(await page.pressed(), before);
  });

  test('by a host, and because nobody is there, is for good', async () => {
    await open();
    await goThrough(page, { people: [ADULT] });
    await page.run(`document.querySelector('tirkeu-precheck').clear()`);
    assert.ok(!(await page.actions()).includes('undo'));
    assert.equal(await said(), page.words['tools.cleared']);
  });

  test('somebody who was taken out can be had back too', async () => {
    await open();
    await goThrough(page, { people: FAMILY.slice(0, 2) });
    const before = await page.pressed();
    await page.tap('remove_person:1::');
    assert.ok((await said()).endsWith(page.words['tools.undo.hint']), await said());
    await page.tap('undo');
    assert.deepEqual(await page.pressed(), before);
  });

  test('stands neither among the languages nor at the top', async () => {
    await open();
    await page.tap('go::check:');
    const near = await page.run(`
      const clear = find('clear').getBoundingClientRect();
      const others = all('.languages button, .choice').filter(visible).map((shown) => shown.getBoundingClientRect());
      return Math.min(...others.map(({ top, bottom }) => Math.max(clear.top - bottom, top - clear.bottom)));`);
    assert.ok(near > 40, `${near} px`);
  });

  test('on the page itself: Back still goes by question after it was undone', async () => {
    await page.open('en');
    await page.tap('go::check:', 'answer:0:status:foreigner', 'answer:0:age:adult');
    await page.tap('clear');
    await page.until(() => page.run('return !history.state?.tirkeu'), 'the first step');
    await page.tap('undo');
    assert.equal(await subject(), 'incapacitated');
    await page.press('back');
    await page.until(async () => (await subject()) === 'age', 'the question before');
    await page.press('back');
    await page.until(async () => (await subject()) === 'status', 'the question before that');
  });
});
