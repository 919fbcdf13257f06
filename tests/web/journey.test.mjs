// The way of an applicant through the built, served page, in every language.
// Engines: chromium webkit

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PageByHand } from './own-hand.mjs';
import { LANGUAGES, wording } from './page.mjs';
import { browser, page, setUp, site } from './setup.mjs';
import { SITUATIONS, VERDICTS, answerAll, goThrough } from './situations.mjs';

const [ADULT] = VERDICTS.complete.people;
const [WITHOUT_IDENTITY] = VERDICTS.incomplete.people;

setUp({ size: [500, 900] });

for (const language of LANGUAGES) {
  describe(`in ${language}`, () => {
    test('an applicant is told what is missing, mends it, and is told to go', async () => {
      await page.open(language);
      await goThrough(page, { people: [WITHOUT_IDENTITY] });
      assert.equal(await page.verdict(), 'incomplete');
      const fix = await page.section('answer.fix');
      assert.ok(fix.text.includes(page.words['document.owner_identity']), fix.text);
      assert.ok(fix.text.includes(page.words['form.list.original']), fix.text);
      assert.deepEqual(fix.actions, ['change::owner_identity:']);
      await page.tap('change::owner_identity:');
      assert.equal((await page.question()).subject, 'owner_identity');
      await page.tap('hold::owner_identity:original');
      assert.equal(await page.verdict(), 'complete');
      assert.equal(await page.section('answer.fix'), null);
      assert.equal(await page.question(), undefined, 'only what the change newly needs is asked');
    });

    test('an applicant who may not apply is told who may, and with which papers', async () => {
      const child = { ...ADULT, age: 'under_14', applicant: 'self' };
      await page.open(language);
      await goThrough(page, { people: [child] });
      assert.equal(await page.verdict(), 'incomplete');
      const fix = await page.section('answer.fix');
      for (const id of ['answer.applicant.parent.list', 'document.proof_of_authority', 'document.representative_identity']) {
        assert.ok(fix.text.includes(page.words[id]), `${id} in: ${fix.text}`);
      }
      await page.tap('change:0:applicant:');
      await page.tap('answer:0:applicant:parent');
      const asked = [];
      for (let question; (question = await page.question()); ) {
        asked.push(question.subject);
        await page.tap(`hold:${question.person ?? ''}:${question.subject}:original`);
      }
      assert.deepEqual(asked, ['representative_identity', 'proof_of_authority']);
      assert.equal(await page.verdict(), 'ask');
    });

    for (const [verdict, situation] of Object.entries(VERDICTS)) {
      test(`${verdict} is reached`, async () => {
        await page.open(language);
        await goThrough(page, situation);
        assert.equal(await page.verdict(), verdict);
        assert.ok((await page.text()).includes(page.words['verdict.not_a_decision']));
      });
    }
  });
}

describe('the taps', () => {
  const counts = [];
  after(() => counts.forEach(([name, taps]) => console.log(`taps: ${String(taps).padStart(2)}  ${name}`)));

  for (const [name, { people, verdict, taps: most }] of Object.entries(SITUATIONS)) {
    test(`${name}: ${verdict}`, async () => {
      await page.open('en');
      const taps = await goThrough(page, { people });
      counts.push([name, taps]);
      assert.equal(await page.verdict(), verdict);
      if (most) assert.ok(taps <= most, `${taps} taps; ${most} would do`);
    });
  }
});

describe('the answers', () => {
  test('survive a change of language at every question', async () => {
    await page.open('kk');
    await page.tap('go::check:');
    for (let at = 0, question; (question = await page.question()); at += 1) {
      await page.speak(LANGUAGES[(at + 1) % LANGUAGES.length]);
      assert.deepEqual(await page.question(), question);
      const { person, subject, kind } = question;
      await page.tap(`${kind}:${person ?? ''}:${subject}:${ADULT[subject] ?? 'original'}`);
    }
    const said = await page.pressed();
    for (const language of LANGUAGES) {
      await page.speak(language);
      assert.deepEqual(await page.pressed(), said);
      assert.equal(await page.verdict(), 'complete');
      assert.equal(await page.driver.getTitle(), page.words['page.title']);
    }
  });

  test('of a dead branch do not count', async () => {
    await page.open('en');
    await goThrough(page, { people: [WITHOUT_IDENTITY] });
    await page.tap('change::residence:', 'answer::residence:own');
    assert.equal(await page.verdict(), 'complete');
    assert.ok(!(await page.text()).includes(page.words['document.owner_identity']));
  });

  test('that are not known yet leave the verdict open, and are asked again on request', async () => {
    await page.open('en');
    await goThrough(page, VERDICTS.undecided);
    const open = await page.section('answer.open');
    assert.ok(open.actions.includes('change::residence:'), open.text);
    await page.tap('change::residence:', 'answer::residence:own');
    assert.equal(await page.verdict(), 'complete');
  });

  test('of somebody out of scope are told at once, and the others can be checked without them', async () => {
    await page.open('en');
    await goThrough(page, { people: [{ ...ADULT, residence: 'own' }, { ...ADULT, status: 'visitor' }] });
    assert.equal(await page.verdict(), 'not_this_service');
    assert.ok((await page.text()).includes(page.words['elsewhere.visitor']));
    await page.tap('remove_person:1::');
    assert.equal((await page.question()).subject, 'residence', 'whose home it is is asked again');
    await page.tap('answer::residence:own');
    assert.equal(await page.verdict(), 'complete');
  });

  test('of the same paper are given once', async () => {
    await page.open('en');
    await page.tap('go::check:');
    await answerAll(page, [ADULT]);
    await page.tap('add_person', 'answer:1:status:foreigner', 'answer:1:age:under_14', 'answer:1:applicant:parent');
    assert.equal((await page.question()).subject, 'representative_identity');
    await page.tap('same_paper:0::');
    assert.equal((await page.question()).subject, 'birth_certificate');
    await page.tap('hold:1:birth_certificate:original', 'same_certificate:1::');
    assert.equal(await page.question(), undefined, 'the certificate proves the authority too');
  });
});

describe('the day of the visit', () => {
  const decided = async (day, people) => {
    await page.open('en');
    await goThrough(page, { people, visitDate: day });
    return page.verdict();
  };
  const heirs = [{ ...ADULT, residence: 'co_owned', owner_identity: 'none' }];

  test('picks the edition, and a coming one is named', async () => {
    assert.equal(await decided('2025-11-29', heirs), 'ask');
    assert.ok((await page.text()).includes('30 November 2025') || (await page.text()).includes('November 30, 2025'));
    assert.equal(await decided('2025-11-30', heirs), 'incomplete');
  });

  test('in the past says so', async () => {
    await decided('2025-12-01', [ADULT]);
    const [start] = page.words['date.past'].split('{date}');
    assert.ok((await page.text()).includes(start.trim()));
  });

  test('long after the sources were read says so', async () => {
    await decided('2027-12-01', [ADULT]);
    const [, end] = page.words['answer.stale'].split('{date}');
    assert.ok((await page.text()).includes(end.trim()));
  });

  test('is never cleared by an empty field', async () => {
    await decided('2026-12-01', [ADULT]);
    await page.fill('visit-date', '');
    const shown = await page.run(`return root().getElementById('visit-date').value;`);
    const said = (await page.text()).includes(page.words['date.not_a_date']);
    assert.ok(shown === '2026-12-01' || said, `the field shows “${shown}”, and nothing says that it is no date`);
  });
});

describe('Back', () => {
  const STEP = 'return history.state.tirkeu';
  let page;
  before(() => (page = new PageByHand(browser, site)));

  const FIRST = ['go::check:', 'answer:0:status:foreigner', 'answer:0:age:adult', 'answer:0:incapacitated:no'];
  const subject = async () => (await page.question())?.subject;
  const back = { 'the page’s': () => page.press('back'), 'the browser’s': () => page.driver.navigate().back() };

  for (const [whose, goBack] of Object.entries(back)) {
    test(`${whose}: by question, to the start, and no further into the answers`, async () => {
      await page.open('ru');
      await page.tap(...FIRST);
      for (const before of ['incapacitated', 'age', 'status']) {
        await goBack();
        await page.until(async () => (await subject()) === before, `${before}; in front is ${await subject()}`);
      }
      assert.deepEqual(await page.pressed(), FIRST.slice(1).sort(), 'going back takes no answer back');
      const { actions } = await page.section('part.answers');
      assert.deepEqual(actions.filter((name) => name.startsWith('change:')), ['change:0:age:', 'change:0:incapacitated:']);
      await goBack();
      await page.until(async () => (await page.actions()).includes('go::check:'), 'the start');
    });
  }

  test('the browser’s: from a sheet to the answer', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT] });
    await page.tap('go::visit_sheet:');
    await page.driver.navigate().back();
    await page.until(async () => (await page.verdict()) === 'complete', 'the answer');
  });

  test('the browser’s: by question again after a sheet was closed', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT] });
    const step = await page.run(STEP);
    await page.tap('go::visit_sheet:', 'go::check:');
    await page.until(async () => (await page.run(STEP)) === step, 'the step that the page takes back');
    await page.driver.navigate().back();
    await page.until(async () => (await subject()) !== undefined, 'a question');
  });

  test('the browser’s: by question, after somebody was taken out again', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT] });
    const step = await page.run(STEP);
    await page.tap('add_person', 'answer:1:status:foreigner', 'answer:1:age:adult', 'remove_person:1::');
    await page.until(async () => (await page.run(STEP)) === step, 'the steps about the other person to be gone');
    await page.driver.navigate().back();
    await page.until(async () => (await subject()) === 'identity_document', 'the last question');
  });

  test('the browser’s: after its own Forward', async () => {
    await page.open('en');
    await page.tap(...FIRST);
    await page.run(`window.moves = 0; addEventListener('popstate', () => (window.moves += 1));`);
    const moved = (times) => page.until(async () => (await page.run('return window.moves')) === times, `${times} moves`);
    await page.driver.navigate().back();
    await moved(1);
    await page.driver.navigate().forward();
    await moved(3);
    await page.driver.navigate().back();
    await moved(4);
    await page.driver.navigate().back();
    await page.until(async () => (await subject()) === 'status', 'the first question');
  });

  test('the browser’s: by question again after everything was cleared', async () => {
    await page.open('en');
    await page.tap(...FIRST, 'clear', ...FIRST);
    await page.driver.navigate().back();
    await page.until(async () => (await subject()) === 'incapacitated', 'the question before');
  });

  test('the browser’s, which takes its time, undoes nothing that was done meanwhile', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT] });
    await page.tap('go::visit_sheet:');
    await page.run(`
      window.moves = 0;
      addEventListener('popstate', () => (window.moves += 1));
      for (const name of ['go::check:', 'go::owner_sheet:']) named(name)[0].click();`);
    await page.until(() => page.run('return window.moves > 0'), 'the browser');
    await page.drawn();
    assert.ok((await page.actions()).includes('go::check:'), 'the other sheet, which can be closed');
    await page.driver.navigate().back();
    await page.until(async () => (await page.verdict()) !== undefined, 'the answer');
    await page.driver.navigate().back();
    await page.until(async () => Boolean(await page.question()), 'the last question');
  });

  test('after clearing brings nothing back', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT] });
    await page.tap('clear');
    for (let step = 0; step < 14; step += 1) {
      await page.ready();
      assert.deepEqual(await page.pressed(), []);
      await page.driver.navigate().back();
      if (!(await page.address()).startsWith(site.address)) break;
    }
    await page.driver.navigate().forward();
    await page.ready();
    assert.deepEqual(await page.pressed(), []);
  });

  test('from another page after clearing brings nothing back, nor does the browser’s memory of forms', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT], visitDate: '2026-12-24' });
    await page.tap('go::visit_sheet:');
    await page.fill('paper-name0', 'Айгүл');
    await page.tap('clear');
    await page.driver.get('about:blank');
    await page.driver.navigate().back();
    await page.ready();
    await page.tap('go::check:');
    assert.deepEqual(await page.pressed(), []);
    const fields = await page.run(`return all('input').map(({ value }) => value);`);
    assert.ok(!fields.includes('Айгүл') && !fields.includes('2026-12-24'), fields.join());
  });
});

describe('what is kept', () => {
  const KEEP = `return root().getElementById('keep').checked;`;

  test('nothing, unless it is ticked: a reload starts anew', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT] });
    assert.deepEqual(await page.stored(), { local: {}, session: {}, cookie: '' });
    await page.driver.navigate().refresh();
    await page.ready();
    await page.tap('go::check:');
    assert.equal((await page.question()).subject, 'status');
    assert.deepEqual(await page.pressed(), []);
  });

  test('the answers as ids, once it is ticked, and a reload brings them back', async () => {
    await page.open('ru');
    await goThrough(page, { people: [ADULT] });
    await page.fill('keep', true);
    const said = await page.pressed();
    const { local } = await page.stored();
    assert.match(Object.values(local).join(), /^[\x20-\x7e]+$/, 'ids only');
    await page.driver.navigate().refresh();
    await page.ready();
    await page.tap('go::check:');
    assert.deepEqual(await page.pressed(), said);
    assert.equal(await page.verdict(), 'complete');
  });

  test('goes on being kept after a reload, and the tick says so', async () => {
    await page.open('ru');
    await goThrough(page, { people: [ADULT] });
    await page.fill('keep', true);
    await page.open('ru', { keep: true });
    assert.equal(await page.run(KEEP), true);
    await page.tap('go::check:', 'change::residence:', 'answer::residence:own');
    await page.open('ru', { keep: true });
    await page.tap('go::check:', 'change::residence:');
    assert.ok((await page.pressed()).includes('answer::residence:own'));
  });

  test('nothing any more once the tick is taken away', async () => {
    await page.open('en');
    await page.tap('go::check:', 'answer:0:status:foreigner');
    await page.fill('keep', true);
    assert.notDeepEqual((await page.stored()).local, {});
    await page.fill('keep', false);
    assert.deepEqual((await page.stored()).local, {});
  });

  test('nothing any more once everything is cleared, and the tick is gone', async () => {
    await page.open('en');
    await page.tap('go::check:', 'answer:0:status:foreigner');
    await page.fill('keep', true);
    await page.tap('clear');
    assert.deepEqual((await page.stored()).local, {});
    assert.equal(await page.run(KEEP), false);
    await page.tap('go::check:', 'answer:0:status:refugee');
    assert.deepEqual((await page.stored()).local, {});
  });

  test('never what is typed for printing', async () => {
    await page.open('en');
    await goThrough(page, { people: [ADULT] });
    await page.fill('keep', true);
    await page.tap('go::visit_sheet:');
    await page.fill('paper-name0', 'Aigul');
    await page.fill('paper-iin0', '900101300017');
    await page.tap('go::check:');
    const { local, session } = await page.stored();
    assert.ok(!/Aigul|900101300017/.test(JSON.stringify({ local, session })));
  });
});

describe('what leaves the device', () => {
  /** A browser asks by itself, whenever it likes, for the tab's picture and whether there is another worker. */
  const BY_ITSELF = ['/icon.svg', '/worker.js'];
  const since = (count) => site.requests.slice(count).map(({ url }) => url).filter((url) => !BY_ITSELF.includes(url));

  test('is nothing: our own files, once, and a language when it is asked for', async () => {
    await page.open('kk');
    await page.settled();
    const loaded = site.requests.length;
    const address = await page.address();
    const addresses = new Set([address]);
    await page.tap('go::check:');
    for (let question; (question = await page.question()); ) {
      const { person, subject, kind } = question;
      await page.tap(`${kind}:${person ?? ''}:${subject}:${WITHOUT_IDENTITY[subject] ?? 'original'}`);
      addresses.add(await page.address());
    }
    await page.fill('keep', true);
    assert.deepEqual(since(loaded), [], 'answering sends nothing');
    await page.speak('ru');
    await page.tap('go::visit_sheet:');
    await page.fill('paper-name0', 'Aigul');
    await page.fill('paper-iin0', '900101300017');
    await page.tap('go::check:', 'go::owner_sheet:', 'go::check:', 'go::appeal:');
    await page.fill('refused-on', '2026-11-30');
    await page.tap('go::complaint:', 'clear');
    addresses.add(await page.address());

    assert.deepEqual([...addresses], [address], 'the address says nothing');
    const later = since(loaded);
    assert.ok(later.every((url) => /^\/(paper\.(css|wasm)|wording\/(kk|ru|en)(\.later|\.paper)?\.txt)$/.test(url)), later.join());
    for (const { method, url, body } of site.requests) {
      assert.deepEqual({ method, body }, { method: 'GET', body: '' }, url);
      assert.doesNotMatch(url, /[?#]/);
    }
    const everything = await page.run(
      `return performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin);`,
    );
    assert.deepEqual([...new Set(everything)], [site.address]);
  });

  test('is nothing beyond what the site has', () => {
    const asked = new Set(site.requests.map(({ url }) => url));
    for (const language of LANGUAGES) assert.ok(wording(language)['privacy.text']);
    const ours = /^\/($|counter\.[\w-]+\.html$|[\w-]+\.(html|js|css|wasm|svg|png|webmanifest|ico)$|wording\/[\w-]+((\.later|\.paper|\.code)?\.txt|\.list\.json)$)/;
    assert.deepEqual([...asked].filter((url) => !ours.test(url)), []);
  });
});
