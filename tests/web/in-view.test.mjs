// The question in front is seen whole, and every answer that can be given to it: on a small phone and on a laptop, in every language.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { cannot } from './engines.mjs';
import { ADULT, CHILD } from './every-state.mjs';
import { SEEN, TWO } from './page.mjs';
import { resize } from './screen.mjs';
import { browser, page, setUp } from './setup.mjs';
import { answerTo } from './situations.mjs';

setUp();

/** Why nothing is folded, where nothing is. */
const unfolded = cannot('look again at :has() when details open');

const SIZES = [[360, 640], [1280, 800]];

/** People whose questions are all that there are, each in the fullest wording that it has. */
const WAYS = {
  'somebody in the flat of another': [ADULT],
  'somebody of 16 with a trustee, in a flat of several owners': [{ ...ADULT, age: '16_17', applicant: 'trustee', residence: 'co_owned' }],
  'an incapacitated adult with a guardian, in a hostel': [{ ...ADULT, incapacitated: 'yes', applicant: 'guardian', residence: 'institution' }],
  'somebody with an attorney, in a flat of one of them': [{ ...ADULT, applicant: 'attorney', residence: 'owner_among_us' }],
  'an asylum seeker': [{ ...ADULT, status: 'asylum_seeker' }],
  'a parent with a child': [ADULT, CHILD],
};

const SUBJECTS = [
  'age', 'applicant', 'birth_certificate', 'identity_document', 'incapacitated', 'institution_request', 'owner_consent', 'owner_identity',
  'owner_present', 'power_of_attorney', 'proof_of_authority', 'representative_identity', 'residence', 'service', 'status',
];

/** What of the question in front lies outside of what is seen, by more than what a browser rounds. */
const OUTSIDE = `
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  return all('.question.current h3, .question.current .choice').filter((shown) => {
    const { top, bottom, left, right } = shown.getBoundingClientRect();
    return !visible(shown) || top < -1 || left < -1 || bottom > height + 1 || right > width + 1;
  }).map((shown) => shown.innerText.split('\\n')[0] + ' ' + Math.round(shown.getBoundingClientRect().top) + '–' + Math.round(shown.getBoundingClientRect().bottom));
`;

const SCROLL_DOWN = 'scrollTo(0, document.documentElement.scrollHeight);';

/** Answers all that is asked, perhaps from the end of the page; notes which questions come, and what of each is not seen. */
async function walk(people, seen, faults, { fromTheEnd = false } = {}) {
  await page.tap('go::check:');
  for (let count = 1; count <= people.length; count += 1) {
    if (count > 1) await page.tap('add_person');
    for (let question; (question = await page.question()); ) {
      await page.drawn();
      const outside = await page.run(OUTSIDE);
      seen.add(question.subject);
      if (outside.length > 0) faults.push(`${question.subject}: ${outside.join(', ')}`);
      if (fromTheEnd) await page.run(SCROLL_DOWN);
      await page.tap(answerTo(question, people));
    }
  }
}

/** Nothing is folded that has room: where answers are few, and on a wide screen. */
const EXPLAINED = `
  const { width, height } = all('.question.current .what')[0].getBoundingClientRect();
  return getComputedStyle(all('.question.current .what')[0]).clipPath === 'none' && width > 1 && height > 1;
`;

describe('what an answer means', () => {
  after(() => resize(browser, 600, 900));

  test('is one tap away on a phone, for every question from then on, and in the name of the button at any rate', { skip: unfolded }, async () => {
    await resize(browser, 360, 640);
    await page.open('ru');
    await page.tap('go::check:');
    assert.equal(await page.run(EXPLAINED), false);
    const name = await (await page.run(`return all('.question.current .choice')[0];`)).getAccessibleName();
    assert.ok(name.includes(page.words['answer.status.foreigner.what']), name);
    await page.run(`all('.more summary')[0].click();`);
    await page.until(() => page.run(EXPLAINED), 'the explanations');
    await page.tap('answer:0:status:foreigner', 'answer:0:age:adult', 'answer:0:incapacitated:no');
    assert.equal((await page.question()).subject, 'applicant');
    assert.equal(await page.run(EXPLAINED), true, 'whoever wanted it once has it');
  });

  test('is there where answers are few, and on a wide screen', { skip: unfolded }, async () => {
    await resize(browser, 360, 640);
    await page.open('ru');
    await page.tap('go::check:', 'answer:0:status:foreigner', 'answer:0:age:adult', 'answer:0:incapacitated:no', 'answer:0:applicant:self');
    assert.equal((await page.question()).subject, 'service');
    assert.equal(await page.run(EXPLAINED), true);
    await page.tap('answer::service:permanent');
    assert.equal(await page.run(EXPLAINED), false);
    await resize(browser, 1280, 800);
    assert.equal(await page.run(EXPLAINED), true);
  });
});

describe('the question in front and all its answers', () => {
  after(() => resize(browser, 600, 900));

  for (const [width, height] of SIZES) {
    for (const language of width < 400 ? SEEN : TWO) {
      test(`are seen at once in ${language} at ${width} × ${height}`, { skip: width < 400 && unfolded }, async () => {
        await resize(browser, width, height);
        const [seen, faults] = [new Set(), []];
        for (const people of Object.values(WAYS)) {
          await page.open(language);
          await walk(people, seen, faults);
        }
        assert.deepEqual([...new Set(faults)], []);
        assert.deepEqual([...seen].sort(), SUBJECTS);
      });
    }

    test(`are seen at once wherever the one before was left, at ${width} × ${height}`, { skip: width < 400 && unfolded }, async () => {
      await resize(browser, width, height);
      const faults = [];
      await page.open('kk');
      await walk([ADULT, CHILD], new Set(), faults, { fromTheEnd: true });
      assert.deepEqual(faults, []);
    });
  }
});
