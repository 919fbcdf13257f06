// What a screen reader is given of the page, in every language.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { onPhone } from './visual-faults.mjs';
import { LANGUAGES, like } from './page.mjs';
import { browser, page, setUp } from './setup.mjs';
import { STATES } from './every-state.mjs';
import { outline } from './accessibility-tree.mjs';

setUp();

/** What is given once the page is drawn, and the focus with it. */
async function readOut() {
  await page.drawn();
  return outline(browser);
}

describe('what a screen reader is given', () => {
  before(() => onPhone(page));

  for (const language of LANGUAGES) {
    test(`of a question in ${language}: its name as a heading and a group, each answer with its state`, async () => {
      await page.open(language);
      await STATES['question: age'](page);
      const { words } = page;
      const title = words['fact.age'];
      const lines = await readOut();
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
      const lines = await readOut();
      const pressed = lines.filter((line) => line.endsWith(' pressed') && !line.endsWith('not pressed'));
      const chosen = [page.words['answer.residence.other_owner'], page.words['answer.residence.other_owner.what']].join(' ');
      assert.deepEqual(pressed.slice(1), [`button “${chosen}” pressed`], pressed.join('\n'));
    });

    test(`of the answer in ${language}: the next act first, what to mend, and what each button changes`, async () => {
      await page.open(language);
      await STATES['answer: incomplete'](page);
      const { words } = page;
      await page.run(`all('.said-so-far details').forEach((details) => (details.open = true));`);
      const lines = await readOut();
      const headings = lines.filter((line) => line.startsWith('heading'));
      const [title, headline, where, bag, mend] = headings;
      assert.equal(title, `heading 1 “${words['page.title']}”`);
      assert.equal(headline, `heading 2 “${words['verdict.incomplete']}” focused`);
      assert.match(where, like(`heading 3 “${words['answer.counters']}”`));
      assert.equal(bag, `heading 3 “${words['bag.heading']}”`);
      assert.equal(mend, `heading 3 “${words['answer.fix']}”`);
      const buttons = lines.filter((line) => line.startsWith('button'));
      const change = like(`${words['question.change']}: {question}`);
      const changes = buttons.map((line) => line.match(/“(.*)”/u)[1]).filter((name) => change.test(name));
      assert.equal(changes.length, 11, 'ten answers and one mend');
      const identity = `${words['question.change']}: ${words['document.owner_identity']}`;
      assert.equal(changes[0], identity);
      assert.equal(new Set(changes).size, 10, `every button says what it changes: ${changes}`);
      const announced = lines.find((line) => line.startsWith('status'));
      assert.ok(announced.includes(words['verdict.incomplete']), announced);
    });
  }

  test('of several people: whose question and whose button it is', async () => {
    await page.open('en');
    await STATES['answer: four people'](page);
    const buttons = (await readOut()).filter((line) => line.startsWith('button'));
    const twice = buttons.filter((line, at) => buttons.indexOf(line) !== at);
    assert.deepEqual(twice, [`button “${page.words['tools.clear']}”`], 'what clears everything is in reach at both ends');
  });

  test('of a question about one of several people: whom it is about', async () => {
    await page.open('en');
    await STATES['question of a second person'](page);
    const person = page.words['part.person'].replace('{number}', '2');
    assert.ok((await readOut()).some((line) => line.includes(person)), person);
  });

  test('of the sources: which statement they are of', async () => {
    await page.open('en');
    await STATES['answer: incomplete'](page);
    const details = (await readOut()).filter((line) => line.startsWith('DisclosureTriangle'));
    assert.equal(new Set(details).size, details.length, details.join());
  });
});
