// Everything that the page can show, as ways to get there; for tests that look at each of them.
//
// This file must not judge what is shown.

import { VERDICTS, answerAll, answerTo, goThrough } from './situations.mjs';

const [ADULT] = VERDICTS.complete.people;
const CHILD = { ...ADULT, age: 'under_14', applicant: 'parent' };
const FAMILY = [ADULT, ADULT, CHILD, CHILD];

/** Answers until this question is in front. */
async function upTo(page, people, subject) {
  await page.tap('go::check:');
  for (let question; (question = await page.question()) && question.subject !== subject; ) {
    await page.tap(answerTo(question, people));
  }
}

const question = (subject, answers = {}) => (page) => upTo(page, [{ ...ADULT, ...answers }], subject);

async function answered(page, situation, ...then) {
  await goThrough(page, situation);
  await page.tap(...then);
  await page.dressed();
}

/**
 * The ways, by what is shown at their end; each begins at the start, on a phone.
 * @type {Record<string, (page: import('./page.mjs').Page) => Promise<void>>}
 */
export const STATES = {
  start: async () => {},
  'question: status': question('status'),
  'question: age': question('age'),
  'question: incapacitated': question('incapacitated'),
  'question: applicant': question('applicant'),
  'question: service': question('service'),
  'question: residence': question('residence'),
  'question: owner_present': question('owner_present'),
  'question: owner_identity': question('owner_identity'),
  'question: owner_consent': question('owner_consent'),
  'question: identity_document': question('identity_document'),
  'question: birth_certificate': question('birth_certificate', { age: '16_17', applicant: 'trustee' }),
  'question: proof_of_authority': question('proof_of_authority', { age: '16_17', applicant: 'trustee' }),
  'question: power_of_attorney': question('power_of_attorney', { applicant: 'attorney' }),
  'question: institution_request': question('institution_request', { residence: 'institution' }),
  'question of a second person': async (page) => {
    await answered(page, { people: [ADULT] }, 'add_person', 'answer:1:status:foreigner');
  },
  'question that was answered before': (page) => answered(page, { people: [ADULT] }, 'change::residence:'),
  ...Object.fromEntries(
    Object.entries(VERDICTS).map(([verdict, way]) => [`answer: ${verdict}`, (page) => answered(page, way)]),
  ),
  'answer: who may apply instead': (page) => answered(page, { people: [{ ...CHILD, applicant: 'self' }] }),
  'answer: an edition that is coming, on a day that is past': (page) =>
    answered(page, { people: [{ ...ADULT, residence: 'co_owned', owner_identity: 'none' }], visitDate: '2025-11-29' }),
  'answer: sources that are old': (page) => answered(page, { people: [ADULT], visitDate: '2027-12-01' }),
  'answer: a refugee, who goes to the police': (page) =>
    answered(page, { people: [{ ...ADULT, status: 'refugee', owner_consent: 'none' }] }),
  'answer: four people': (page) => answered(page, { people: FAMILY }),
  'answer: four people, two of them elsewhere': (page) =>
    answered(page, { people: [ADULT, { ...ADULT, status: 'visitor' }, CHILD, { ...CHILD, status: 'citizen' }] }),
  'answer: every source unfolded': async (page) => {
    await answered(page, VERDICTS.incomplete);
    await page.run(`all('details').forEach((details) => (details.open = true));`);
  },
  'visit sheet': (page) => answered(page, VERDICTS.incomplete, 'go::visit_sheet:'),
  'visit sheet: four people, digits that do not fit': async (page) => {
    await answered(page, { people: FAMILY }, 'go::visit_sheet:');
    await page.fill('paper-name0', 'Нұрсұлтан Әбдіғаппарұлы Қоңырбай-Жұмағұлов');
    await page.fill('paper-iin0', '123456789012');
    await page.fill('paper-address', 'Қостанай қ., Наримановская к-сі, 12-үй, 34-пәтер');
    await page.fill('paper-rka', '12345');
  },
  'owner sheet': (page) => answered(page, VERDICTS.incomplete, 'go::owner_sheet:'),
  'consent form': (page) => answered(page, { people: [{ ...ADULT, owner_consent: 'none' }] }, 'go::consent_form:'),
  appeal: async (page) => {
    await answered(page, VERDICTS.incomplete, 'go::appeal:');
    await page.fill('refused-on', '2026-11-30');
  },
  complaint: (page) => answered(page, VERDICTS.incomplete, 'go::appeal:', 'go::complaint:'),
  kept: async (page) => {
    await answered(page, VERDICTS.complete);
    await page.fill('keep', true);
  },
};

/** Those where engines could differ: each kind of thing that is shown, at its fullest. */
export const SOME_STATES = [
  'start', 'question: owner_consent', 'answer: incomplete', 'answer: ask', 'answer: four people, two of them elsewhere',
  'answer: every source unfolded', 'visit sheet: four people, digits that do not fit', 'appeal', 'kept',
];

export { ADULT, CHILD, FAMILY, answerAll };
