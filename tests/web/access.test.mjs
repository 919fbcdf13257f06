// The page for everyone: in every state, in every language, whatever a person sees with, hears with and types with.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { openBrowser } from './browser.mjs';
import { holdClock } from './clock.mjs';
import { EVERYWHERE, ONCE, focus, onPhone } from './looks.mjs';
import { LANGUAGES, Page, like, wording } from './page.mjs';
import { emulateMedia, resize } from './screen.mjs';
import { serveSite } from './site.mjs';
import { answerTo, goThrough } from './situations.mjs';
import { ADULT, CHILD, FAMILY, STATES } from './states.mjs';
import { outline } from './tree.mjs';

let site, browser, page;
before(async () => {
  site = await serveSite();
  browser = await openBrowser('chromium');
  page = new Page(browser, site);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const send = (method, parameters = {}) => browser.driver.sendAndGetDevToolsCommand(method, parameters);

/** Everything wrong with every state, by the look that found it. */
async function lookAround(language, looks) {
  const faults = Object.fromEntries(Object.keys(looks).map((look) => [look, []]));
  for (const [state, way] of Object.entries(STATES)) {
    await onPhone(page);
    await page.open(language);
    await way(page);
    for (const [look, seen] of Object.entries(looks)) {
      if (look === 'focus' && state === 'start') continue;
      faults[look].push(...(await seen(page)).map((fault) => `${state}: ${fault}`));
    }
  }
  await onPhone(page);
  return faults;
}

for (const language of LANGUAGES) {
  describe(`every state in ${language}`, () => {
    const looks = { ...EVERYWHERE, ...(language === 'ru' ? ONCE : {}) };
    const found = {};
    before(async () => Object.assign(found, await lookAround(language, looks)));

    for (const look of Object.keys(looks)) {
      test(`${look}: no fault`, () => assert.deepEqual(found[look], []));
    }
  });
}

describe('a phone of 360 by 740', () => {
  for (const language of LANGUAGES) {
    test(`shows the question and its first answer at once in ${language}`, async () => {
      await resize(browser, 360, 740);
      await page.open(language);
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
  /** Acts, one after another, and looks where the focus is after each. */
  async function follow(...acts) {
    const lost = [];
    for (const act of acts) {
      await (typeof act === 'string' ? page.tap(act) : act());
      lost.push(...(await focus(page)).map((fault) => `after ${act}: ${fault}`));
    }
    return lost;
  }
  const everything = () => [
    'go::check:', 'answer:0:status:foreigner', 'answer:0:age:adult', 'answer:0:incapacitated:no',
    'answer:0:applicant:self', 'answer::service:permanent', 'unknown::residence:', 'see_answer',
    'change::residence:', 'answer::residence:other_owner', 'answer::owner_present:yes', 'hold::owner_identity:original',
    'hold::owner_consent:none', 'hold:0:identity_document:original', 'change::owner_consent:',
    'hold::owner_consent:original', 'add_person', 'answer:1:status:visitor', 'remove_person:1::', 'go::visit_sheet:',
    'go::check:', 'go::owner_sheet:', 'go::check:', 'go::appeal:', 'go::complaint:', 'go::appeal:', 'go::check:',
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
});

describe('the keyboard alone', () => {
  const press = (key) => page.driver.actions().sendKeys(key).perform();

  /** Tab by Tab to a button; every stop on the way can be seen. */
  async function tabTo(action) {
    for (let presses = 0; presses < 80; presses += 1) {
      const at = await page.run(`
        const active = root().activeElement;
        const style = active && getComputedStyle(active);
        return active && { action: active.dataset.action, tag: active.tagName, seen: visible(active),
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
    };
    await push('go::check:');
    for (let question; (question = await page.question()); ) {
      await push(answerTo(question, [{ ...ADULT, owner_consent: 'none' }]));
    }
    assert.equal(await page.verdict(), 'incomplete');
    await push('change::owner_consent:');
    await push('hold::owner_consent:original');
    assert.equal(await page.verdict(), 'complete');
  });

  test('reaches a choice of a question in few steps, without going through the page again', async () => {
    await page.open('en');
    await page.tap('go::check:');
    await press(Key.TAB);
    assert.equal((await page.focus()).action, 'answer:0:status:foreigner');
  });
});

describe('what a screen reader is given', () => {
  before(() => onPhone(page));

  for (const language of LANGUAGES) {
    test(`of a question in ${language}: its name as a heading and a group, each answer with its state`, async () => {
      await page.open(language);
      await STATES['question: age'](page);
      const { words } = page;
      const title = words['fact.age'];
      const lines = await outline(browser);
      const expected = [
        `region “${words['part.only']} ${title}”`,
        `heading 3 “${title}” focused`,
        `group “${title}”`,
        ...['under_14', '14_15', '16_17', 'adult'].map((age) => `button “${words[`answer.age.${age}`]}” not pressed`),
        `button “${words['question.unknown']}” not pressed`,
        `button “${words['question.back']}”`,
      ];
      const start = lines.indexOf(expected[0]);
      const given = lines.slice(start, start + expected.length);
      const level = (line) => line.replace(/^heading \d/, 'heading');
      assert.deepEqual(given.map(level), expected.map(level));
      const region = lines.filter((line) => line.startsWith('status'));
      assert.equal(region.length, 1);
      assert.equal(lines.filter((line) => line.startsWith('main')).length, 1);
    });

    test(`of an answer chosen before in ${language}: that it is pressed`, async () => {
      await page.open(language);
      await STATES['question that was answered before'](page);
      const lines = await outline(browser);
      const pressed = lines.filter((line) => line.endsWith(' pressed') && !line.endsWith('not pressed'));
      const chosen = [page.words['answer.residence.other_owner'], page.words['answer.residence.other_owner.what']].join(' ');
      assert.deepEqual(pressed.slice(1), [`button “${chosen}” pressed`], pressed.join('\n'));
    });

    test(`of the answer in ${language}: the next act first, what to mend, and what each button changes`, async () => {
      await page.open(language);
      await STATES['answer: incomplete'](page);
      const { words } = page;
      const lines = await outline(browser);
      const headings = lines.filter((line) => line.startsWith('heading'));
      const [title, headline, mend] = headings;
      assert.equal(title, `heading 1 “${words['page.title']}”`);
      assert.equal(headline, `heading 2 “${words['verdict.incomplete']}” focused`);
      assert.equal(mend, `heading 3 “${words['answer.fix']}”`);
      const buttons = lines.filter((line) => line.startsWith('button'));
      const change = like(words['question.change.of']);
      const changes = buttons.map((line) => line.match(/“(.*)”/u)[1]).filter((name) => change.test(name));
      assert.equal(changes.length, 11, 'ten answers and one mend');
      const consent = words['question.change.of'].replace('{question}', words['document.owner_consent']);
      assert.equal(changes[0], consent);
      assert.equal(new Set(changes).size, 10, `every button says what it changes: ${changes}`);
      const announced = lines.find((line) => line.startsWith('status'));
      assert.ok(announced.includes(words['verdict.incomplete']), announced);
    });
  }

  test('of several people: whose question and whose button it is', async () => {
    await page.open('en');
    await STATES['answer: four people'](page);
    const buttons = (await outline(browser)).filter((line) => line.startsWith('button'));
    assert.deepEqual(buttons.filter((line, at) => buttons.indexOf(line) !== at), []);
  });

  test('of a question about one of several people: whom it is about', async () => {
    await page.open('en');
    await STATES['question of a second person'](page);
    const person = page.words['part.person'].replace('{number}', '2');
    assert.ok((await outline(browser)).some((line) => line.includes(person)), person);
  });

  test('of the sources: which statement they are of', async () => {
    await page.open('en');
    await STATES['answer: incomplete'](page);
    const details = (await outline(browser)).filter((line) => line.startsWith('DisclosureTriangle'));
    assert.equal(new Set(details).size, details.length, details.join());
  });
});

describe('after 15 idle minutes', () => {
  const MINUTE = 60_000;
  let clock;
  before(async () => {
    clock = await holdClock(browser);
    await onPhone(page);
  });
  after(() => clock.release());

  for (const language of LANGUAGES) {
    test(`the page asks in ${language}, then wipes`, async () => {
      await page.open(language);
      await goThrough(page, { people: [ADULT] });
      await page.fill('keep', true);
      await clock.pass(14 * MINUTE);
      assert.ok(!(await page.actions()).includes('idle::no:'));
      await clock.pass(MINUTE);
      assert.ok((await page.text()).includes(page.words['tools.idle']));
      const faults = Object.entries(EVERYWHERE).filter(([name]) => name !== 'live');
      for (const [look, seen] of faults) assert.deepEqual(await seen(page), [], look);
      await onPhone(page);
      await clock.pass(MINUTE);
      assert.deepEqual(await page.pressed(), []);
      assert.deepEqual((await page.stored()).local, {});
      assert.ok((await page.actions()).includes('go::check:'), 'the start is shown');
    });
  }

  test('somebody who is there keeps everything', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT] });
    const said = await page.pressed();
    await clock.pass(15 * MINUTE);
    await page.tap('idle::no:');
    assert.deepEqual(await focus(page), []);
    await clock.pass(14 * MINUTE);
    assert.deepEqual(await page.pressed(), said);
    assert.equal(await page.verdict(), 'complete');
  });

  test('whoever answers instead of saying so keeps everything too', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT] });
    await clock.pass(15 * MINUTE);
    await page.tap('change::residence:', 'answer::residence:own');
    assert.ok(!(await page.text()).includes(page.words['tools.idle']), 'the question is gone');
    await clock.pass(2 * MINUTE);
    assert.equal(await page.verdict(), 'complete');
  });
});

describe('without script', () => {
  before(() => send('Emulation.setScriptExecutionDisabled', { value: true }));
  after(() => send('Emulation.setScriptExecutionDisabled', { value: false }));

  const PAPERS = [
    'representative_identity', 'owner_identity', 'owner_consent', 'institution_request', 'identity_document',
    'proof_of_authority', 'power_of_attorney',
  ];
  const OTHERS = ['owner_presence', 'all_owners', 'tenancy', 'child_under_14', 'right_to_apply'];
  const ELSEWHERE = ['citizen', 'temporary_permit', 'visitor', 'asylum_seeker'];
  const NOT_DECIDED = ['deadline', 'fee', 'term', 'norm', 'translation', 'owner'];

  for (const language of LANGUAGES) {
    test(`the list is complete in ${language}`, async () => {
      const words = wording(language);
      await page.driver.get(`${site.address}/${language}.html`);
      const shown = await page.driver.executeScript('return document.body.innerText');
      const ids = [
        'page.title', 'page.who', 'start.not',
        ...PAPERS.flatMap((id) => ['', '.what', '.when', '.get'].map((part) => `document.${id}${part}`)),
        ...OTHERS.flatMap((id) => [`requirement.${id}`, `requirement.${id}.when`]),
        ...OTHERS.map((id) => `requirement.${id}.ask`),
        ...ELSEWHERE.map((status) => `elsewhere.${status}`),
        ...NOT_DECIDED.map((id) => `answer.undecided.${id}`),
        'answer.not_reviewed',
      ];
      assert.deepEqual(ids.filter((id) => !shown.includes(words[id])), []);
      assert.ok(!shown.includes(words['page.fallback']), 'nothing failed');
      const links = await page.driver.executeScript(`return [...document.links].map(({ lang, href }) => [lang, href])`);
      for (const other of LANGUAGES) {
        assert.ok(links.some(([lang, href]) => lang === other && href === `${site.address}/${other}.html`), other);
      }
    });

    test(`every paper says which forms count in ${language}, and that it must not have expired`, async () => {
      const words = wording(language);
      await page.driver.get(`${site.address}/${language}.html`);
      const items = await page.driver.executeScript(`return [...document.querySelectorAll('li')].map((li) => li.innerText)`);
      const forms = ['original', 'electronic', 'copy'];
      for (const id of PAPERS) {
        const item = items.find((text) => text.startsWith(words[`document.${id}`]));
        const named = (form) =>
          ['', '.consent', '.paper'].map((kind) => words[`form.list.${form}${kind}`]).some((name) => name && item.includes(name));
        assert.deepEqual(forms.filter((form) => !named(form)), [], item);
      }
    });
  }
});

describe('the visit sheet on paper', () => {
  before(() => onPhone(page));

  const COPIES = [ADULT, CHILD].map((one) => ({ ...one, residence: 'co_owned', documents: 'copy' }));
  const WAYS = { 'for one': [ADULT], 'for four': FAMILY, 'for two with many questions': COPIES };
  for (const language of LANGUAGES) {
    for (const [name, people] of Object.entries(WAYS)) {
      test(`is one A4 page in ${language} ${name}`, async () => {
        await page.open(language);
        await goThrough(page, { people });
        await page.tap('go::visit_sheet:');
        assert.deepEqual(await pages(), ['595 × 842']);
      });
    }
  }

  test('is in the language of the officer too', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT] });
    await page.tap('go::visit_sheet:');
    await page.until(async () => {
      const languages = await page.run(`return all('#sheet [lang]').map(({ lang }) => lang);`);
      return languages.length === 2 && languages.some((language) => language !== 'en');
    }, 'the officer’s language', 1_500);
  });

  test('has no button and no field on it', async () => {
    await page.open('ru');
    await goThrough(page, { people: [ADULT] });
    await page.tap('go::visit_sheet:');
    await send('Emulation.setEmulatedMedia', { media: 'print' });
    const shown = await page.run(`return all('button, input').filter(visible).length;`);
    await send('Emulation.setEmulatedMedia', { media: '' });
    assert.equal(shown, 0);
  });

  /** The size of each page, in points, rounded. */
  async function pages() {
    const { data } = await send('Page.printToPDF', { preferCSSPageSize: true });
    const pdf = Buffer.from(data, 'base64').toString('latin1');
    const objects = pdf.split('endobj').filter((object) => /\/Type\s*\/Page\b/.test(object));
    return objects.map((object) => {
      const [, , , width, height] = object.match(/\/MediaBox\s*\[\s*(\S+)\s+(\S+)\s+(\S+)\s+(\S+?)\s*\]/);
      return `${Math.round(width)} × ${Math.round(height)}`;
    });
  }
});

test('what moves stands still for whoever wants it so', async () => {
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
