// Nobody is there any more: the page asks, then wipes.
// Engines: chromium firefox

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { holdBack, pass, putClock, serveWithClock, sleep, TAG } from './clock.mjs';
import { phonePage } from './narrow-frame.mjs';
import { heard, openHost } from './host.mjs';
import { EVERYWHERE, focus, onPhone } from './visual-faults.mjs';
import { LANGUAGES, wording } from './page.mjs';
import { browser, page as plainPage, setUp, site } from './setup.mjs';
import { goThrough } from './situations.mjs';
import { ADULT } from './every-state.mjs';

setUp();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('after 15 idle minutes', () => {
  let clocked, page;
  before(async () => {
    clocked = await serveWithClock(LANGUAGES.map((language) => `${language}.html`));
    page = phonePage(browser, clocked);
  });
  after(() => clocked?.close());
  beforeEach(() => onPhone(page));

  for (const language of LANGUAGES) {
    test(`the page asks in ${language}, then wipes`, async () => {
      await page.open(language);
      await goThrough(page, { people: [ADULT] });
      await page.fill('keep', true);
      await pass(browser, 14 * MINUTE);
      assert.ok(!(await page.actions()).includes('idle::no:'));
      await pass(browser, MINUTE);
      assert.ok((await page.text()).includes(page.words['tools.idle']));
      const faults = Object.entries(EVERYWHERE).filter(([name]) => name !== 'live');
      for (const [look, seen] of faults) assert.deepEqual(await seen(page), [], look);
      await pass(browser, MINUTE);
      assert.deepEqual(await page.pressed(), []);
      assert.deepEqual((await page.stored()).local, {});
      assert.ok((await page.actions()).includes('go::check:'), 'the start is shown');
    });
  }

  test('somebody who is there keeps everything', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT] });
    const said = await page.pressed();
    await pass(browser, 15 * MINUTE);
    await page.tap('idle::no:');
    assert.deepEqual(await focus(page), []);
    await pass(browser, 14 * MINUTE);
    assert.deepEqual(await page.pressed(), said);
    assert.equal(await page.verdict(), 'complete');
  });

  test('the question has the focus, which then goes back to where it was', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT] });
    await page.run(`find('go::visit_sheet:').focus()`);
    await pass(browser, 15 * MINUTE);
    assert.equal((await page.focus()).action, 'idle::no:');
    await page.tap('idle::no:');
    assert.equal((await page.focus()).action, 'go::visit_sheet:');
  });

  test('somebody who went back to the start is asked too: their answers are still there', async () => {
    await browser.driver.get('about:blank');
    await page.open('en');
    await page.tap('go::check:', 'answer:0:status:foreigner');
    for (const subject of ['status', undefined]) {
      await page.press('back');
      await page.until(async () => (await page.question())?.subject === subject, `${subject}`);
    }
    await pass(browser, 15 * MINUTE);
    assert.ok((await page.actions()).includes('idle::no:'));
    await pass(browser, MINUTE);
    await page.tap('go::check:');
    assert.deepEqual(await page.pressed(), []);
  });

  test('whoever answers instead of saying so keeps everything too', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT] });
    await pass(browser, 15 * MINUTE);
    await page.tap('change::residence:', 'answer::residence:own');
    assert.ok(!(await page.text()).includes(page.words['tools.idle']), 'the question is gone');
    await pass(browser, 2 * MINUTE);
    assert.equal(await page.verdict(), 'complete');
  });
});

describe('whatever the timers say, the clock is asked', () => {
  const page = () => plainPage;
  const ask = (script, ...words) => page().run(`return ${script}`, ...words);

  /** What may be the first thing to happen once a machine is awake again; what is shown right after it is told. */
  const AFTER = `
    const [where, name] = arguments;
    const place = { window, document, element: root().querySelector('.change') }[where];
    if (name === 'click') place.click();
    else place.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
    return [named('go::check:', 'data-action').some(visible), all('.said-so-far .said').length];
  `;
  const FIRST = [['document', 'visibilitychange'], ['window', 'pageshow'], ['window', 'focus'], ['document', 'resume'], ['element', 'pointerdown'],
    ['window', 'keydown'], ['element', 'click'], ['window', 'popstate']];

  async function answered(attributes = '', day = '') {
    putClock(site, [], day);
    await openHost(page(), `<tirkeu-precheck lang="en" id="it" ${attributes}></tirkeu-precheck>`, { head: TAG });
    page().words = wording('en');
    await page().ready();
    await goThrough(page(), { people: [ADULT] });
  }

  for (const [where, name] of FIRST) {
    test(`asleep for ten hours: nothing is left by the time that ${name} was heard`, async () => {
      await answered(name === 'popstate' ? 'page' : '');
      await page().fill('keep', true);
      await sleep(browser, 10 * HOUR);
      assert.deepEqual(await page().run(AFTER, where, name), [true, 0]);
      assert.deepEqual((await page().stored()).local, {});
      await page().until(() => ask('history.state === null').catch(() => false), 'the steps that the page takes back');
    });
  }

  const UNDONE = ['visibilitychange', 'pageshow', 'focus', 'the button itself'];
  for (const first of UNDONE) {
    test(`asleep for ten hours after clearing: nothing can be had back once ${first} was heard`, async () => {
      await answered();
      await page().tap('clear');
      assert.ok((await page().actions()).includes('undo'));
      await sleep(browser, 10 * HOUR);
      if (first === 'the button itself') await ask(`void named('undo', 'data-action')[0].click()`);
      else await ask(`void (arguments[0] === 'visibilitychange' ? document : window).dispatchEvent(new Event(arguments[0]))`, first);
      assert.ok(!(await page().actions()).includes('undo'));
      await page().tap('go::check:');
      assert.deepEqual(await page().pressed(), []);
    });
  }

  test('taken out of the page, and put back ten hours later: nobody’s answers are there to be seen', async () => {
    await answered();
    const seen = await page().run(`
      const element = document.getElementById('it');
      element.remove();
      heldClock.sleep(arguments[0]);
      document.body.append(element);
      return [named('go::check:', 'data-action').some(visible), all('.said-so-far .said').length];`, 10 * HOUR);
    assert.deepEqual(seen, [true, 0]);
  });

  test('moved within the page it keeps its answers', async () => {
    await answered();
    await ask(`void document.body.append(Object.assign(document.createElement('div'), { id: 'other' })) ?? void document.getElementById('other').append(it)`);
    assert.equal(await page().verdict(), 'complete');
    await pass(browser, 15 * MINUTE);
    assert.ok((await page().actions()).includes('idle::no:'));
  });

  test('while somebody looks at the page, the clock is asked every ten seconds, whatever the timers say', async () => {
    await answered();
    await sleep(browser, 10 * HOUR);
    await page().until(async () => (await page().actions()).includes('go::check:'), 'the beat', 12_000);
    assert.deepEqual(await page().pressed(), []);
  });

  test('asleep for ten minutes: everything is as it was', async () => {
    await answered();
    await sleep(browser, 10 * MINUTE);
    for (const [where, name] of FIRST.filter(([, name]) => !['click', 'popstate'].includes(name))) {
      assert.deepEqual(await page().run(AFTER, where, name), [false, 10], name);
    }
    assert.equal(await page().verdict(), 'complete');
  });

  test('asleep between the question and the end: it is cleared', async () => {
    await answered();
    await pass(browser, 15 * MINUTE);
    await sleep(browser, 2 * MINUTE);
    assert.deepEqual(await page().run(AFTER, 'document', 'visibilitychange'), [true, 0]);
  });

  test('a clock that is set back holds nobody’s answers for longer', async () => {
    await answered();
    await ask('heldClock.setBack(3 * 3_600_000)');
    await pass(browser, 16 * MINUTE);
    assert.ok((await page().actions()).includes('go::check:'));
  });

  test('nor does one that is set back while no timer runs', async () => {
    await answered();
    await ask('heldClock.setBack(3 * 3_600_000)');
    await holdBack(browser, 16 * MINUTE);
    assert.deepEqual(await page().run(AFTER, 'document', 'visibilitychange'), [true, 0]);
  });

  test('somebody who is there, and does nothing to the element, is not asked', async () => {
    await answered();
    await pass(browser, 14 * MINUTE);
    await ask(`void document.body.dispatchEvent(new Event('wheel', { bubbles: true }))`);
    await pass(browser, 14 * MINUTE);
    assert.ok(!(await page().actions()).includes('idle::no:'));
    await pass(browser, MINUTE);
    assert.ok((await page().actions()).includes('idle::no:'));
    await ask(`void document.body.dispatchEvent(new Event('wheel', { bubbles: true }))`);
    await pass(browser, MINUTE);
    assert.ok((await page().actions()).includes('go::check:'), 'once asked, they have to say so');
  });

  const days = async () => [await ask(`root().getElementById('visit-date').value`), (await heard(page(), 'tirkeu-change')).length];

  test('at midnight in Kazakhstan it is another today, and so is a visit for which no day was chosen', async () => {
    await answered('', '2026-12-01T18:55:00Z');
    const [day, told] = await days();
    assert.equal(day, '2026-12-01');
    await pass(browser, 6 * MINUTE);
    assert.deepEqual(await days(), ['2026-12-02', told + 1]);
  });

  test('after three nights too, and nobody’s answers are there to be seen', async () => {
    await answered('', '2026-12-01T10:00:00Z');
    await sleep(browser, 72 * HOUR);
    assert.deepEqual(await page().run(AFTER, 'document', 'visibilitychange'), [true, 0]);
    await page().tap('go::check:');
    assert.equal((await days())[0], '2026-12-04');
  });

  test('at midnight a day that was chosen stays, and one that is past by then is said to be', async () => {
    await answered('', '2026-12-01T18:55:00Z');
    await page().fill('visit-date', '2026-12-03');
    await page().fill('visit-date', '2026-12-01');
    await page().fill('visit-date', '2026-12-05');
    await pass(browser, 6 * MINUTE);
    assert.equal((await days())[0], '2026-12-05');
  });

  test('at midnight the day that the host set stays', async () => {
    await answered('visit-date="2026-12-01"', '2026-12-01T18:55:00Z');
    await pass(browser, 6 * MINUTE);
    assert.equal((await days())[0], '2026-12-01');
    assert.ok((await page().text()).includes(page().words['date.past'].split('{date}')[0].trim()));
  });

  test('whoever clears is asked the day anew', async () => {
    await answered('', '2026-12-01T10:00:00Z');
    const untilWhen = `root().querySelector('.foot .hint').textContent`;
    assert.match(await ask(untilWhen), /2026/);
    await ask('heldClock.sleep(12 * 3_600_000)');
    assert.match(await page().run(`it.clear(); return ${untilWhen};`), /2027/, '30 days from the day that it is by now');
    await page().tap('go::check:');
    assert.equal((await days())[0], '2026-12-02');
  });

  test('what was kept goes with its day, on a page that is open too', async () => {
    await answered('', '2026-12-01T10:00:00Z');
    await page().fill('keep', true);
    await page().driver.navigate().refresh();
    await page().ready();
    await sleep(browser, 30 * 24 * HOUR);
    assert.deepEqual((await page().run(AFTER, 'document', 'visibilitychange'))[0], true);
    assert.notDeepEqual((await page().stored()).local, {}, 'its last day');
    await page().driver.navigate().refresh();
    await page().ready();
    await sleep(browser, 61 * 24 * HOUR);
    await page().run(AFTER, 'document', 'visibilitychange');
    assert.deepEqual((await page().stored()).local, {});
  });
});
