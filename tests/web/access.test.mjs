// The page for everyone: in every state, in every language, whatever a person sees with and types with.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { openBrowser } from './browser.mjs';
import { ENGINE, cannot } from './engines.mjs';
import { phonePage } from './narrow-frame.mjs';
import { PageByHand } from './own-hand.mjs';
import { EVERYWHERE, ONCE, focus, onPhone } from './visual-faults.mjs';
import { LANGUAGES, SEEN as SPOKEN } from './page.mjs';
import { emulateMedia, resize } from './screen.mjs';
import { browser, page, setUp, site } from './setup.mjs';
import { answerTo } from './situations.mjs';
import { ADULT, SOME_STATES, STATES } from './every-state.mjs';

setUp();

/** Every state in one engine; some in the others, which are there for what engines do differently. Every state of English is looked at with longer sentences (`languages.test.mjs`). */
const isAll = (language) => ENGINE === 'chromium' && language !== 'en';
const ORIGINALS = LANGUAGES.filter((language) => SPOKEN.includes(language));
const seen = (language) => (isAll(language) ? Object.keys(STATES) : SOME_STATES).map((state) => [state, STATES[state]]);

/** Everything wrong with the states, by the look that found it. */
async function lookAround(page, language, looks) {
  const faults = Object.fromEntries(Object.keys(looks).map((look) => [look, []]));
  for (const [state, way] of seen(language)) {
    await page.open(language);
    await onPhone(page);
    await way(page);
    for (const [look, sees] of Object.entries(looks)) {
      if (look === 'focus' && state === 'start') continue;
      faults[look].push(...(await sees(page)).map((fault) => `${state}: ${fault}`));
    }
  }
  await onPhone(page);
  return faults;
}

/** Why a look cannot be had; false where it can. */
const blind = { dark: cannot('change what media it says'), forced: cannot('force colours') };

for (const language of ORIGINALS) {
  describe(`${isAll(language) ? 'every state' : 'some states'} in ${language}`, () => {
    const looks = { ...EVERYWHERE, ...(language === 'ru' ? ONCE : {}) };
    const possible = Object.fromEntries(Object.entries(looks).filter(([look]) => !blind[look]));
    const found = {};
    before(async () => Object.assign(found, await lookAround(phonePage(browser, site), language, possible)));

    for (const look of Object.keys(looks)) {
      test(`${look}: no fault`, { skip: blind[look] ?? false }, () => assert.deepEqual(found[look], []));
    }
  });
}

if (blind.dark) {
  test('some states in a browser that is dark from the start', async (t) => {
    const night = await openBrowser(undefined, { isDark: true });
    t.after(() => night.close());
    assert.equal(await night.driver.executeScript(`return matchMedia('(prefers-color-scheme: dark)').matches`), true);
    const { light } = EVERYWHERE;
    assert.deepEqual(await lookAround(phonePage(night, site), 'ru', { light }), { light: [] });
  });
}

describe('a phone of 360 by 740', () => {
  for (const language of ORIGINALS) {
    test(`shows the question and its first answer at once in ${language}`, async () => {
      const page = phonePage(browser, site);
      await page.open(language);
      await resize(browser, 360, 740);
      await page.tap('go::check:');
      const [question, answer] = await page.run(`
        const bottom = (selector) => root().querySelector('.question.current ' + selector).getBoundingClientRect().bottom;
        return [bottom('h3'), bottom('.choice')];`);
      assert.ok(question <= 280 && answer <= 740 * 0.75, `the question ends at ${question}, its first answer at ${answer} px`);
      await onPhone(page);
    });
  }
});

describe('the focus', () => {
  let page;
  before(() => (page = new PageByHand(browser, site)));

  /** Acts, one after another, and looks where the focus is after each. */
  async function follow(...acts) {
    const lost = [];
    for (const act of acts) {
      await (typeof act === 'string' ? page.tap(act) : act());
      lost.push(...(await focus(page)).map((fault) => `after ${act}: ${fault}`));
    }
    return lost;
  }
  const closeAppeal = async () => {
    await page.press('back');
    await page.until(async () => (await page.verdict()) !== undefined, 'the answer');
  };
  const everything = () => [
    'go::check:', 'answer:0:status:foreigner', 'answer:0:age:adult', 'answer:0:incapacitated:no',
    'answer:0:applicant:self', 'answer::service:permanent', 'unknown::residence:', 'see_answer',
    'change::residence:', 'answer::residence:other_owner', 'answer::owner_present:yes', 'hold::owner_identity:none',
    'hold::owner_consent:original', 'hold:0:identity_document:original', 'change::owner_identity:',
    'hold::owner_identity:original', 'add_person', 'answer:1:status:visitor', 'remove_person:1::', 'go::visit_sheet:',
    'go::check:', 'go::owner_sheet:', 'go::check:', 'go::appeal:', 'go::complaint:', 'go::appeal:', closeAppeal,
    () => page.speak('kk'), () => page.fill('keep', true), () => page.fill('visit-date', '2025-11-29'),
    () => page.driver.navigate().back(), 'clear',
  ];
  /** The way on a wide window, where the questions stay in view. */
  const inView = () => everything().filter((act) => act !== 'see_answer');

  test('is never lost on a phone', async () => {
    await onPhone(page);
    await page.open('en');
    assert.deepEqual(await follow(...everything()), []);
  });

  test('is never lost where everything is in view', async () => {
    await resize(browser, 1280, 900);
    await page.open('en');
    assert.deepEqual(await follow(...inView()), []);
    await onPhone(page);
  });

  /** What a host's style sheet fixes in its place has no `offsetParent`, and is shown all the same. */
  test('stays on a button that a host fixes in its place', async () => {
    await resize(browser, 1280, 900);
    await page.open('en');
    await page.tap('go::check:');
    await page.run(`
      const button = root().querySelector('[data-action="add_person"], #keep');
      button.style.position = 'fixed';
      button.focus();
      button.click();`);
    assert.ok(['add_person', 'keep'].includes((await page.focus()).action));
    await onPhone(page);
  });
});

describe('the keyboard alone', () => {
  const press = (key) => page.driver.actions().sendKeys(key).perform();

  /** Tab by Tab to a button; every stop on the way can be seen. */
  async function tabTo(action) {
    for (let presses = 0; presses < 80; presses += 1) {
      const at = await page.run(`
        const active = root().activeElement;
        const style = active && getComputedStyle(active);
        return active && { action: active.dataset.action, is: active.outerHTML.slice(0, 80), seen: visible(active),
          ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };`);
      if (at?.action === action) return;
      if (at && presses > 0) assert.ok(at.seen && at.ring, `a stop that cannot be seen: ${JSON.stringify(at)}`);
      await press(Key.TAB);
    }
    throw new Error(`${action} is not to be reached by Tab`);
  }

  test('leads from the start to the answer, and mends it', async () => {
    await onPhone(page);
    await page.open('en');
    const keys = [Key.ENTER, Key.SPACE];
    let turn = 0;
    const push = async (action) => {
      await tabTo(action);
      await press(keys[turn++ % 2]);
      await page.drawn();
    };
    await push('go::check:');
    for (let question; (question = await page.question()); ) {
      await push(answerTo(question, [{ ...ADULT, owner_identity: 'none' }]));
    }
    assert.equal(await page.verdict(), 'incomplete');
    await push('change::owner_identity:');
    await push('hold::owner_identity:original');
    assert.equal(await page.verdict(), 'complete');
  });

  test('reaches a choice of a question in few steps, without going through the page again', async () => {
    await page.open('en');
    await page.tap('go::check:');
    await page.drawn();
    await press(Key.TAB);
    const focus = await page.focus();
    assert.match(focus.action ?? '', /^answer:0:/, JSON.stringify(focus));
  });
});

test('what moves stands still for whoever wants it so', { skip: cannot('change what media it says') }, async () => {
  await emulateMedia(browser, { 'prefers-reduced-motion': 'reduce' });
  await page.open('en');
  await page.tap('go::check:');
  const moving = await page.run(`
    const still = ({ animationName, transitionDuration }) => animationName === 'none' && parseFloat(transitionDuration) === 0;
    return all('*').filter((shown) => !still(getComputedStyle(shown))).length +
      Number(getComputedStyle(document.documentElement).scrollBehavior === 'smooth');`);
  await emulateMedia(browser, {});
  assert.equal(moving, 0);
});
